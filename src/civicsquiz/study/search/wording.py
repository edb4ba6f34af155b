"""Texts as they are compared with keys: case, accents and punctuation do not count, and a number is
the same in digits and in words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal

_WORD = re.compile(r"[^\W_]+")
_DIGITS = re.compile(r"([0-9]{1,40})(st|nd|rd|th|s|k|m|bn)?")
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
    " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SAID = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{word: value for value, word in enumerate(_ORDINALS)},
    **{word: 10 * tens for tens, word in enumerate(_TENS, 2)},
    **{f"{word[:-1]}ieth": 10 * tens for tens, word in enumerate(_TENS, 2)},
    "dozen": 12,
}
_SCALES = {
    "k": 10**3, "thousand": 10**3, "m": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9,
    "trillion": 10**12,
}  # fmt: skip
_HUNDRED = ("hundred", "hundredth")
_LONGEST = 8
"""A number is said in so many words at most."""


def words(text: str) -> list[str]:
    """The words and numbers of a text, each without its case and accents."""
    folded = unicodedata.normalize(
        "NFKD", unicodedata.normalize("NFKD", text).casefold()
    ).casefold()
    if not folded.isascii():
        folded = "".join(char for char in folded if not unicodedata.combining(char))
    return _WORD.findall(folded)


def in_digits(said: Sequence[str]) -> list[str]:
    """Words with every number that is said in words in digits: “twenty-seven” and “27th” are alike."""
    written: list[str] = []
    at = 0
    while at < len(said):
        for end in range(min(len(said), at + _LONGEST), at, -1) if _is_number(said[at]) else ():
            value = _read(said[at:end])
            if value is not None:
                written.append(f"{value:f}")
                at = end
                break
        else:
            written.append(said[at])
            at += 1
    return written


def numbers(said: Sequence[str]) -> set[Decimal]:
    """Every number that the words can be read as: of “12 500” it is 12, 500, 12.5 and 12,500."""
    found: set[Decimal] = set()
    for at, word in enumerate(said):
        if not _is_number(word):
            continue
        for end in range(at + 1, min(len(said), at + _LONGEST) + 1):
            value = _read(said[at:end])
            if value is not None:
                found.add(value)
        if at + 1 < len(said) and word.isdecimal() and (part := _DIGITS.fullmatch(said[at + 1])):
            value = Decimal(f"{word}.{part[1]}")
            scale = _SCALES.get(part[2] or (said[at + 2] if at + 2 < len(said) else ""), 1)
            found |= {value, value * scale}
    return found


def _is_number(word: str) -> bool:
    return word in _SAID or word in _HUNDRED or _DIGITS.fullmatch(word) is not None


def _read(said: Sequence[str]) -> Decimal | None:
    """The one number that the words say; None where they say none, or more than one."""
    total, current = 0, None
    last = ""
    for word in said:
        digits = _DIGITS.fullmatch(word)
        if digits and (current is None or (last == "digits" and len(digits[1]) == 3)):
            current = (current or 0) * 1000 * (current is not None) + int(digits[1])
            last = "digits"
            if scale := _SCALES.get(digits[2] or ""):
                total, current, last = total + current * scale, None, "scale"
        elif word in _SAID and _fits(_SAID[word], current, last):
            current, last = (current or 0) + _SAID[word], "said"
        elif word in _HUNDRED and (current is None or last in ("said", "digits")):
            current, last = (1 if current is None else current) * 100, "hundred"
        elif word in _SCALES and len(word) > 2 and last in ("said", "digits", "hundred"):
            total, current, last = total + (current or 0) * _SCALES[word], None, "scale"
        elif word != "and" or last not in ("hundred", "scale"):
            return None
    ends = bool(said) and said[-1] != "and"
    return Decimal(total + (current or 0)) if ends and last else None


def _fits(value: int, current: int | None, last: str) -> bool:
    """Whether a number word can follow: “forty two”, “two hundred forty”, but not “two forty”."""
    if current is None:
        return True
    if last == "hundred":
        return value < 100
    return last == "said" and current % 100 >= 20 and current % 10 == 0 and 0 < value < 10
