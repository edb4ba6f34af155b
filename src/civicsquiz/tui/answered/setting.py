"""The whole page after an answer."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from textual.content import Content

from civicsquiz.tui import text
from civicsquiz.tui.answered import notes, passages, verdict
from civicsquiz.tui.answered.folding import Folding, foldings

if TYPE_CHECKING:
    from civicsquiz.study.session import Outcome


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page, and whether anything of it is folded away."""

    lines: list[Content]
    folded: bool


def page(outcome: Outcome, width: int, rows: int, *, plain: bool = False) -> Page:
    """As much as fits into `rows`, folded no further than needed; `plain` says passages in plain
    words too."""
    feedback = outcome.feedback
    proving = len(passages.proving(feedback))
    steps = list(foldings(len(feedback.parts), proving, wide=width >= text.NARROW))

    @cache
    def folded(step: int) -> list[Content]:
        return _page(outcome, width, steps[step], plain=plain)

    def fits(step: int) -> bool:
        return len(folded(step)) <= rows

    step = min(bisect_left(range(len(steps)), True, key=fits), len(steps) - 1)
    lines = folded(step)
    if step and len(lines) < rows:
        fuller = replace(steps[step], spare=rows - len(lines))
        lines = _page(outcome, width, fuller, plain=plain)
    return Page(lines, len(lines) < len(folded(0)))


def _page(outcome: Outcome, width: int, folding: Folding, *, plain: bool) -> list[Content]:
    feedback = outcome.feedback
    rationale = text.wrapped(feedback.rationale, width)
    parts = [
        text.wrapped(text.styled(outcome.question.item.stem, text.BOLD), width),
        verdict.outcome(outcome, width, folding),
        text.clipped(rationale, folding.rationale_lines, width),
        *passages.evidence(feedback, width, folding, plain=plain),
        notes.because(feedback, width),
        text.clipped(notes.background(feedback, width), folding.background_lines, width),
        *passages.law(feedback, width, folding, plain=plain),
        notes.others(outcome, width) if folding.others else [],
    ]
    if not folding.whole_parts:
        parts.insert(4, parts.pop(2))
    lines: list[Content] = []
    for part in parts:
        if part:
            lines += [*([Content("")] if lines else []), *part]
    return lines
