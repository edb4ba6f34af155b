"""The days until an exam, lived through: what will be known, and what it takes.

Each run goes through the days one by one, as a learner would who does what is planned. A review on a
day is right with the probability of recall that FSRS predicts for that day, R = (1 + F·t/S)^(−w20),
and is then rated Good, else Again; the first answer to an item is right with `FIRST_RIGHT`. The
scheduler says what memory and which due date follow. On the day of the exam the sum of R over all
items is what can be expected to be known. What is reported is the mean of several runs.

What happens is drawn by a hash of run, item and repetition, so the same cards give the same figures;
every second run takes the opposite of what the one before drew, which halves the scatter.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import heapify, heappop, heappush, nsmallest
from typing import Protocol

from civicsquiz.record.cards import AGAIN, GOOD, Card, Review, Scheduler
from civicsquiz.study.ordering import rank
from civicsquiz.study.reviewing.limits import Done, Limits

FIRST_RIGHT = 0.5
"""The probability that an item that was never met is answered right. Nothing is known of it: half."""

LAST_DAYS = 7
"""Within so many days before the exam each item that was begun is asked once."""

_WORK, _MOST_RUNS = 4000, 20
"""Items lived through for a hundred days, in all runs together; and the most runs."""


class Foreseeing(Scheduler, Protocol):
    """A scheduler that also foresees."""

    def recall_on(self, card: Card, day: date) -> float:
        """See `study.scheduling`."""


@dataclass(frozen=True, slots=True)
class Lived:
    """How the days went, in the mean: what is expected to be known on the day, the reviews a day,
    and the items that were due and not reached."""

    known: float
    reviews: float
    late: float


def pulled_forward(cards: Sequence[Card], day: date, by: date, scheduler: Foreseeing) -> list[Card]:
    """What is reviewed on `day` although it is not due: a day's share of the items that would not
    come up before `by` and were not asked in the last days before it, the least likely to be known
    then first."""
    begin = by - timedelta(min(LAST_DAYS, (by - date.min).days))
    if not begin <= day < by:
        return []
    waiting = [card for card in cards if card.due >= by and card.last < min(begin, day)]
    share = -(-len(waiting) // (by - day).days)
    return nsmallest(share, waiting, key=lambda card: (scheduler.recall_on(card, by), card.item))


def live(
    cards: Sequence[Card],
    fresh: Sequence[str],
    *,
    today: date,
    by: date,
    limits: Limits,
    done: Done,
    scheduler: Foreseeing,
) -> Lived:
    """The days from `today` up to the one before `by`, with new items in the order of `fresh`."""
    days = (by - today).days
    work = max(1, len(cards) + len(fresh)) * max(1.0, days / 100)
    runs = min(_MOST_RUNS, max(2, int(_WORK / work))) // 2 * 2
    ends = []
    for number in range(runs):
        run = _Run(cards, fresh, by, scheduler, number)
        run.go(today, limits, done)
        ends.append((run.known(), run.reviews / days, run.late()))
    known, reviews, late = (sum(figure) / runs for figure in zip(*ends, strict=True))
    return Lived(known, reviews, late)


class _Run:
    """One way in which it may go."""

    def __init__(
        self,
        cards: Sequence[Card],
        fresh: Sequence[str],
        by: date,
        scheduler: Foreseeing,
        number: int,
    ) -> None:
        self._cards: dict[str, Card] = {card.item: card for card in cards}
        self._fresh = list(reversed(fresh))
        self._by = by
        self._scheduler = scheduler
        self._seed, self._opposite = str(number // 2), number % 2 == 1
        self._waiting = [(card.due, card.item) for card in cards if card.due < by]
        heapify(self._waiting)
        self.reviews = 0

    def go(self, today: date, limits: Limits, done: Done) -> None:
        day, left = today, limits.less(done)
        while day < self._by:
            room = left.reviews
            while room and self._waiting and self._waiting[0][0] <= day:
                _, item = heappop(self._waiting)
                self._review(self._cards[item], day)
                room -= 1
            for card in pulled_forward(self._held(day), day, self._by, self._scheduler)[:room]:
                self._review(card, day)
            for _ in range(min(left.new, len(self._fresh))):
                self._meet(self._fresh.pop(), day)
            day, left = self._next(day, meeting=limits.new > 0), limits

    def known(self) -> float:
        """How many are expected to be known on the day."""
        return sum(self._scheduler.recall_on(card, self._by) for card in self._cards.values())

    def late(self) -> int:
        """How many were due before the day and not reached."""
        return len(self._waiting)

    def _held(self, day: date) -> Sequence[Card]:
        """The cards that may be pulled forward; none are looked at before the last days."""
        if (self._by - day).days > LAST_DAYS:
            return ()
        return tuple(self._cards.values())

    def _next(self, day: date, *, meeting: bool) -> date:
        """The next day on which there is something to do."""
        following = day + timedelta(1)
        if (meeting and self._fresh) or (self._by - day).days <= LAST_DAYS:
            return following
        last_days = self._by - timedelta(LAST_DAYS)
        soonest = self._waiting[0][0] if self._waiting else last_days
        return max(following, min(soonest, last_days))

    def _review(self, card: Card, day: date) -> None:
        right = self._drawn(card.item, card.reps) < self._scheduler.recall_on(card, day)
        self._answer(card.item, card, Review(day, GOOD if right else AGAIN))
        self.reviews += 1

    def _meet(self, item: str, day: date) -> None:
        right = self._drawn(item, 0) < FIRST_RIGHT
        self._answer(item, None, Review(day, GOOD if right else AGAIN))

    def _answer(self, item: str, card: Card | None, review: Review) -> None:
        after = self._scheduler.advance(item, card, review)
        self._cards[item] = after
        if after.due < self._by:
            heappush(self._waiting, (after.due, item))

    def _drawn(self, item: str, reps: int) -> float:
        """A number from 0 to 1."""
        drawn = int(rank(self._seed, item, str(reps))[:13], 16) / 16**13
        return 1 - drawn if self._opposite else drawn


def expected(cards: Mapping[str, Card] | Sequence[Card], day: date, scheduler: Foreseeing) -> float:
    """How many of these are expected to be known on a day, if nothing is studied until then: the sum
    of their predicted recall."""
    held = cards.values() if isinstance(cards, Mapping) else cards
    return sum(scheduler.recall_on(card, day) for card in held)
