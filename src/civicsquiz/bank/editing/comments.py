"""The comments of a YAML text, each with the key or entry that it belongs to."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from civicsquiz.bank.editing import lines
from civicsquiz.bank.editing.tree import Node

Path = tuple[str | int, ...]
"""The keys, and numbers of entries, that lead to a value; () is the whole file, after its last line."""

_COMMENT = re.compile(r"#[^\r\n]*")
_HEADER = re.compile(r"[|>][-+0-9]*[ \t]+(#[^\r\n]*)")


@dataclass
class Comments:
    """`above` has the comments on lines of their own, `beside` the one at the end of its first line,
    `parted` the values with an empty line before them and their comments."""

    above: dict[Path, list[str]] = field(default_factory=dict)
    beside: dict[Path, str] = field(default_factory=dict)
    parted: set[Path] = field(default_factory=set)

    def within(self, path: Path) -> bool:
        """Whether a part of a value has one."""
        size = len(path)
        return any(len(one) > size and one[:size] == path for one in (*self.above, *self.beside))


@dataclass(frozen=True, slots=True)
class _Anchor:
    start: int
    path: Path
    end: int


def comments(text: str, root: Node) -> Comments:
    """All comments of a text, whose root value is a mapping. One on a line of its own belongs to what
    comes next, one inside brackets to what the brackets belong to."""
    anchors = sorted(_anchors(root, ()), key=lambda one: (one.start, len(one.path)))
    starts = [one.start for one in anchors]
    found = Comments()
    for at, said in _found(text, root):
        alone = not text[lines.start_of(text, at) : at].strip(" \t")
        number = bisect.bisect_right(starts, at)
        inside = next((one for one in reversed(anchors[:number]) if at < one.end), None)
        if not alone and number and starts[number - 1] >= lines.start_of(text, at):
            last = anchors[number - 1]
            found.beside[last.path] = f"{found.beside.get(last.path, '')} {said}".strip()
        elif inside is not None:
            found.above.setdefault(inside.path, []).append(said)
        else:
            path = anchors[number].path if number < len(anchors) else ()
            found.above.setdefault(path, []).append(said)
            _part(text, at, path, found, first=len(found.above[path]) == 1)
    for one in anchors:
        if one.path not in found.above:
            _part(text, one.start, one.path, found, first=True)
    return found


def _part(text: str, at: int, path: Path, found: Comments, *, first: bool) -> None:
    """Note whether an empty line stands before the line that `at` is in."""
    begin = lines.start_of(text, at)
    before = text[lines.start_of(text, begin - 1) : begin] if begin else "x"
    if first and begin and not before.strip():
        found.parted.add(path)


def _anchors(node: Node, path: Path) -> Iterator[_Anchor]:
    """Where each key and entry begins that does not stand in brackets. `end` is that of a value in
    brackets, else where it begins: nothing is inside it that would not have an anchor of its own."""
    if node.flow:
        return
    for key, value in node.pairs or ():
        inner = (*path, key.value or "")
        yield _Anchor(key.start, inner, value.end if value.flow else key.start)
        yield from _anchors(value, inner)
    for at, entry in enumerate(node.entries or ()):
        inner = (*path, at)
        yield _Anchor(entry.start, inner, entry.end if entry.flow else entry.start)
        yield from _anchors(entry, inner)


def _found(text: str, root: Node) -> Iterator[tuple[int, str]]:
    """Each comment with where it begins."""
    at = 0
    for start, end in [*sorted(_scalars(root)), (len(text), len(text))]:
        for found in _COMMENT.finditer(text, at, max(at, start)):
            yield found.start(), found[0].rstrip()
        header = _HEADER.match(text, start)
        if header and start < end:
            yield header.start(1), header[1].rstrip()
        at = max(at, end)


def _scalars(node: Node) -> Iterator[tuple[int, int]]:
    if node.value is not None:
        yield node.start, node.end
    for key, value in node.pairs or ():
        yield from _scalars(key)
        yield from _scalars(value)
    for entry in node.entries or ():
        yield from _scalars(entry)
