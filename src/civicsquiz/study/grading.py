"""Grading: from a response to a mark. Pure; it knows option ids and not the order they stood in."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from civicsquiz.bank.models import Item


class Verdict(StrEnum):
    """What an outcome begins with: a sign and a word, so that colour is never needed."""

    RIGHT = "✓ Right"
    WRONG = "✗ Wrong"
    PARTLY = "◐ Partly"


def grade(item: Item, response_ids: Iterable[str]) -> float:
    """The mark, from 0 to 1: 1 where the response is exactly the key, else 0."""
    return 1.0 if set(response_ids) == set(item.key_ids) else 0.0


def verdict(mark: float) -> Verdict:
    """The words for a mark; `PARTLY` is anything between nothing and all."""
    if mark >= 1:
        return Verdict.RIGHT
    return Verdict.PARTLY if mark > 0 else Verdict.WRONG
