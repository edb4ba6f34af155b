"""How likely it is that an item is known on a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from civicsquiz.record.cards import Card, on_the_day
from civicsquiz.record.memory import recall

Recall = Callable[[Card, date], float]
"""The probability, from 0 to 1, that an item is known on a day if nothing is answered until then;
`recall_on`, or that of a scheduler with weights of its own."""


def recall_on(card: Card, day: date) -> float:
    """As FSRS-6 has it, by its own weights; see also `on_the_day`."""
    return on_the_day(card, day, recall(card.stability, max(0, (day - card.last).days)))
