"""A file in blocks, parted by empty lines: each is a question, a category or a comment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from civicsquiz.formats.gift.escapes import SPACE

MOST_LINES = 20_000
LONE_ZERO = "0"
"""A line of which PHP thinks that it is empty."""


@dataclass(frozen=True, slots=True)
class Block:
    """`line` is where its first line stands that is no comment, counted from 1; `comments` are the
    lines that begin with `//`, `body` is all else, with a space where a comment was. A block that is
    not `whole` had more lines than are read of one."""

    line: int
    comments: tuple[str, ...]
    body: str
    whole: bool = True


def blocks(lines: Iterable[str]) -> Iterator[Block]:
    """The blocks of a file in order. A line that holds only 0 parts blocks, as in Moodle, and is
    given as a block of its own."""
    collected: list[str] = []
    start = 0
    for number, raw in enumerate(lines, 1):
        line = raw.strip(SPACE)
        if line and line != LONE_ZERO:
            if not collected:
                start = number
            if len(collected) <= MOST_LINES:
                collected.append(line)
            continue
        if collected:
            yield _block(collected, start)
            collected = []
        if line:
            yield Block(number, (), LONE_ZERO)
    if collected:
        yield _block(collected, start)


def _block(lines: list[str], start: int) -> Block:
    whole = len(lines) <= MOST_LINES
    comments = tuple(line for line in lines if line.startswith("//"))
    if not comments:
        return Block(start, (), "\n".join(lines), whole)
    body = [" " if line.startswith("//") else line for line in lines]
    first = next((at for at, line in enumerate(body) if line != " "), 0)
    return Block(start + first, comments, "\n".join(body).strip(SPACE), whole)
