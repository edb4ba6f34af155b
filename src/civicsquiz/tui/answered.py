"""The page after an answer, set for the rows there are.

At 80x24 the outcome, the key and the proving words are on the screen. Where rows are short, things
fold in this order: the other options; background to one line; rationale to two; the passages to
their proving words and a line each side; citations to one line; passages that only give context are
left to the source's own screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from civicsquiz.study.feedback import Chosen, Feedback, Quoted
from civicsquiz.study.grading import Verdict
from civicsquiz.study.passages import NOT_FOUND
from civicsquiz.tui import text

_STYLES = {Verdict.RIGHT: "$success", Verdict.WRONG: "$error", Verdict.PARTLY: "$warning"}
_LEAST_FOLDED = 0
_MOST_FOLDED = 6


@dataclass(frozen=True, slots=True)
class Folding:
    """How much is folded away: each step of the order above includes those before it. `spare` is
    how many rows more than its one the background may have."""

    step: int
    spare: int = 0

    @property
    def others(self) -> bool:
        return self.step < 1

    @property
    def background_lines(self) -> int:
        return 99 if self.step < 2 else 1 + self.spare

    @property
    def rationale_lines(self) -> int:
        return 99 if self.step < 3 else 2

    @property
    def whole_passages(self) -> bool:
        return self.step < 4

    @property
    def whole_citations(self) -> bool:
        return self.step < 5

    @property
    def context(self) -> bool:
        return self.step < _MOST_FOLDED


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page, and whether anything of it is folded away."""

    lines: list[Content]
    folded: bool


def page(stem: str, feedback: Feedback, others: Sequence[Chosen], width: int, rows: int) -> Page:
    """As much as fits into `rows`, folded no further than needed."""
    whole = _page(stem, feedback, others, width, Folding(_LEAST_FOLDED))
    lines, step = whole, _LEAST_FOLDED
    while len(lines) > rows and step < _MOST_FOLDED:
        step += 1
        lines = _page(stem, feedback, others, width, Folding(step))
    if step and len(lines) < rows:
        lines = _page(stem, feedback, others, width, Folding(step, rows - len(lines)))
    return Page(lines, len(lines) < len(whole))


def _page(
    stem: str, feedback: Feedback, others: Sequence[Chosen], width: int, folding: Folding
) -> list[Content]:
    parts = [
        text.wrapped(text.styled(stem, text.BOLD), width),
        _outcome(feedback, width),
        text.clipped(text.wrapped(feedback.rationale, width), folding.rationale_lines, width),
        *_passages(feedback, width, folding),
        _because(feedback, width),
        text.clipped(_background(feedback, width), folding.background_lines, width),
        _others(others, width) if folding.others else [],
    ]
    lines: list[Content] = []
    for part in parts:
        if part:
            lines += [*([Content("")] if lines else []), *part]
    return lines


def _outcome(feedback: Feedback, width: int) -> list[Content]:
    verdict = text.styled(str(feedback.verdict), f"bold {_STYLES[feedback.verdict]}")
    lines: list[Content] = []
    lead = verdict + Content("   ")
    under = Content(" " * lead.cell_length)
    if width < text.NARROW:
        lines, lead, under = [verdict], Content(""), Content("")
    for chosen in feedback.chosen:
        lines += _numbered(lead + Content("You chose   "), chosen, width)
        lead = under
        if chosen.why and not chosen.right:
            lines += text.hang(lead, chosen.why, width)
    if not feedback.chosen:
        lines += text.hang(lead, "Not answered", width)
    if feedback.verdict is not Verdict.RIGHT:
        for right in feedback.answer:
            lines += _numbered(under + Content("The answer  "), right, width)
    return lines


def _numbered(lead: Content, option: Chosen, width: int) -> list[Content]:
    number = text.styled(f"{option.number}  ", text.QUIET)
    return text.hang(lead + number, text.styled(option.text, text.BOLD), width)


def _passages(feedback: Feedback, width: int, folding: Folding) -> list[list[Content]]:
    """The passages, each a part of its own, or close together where rows are short."""
    shown = [quoted for quoted in feedback.passages if folding.context or quoted.role != "context"]
    parts = [
        _passage(quoted, feedback if at == 0 else None, width, folding)
        for at, quoted in enumerate(shown)
    ]
    if left_out := len(feedback.passages) - len(shown):
        parts.append([text.styled(f"  … o opens {left_out} more for context", text.QUIET)])
    return parts if folding.whole_citations else [[line for part in parts for line in part]]


def _passage(
    quoted: Quoted, feedback: Feedback | None, width: int, folding: Folding
) -> list[Content]:
    """A passage with its citation; `feedback` where the stance is to be said with it."""
    lines = text.barred(_marked(quoted), width)
    if not folding.whole_passages:
        lines = _around_marks(quoted, lines, width)
    lead = text.wrapped(_heading(quoted), width) if _heading(quoted) else []
    said = [part for part in (quoted.citation, _standing(quoted, feedback)) if part]
    if folding.whole_citations:
        return [*lead, *lines, *text.hang("  ", text.styled(" · ".join(said), text.QUIET), width)]
    short = text.styled("  " + " · ".join(reversed(said)), text.QUIET)
    return [*lead, *lines, short.truncate(width, ellipsis=True)]


def _standing(quoted: Quoted, feedback: Feedback | None) -> str:
    """How the source holds the claim. That is said once, under the first passage that proves:
    another passage may be another's words; and never of words that the source does not have."""
    if feedback is None or quoted.role != "proves" or quoted.proof == NOT_FOUND:
        return ""
    words = (feedback.stance, feedback.accuracy, feedback.as_of)
    return " · ".join(word for word in words if word)


def _heading(quoted: Quoted) -> str:
    """What a passage is, where it is not simply the one that proves; that it could not be found
    stands first of all."""
    heading = {"differs": "Another passage says otherwise", "context": "For context"}
    named = heading.get(quoted.role, "The passage as the bank quotes it" if quoted.proof else "")
    if quoted.proof:
        return f"{named} ({quoted.proof}):"
    return f"{named}:" if named else ""


def _marked(quoted: Quoted) -> Content:
    """The passage with the proving words set off: bold among quiet neighbours."""
    content = Content(quoted.text).stylize(text.QUIET)
    for start, end in quoted.marks:
        content = content.stylize(f"bold {_FOREGROUND}", start, end)
    return content


_FOREGROUND = "$foreground"


def _around_marks(quoted: Quoted, lines: list[Content], width: int) -> list[Content]:
    """Only the lines that hold proving words, with one line each side."""
    holding = _lines_with_marks(quoted, width)
    if not holding:
        return lines
    first, last = max(0, holding[0] - 1), min(len(lines), holding[-1] + 2)
    if (first, last) == (0, len(lines)):
        return lines
    more = text.styled("  … o opens the whole passage", text.QUIET)
    return [*lines[first:last], more]


def _lines_with_marks(quoted: Quoted, width: int) -> list[int]:
    """Which of the passage's lines hold proving words, by following the text from line to line."""
    at, holding = 0, []
    for number, line in enumerate(text.wrapped(quoted.text, width - 2)):
        start = quoted.text.find(line.plain, at)
        at = max(at, start) + len(line.plain)
        if any(first < at and last > start for first, last in quoted.marks):
            holding.append(number)
    return holding


def _because(feedback: Feedback, width: int) -> list[Content]:
    if not feedback.because:
        return []
    return text.hang(
        "", Content("Why that settles it: ").stylize(text.QUIET) + feedback.because, width
    )


def _background(feedback: Feedback, width: int) -> list[Content]:
    if not feedback.background:
        return []
    lead = Content("Not in the article: ").stylize(text.QUIET)
    return text.hang("", lead + feedback.background, width)


def _others(others: Sequence[Chosen], width: int) -> list[Content]:
    heading = "The other option" if len(others) == 1 else "The other options"
    lines = [text.styled(heading, text.QUIET)] if others else []
    for option in others:
        body = Content(option.text) + text.styled(
            f"  {option.why}" if option.why else "", text.QUIET
        )
        lines += text.hang(f" {option.number}  ", body, width)
    return lines
