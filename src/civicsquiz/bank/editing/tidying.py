"""A bank file laid out canonically: the order, the folding and the quoting of the shipped banks, with
every comment kept where it belongs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from civicsquiz.bank.editing import comments, emit, tree
from civicsquiz.bank.editing.comments import Comments
from civicsquiz.errors import FileError
from civicsquiz.source import safe_yaml

_SPREAD = frozenset(("sources", "topics"))
"""Mappings whose members keep their order and stand on lines."""


def tidied(text: str, path: Path) -> str:
    """The text of a bank file in its canonical layout. It loads to the same values, and is itself tidy.

    Raises:
        FileError: it is no YAML, or no mapping.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    data, problems = safe_yaml.load(text)
    for each in problems:
        raise FileError(path, each.problem, each.mend, each.line, each.column)
    root = tree.read(text)
    if root is None or root.pairs is None:
        raise FileError(path, "is no bank", "it has to begin with “civicsquiz: 1”")
    made = "\n".join(_Layout(comments.comments(text, root)).bank(data)) + "\n"
    if safe_yaml.load(made) != (data, []):
        raise FileError(
            path, "cannot be laid out without a change of its meaning", "edit it by hand"
        )
    return made


class _Layout:
    """The lines of a file with its comments."""

    def __init__(self, said: Comments) -> None:
        self._said = said

    def bank(self, data: dict[str, Any]) -> Iterator[str]:
        known = [key for key in emit.HEAD if key in data]
        first = True
        for key in (*known, *(key for key in data if key not in emit.HEAD)):
            if (key,) in self._said.parted and not first:
                yield ""
            first = False
            yield from self._top(key, data[key])
        yield from self._said.above.get((), ())

    def _top(self, key: str, value: Any) -> list[str]:
        path: comments.Path = (key,)
        if key == "items" and isinstance(value, list) and value:
            lines = [f"{key}:"]
            for at, each in enumerate(value):
                lines += [*([""] if at else []), *self._entry(each, 2, (key, at))]
            return self._with(path, lines, 0)
        if key in _SPREAD and isinstance(value, dict) and value:
            lines = [f"{key}:"]
            for name, each in value.items():
                lines += self._pair(name, each, 2, (key, name))
            return self._with(path, lines, 0)
        return self._pair(key, value, 0, path)

    def _pair(self, key: str, value: Any, indent: int, path: comments.Path) -> list[str]:
        if not self._said.within(path):
            lines = emit.pair(key, _ordered(value), indent)
        elif isinstance(value, dict):
            start = emit.pair(key, {"": ""}, indent)[0].partition(": {")[0]
            lines = [f"{start}:", *self._members(value, indent + 2, path)]
        else:
            start = emit.pair(key, [""], indent)[0].partition(": [")[0]
            lines = [f"{start}:", *self._entries(value, indent + 2, path)]
        return self._with(path, lines, indent)

    def _members(self, value: dict[str, Any], indent: int, path: comments.Path) -> list[str]:
        found: list[str] = []
        for name, each in emit.ordered(value).items():
            found += self._pair(name, each, indent, (*path, name))
        return found

    def _entries(self, value: Iterable[Any], indent: int, path: comments.Path) -> list[str]:
        found: list[str] = []
        for at, each in enumerate(value):
            found += self._entry(each, indent, (*path, at))
        return found

    def _entry(self, value: Any, indent: int, path: comments.Path) -> list[str]:
        if not self._said.within(path) or not isinstance(value, dict):
            return self._with(path, emit.entry(_ordered(value), indent), indent)
        lines = self._members(value, indent + 2, path)
        above = 0
        while (
            lines[above].lstrip().startswith("#")
        ):  # the comments of what has become the first key
            above += 1
        first = f"{' ' * indent}- {lines[above].lstrip(' ')}"
        hoisted = [f"{' ' * indent}{one.lstrip(' ')}" for one in lines[:above]]
        return self._with(path, [*hoisted, first, *lines[above + 1 :]], indent)

    def _with(self, path: comments.Path, lines: list[str], indent: int) -> list[str]:
        """The lines of a value with its own comments."""
        beside = self._said.beside.get(path)
        first = f"{lines[0]}  {beside}" if beside else lines[0]
        above = (f"{' ' * indent}{one}" for one in self._said.above.get(path, ()))
        return [*above, first, *lines[1:]]


def _ordered(value: Any) -> Any:
    return emit.ordered(value) if isinstance(value, dict) else value
