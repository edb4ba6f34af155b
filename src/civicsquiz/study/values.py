"""The value of an option that is a number, a date or a sum of money, so that it can be ordered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

_MONTHS = (
    "january february march april may june july august september october november december"
).split()
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth "
    "twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh"
).split()
_TENS = {
    word: 10 * number
    for number, word in enumerate(
        "thirty forty fifty sixty seventy eighty ninety hundred".split(), 3
    )
}
_WORDS = {
    **{word: number for number, word in enumerate(_SMALL)},
    **{word: number for number, word in enumerate(_ORDINALS)},
    **_TENS,
}
_SCALES = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
_SCALE = "(?:\\s+(?P<scale>" + "|".join(_SCALES) + r"))?\b"

_DATE = re.compile(
    rf"\b(?P<month>{'|'.join(_MONTHS)})(?:\s+(?P<day>\d{{1,2}}))?(?:,?\s+(?P<year>\d{{4}}))?\b"
    r"(?!\s*\d)",
    re.IGNORECASE,
)
_ISO = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})(?:-(?P<day>\d{2}))?\b")
_NUMBER = re.compile(
    r"(?P<sign>(?<![\w\d])[-−])?(?P<digits>\d{1,3}(?:,\d{3})+(?!\d)|\d{1,30})(?P<part>\.\d{1,30})?"
    rf"(?:st|nd|rd|th)?{_SCALE}",
    re.IGNORECASE,
)
_WORD = re.compile(
    rf"\b(?P<word>{'|'.join(sorted(_WORDS, key=len, reverse=True))}){_SCALE}", re.IGNORECASE
)

Value = tuple[Decimal, ...]


def ascending(texts: Sequence[str]) -> list[int] | None:
    """The indices of `texts` in ascending order of their values; None where they are no values.

    They are where each holds one number, date or sum and all say the same around it: "More than
    8,400" and "More than 84,000", "$6 million" and "$20 million", "May 1787" and "June 1788", "The
    Fourth Amendment" and "The Eighth Amendment".
    """
    found = [_value(text) for text in texts]
    values = [value for value in found if value is not None]
    if len(values) != len(texts) or len({(len(value), frame) for value, frame in values}) > 1:
        return None
    return sorted(range(len(texts)), key=lambda index: (values[index][0], texts[index]))


def _value(text: str) -> tuple[Value, str] | None:
    """The one value in `text`, and what is said around it."""
    for pattern, read in ((_ISO, _iso), (_DATE, _date), (_NUMBER, _number), (_WORD, _word)):
        matches = list(pattern.finditer(text))
        if len(matches) > 1:
            return None
        if matches:
            around = text[: matches[0].start()] + "#" + text[matches[0].end() :]
            if any(other.search(around) for other in (_DATE, _NUMBER, _WORD)):
                return None
            return read(matches[0]), _frame(around)
    return None


def _frame(around: str) -> str:
    """What is said around a value, alike for "1 year" and "3 years"."""
    words = re.findall(r"[^\W\d_]+|[^\w\s]", around.casefold())
    return " ".join(word.removesuffix("s") for word in words)


def _iso(found: re.Match[str]) -> Value:
    return tuple(Decimal(found[name] or 0) for name in ("year", "month", "day"))


def _date(found: re.Match[str]) -> Value:
    month = _MONTHS.index(found["month"].lower()) + 1
    return Decimal(found["year"] or 0), Decimal(month), Decimal(found["day"] or 0)


def _number(found: re.Match[str]) -> Value:
    number = Decimal(found["digits"].replace(",", "") + (found["part"] or ""))
    return (_scaled(-number if found["sign"] else number, found["scale"]),)


def _word(found: re.Match[str]) -> Value:
    return (_scaled(Decimal(_WORDS[found["word"].lower()]), found["scale"]),)


def _scaled(number: Decimal, scale: str | None) -> Decimal:
    return number.scaleb(_SCALES[scale.lower()]) if scale else number
