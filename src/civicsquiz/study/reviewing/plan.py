"""A plan towards an exam: what to do a day, and what can be expected to be known on the day.

New items are spread over the days but for the last quarter of them (a week at most), so that each is
met again before the day; where there are too many for that, the last days are used as well. The
learner's own daily limits hold. Within the last week each item is reviewed once, also where it is not
due (`simulation.pulled_forward`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from civicsquiz.record.cards import Card
from civicsquiz.study.reviewing.limits import Done, Limits
from civicsquiz.study.reviewing.simulation import (
    LAST_DAYS,
    Foreseeing,
    expected,
    live,
    pulled_forward,
)

FARTHEST = 3653
"""Days: farther than ten years off nothing is planned."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What can be done until a day, and what comes of it.

    `days` are those left for study, today included and the day itself not; 0 where there is none, and
    below where the day has gone. For such days, and for those beyond `FARTHEST`, nothing is planned.
    `known_*` are sums of predicted recall over the `items`, of which an
    item that was never met counts 0: today, on the day without any study, and on the day if the plan
    is kept. `new_per_day` is what is planned, at most the learner's limit; `reviews_per_day` the mean
    of what the simulation needed. `unmet` new items do not fit in, and `late` reviews are not reached
    within the limit. `early` are the cards (by `Card.item`) to be reviewed today although they are
    not due.
    """

    by: date
    today: date
    days: int
    items: int
    unseen: int
    known_today: float
    known_without: float
    known: float
    limits: Limits
    new_per_day: int = 0
    reviews_per_day: float = 0.0
    unmet: int = 0
    late: float = 0.0
    early: tuple[str, ...] = ()

    @property
    def possible(self) -> bool:
        """Whether there is anything to keep to."""
        return 0 < self.days <= FARTHEST

    @property
    def limited(self) -> Limits:
        """The limits of a day under the plan."""
        return Limits(self.new_per_day, self.limits.reviews) if self.possible else self.limits


def plan(
    cards: Sequence[Card],
    fresh: Sequence[str],
    *,
    today: date,
    by: date,
    limits: Limits,
    done: Done,
    scheduler: Foreseeing,
) -> Plan:
    """The plan over the items of `cards` and those never met, `fresh`, which are met in this order.
    `done` is what was done today. Deterministic."""
    days = (by - today).days
    now = expected(cards, today, scheduler)
    then = expected(cards, max(today, by), scheduler)
    items = len(cards) + len(fresh)
    if not 0 < days <= FARTHEST:
        return Plan(by, today, days, items, len(fresh), now, then, now, limits)
    new_per_day, unmet = _spread(len(fresh), days, limits.new, done.new)
    planned = Limits(new_per_day, limits.reviews)
    lived = live(
        cards, fresh, today=today, by=by, limits=planned, done=done, scheduler=scheduler
    )  # fmt: skip
    early = pulled_forward([card for card in cards if card.due > today], today, by, scheduler)
    return Plan(
        by, today, days, items, len(fresh), now, then, lived.known, limits, new_per_day,
        lived.reviews, unmet, lived.late, tuple(card.item for card in early),
    )  # fmt: skip


def _spread(unseen: int, days: int, most: int, met_today: int) -> tuple[int, int]:
    """How many new items a day, and how many do not fit in."""
    if not unseen:
        return 0, 0
    needed = unseen + met_today
    rest = min(LAST_DAYS, max(1, days // 4)) if days > 1 else 0
    if (per_day := -(-needed // (days - rest))) <= most:
        return per_day, 0
    room = max(0, most - met_today) + most * (days - 1)
    return most, max(0, unseen - room)
