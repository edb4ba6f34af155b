"""Cards: what is known of a learner's memory of an item. Derived from the log, never the other way.

A card follows from the reviews of its item alone (`reviews_in`, `derive`), so it can be made again at
any time and is always the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from civicsquiz.record.events import Event, EventType

AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
"""The ratings of FSRS."""


@dataclass(frozen=True, slots=True)
class Review:
    """An answer that moved a due date: the local day and the rating, from 1 to 4."""

    day: date
    rating: int


@dataclass(frozen=True, slots=True)
class Card:
    """One learner's memory of one item, on local days.

    `stability` is in days and `difficulty` from 1 to 10, as FSRS-6 has them. `due` is the day from
    which on the item is to be asked, `last` and `first` the days of the latest and of the first
    review. `lapses` counts the reviews after the first that were rated Again; `rating` is the latest.
    """

    item: str
    stability: float
    difficulty: float
    due: date
    last: date
    first: date
    reps: int
    lapses: int
    rating: int


class Scheduler(Protocol):
    """Says when an item is to be asked again; `study.scheduling` has the one that is used."""

    def advance(self, item: str, card: Card | None, review: Review) -> Card:
        """The card after one more review. Pure: the same arguments give the same card."""

    @property
    def settings(self) -> str:
        """Names what due dates depend on beside the reviews; cards made under others are made
        again."""


def reviews_in(events: Iterable[Event]) -> tuple[Review, ...]:
    """The reviews of one item, out of its events in the order of the log: answers that were
    scheduled and do not stand as taken back."""
    events = tuple(events)
    undone: dict[str, bool] = {}
    for event in events:
        if event.type in (EventType.UNDONE, EventType.REDONE) and event.refers_to:
            undone[event.refers_to] = event.type is EventType.UNDONE
    return tuple(
        Review(event.day, event.rating)
        for event in events
        if event.type is EventType.ANSWERED
        and event.scheduled
        and event.rating is not None
        and not undone.get(event.uuid, False)
    )


def derive(item: str, reviews: Sequence[Review], scheduler: Scheduler) -> Card | None:
    """The card that follows from an item's reviews, in order; None where there are none."""
    card: Card | None = None
    for review in reviews:
        card = scheduler.advance(item, card, review)
    return card


def on_the_day(card: Card, day: date, recalled: float) -> float:
    """What is to be expected of a card on a day, given what the model of memory says.

    By the model everything is known on the day of its review, as the answer has just been read. Of what
    was wrong that is not what anybody means by knowing: on that day it counts for nothing.
    """
    return 0.0 if card.rating == AGAIN and day <= card.last else recalled
