"""What is due on the days to come, as the cards have it; no bank is read."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from civicsquiz.record.cards import Card

DAYS = 7


@dataclass(frozen=True, slots=True)
class Outlook:
    """Cards by the day on which they are due. `days` begin with today, which has all that is overdue
    too; `next_due` is the first day on which something is due, today at the earliest, None where
    nothing ever is. `leeches` are those that have lapsed so often, most lapses first."""

    days: tuple[tuple[date, int], ...]
    next_due: date | None
    leeches: tuple[Card, ...]

    @property
    def today(self) -> int:
        return self.days[0][1]

    @property
    def tomorrow(self) -> int:
        return self.days[1][1] if len(self.days) > 1 else 0

    @property
    def week(self) -> int:
        """All of the days together."""
        return sum(count for _, count in self.days)


def outlook(
    cards: Iterable[Card], today: date, *, leech_lapses: int, banks: Collection[str] | None = None
) -> Outlook:
    """What is due from `today` on for `DAYS` days, without what was answered today. With `banks` only
    cards of these ids count."""
    days = min(DAYS, (date.max - today).days + 1)
    counts = dict.fromkeys((today + timedelta(ahead) for ahead in range(days)), 0)
    first: date | None = None
    leeches = []
    for card in cards:
        if banks is not None and card.item.partition("/")[0] not in banks:
            continue
        if card.last > today:  # under a clock that was ahead: nobody waits for that day
            due = today
        else:
            due = max(card.due, today + timedelta(card.last == today and days > 1))
        if due in counts:
            counts[due] += 1
        first = due if first is None else min(first, due)
        if card.lapses >= leech_lapses:
            leeches.append(card)
    leeches.sort(key=lambda card: (-card.lapses, card.item))
    return Outlook(tuple(counts.items()), first, tuple(leeches))
