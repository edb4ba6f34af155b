"""The outcome: right or wrong, what was answered, what is right; many parts one by one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from civicsquiz.study.feedback import Chosen, Feedback, Part
from civicsquiz.study.grading import Verdict
from civicsquiz.tui import text
from civicsquiz.tui.answered.folding import Folding
from civicsquiz.tui.answered.quietly import marks_left, tries_taken

if TYPE_CHECKING:
    from civicsquiz.study.session import Outcome

_STYLES = {Verdict.RIGHT: "$success", Verdict.WRONG: "$error", Verdict.PARTLY: "$warning"}
_RIGHT, _WRONG, _MISSED = "✓ right", "✗ wrong", "✗ missed"
_SIGN, _NARROW_SIGN = len("◐ Partly   "), len("✗ missed ")
_SHORT = 2
"""Lines of a quotation that is shown whole elsewhere."""


def outcome(outcome: Outcome, width: int, folding: Folding) -> list[Content]:
    """The verdict and all that belongs to it."""
    if outcome.feedback.parts:
        return [*_total(outcome, width), *_parts(outcome, width, folding)]
    return _single(outcome, width, folding)


def _verdict(feedback: Feedback) -> Content:
    return text.styled(str(feedback.verdict), f"bold {_STYLES[feedback.verdict]}")


def _settled(outcome: Outcome, width: int) -> list[Content]:
    """The verdict after several tries or with help, and the marks that are left; no lines where it was
    answered at once."""
    if not (taken := tries_taken(outcome)):
        return []
    told = _verdict(outcome.feedback) + text.styled(f", {taken}", text.BOLD)
    if outcome.raw > 0:
        told += text.styled(f"   {marks_left(outcome)}", text.QUIET)
    return text.wrapped(told, width)


def _single(outcome: Outcome, width: int, folding: Folding) -> list[Content]:
    """An answer that is one, beside the right one."""
    feedback = outcome.feedback
    lead = _verdict(feedback) + Content("   ")
    under = Content(" " * lead.cell_length)
    lines = _settled(outcome, width)
    if lines or width < text.NARROW:
        lines, lead, under = lines or [_verdict(feedback)], Content(""), Content("")
    quoting = outcome.question.item.type == "evidence"
    for chosen in feedback.chosen:
        said = "You chose   " if chosen.number else "You typed   "
        most = folding.quotation_lines if not chosen.right else _SHORT
        lines += _answer(lead + Content(said), chosen, width, most if quoting else 0)
        lead = under
        if chosen.why and not chosen.right:
            lines += text.hang(lead, chosen.why, width)
    if not feedback.answered:
        lines += text.hang(lead, "Not answered", width)
    for right in feedback.answer:
        if feedback.verdict is not Verdict.RIGHT or _said_otherwise(feedback, right):
            lines += _answer(under + Content("The answer  "), right, width, quoting * _SHORT)
    return lines


def _said_otherwise(feedback: Feedback, right: Chosen) -> bool:
    """Whether what was typed is right, but not the form that is shown as the answer."""
    return all(chosen.text.casefold() != right.text.casefold() for chosen in feedback.chosen)


def _answer(lead: Content, option: Chosen, width: int, quoted: int) -> list[Content]:
    """An option with its number; `quoted` is how many lines of a quotation there may be, 0 where it
    is none."""
    if option.number:
        lead += text.styled(f"{option.number}  ", text.QUIET)
    told = text.styled(option.text, text.BOLD)
    if not quoted:
        return text.hang(lead, told, width)
    if width < text.NARROW:
        return [lead, *text.clipped(text.barred(told, width), quoted, width)]
    room = width - lead.cell_length
    under = Content(" " * lead.cell_length)
    lines = text.clipped(text.barred(told, room), quoted, room)
    return [(under if at else lead) + line for at, line in enumerate(lines)]


def _total(outcome: Outcome, width: int) -> list[Content]:
    feedback = outcome.feedback
    told = feedback.share if feedback.answered else "Not answered"
    if settled := _settled(outcome, width):
        return [*settled, *text.wrapped(told, width)]
    return text.hang(_verdict(feedback) + Content("   "), told, width)


def _parts(outcome: Outcome, width: int, folding: Folding) -> list[Content]:
    """Every part with its mark; what there would have been, where nothing was answered."""
    kind, feedback = outcome.question.item.type, outcome.feedback
    lines: list[Content] = []
    if not feedback.answered:
        lines += text.wrapped(text.styled("The answer:", text.QUIET), width)
    elif feedback.heading:
        lines += text.wrapped(text.styled(feedback.heading, text.QUIET), width)
    sign = _SIGN if width >= text.NARROW else _NARROW_SIGN
    for part in feedback.parts:
        mark = _mark(part, kind) if feedback.answered else Content("")
        number = text.styled(f"{part.number}  ", text.QUIET)
        lead = mark.pad_right((sign if feedback.answered else 2) - mark.cell_length) + number
        room = width - lead.cell_length
        if folding.whole_parts:
            told = _told(part, kind, folding)
            shown = [line for one in told for line in text.wrapped(one, room)]
        else:
            shown = [_on_one_line(part, kind, room)]
        under = Content(" " * lead.cell_length)
        lines += [(under if at else lead) + line for at, line in enumerate(shown)]
    return lines


def _mark(part: Part, kind: str) -> Content:
    """Whether a part is right, as a sign and a word."""
    missed = kind == "multiple" and bool(part.said)
    word = _RIGHT if part.right else _MISSED if missed else _WRONG
    return text.styled(word, f"bold {'$success' if part.right else '$error'}")


def _told(part: Part, kind: str, folding: Folding) -> Iterator[Content]:
    """What is said of a part: first what has to be, then what was answered instead, and why not."""
    instead = part.said if folding.instead_of_parts else ""
    if kind == "match":
        yield text.styled(part.text, text.BOLD) + Content(f":  {part.answer}")
        if instead:
            yield Content(f"{instead}.")
    elif kind == "order" and instead:
        yield Content(part.text) + text.styled(f"  {instead}", text.QUIET)
    else:
        yield Content(part.text)
    if folding.why_of_parts and part.why:
        yield Content(part.why)


def _on_one_line(part: Part, kind: str, room: int) -> Content:
    """What has to be, clipped; of a pair the prompt gives way, for the answer is what is looked
    for."""
    if kind != "match":
        return Content(part.text).truncate(room, ellipsis=True)
    answer = Content(f":  {part.answer}").truncate(max(1, 2 * room // 3), ellipsis=True)
    prompt = text.styled(part.text, text.BOLD)
    return prompt.truncate(max(1, room - answer.cell_length), ellipsis=True) + answer
