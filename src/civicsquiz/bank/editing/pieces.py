"""A bank file as a row of pieces that can be exchanged one by one: all others keep their characters.

Each entry of `items`, `rejected` and `sources` is a piece, with the comment lines after it that are
indented deeper than its beginning; so is each other key of the bank. What stands between (empty lines,
comments) are pieces of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from civicsquiz.bank.editing import lines, tree
from civicsquiz.bank.editing.tree import Node

PARTED = ("items", "rejected", "sources")


class Form(Enum):
    """What a piece is."""

    BETWEEN = "between"
    WHOLE = "whole"
    """A key of the bank with its value."""
    OPENING = "opening"
    """The line or lines of a key whose entries are pieces."""
    ENTRY = "entry"


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """Some lines. `name` is the bank's key that they belong to; `data` the value of a key, the entry
    of a list, or of the sources a mapping of one id to its card. `column` is where entries begin."""

    form: Form
    text: str
    name: str = ""
    data: Any = None
    column: int = 0


class OddLayout(Exception):
    """The file stands in a way that is not edited; the text says which, and `at` where."""

    def __init__(self, at: int, problem: str, mend: str) -> None:
        self.at, self.problem, self.mend = at, problem, mend
        super().__init__(problem)


def split(text: str, data: Mapping[str, Any]) -> list[Piece]:
    """The pieces of a bank file that loads to `data`.

    Raises:
        OddLayout: it stands in brackets as a whole, or a key of it does not begin its line.
    """
    root = tree.read(text, deepest=2)
    if root is None or root.pairs is None or root.flow:
        at = root.start if root else 0
        raise OddLayout(at, "the bank stands in brackets", "write each key on a line of its own")
    pieces: list[Piece] = []
    done = 0
    for key, value in root.pairs:
        start = _line(text, key)
        if start < done or text[start : key.start].strip(" "):
            raise OddLayout(
                key.start, f"“{key.value}” does not begin its line", "write “key: value”"
            )
        if start > done:
            pieces.append(Piece(Form.BETWEEN, text[done:start]))
        name = str(key.value)
        done = _end(text, max(key.end, value.end))
        if name in PARTED and not value.flow and (value.entries or value.pairs):
            parted = list(_parted(text, name, start, value, data[name]))
            pieces += parted
            done = start + sum(len(piece.text) for piece in parted)
        else:
            pieces.append(Piece(Form.WHOLE, text[start:done], name, data[name]))
    if done < len(text):
        pieces.append(Piece(Form.BETWEEN, text[done:]))
    return pieces


def _parted(text: str, name: str, start: int, value: Node, data: Any) -> Iterator[Piece]:
    """The pieces of a key with entries, whose lines begin at `start`."""
    column = value.column
    spans = list(_entries(text, name, start, value))
    values = data if isinstance(data, list) else [{key: one} for key, one in data.items()]
    yield Piece(Form.OPENING, text[start : spans[0][0]], name, None, column)
    for number, (first, last) in enumerate(spans):
        following = spans[number + 1][0] if number + 1 < len(spans) else len(text)
        end = _with_comments(text, last, following, column)
        yield Piece(Form.ENTRY, text[first:end], name, values[number], column)
        if number + 1 < len(spans) and end < following:
            yield Piece(Form.BETWEEN, text[end:following])


def _entries(text: str, name: str, start: int, value: Node) -> Iterator[tuple[int, int]]:
    """From where to where the lines of each entry go."""
    if value.pairs is not None:
        for key, one in value.pairs:
            first = _line(text, key)
            if first <= start or text[first : key.start].strip(" "):
                raise OddLayout(key.start, f"an entry of “{name}” does not begin its line", _DASH)
            yield first, _end(text, max(key.end, one.end))
        return
    done = value.start - value.column
    for entry in value.entries or ():
        first = _dash(text, done, entry.start, value.column)
        if first <= start:
            raise OddLayout(entry.start, f"an entry of “{name}” does not begin its line", _DASH)
        done = _end(text, entry.end)
        yield first, done


_DASH = "write each entry on lines of its own"


def _dash(text: str, done: int, before: int, column: int) -> int:
    """The first line from `done` on with a dash, and spaces alone before it, at the column; -1 where
    there is none."""
    while done <= before:
        if text[done : done + column + 1] == " " * column + "-":
            return done
        stop = lines.end_of(text, done)
        if stop == done:
            break
        done = stop
    return -1


def _with_comments(text: str, end: int, following: int, column: int) -> int:
    """Where an entry ends with the comment lines after it that are indented deeper."""
    at = end
    while at < following:
        stop = lines.end_of(text, at)
        line = text[at:stop]
        comment = line.lstrip(" \t")
        if comment.strip() and not (comment[0] == "#" and len(line) - len(comment) > column):
            break
        at = stop
        if comment.strip():
            end = at
    return end


def _line(text: str, node: Node) -> int:
    return (
        node.start - node.column if node.column <= node.start else lines.start_of(text, node.start)
    )


def _end(text: str, at: int) -> int:
    """The end of the line that `at` is in; `at` itself where a block scalar has taken its line ends."""
    return at if at and text[at - 1] in "\r\n" else lines.end_of(text, at)
