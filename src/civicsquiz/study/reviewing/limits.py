"""How many items a day has, and how many of them have been asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from civicsquiz.record.cards import Card


@dataclass(frozen=True, slots=True)
class Done:
    """What was done on a day: items met for the first time, and items met before."""

    new: int = 0
    reviews: int = 0


@dataclass(frozen=True, slots=True)
class Limits:
    """At most so many a day; neither is below 0."""

    new: int
    reviews: int

    def less(self, done: Done) -> Limits:
        """What is left of a day on which so much was done."""
        return Limits(max(0, self.new - done.new), max(0, self.reviews - done.reviews))


def done_on(cards: Iterable[Card], day: date) -> Done:
    """What was done on `day`, as the cards have it: each counts once, on the day of its first answer
    as new, on that of its latest as reviewed."""
    new = reviews = 0
    for card in cards:
        if card.first == day:
            new += 1
        elif card.last == day:
            reviews += 1
    return Done(new, reviews)
