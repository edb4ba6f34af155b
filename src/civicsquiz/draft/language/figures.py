"""Figures in words and digits: what they are worth, and how others are written like them."""

from __future__ import annotations

import re

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_WORDS = {word: number for number, word in enumerate(_ONES)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)
}
NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|"
    + "|".join(sorted(_WORDS, key=len, reverse=True)[:-1])
    + r")(?: (?:million|billion))?"
)
"""A pattern of a figure, with no group in it."""
_SCALES = {"million": 1_000_000, "billion": 1_000_000_000}


def value_of(text: str) -> float | None:
    """What a figure is worth; None where it is none."""
    number, _, scale = text.lower().strip().partition(" ")
    number = number.rstrip("%").replace(",", "")
    if number in _WORDS:
        value = float(_WORDS[number])
    elif re.fullmatch(r"\d+(?:\.\d+)?", number):
        value = float(number)
    else:
        return None
    return value * _SCALES.get(scale, 1)


def written_like(value: float, other: str) -> str:
    """A whole number, in words where `other` is in words; in digits else, with the sign or the word
    for percent that `other` has."""
    number = other.split(maxsplit=1)[0]
    if number.lower() in _WORDS and value == int(value) and 0 <= value < len(_ONES):
        return _ONES[int(value)]
    figure = f"{int(value):,}" if value == int(value) else f"{value:g}"
    if other.endswith("%"):
        return f"{figure}%"
    return f"{figure} percent" if other.endswith("percent") else figure
