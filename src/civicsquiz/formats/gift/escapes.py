"""The escapes of GIFT: a backslash before `: # = { } ~`, before itself, and before n for a new line.

While a block is taken apart, a character that was escaped is held by a lone surrogate, which no decoded
text has: so nobody takes it for a sign.
"""

from __future__ import annotations

import re

SPACE = " \t\n\r\0\x0b"
"""What PHP trims. A no-break space is not white space here."""

_HOLD = 0xDC00
_ESCAPE = re.compile(r"\\([\\:#={}~n])")
_HELD = {
    "\\": "\\",
    "n": chr(_HOLD + ord("\n")),
    **{sign: chr(_HOLD + ord(sign)) for sign in ":#={}~"},
}
_SHOWN = {_HOLD + ord(sign): sign for sign in ":#={}~\n"}
_ANY_HELD = re.compile(f"[{''.join(map(chr, _SHOWN))}]")
_SIGN = re.compile(r"[\\:#={}~\n]")
_WRITTEN = str.maketrans({**{sign: f"\\{sign}" for sign in "\\:#={}~"}, "\n": "\\n"})


def hide(text: str) -> str:
    """The text with every escape undone, and what was escaped hidden from whoever looks for signs."""
    return _ESCAPE.sub(lambda found: _HELD[found.group(1)], text) if "\\" in text else text


def show(text: str) -> str:
    """What was hidden as what it is, without white space at either end."""
    if not text.isascii() and _ANY_HELD.search(text):
        text = text.translate(_SHOWN)
    return text.strip(SPACE)


def escaped(text: str) -> str:
    """The text as it stands in a file."""
    return text.translate(_WRITTEN) if _SIGN.search(text) else text
