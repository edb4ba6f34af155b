"""A block of text on its way into a document, each character with its place in the raw file."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum

from civicsquiz.source.document import Kind


class Markup(Enum):
    """Which inline markup a block is read with."""

    MARKDOWN = "all inline rules of CommonMark"
    SAVED = "links, images and emphasis, as saved web pages carry them"
    NONE = "none: code"


@dataclass(frozen=True, slots=True)
class Content:
    """`text` with the raw offset of every character in `places`; lines are parted by a newline."""

    text: str
    places: array[int]


def of_lines(raw: str, spans: Iterable[tuple[int, int]]) -> Content:
    """The content of lines, each from start to end in `raw`."""
    texts: list[str] = []
    places = array("q")
    for start, end in spans:
        if texts:
            places.append(places[-1] + 1)
        texts.append(raw[start:end])
        places.extend(range(start, end))
    return Content("\n".join(texts), places)


@dataclass(slots=True)
class Part:
    """A block as its file sets it.

    `level` is that of a heading (0: none), `given` a kind that the markup settles; `set_off` says
    that it stands in a list or a block quotation.
    """

    content: Content
    markup: Markup
    level: int = 0
    given: Kind | None = None
    set_off: bool = False
    references: dict[str, object] = field(default_factory=dict)


def line_spans(raw: str) -> list[tuple[int, int]]:
    """Start and end of each line of `raw`, without its line end (LF, CR LF or CR)."""
    spans, start = [], 0
    for found in re.finditer(r"\r\n?|\n", raw):
        spans.append((start, found.start()))
        start = found.end()
    return [*spans, (start, len(raw))]
