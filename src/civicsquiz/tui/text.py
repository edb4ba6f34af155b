"""Setting text: lines with hanging indents out of plain text. Never markup.

Everything shown is built as `Content` from plain text and given style by offsets, so that brackets
in a bank stay brackets.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

BOLD = "bold"
NARROW = 56
"""Below this width, in cells, what stands side by side stands one under the other."""

QUIET = "$quiet"
_LEAST = 8
ACCENT = "$accent"
RULE = "$rule"


def styled(text: str, style: str = "") -> Content:
    """`text`, all in one style."""
    return Content.styled(text, style) if style else Content(text)


def hang(lead: Content | str, text: Content | str, width: int) -> list[Content]:
    """`text` wrapped to `width` cells, its first line after `lead` and the others under it. Where
    that leaves too little room, `lead` stands above."""
    lead = Content(lead) if isinstance(lead, str) else lead
    text = Content(text) if isinstance(text, str) else text
    indent = lead.cell_length
    if width - indent < _LEAST:
        return [*wrapped(lead, width), *wrapped(text, width)]
    lines = wrapped(text, width - indent)
    return [(lead if at == 0 else Content(" " * indent)) + line for at, line in enumerate(lines)]


def wrapped(text: Content | str, width: int) -> list[Content]:
    """`text` in lines of at most `width` cells, at least one."""
    text = Content(text) if isinstance(text, str) else text
    return [line.rstrip() for line in text.wrap(max(1, width))] or [Content("")]


def barred(text: Content, width: int) -> list[Content]:
    """A passage, set off by a bar at its left like a quotation in a book."""
    bar = styled("┃ ", RULE)
    return [bar + line for line in wrapped(text, width - 2)]


def clipped(lines: list[Content], most: int, width: int) -> list[Content]:
    """At most `most` lines; where some had to go, the last ends in "…"."""
    if len(lines) <= most:
        return lines
    kept = lines[:most]
    kept[-1] = wrapped(kept[-1], width - 2)[0] + Content(" …")
    return kept


def between(left: Content, right: Content, width: int) -> Content:
    """One line with `left` at the left and `right` at the right; the left gives way."""
    room = width - right.cell_length - 2
    if left.cell_length > room:
        left = left.truncate(max(1, room), ellipsis=True)
    return left + Content(" " * max(1, width - left.cell_length - right.cell_length)) + right


def bar(done: int, total: int, width: int) -> Content:
    """A progress bar of `width` cells."""
    full = round(width * done / total) if total else 0
    return styled("█" * full, QUIET) + styled("░" * (width - full), RULE)


def plot(share: float, width: int) -> Content:
    """A bar of a plot: thin, so that rows under each other stay apart."""
    full = round(width * share)
    return styled("━" * full, QUIET) + styled("─" * (width - full), RULE)


def joined(lines: Iterable[Content]) -> Content:
    return Content("\n").join(list(lines))
