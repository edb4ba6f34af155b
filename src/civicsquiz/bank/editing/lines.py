"""Lines of a text, whatever ends them: a line feed, a carriage return, or both."""

from __future__ import annotations

import re

_END = re.compile(r"\r\n?|\n")


def start_of(text: str, at: int) -> int:
    """Where the line begins that `at` is in."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def end_of(text: str, at: int) -> int:
    """Where the line ends that `at` is in, its line end included."""
    found = _END.search(text, at)
    return found.end() if found else len(text)


def stop_of(text: str, at: int) -> int:
    """Where the line ends that `at` is in, without its line end."""
    found = _END.search(text, at)
    return found.start() if found else len(text)


def ended(text: str) -> bool:
    """Whether a text ends with a line end, or is empty."""
    return not text or text[-1] in "\r\n"


def ending(text: str) -> str:
    """What ends the lines of a text: as its first line does."""
    found = _END.search(text)
    return found.group() if found else "\n"


def count(text: str) -> int:
    """How many lines end in a text."""
    return sum(1 for _ in _END.finditer(text))
