"""Grading: from a response to a mark. Pure; it knows ids and not the order they stood in."""

from __future__ import annotations

from enum import StrEnum

from civicsquiz.bank.models import Item
from civicsquiz.study.answering import manner_of


class Verdict(StrEnum):
    """What an outcome begins with: a sign and a word, so that colour is never needed."""

    RIGHT = "✓ Right"
    WRONG = "✗ Wrong"
    PARTLY = "◐ Partly"


def grade(item: Item, response: tuple[str, ...]) -> float:
    """The mark, from 0 to 1: all, nothing, or with many-part keys something between (see
    `study.answering`)."""
    return manner_of(item).grade(item, response)


def verdict(mark: float) -> Verdict:
    """The words for a mark; `PARTLY` is anything between nothing and all."""
    if mark >= 1:
        return Verdict.RIGHT
    return Verdict.PARTLY if mark > 0 else Verdict.WRONG
