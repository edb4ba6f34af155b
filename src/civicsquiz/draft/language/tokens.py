"""The words and signs of a sentence, with their places."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(
    r"[$€£]?\d+(?:,\d{3})*(?:\.\d+)?(?:%|st\b|nd\b|rd\b|th\b|s\b)?"
    r"|(?:[A-Za-z]\.){2,}"
    r"|(?:Jr|Sr|Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Sens|Reps|St|No|Nos|vs|v|Inc|Corp|Co|Gen|Lt|Col|Hon|[A-Z])\."
    r"|[^\W\d_]+(?:[’'‑-][^\W\d_]+|[-‑]\d+)*[’']?(?=\b|\s|$|[^\w])"
    r"|\d+|\S",
)


class Token(NamedTuple):
    """A word, number or sign: `text` from `start` to `end`, exclusive, of its sentence; `lower` is it in
    small letters, with straight apostrophes."""

    text: str
    start: int
    end: int
    lower: str

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def word(self) -> bool:
        return self.text[0].isalpha()

    @property
    def number(self) -> bool:
        return self.text[0].isdigit() or (self.text[0] in "$€£" and len(self.text) > 1)


@lru_cache(maxsize=1024)
def tokens(text: str) -> tuple[Token, ...]:
    """All tokens of a text. A possessive stays with its word ("Trump’s"), as does a hyphen."""
    found = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        start, end = match.span()
        if word[-1] in "’'" and len(word) > 1 and word[-2].lower() != "s":
            word, end = word[:-1], end - 1
        found.append(Token(word, start, end, lowered(word)))
    return tuple(found)


def lowered(word: str) -> str:
    """A word as words are compared: “Trump’s” and “TRUMP'S” are one."""
    return word.lower().replace("’", "'")
