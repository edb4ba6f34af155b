"""Options that are figures: numbers with their unit, years, dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from civicsquiz.bank.check.words import content_words, is_number

_MONTHS = (
    "january february march april may june july august september october november december"
).split()
_MONTH = "|".join(_MONTHS)
_DATE = re.compile(
    rf"(?:(?P<month>{_MONTH})\s+(?:(?P<day>\d{{1,2}}),\s+)?(?P<year>\d{{4}})"
    rf"|(?P<first>{_MONTH})\s+(?P<only>\d{{1,2}}))$",
    re.IGNORECASE,
)
_WRITTEN = re.compile(r"(?:\d+(?:,\d{3})+|\d+)(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts. `decimals` and `digits` (significant ones) are None where the
    number is written in words; `kind` tells dates from numbers."""

    value: Decimal
    unit: frozenset[str]
    decimals: int | None
    digits: int | None
    kind: str = "number"


@lru_cache(maxsize=4096)
def figure(text: str) -> Figure | None:
    """The figure that an option is, or None where it is something else or says more."""
    words = content_words(text)
    if len(words) > 3 or not any(map(is_number, words)):
        return None
    if found := _DATE.match(text.strip()):
        return _date(found)
    if sum(map(is_number, words)) != 1:
        return None
    number = next(word for word in words if is_number(word))
    if words.index(number) > 2 or not _begins_with_number(text):
        return None
    decimals = digits = None
    if written := _WRITTEN.search(text):
        plain = written.group().replace(",", "")
        decimals = len(plain.partition(".")[2])
        digits = len(plain.replace(".", "").strip("0")) or 1
    return Figure(Decimal(number), frozenset(words) - {number}, decimals, digits)


_LEAD = re.compile(
    r"(?:(?:about|around|over|under|nearly|almost|within|exactly|after|before|in|more|less|fewer|than"
    r"|at|least|most|up|to|some)\s+)*",
    re.IGNORECASE,
)


def _begins_with_number(text: str) -> bool:
    """Whether the number comes first, words such as "more than" aside."""
    rest = text.strip()[_LEAD.match(text.strip()).end() :]  # type: ignore[union-attr]
    first = content_words(rest.split(" ")[0].lstrip("$"))
    return bool(first) and is_number(first[0])


def _date(found: re.Match[str]) -> Figure:
    month = _MONTHS.index((found["month"] or found["first"]).lower()) + 1
    year, day = int(found["year"] or 0), int(found["day"] or found["only"] or 0)
    shape = "year" if found["year"] else "day"
    return Figure(
        Decimal(year * 10000 + month * 100 + day), frozenset((shape,)), None, None, "date"
    )


def is_year(found: Figure) -> bool:
    """Whether a figure looks like a year: four digits, no unit."""
    return not found.unit and found.decimals == 0 and 1000 <= found.value <= 2100
