"""The rule on a file's text: nothing in it that a screen would obey or hide."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Any

from civicsquiz.bank.check.rule import Place, Spot, TextRule
from civicsquiz.bank.finding import Severity
from civicsquiz.source.visible import controls, one_line

_MOST = 100
"""Findings for one file; a file of binary rubbish has millions."""

_ESCAPE = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[0abevfrNLP]|\\)")
_SHORT = {
    "0": "\0", "a": "\a", "b": "\b", "e": "\x1b", "v": "\v", "f": "\f", "r": "\r", "N": "\x85",
    "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def _controls(text: str, data: Any, place: Callable[[Place], tuple[int, int]]) -> Iterator[Spot]:
    if "\\" not in text and text.replace("\r\n", "").replace("\n", "").isprintable():
        return  # true of nearly every file, and quick to see even in a large one
    places = _Places(text)
    spots: list[Spot] = []
    for at in controls(text):
        if len(spots) == _MOST:
            break
        if text[at] != "\r" or text[at + 1 : at + 2] != "\n":
            spots.append(Spot(*places.of(at), f"a control character, {named(text[at])}"))
    written = [
        found for found in _ESCAPE.finditer(text) if controls(_decoded(found.group()))
    ] if "\\" in text else []  # fmt: skip
    if written:
        spots += _escaped(data, place, places, written)
    yield from sorted(spots, key=lambda spot: (spot.line, spot.column))[:_MOST]


def _escaped(
    data: Any,
    place: Callable[[Place], tuple[int, int]],
    places: _Places,
    written: list[re.Match[str]],
) -> Iterator[Spot]:
    """The escapes that really made a control character (not those in plain or single quotes)."""
    starts = [found.start() for found in written]
    for path, value in _strings(data, ()):
        at = places.offset(*place(path))
        for control in controls(value):
            number = bisect_right(starts, at - 1)
            while number < len(written) and _decoded(written[number].group()) != value[control]:
                number += 1
            if number == len(written):
                break
            at = starts[number] + 1
            yield Spot(
                *places.of(starts[number]),
                f"an escape that makes a control character, {named(value[control])}",
            )


def _decoded(escape: str) -> str:
    if escape[1] in "xuU":
        code = int(f"0x{escape[2:]}", 0)
        return chr(code) if code <= 0x10FFFF else ""
    return _SHORT.get(escape[1], "")


def _strings(data: Any, path: Place) -> Iterator[tuple[Place, str]]:
    """Every text in the data that holds a control character, with the way to it."""
    stack: list[tuple[Place, Any]] = [(path, data)]
    while stack:
        way, value = stack.pop()
        if isinstance(value, str):
            if not value.isprintable() and controls(value):
                yield way, value
        elif isinstance(value, dict):
            stack += [((*way, key), inner) for key, inner in value.items()]
            stack += [(way, key) for key in value if not key.isprintable()]
        elif isinstance(value, list):
            stack += [((*way, number), inner) for number, inner in enumerate(value)]


class _Places:
    """Lines and columns, from 1, of offsets in a text, and back."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def of(self, at: int) -> tuple[int, int]:
        line = bisect_right(self._starts, at)
        return line, at - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        return self._starts[min(line, len(self._starts)) - 1] + column - 1


def named(char: str) -> str:
    """A control character as it is spoken of: its number, and its sign where it has one."""
    shown = one_line(char)
    return f"U+{ord(char):04X}" + (f" ({shown})" if len(shown) == 1 and shown.strip() else "")


CONTROLS = TextRule(
    code="X1",
    name="control-character",
    severity=Severity.ERROR,
    trust=True,
    mend="remove it",
    means="The file holds a character that a terminal obeys or that hides what is written: ESC, other "
    "C0 and C1 controls, marks that turn the direction of writing, invisible ones. Escapes such as "
    '"\\e" in double quotes count too.',
    why="Such a character can move the cursor, fill the clipboard, or make a text read otherwise than "
    "it is (CVE-2021-42574, “Trojan Source”). The quiz shows it as a sign and never obeys it.",
    bad='stem: "Which \\e]52;c;… case …?"',
    good="stem: Which case …?",
    check=_controls,
)
