"""One key of a mapping set or removed, and all other characters of the text left as they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from civicsquiz.bank.editing import emit, lines
from civicsquiz.bank.editing.tree import Node


def put(text: str, mapping: Node, key: str, value: Any, newline: str) -> Iterator[str]:
    """The text with a key set to a `normal` value: in its place, or where the order of keys has it.

    There are several ways, the best first; that one is right which loads to what is meant. (A comment
    that is indented deeper would become a part of a folded text before it.)
    """
    if mapping.flow:
        yield _put_in_brackets(text, mapping, key, value)
        return
    column = _column(mapping)
    yield _put(text, mapping, key, emit.pair(key, value, column), newline)
    yield _put(text, mapping, key, [" " * column + emit.member(key, value)], newline)


def _put(text: str, mapping: Node, key: str, made: list[str], newline: str) -> str:
    at = mapping.find(key)
    if at < 0:
        return _insert(text, _before(text, mapping, key), newline.join(made), newline)
    name, old = _pairs(mapping)[at]
    first = newline.join(made).lstrip(" ")
    stop = max(name.end, old.end)
    if lines.start_of(text, stop) == stop:  # a block scalar that keeps its empty lines
        return text[: name.start] + first + newline + text[stop:]
    end = lines.stop_of(text, stop)
    comment = text[stop:end]
    if len(made) > 1 and comment.strip():
        comment = f"{newline}{' ' * _column(mapping)}{comment.strip()}"
    return text[: name.start] + first + comment + text[end:]


def drop(text: str, mapping: Node, key: str) -> Iterator[str]:
    """The text without a key that the mapping has, beside others; in several ways, as `put`."""
    at = mapping.find(key)
    pairs = _pairs(mapping)
    if mapping.flow:
        yield cut(text, [(name.start, max(name.end, old.end)) for name, old in pairs], at)
        return
    name, old = pairs[at]
    stop = max(name.end, old.end)
    start = lines.start_of(text, name.start)
    after = stop if lines.start_of(text, stop) == stop else lines.end_of(text, stop)
    if not text[start : name.start].strip(" "):
        yield text[:start] + text[after:]
        yield text[:start] + _outdented(text[after:], _column(mapping))
        return
    # The key stands beside the dash: the next one takes its place, or stays where it is under a
    # comment that belongs to nobody else.
    follower = pairs[at + 1][0].start if at + 1 < len(pairs) else stop
    between = text[stop:follower]
    if between.strip():
        yield text[: name.start] + between.lstrip(" \t") + text[follower:]
    else:
        yield text[: name.start] + text[follower:]


def _outdented(text: str, column: int) -> str:
    """A text whose first lines, as far as they are comments, begin at a column."""
    at = 0
    done = []
    while at < len(text):
        stop = lines.end_of(text, at)
        line = text[at:stop].lstrip(" \t")
        if line.strip() and not line.startswith("#"):
            break
        done.append(" " * column + line if line.strip() else line)
        at = stop
    return "".join(done) + text[at:]


def cut(text: str, spans: list[tuple[int, int]], at: int) -> str:
    """The text without one of the parts in brackets, and without a comma beside it."""
    if len(spans) == 1:
        after = text[spans[0][1] :]
        rest = after.lstrip()
        return text[: spans[0][0]] + (rest[1:] if rest.startswith(",") else after)
    if at:
        return text[: spans[at - 1][1]] + text[spans[at][1] :]
    return text[: spans[0][0]] + text[spans[1][0] :]


def append(text: str, sequence: Node, value: Any) -> str:
    """The text with one more entry in a list in brackets."""
    entries = sequence.entries or []
    made = emit.flow(value)
    if not entries:
        return text[: sequence.end - 1].rstrip(" ") + made + text[sequence.end - 1 :]
    return text[: entries[-1].end] + ", " + made + text[entries[-1].end :]


def _pairs(mapping: Node) -> list[tuple[Node, Node]]:
    return mapping.pairs or []


def _column(mapping: Node) -> int:
    return _pairs(mapping)[0][0].column


def _before(text: str, mapping: Node, key: str) -> int:
    """Where a new key goes: on the line after the last of the keys that come before it."""
    pairs = _pairs(mapping)
    sooner = [
        at for at, (name, _) in enumerate(pairs) if emit.rank(name.value or "") <= emit.rank(key)
    ]
    name, value = pairs[sooner[-1] if sooner else 0]
    stop = max(name.end, value.end)
    return stop if lines.start_of(text, stop) == stop else lines.end_of(text, stop)


def _insert(text: str, at: int, made: str, newline: str) -> str:
    before, after = text[:at], text[at:]
    if lines.ended(before):
        return before + made + newline + after
    return before + newline + made + after


def _put_in_brackets(text: str, mapping: Node, key: str, value: Any) -> str:
    made = emit.member(key, value)
    pairs, at = _pairs(mapping), mapping.find(key)
    if at >= 0:
        name, old = pairs[at]
        return text[: name.start] + made + text[max(name.end, old.end) :]
    if not pairs:
        return text[: mapping.end - 1].rstrip(" ") + made + text[mapping.end - 1 :]
    name, old = pairs[-1]
    stop = max(name.end, old.end)
    return text[:stop] + ", " + made + text[stop:]
