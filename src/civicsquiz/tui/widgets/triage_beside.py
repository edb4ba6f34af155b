"""The article beside a draft: the paragraph of its passage, and as much around it as there is room."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from civicsquiz.source.document import Kind
from civicsquiz.study.feedback import Feedback
from civicsquiz.study.opening import Part, within
from civicsquiz.study.reader import Stop
from civicsquiz.tui import text
from civicsquiz.tui.answered import in_order

_READ = (Kind.BODY, Kind.HEADING, Kind.TITLE, Kind.STANDFIRST, Kind.CAPTION)
_LEAST = 4
"""Fewer lines of a paragraph are not worth beginning it."""
_MORE = text.styled("  …", text.QUIET)
_QUOTED = "bold $foreground"


def beside(feedback: Feedback, stops: Sequence[Stop], width: int, rows: int) -> list[Content]:
    """At most `rows` lines (more only where the passages by themselves need more)."""
    quoted = in_order(feedback)
    blocks: list[tuple[list[Content], list[Content]]] = []
    shown: set[tuple[int, tuple[int, ...]]] = set()
    for passage, stop in zip(quoted, stops, strict=True):
        places = tuple(_places(stop))
        if (id(stop.page), places) in shown:
            continue
        shown.add((id(stop.page), places))
        spans = [span for other in stops if other.page is stop.page for span in other.spans]
        told = text.styled(_cited(passage.proof, passage.citation), text.QUIET)
        block = [line for at in places for line in _part(stop.page.parts[at], spans, width)]
        blocks.append((block, text.hang("  ", told, width)))
    if len(blocks) == 1:
        block, cited = blocks[0]
        room = rows - len(cited) - 1
        block = _window(block, room)
        return [*_with_neighbours(stops[0], block, width, room), Content(""), *cited]
    lines: list[Content] = []
    each = rows // max(1, len(blocks)) - 1
    for block, cited in blocks:
        part = _window(block, each - len(cited))
        lines += [*([Content("")] if lines else []), *part, *cited]
    return lines


def _window(lines: list[Content], room: int) -> list[Content]:
    """A long paragraph cut to `room` lines around the words that are quoted, all of them; “…” stands
    for what is left out."""
    if len(lines) <= room:
        return lines
    marked = [
        at for at, line in enumerate(lines) if any(one.style == _QUOTED for one in line.spans)
    ]
    first, last = (marked[0], marked[-1] + 1) if marked else (0, max(1, room))
    spare = max(0, room - (last - first))
    start = max(0, min(first - spare // 2, len(lines) - room))
    start, stop = min(start, first), max(last, start + room)
    more = text.barred(text.styled("…", text.QUIET), len("┃ …"))
    above = more if 0 < start < first else []
    below = more if last < stop < len(lines) else []
    return [*above, *lines[start + len(above) : stop - len(below)], *below]


def _cited(proof: str, citation: str) -> str:
    return f"{citation} ({proof})" if proof else citation


def _places(stop: Stop) -> list[int]:
    """The indices of the parts that the passage stands in."""
    parts = stop.page.parts
    return [
        at for at, part in enumerate(parts)
        if part.start >= 0 and within(stop.spans, part.start, part.start + len(part.text))
    ]  # fmt: skip


def _part(part: Part, spans: Sequence[tuple[int, int]], width: int) -> list[Content]:
    """A paragraph with the words that are quoted set off: bold among quiet neighbours."""
    content = Content(part.text).stylize(text.QUIET)
    if part.start >= 0:
        for first, last in within(spans, part.start, part.start + len(part.text)):
            content = content.stylize(_QUOTED, first, last)
    return text.barred(content, width)


def _with_neighbours(stop: Stop, lines: list[Content], width: int, rows: int) -> list[Content]:
    """The passage with the paragraphs before and after it, as many as there is room for: one before,
    then those after, then more before; of a long one the end that is next to the passage."""
    parts, places = stop.page.parts, _places(stop)
    before = [part for part in parts[: places[0]] if part.kind in _READ or part.excerpt][::-1]
    after = [part for part in parts[places[-1] + 1 :] if part.kind in _READ or part.excerpt]
    for queue, above in ((before[:1], True), (after, False), (before[1:], True)):
        for part in queue:
            room = rows - len(lines) - 1
            more = _quietly(part, width)
            if len(more) > room:
                if room < _LEAST:
                    break
                more = [_MORE, *more[1 - room :]] if above else [*more[: room - 1], _MORE]
            lines = [*more, Content(""), *lines] if above else [*lines, Content(""), *more]
    return lines


def _quietly(part: Part, width: int) -> list[Content]:
    heading = part.kind in (Kind.HEADING, Kind.TITLE)
    return text.hang(
        "  ", text.styled(part.text, f"bold {text.QUIET}" if heading else text.QUIET), width
    )
