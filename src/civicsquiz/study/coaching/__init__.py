"""The tutor's knowledge: hints that come from the source, how many tries, and what to read. Pure.

    coach.SourceCoach(shelf, …)         the coach that knows banks, their sources and the glossary
    coach.ladder(question)              the hints, weakest first
    coach.tries(question)               how many tries in all
    coach.mask(question, text)          a text of ours while the question is still open
    coach.after(question, missed)       a passage to read and a question on it, after two misses

Nothing here asks the clock or draws lots: the same question has the same ladder every time. Only
the types stand here: what makes hints is imported where a tutor is wanted.
"""

from __future__ import annotations

from civicsquiz.study.coaching.types import BLANK, Coach, Detour, Hint, HintKind, Reading

__all__ = ["BLANK", "Coach", "Detour", "Hint", "HintKind", "Reading"]
