"""The patterns of lists, compiled when they are first looked for: of thousands an article needs hundreds,
and compiling them all took twice as long as drafting from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache


@dataclass(frozen=True, slots=True)
class LazyPattern:
    """A regular expression. Where it is none, `re.error` comes of the first use."""

    pattern: str

    def search(self, text: str) -> re.Match[str] | None:
        return _searched(self.pattern, text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return _compiled(self.pattern).finditer(text)


@lru_cache(maxsize=2048)
def _searched(pattern: str, text: str) -> re.Match[str] | None:
    """Kept for a while: many entries of a list share a pattern, and are asked of the same sentence."""
    return _compiled(pattern).search(text)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
