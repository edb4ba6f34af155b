"""Hostile text made plain: control characters shown instead of obeyed.

A terminal obeys ESC, OSC, DCS, C1 and bidirectional controls wherever they stand. Text from banks,
articles, file names and messages therefore passes through `visible` when it is loaded and again
when it is printed.
"""

from __future__ import annotations

import re
from functools import cache

_C0 = {code: chr(0x2400 + code) for code in range(0x20)}
_NAMED = [
    0x061C,  # Arabic letter mark
    0x180E,  # Mongolian vowel separator
    *range(0x200B, 0x200C),  # zero-width space; the joiners after it belong to real words
    *range(0x200E, 0x2010),  # directional marks
    *range(0x2028, 0x202F),  # line and paragraph separators, embeddings and overrides
    *range(0x2060, 0x2070),  # word joiner, invisible operators, isolates, deprecated controls
    0xFEFF,  # byte order mark out of place
    *range(0xFFF9, 0xFFFC),  # interlinear annotation
    *range(0x7F + 1, 0xA0),  # C1
    *range(0xD800, 0xE000),  # lone surrogates, which cannot even be encoded
    *range(0xE0000, 0xE0080),  # tags
]
_TABLE = {
    **_C0,
    0x7F: "\u2421",
    **{code: f"\u27e8U+{code:04X}\u27e9" for code in _NAMED},
}
_LINES = {**_TABLE, 0x0A: "\n", 0x09: " "}
_ONE_LINE = {**_TABLE, 0x0A: " ", 0x09: " "}


def visible(text: str) -> str:
    """`text` with every control character replaced by a visible sign; newlines stay, tabs become
    spaces. ESC becomes `␛`, a right-to-left override `⟨U+202E⟩`."""
    return text if text.isprintable() else text.translate(_LINES)


def one_line(text: str) -> str:
    """`visible` for titles, labels and messages: newlines become spaces too."""
    return text if text.isprintable() else text.translate(_ONE_LINE)


@cache
def _controls() -> re.Pattern[str]:
    """Over 2,000 characters, which take 3 ms to compile: only where a file is checked."""
    return re.compile("[" + "".join(re.escape(chr(code)) for code in sorted(_TABLE)) + "]")


def controls(text: str) -> list[int]:
    """Places in `text` (offsets) that `visible` would replace; newline and tab are not counted."""
    return [found.start() for found in _controls().finditer(text) if found.group() not in "\n\t"]
