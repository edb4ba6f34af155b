"""Text laid out in lines of at most `WIDTH` columns, made visible before it is measured."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from civicsquiz.source.visible import visible

WIDTH = 76
INDENT = " " * 11
"""Before what stands under a verdict."""

_STARS = ("*", "_", "^", "~", "#", "%")


def columns(text: str) -> int:
    """How many columns a terminal gives `text`: wide characters take two, combining ones none."""
    return sum(map(_width, text))


def _width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def wrapped(text: str, first: str = "", rest: str | None = None) -> list[str]:
    """`text` in lines that begin with `first`, and from the second on with `rest` (by default as
    many spaces as `first` is wide). Lines of the text stay lines; a word too long is cut."""
    rest = " " * columns(first) if rest is None else rest
    lines: list[str] = []
    for line in visible(text).split("\n"):
        current, empty = (rest if lines else first), True
        for word in _words(line, WIDTH - columns(rest)):
            if not empty and columns(current) + 1 + columns(word) > WIDTH:
                lines.append(current)
                current, empty = rest, True
            current, empty = current + ("" if empty else " ") + word, False
        lines.append(current.rstrip())
    return lines


def _words(line: str, width: int) -> Iterable[str]:
    """The words of a line, parted at spaces only, none wider than `width`."""
    for word in line.split(" "):
        piece, taken = "", 0
        for char in word:
            if taken + _width(char) > width:
                yield piece
                piece, taken = "", 0
            piece, taken = piece + char, taken + _width(char)
        if piece:
            yield piece


def shortened(text: str, width: int) -> str:
    """`text` on one line of at most `width` columns, with "…" where something was left out."""
    line = " ".join(visible(text).split())
    if columns(line) <= width:
        return line
    while line and columns(line) > width - 1:
        line = line[:-1]
    return line.rstrip() + "…"


def starred(text: str, marks: Iterable[tuple[int, int]]) -> tuple[str, str]:
    """`text` with a sign of ours before and after each mark, and the sign: one that the text itself
    does not hold, and no quotation mark. A text that is marked as a whole needs none."""
    spans = list(marks)
    if not spans or spans == [(0, len(text))]:
        return text, ""
    sign = next((star for star in _STARS if star not in text), "|")
    for start, end in reversed(spans):
        text = text[:start] + sign + text[start:end] + sign + text[end:]
    return text, sign


def bar(mark: float, asked: int, width: int = 20) -> str:
    """A plot of `mark` of `asked` as a bar of `width` columns."""
    full = int(width * mark / asked + 1e-9) if asked else 0
    return "█" * full + "░" * (width - full)


def label(text: str) -> str:
    """`text` with spaces up to what stands beside it."""
    return text + " " * max(1, len(INDENT) - columns(text))
