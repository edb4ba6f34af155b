"""Wrong answers of about the length of the right one, where there are enough to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

_T = TypeVar("_T")
_LONG, _SHORT = 1.5, 0.6


def balanced(
    key: str, others: Sequence[_T], shown: Callable[[_T], str], at_most: int = 3
) -> list[_T]:
    """The first of `others`, or where the key would stand out by its length, those nearest to it."""
    first = list(others[:at_most])
    if len(others) <= at_most:
        return first
    mean = sum(len(shown(one)) for one in first) / len(first)
    if _SHORT <= len(key) / mean <= _LONG:
        return first
    places = sorted(range(len(others)), key=lambda at: (abs(len(shown(others[at])) - len(key)), at))
    return [others[at] for at in sorted(places[:at_most])]
