"""Where the values of a YAML text stand in it, to the character.

The text is one that `source.safe_yaml` reads without a problem: no anchors, no tags, one document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from civicsquiz.bank.editing import lines

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_HEADER = re.compile(r"[|>][0-9]|[|>]\+")
"""Of a block scalar that keeps its empty lines, or of which the indentation is stated."""


@dataclass(slots=True)
class Node:
    """A value: `text[start:end]`. What is in lines and not in brackets ends with its last value, and
    begins with its first key, or the first dash. `column` is that of its start."""

    start: int
    end: int
    column: int
    value: str | None = None
    """Of a scalar."""
    flow: bool = False
    """Whether it stands in brackets."""
    pairs: list[tuple[Node, Node]] | None = None
    """Of a mapping: keys and values."""
    entries: list[Node] | None = None
    """Of a list."""
    _key: Node | None = field(default=None, repr=False)

    def find(self, key: str) -> int:
        """Which of the pairs has this key; -1 where none has."""
        found = (at for at, (name, _) in enumerate(self.pairs or ()) if name.value == key)
        return next(found, -1)

    def get(self, key: str) -> Node | None:
        """The value of a key."""
        at = self.find(key)
        return self.pairs[at][1] if self.pairs and at >= 0 else None

    def add(self, child: Node) -> None:
        if self.entries is not None:
            self.entries.append(child)
        elif self._key is None:
            self._key = child
        elif self.pairs is not None:
            self.pairs.append((self._key, child))
            self._key = None


def read(text: str, deepest: int = 99) -> Node | None:
    """The root value of a text, level 0; None where there is none. What lies deeper than `deepest`
    is not told of, and its parents end where it ends."""
    stack: list[Node] = []
    level = 0
    for event in _events(text):
        kind = type(event)
        start, end = event.start_mark, event.end_mark
        if kind is yaml.ScalarEvent:
            stop = end.index if event.style not in ("|", ">") else _content(text, start, end)
            node = Node(start.index, stop, start.column, value=event.value)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if level <= deepest:
                node = Node(start.index, end.index, start.column, flow=bool(event.flow_style))
                if kind is yaml.MappingStartEvent:
                    node.pairs = []
                else:
                    node.entries = []
                stack.append(node)
            level += 1
            continue
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            level -= 1
            node = stack.pop() if level <= deepest else stack[-1]
            if start.index < end.index:  # a closing bracket
                node.end = end.index
            if level > deepest:
                continue
        else:
            continue
        if not stack:
            return node
        stack[-1].end = node.end
        if level <= deepest:
            stack[-1].add(node)
    return None


def _events(text: str) -> Iterator[Any]:
    yield from yaml.parse(text, Loader=_LOADER)


def _content(text: str, start: Any, end: Any) -> int:
    """Where a block scalar ends: before the empty lines after it, unless they belong to it."""
    whole = text[start.index : end.index]
    kept = whole.rstrip(" \t\r\n")
    body = kept[lines.end_of(kept, 0) :].lstrip("\r\n")
    indent = len(body) - len(body.lstrip(" "))
    tail = re.split("[\r\n]", whole[len(kept) :])
    spaced = any(len(line) > indent for line in tail[1:])
    if _HEADER.match(whole) or spaced or not body:
        return int(end.index)
    return int(start.index) + len(kept) + len(tail[0])
