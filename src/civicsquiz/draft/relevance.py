"""How much a text is about civics, by the words in it: rule S7.

The words are ours (`relevance.txt`). The more different ones a text holds, the nearer it is to 1; one
alone that hardly stands elsewhere (“impeach”) is worth as much as two that often do (“border”).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources

_STRONG, _WEAK, _NAME = 0.36, 0.17, 0.3
_WEIGHTS = {"strong": _STRONG, "weak": _WEAK, "names": _NAME}
_WORD = re.compile(r"[^\W\d_][\w’'-]*(?:\.[A-Za-z]\.)*")
_LONGEST = 16
"""No word of the list is longer, so no longer beginning need be looked up."""


def relevance(text: str) -> float:
    """How much `text` is about civics: 0 (no word of it is) to 1. What has 0.35 or more holds one
    word that speaks for it, or three that might."""
    left = 1.0
    for word in sorted(set(_found(text))):
        left *= 1 - _weight(word)[0]
    return round(1 - left, 4)


def civics_words(text: str) -> frozenset[str]:
    """The entries of the list that a text has a form of: what it is about, in comparable words."""
    return frozenset(_found(text))


def _found(text: str) -> list[str]:
    """The entry of each word that has one; forms of one word have the same entry."""
    entries = (_entry(word) for word in _WORD.findall(text))
    return [entry for entry in entries if entry]


def _weight(entry: str) -> tuple[float, str]:
    return _list()[entry]


@lru_cache(maxsize=8192)
def _entry(word: str) -> str:
    """The entry of the list that a word is a form of, the longest; empty where none is."""
    known = _list()
    word = word.replace("’", "'").removesuffix("'s").removesuffix("'")
    lower = word.lower()
    for form in (lower, lower.removesuffix("s"), lower.removesuffix("es")):
        if form in known and known[form][1] != "names":
            return form
    for tried, named in ((lower, False), (word, True)):
        for length in range(min(len(tried), _LONGEST), 2, -1):
            entry = tried[:length] + "*"
            if entry in known and (known[entry][1] == "names") is named:
                return entry
    return word if word in known and known[word][1] == "names" else ""


@cache
def _list() -> dict[str, tuple[float, str]]:
    """Every entry with what it weighs, and the part of the list that it stands in."""
    found: dict[str, tuple[float, str]] = {}
    part = ""
    text = resources.files(__package__).joinpath("relevance.txt").read_text("utf-8")
    for line in text.splitlines():
        if line in _WEIGHTS:
            part = line
        elif not line.startswith("#"):
            found |= {entry: (_WEIGHTS[part], part) for entry in line.split() if entry not in found}
    return found
