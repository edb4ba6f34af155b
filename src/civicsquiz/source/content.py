"""A block of text on its way into a document, each character with its place in the raw file."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from enum import Enum

from civicsquiz.source.document import Kind


class Markup(Enum):
    """Which inline markup a block is read with."""

    MARKDOWN = "all inline rules of CommonMark"
    SAVED = "links, images and emphasis, as saved web pages carry them"
    NONE = "none: code"


@dataclass(slots=True)
class Content:
    """`text` with the raw offset of every character in `places`; lines are parted by a newline."""

    text: str = ""
    places: array[int] = field(default_factory=lambda: array("q"))

    def add_line(self, raw: str, start: int, end: int) -> None:
        """Go on with the line `raw[start:end]`."""
        if self.places:
            self.text += "\n"
            self.places.append(self.places[-1] + 1)
        self.text += raw[start:end]
        self.places.extend(range(start, end))


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
    while start <= len(raw):
        feed, back = raw.find("\n", start), raw.find("\r", start)
        ends = [at for at in (feed, back) if at >= 0]
        end = min(ends, default=len(raw))
        spans.append((start, end))
        start = end + (2 if raw.startswith("\r\n", end) else 1)
    return spans
