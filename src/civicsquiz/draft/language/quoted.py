"""Where a text quotes: spans between double quotation marks."""

from __future__ import annotations

import re

Span = tuple[int, int]

_MARK = re.compile(r"[“”\"]")


def quoted(text: str) -> tuple[Span, ...]:
    """The spans of `text` inside double quotation marks, the marks with them.

    A quotation that is opened and never closed runs to the end; one that is only closed runs from
    the beginning. Straight marks open and close in turn, except that one after a space or an opening
    bracket opens.
    """
    found: list[Span] = []
    opened: int | None = None
    for match in _MARK.finditer(text):
        at, mark = match.start(), match[0]
        opens = mark == "“" or (mark == '"' and opened is None and _may_open(text, at))
        if opens:
            opened = at if opened is None else opened
        elif opened is not None:
            found.append((opened, at + 1))
            opened = None
        elif not found:
            found.append((0, at + 1))
    if opened is not None:
        found.append((opened, len(text)))
    return tuple(found)


def _may_open(text: str, at: int) -> bool:
    after = text[at + 1 : at + 2]
    return bool(after) and not after.isspace()


def inside(spans: tuple[Span, ...], start: int, end: int) -> bool:
    """Whether `start` to `end` touches one of the spans."""
    return any(start < last and first < end for first, last in spans)


def balanced(text: str) -> bool:
    """Whether every quotation mark and bracket of a text has its other half."""
    pairs = (("“", "”"), ("(", ")"), ("[", "]"))
    return all(text.count(left) == text.count(right) for left, right in pairs) and (
        text.count('"') % 2 == 0
    )
