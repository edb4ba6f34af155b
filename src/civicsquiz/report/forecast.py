"""The forecast: how many items come due, day by day, if nothing is answered in between."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from civicsquiz.record.cards import Card
from civicsquiz.report.known import Known

DAYS = 30


@dataclass(frozen=True, slots=True)
class Forecast:
    """How many items were due before `today`, how many come due on each of the `days` from today on
    (today is the first), and how many `later`. `gone` counts those that the library has no more, so
    that nobody is asked them; they are in none of the others."""

    today: date
    overdue: int
    days: tuple[int, ...]
    later: int
    gone: int

    @property
    def now(self) -> int:
        """What is due today, with what is overdue."""
        return self.overdue + (self.days[0] if self.days else 0)

    def day(self, at: int) -> date:
        """The day that is `at` days from today, or the last that there is."""
        return date.fromordinal(min(self.today.toordinal() + at, date.max.toordinal()))


def forecast(cards: Iterable[Card], known: Known, today: date, days: int = DAYS) -> Forecast:
    """The forecast of the items that `cards` are of, for so many days."""
    counts = [0] * days
    overdue = later = gone = 0
    for card in cards:
        if known.about(card.item) is None:
            gone += 1
            continue
        ahead = (card.due - today).days if card.last <= today else 0  # the clock was ahead
        if ahead < 0:
            overdue += 1
        elif ahead < days:
            counts[ahead] += 1
        else:
            later += 1
    return Forecast(today, overdue, tuple(counts), later, gone)
