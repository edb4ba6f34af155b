"""The passages after an answer, set off, with their citations and in plain words."""

from __future__ import annotations

from textual.content import Content

from civicsquiz.bank.models import Role
from civicsquiz.study.feedback import Feedback, Quoted
from civicsquiz.study.passages import NOT_FOUND
from civicsquiz.tui import text
from civicsquiz.tui.answered.folding import Folding

_FOREGROUND = "$foreground"


def in_order(feedback: Feedback) -> tuple[Quoted, ...]:
    """All passages in the order in which they are shown: what proves comes first, and first of all
    what proves a part that was wrong; the law itself comes last."""
    return (*proving(feedback), *_also(feedback), *_law(feedback))


def proving(feedback: Feedback) -> list[Quoted]:
    """The passages that prove, in the order in which they are shown."""
    found = [quoted for quoted in feedback.passages if quoted.role is Role.PROVES]
    return sorted(found, key=lambda quoted: not _of_wrong_part(quoted, feedback))


def _of_wrong_part(quoted: Quoted, feedback: Feedback) -> bool:
    wrong = {part.text for part in feedback.parts if not part.right}
    return not quoted.parts or not wrong.isdisjoint(quoted.parts)


def _also(feedback: Feedback) -> list[Quoted]:
    return [quoted for quoted in feedback.passages if quoted.role not in (Role.PROVES, Role.LAW)]


def _law(feedback: Feedback) -> list[Quoted]:
    return [quoted for quoted in feedback.passages if quoted.role is Role.LAW]


def evidence(
    feedback: Feedback, width: int, folding: Folding, *, plain: bool
) -> list[list[Content]]:
    """All passages but the law itself, each a part of its own, or close together where rows are
    short."""
    if not feedback.passages:
        return [[text.styled("No passage given", text.QUIET)]]
    every = proving(feedback)
    shown = every[: folding.passages]
    if folding.all_but_context:
        shown += [one for one in _also(feedback) if folding.context or one.role is not Role.CONTEXT]
    law_is_below = _law(feedback) if folding.context else []
    unseen = [one for one in in_order(feedback) if one not in (*shown, *law_is_below)]
    first = next((quoted for quoted in every if quoted.proof != NOT_FOUND), None)
    parts = [
        _passage(quoted, feedback, width, folding, plain=plain, standing=quoted is first)
        for quoted in shown
    ]
    if unseen:
        context = all(quoted.role is Role.CONTEXT for quoted in unseen)
        more = f"… o opens {len(unseen)} more{' for context' if context else ''}"
        told = text.styled(more, text.QUIET)
        beside = not folding.whole_citations and told.cell_length <= width // 2
        if beside and shown and _heading(shown[-1], feedback):
            parts[-1][0] = text.between(parts[-1][0], told, width)
        else:
            parts.append(text.hang("  ", told, width))
    return parts if folding.whole_citations else [[line for part in parts for line in part]]


def law(feedback: Feedback, width: int, folding: Folding, *, plain: bool) -> list[list[Content]]:
    """The law's own words."""
    if not folding.context:
        return []
    return [_passage(quoted, feedback, width, folding, plain=plain) for quoted in _law(feedback)]


def _passage(
    quoted: Quoted,
    feedback: Feedback,
    width: int,
    folding: Folding,
    *,
    plain: bool,
    standing: bool = False,
) -> list[Content]:
    """A passage with its citation, and where `standing` with how the source holds the claim."""
    lines = text.barred(_marked(quoted), width)
    if not folding.whole_passages:
        lines = _around_marks(quoted, lines, width)
    heading = _heading(quoted, feedback)
    lead = [heading.truncate(width, ellipsis=True)] if heading else []
    said = [part for part in (quoted.citation, _standing(feedback) if standing else "") if part]
    if folding.whole_citations:
        cited = text.hang("  ", text.styled(" · ".join(said), text.QUIET), width)
    else:
        short = text.styled("  " + " · ".join(reversed(said)), text.QUIET)
        cited = [short.truncate(width, ellipsis=True)]
    ours = _in_plain_words(quoted, width) if plain else []
    return [*lead, *lines, *cited, *ours]


def _standing(feedback: Feedback) -> str:
    """How the source holds the claim. That is said once, under the first passage that proves:
    another passage may be another's words; and never of words that the source does not have."""
    words = (feedback.stance, feedback.accuracy, feedback.as_of)
    return " · ".join(word for word in words if word)


_HEADINGS = {
    Role.DIFFERS: "Another passage says otherwise",
    Role.CONTEXT: "For context",
    Role.LAW: "The law itself",
}


def _heading(quoted: Quoted, feedback: Feedback) -> Content:
    """What a passage is, where it is not simply the one that proves; that it could not be found
    stands first of all."""
    named = Content(_HEADINGS.get(quoted.role, ""))
    if quoted.role is Role.PROVES and quoted.parts:
        named = Content("For ") + _parts(quoted, feedback)
    elif quoted.role is Role.PROVES and quoted.proof:
        named = Content("The passage as the bank quotes it")
    proof = f" ({quoted.proof})" if quoted.proof else ""
    return named + Content(f"{proof}:") if named else named


def _parts(quoted: Quoted, feedback: Feedback) -> Content:
    """The parts that a passage proves, as they stand above it."""
    numbers = {part.text: part.number for part in feedback.parts}
    named = [
        text.styled(f"{numbers[part]}  " if part in numbers else "", text.QUIET) + Content(part)
        for part in quoted.parts
    ]
    return Content(" · ").join(named)


def _in_plain_words(quoted: Quoted, width: int) -> list[Content]:
    """What it says in words that are easier, and ours."""
    if not quoted.plain:
        return []
    lead = text.styled("In plain words (ours): ", text.QUIET)
    return text.hang("  ", lead + text.styled(quoted.plain, "italic"), width)


def _marked(quoted: Quoted) -> Content:
    """The passage with the proving words set off: bold among quiet neighbours."""
    content = Content(quoted.text).stylize(text.QUIET)
    for start, end in quoted.marks:
        content = content.stylize(f"bold {_FOREGROUND}", start, end)
    return content


def _around_marks(quoted: Quoted, lines: list[Content], width: int) -> list[Content]:
    """Only the lines that hold proving words, with one line each side."""
    holding = _lines_with_marks(quoted, width)
    if not holding:
        return lines
    first, last = max(0, holding[0] - 1), min(len(lines), holding[-1] + 2)
    if (first, last) == (0, len(lines)):
        return lines
    more = text.hang("  ", text.styled("… o opens the whole passage", text.QUIET), width)
    return [*lines[first:last], *more]


def _lines_with_marks(quoted: Quoted, width: int) -> list[int]:
    """Which of the passage's lines hold proving words, by following the text from line to line."""
    at, holding = 0, []
    for number, line in enumerate(text.wrapped(quoted.text, width - 2)):
        start = quoted.text.find(line.plain, at)
        at = max(at, start) + len(line.plain)
        if any(first < at and last > start for first, last in quoted.marks):
            holding.append(number)
    return holding
