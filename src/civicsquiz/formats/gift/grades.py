"""The shares of the mark that Moodle has on its list: another is an error there, or becomes the nearest."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

_LIST = (
    "1 0.9 0.8333333 0.8 0.75 0.7 0.6666667 0.6 0.5 0.4 0.3333333 0.3 0.25 0.2 0.1666667 0.1428571"
    " 0.125 0.1111111 0.1 0.05 0"
)
_POSITIVE = tuple(map(Decimal, _LIST.split()))
GRADES = (*_POSITIVE, *(-grade for grade in reversed(_POSITIVE) if grade))
"""From 1 down to -1, with the seven decimals that Moodle has."""

_ALIKE = Decimal("0.00001")


def nearest(fraction: Decimal) -> Decimal:
    """The share on the list that comes nearest."""
    return min(GRADES, key=lambda grade: abs(grade - fraction))


@lru_cache(maxsize=1024)
def listed(fraction: Decimal) -> Decimal | None:
    """The share on the list that is meant, such as 0.3333333 by 0.33333; None where there is none."""
    grade = nearest(fraction)
    return grade if abs(grade - fraction) < _ALIKE else None


@lru_cache(maxsize=1024)
def percent(fraction: Decimal) -> str:
    """A share on the list as a percentage with as many decimals as Moodle writes: `33.33333`, `-50`."""
    return format((fraction * 100).normalize(), "f") if fraction else "0"
