"""Cloze deletions: `{{c1::Warren}}`, with a hint `{{c1::Warren::who?}}`, for two cards `{{c1,2::…}}`, nested.

After Anki's manual, “Cloze Deletion”. What is not closed, or lies too deep, is text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_DEEPEST = 8
_HIGHEST = 499
"""The highest number that Anki makes a card of."""
_TOTAL = 16 << 20
"""Characters of all stems of one note."""
_TOKEN = re.compile(r"\{\{c([0-9]{1,4}(?:,[0-9]{1,4}){0,20})::|\}\}")
_GAP = "..."


@dataclass(slots=True)
class _Cloze:
    opening: str
    numbers: frozenset[int]
    nodes: list[str | _Cloze] = field(default_factory=list)
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """A text with what one number hides taken out, and what that is; several places are parted by
    commas, as Anki has them typed."""

    number: int
    stem: str
    answer: str


def gaps(text: str) -> tuple[Gap, ...]:
    """One for each number, in their order; none where nothing is hidden, or where it is too much."""
    top = _parsed(text)
    numbers = sorted(set(_numbers(top)))
    if len(numbers) * len(text) > _TOTAL:
        return ()
    found = []
    for number in numbers:
        shown: list[str] = []
        hidden: list[str] = []
        _render(top, number, shown, hidden)
        if hidden:
            found.append(Gap(number, "".join(shown), ", ".join(hidden)))
    return tuple(found)


def _parsed(text: str) -> list[str | _Cloze]:
    top: list[str | _Cloze] = []
    opened: list[_Cloze] = []

    def add(words: str) -> None:
        if not opened:
            top.append(words)
            return
        before, hinted, hint = words.partition("::")
        opened[-1].nodes.append(before)
        if hinted:
            opened[-1].hint = hint

    at = 0
    for token in _TOKEN.finditer(text):
        if token.group(1) is None and not opened:
            continue
        if token.group(1) is not None and len(opened) == _DEEPEST:
            continue
        if token.start() > at:
            add(text[at : token.start()])
        at = token.end()
        if token.group(1) is not None:
            numbers = frozenset(int(digits) for digits in token.group(1).split(","))
            opened.append(_Cloze(token.group(), numbers))
        else:
            closed = opened.pop()
            (opened[-1].nodes if opened else top).append(closed)
    if at < len(text):
        add(text[at:])
    while opened:
        left = opened.pop()
        nodes = opened[-1].nodes if opened else top
        nodes.extend((left.opening, *left.nodes, *(("::", left.hint) if left.hint else ())))
    return top


def _numbers(nodes: list[str | _Cloze]) -> Iterator[int]:
    for node in nodes:
        if isinstance(node, _Cloze):
            yield from (number for number in node.numbers if 0 < number <= _HIGHEST)
            yield from _numbers(node.nodes)


def _render(nodes: list[str | _Cloze], number: int, shown: list[str], hidden: list[str]) -> None:
    for node in nodes:
        if isinstance(node, str):
            shown.append(node)
        elif number in node.numbers:
            shown.append(f"[{node.hint or _GAP}]")
            hidden.append("".join(_revealed(node.nodes)))
        else:
            _render(node.nodes, number, shown, hidden)


def _revealed(nodes: list[str | _Cloze]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        else:
            yield from _revealed(node.nodes)
