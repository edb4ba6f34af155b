"""Which format a file is in. Its content says so; its name only settles what the content leaves open."""

from __future__ import annotations

from civicsquiz.formats.registry import FORMATS, load
from civicsquiz.formats.unrecognised import reason

_CLOSE = 0.05
"""Formats that are this near to the likeliest are as likely; then the name settles it."""
_LEAST = 0.28
"""What is less likely than this is not taken for the format."""


def recognise(data: bytes, name: str) -> str:
    """The format of a content, by the name that users type. `name` is the file's.

    Raises:
        FileError: it is of none; says what is wrong with it.
    """
    likely = {known: _surely(known, data) for known in FORMATS}
    best = max(likely.values())
    if best < _LEAST:
        raise reason(data, name)
    near = [known for known, surely in likely.items() if surely >= best - _CLOSE]
    named = [known for known in near if _length(known, name)]
    if named:
        return max(named, key=lambda known: (_length(known, name), likely[known]))
    return max(near, key=lambda known: likely[known])


def _surely(known: str, data: bytes) -> float:
    return load(known).recognises(data)


def _length(known: str, name: str) -> int:
    """How much of the file's name the longest of a format's endings accounts for."""
    low = name.lower()
    return max(len(end) if low.endswith(end) else 0 for end in FORMATS[known].suffixes)
