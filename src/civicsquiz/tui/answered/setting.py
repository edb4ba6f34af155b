"""The whole page after an answer."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from textual.content import Content

from civicsquiz.tui import text
from civicsquiz.tui.answered import notes, passages, verdict
from civicsquiz.tui.answered.folding import Folding, foldings
from civicsquiz.tui.answered.quietly import quietly

if TYPE_CHECKING:
    from civicsquiz.study.session import Outcome


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page, and whether anything of it is folded away."""

    lines: list[Content]
    folded: bool


def page(
    outcome: Outcome, width: int, rows: int, *, plain: bool = False, today: date | None = None
) -> Page:
    """As much as fits into `rows`, folded no further than needed; `plain` says passages in plain
    words too. Where it is said which day is `today`, the day on which the question comes back is."""
    feedback = outcome.feedback
    proving = len(passages.proving(feedback))
    steps = list(foldings(len(feedback.parts), proving, wide=width >= text.NARROW))

    @cache
    def folded(step: int) -> list[Content]:
        return _page(outcome, width, steps[step], plain=plain, today=today)

    def fits(step: int) -> bool:
        return len(folded(step)) <= rows

    step = min(bisect_left(range(len(steps)), True, key=fits), len(steps) - 1)
    lines = folded(step)
    if step and len(lines) < rows:
        fuller = replace(steps[step], spare=rows - len(lines))
        lines = _page(outcome, width, fuller, plain=plain, today=today)
    return Page(lines, len(lines) < len(folded(0)))


def _page(
    outcome: Outcome, width: int, folding: Folding, *, plain: bool, today: date | None
) -> list[Content]:
    feedback = outcome.feedback
    rationale = text.wrapped(feedback.rationale, width)
    day = today if folding.coming_back else None
    parts = [
        text.wrapped(text.styled(outcome.question.item.stem, text.BOLD), width),
        [*verdict.outcome(outcome, width, folding), *quietly(outcome, width, day)],
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
