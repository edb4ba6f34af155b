"""Single values as YAML: quoted only where they must be, folded where they are long.

What is written here loads to the same value (`source.safe_yaml`). It is quoted too where another
program would take it for a number or a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

WIDTH = 120
"""Columns that a line may have before its text is folded."""
FOLD = 112
"""Columns of the lines of a folded text."""

_WORDS = frozenset("null ~ true false yes no on off y n = <<".split())
_FIGURES = re.compile(r"[-+.]?[0-9][-+.0-9:_TtZzeExXoO]*|[-+]?\.(inf|nan)", re.IGNORECASE)
_NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,12})?")
_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
_IN_FLOW = frozenset(",[]{}:?")
_ODD = re.compile(
    "[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What must be escaped: controls, line ends, byte order marks, halves of characters."""
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def scalar(value: str | bool | None, *, flow: bool = False, number: bool = False) -> str:
    """A value on one line. `flow` says that it stands in brackets, `number` that a number is meant
    where the text is one."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if (number and _NUMBER.fullmatch(value)) or is_plain(value, flow=flow):
        return value
    return quoted(value)


def is_plain(text: str, *, flow: bool = False) -> bool:
    """Whether a text may stand without quotation marks."""
    return not (
        not text
        or text != text.strip(" ")
        or text[0] in _INDICATORS
        or text.lower() in _WORDS
        or ": " in text
        or " #" in text
        or text[-1] == ":"
        or text in ("---", "...")
        or text.startswith(("--- ", "... "))
        or (flow and not _IN_FLOW.isdisjoint(text))
        or _FIGURES.fullmatch(text)
        or _ODD.search(text)
    )


def quoted(text: str) -> str:
    """A text in quotation marks, on one line: single ones where it has double ones in it."""
    if ('"' in text or "\\" in text) and not _ODD.search(text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(char: str) -> str:
    if char in _SHORT:
        return _SHORT[char]
    if not _ODD.match(char):
        return char
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def block(text: str, indent: int) -> list[str] | None:
    """A text as the header and the lines of a block scalar whose lines begin at column `indent`;
    None where only quotation marks can hold it, or nothing is gained."""
    if "\n" in text:
        return _literal(text, indent)
    if _ODD.search(text) or "  " in text or text != text.strip(" ") or " " not in text:
        return None
    return [">-", *(" " * indent + line for line in _wrapped(text, FOLD - indent))]


def _literal(text: str, indent: int) -> list[str] | None:
    """The lines as they are; none where their white space would not come back."""
    lines = text.removesuffix("\n").split("\n")
    if not (lines[0].strip() and lines[-1].strip()) or lines[0].startswith(" "):
        return None
    if any(_ODD.search(line) or line != line.rstrip(" ") for line in lines):
        return None
    header = "|" if text.endswith("\n") else "|-"
    return [header, *(" " * indent + line if line else "" for line in lines)]


def _wrapped(text: str, width: int) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line
