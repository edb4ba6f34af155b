"""A learner's cards, read as they are needed: a record may hold a hundred thousand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property

from civicsquiz.record.cards import Card
from civicsquiz.record.store import Store
from civicsquiz.study.reviewing.limits import Done, done_on


class Deck:
    """The cards of one learner as they are when they are first asked for; made anew for each queue.
    Every method raises `RecordError` where the file does not allow it."""

    def __init__(self, store: Store, learner_uuid: str) -> None:
        self._store = store
        self._learner = learner_uuid

    def due(self, day: date, limit: int | None = None) -> tuple[Card, ...]:
        """What is due on `day`, the longest due first, at most `limit`."""
        return self._store.cards(self._learner, due_by=day, limit=limit)

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """All cards, the longest due first."""
        return self._store.cards(self._learner)

    def next_due(self) -> Card | None:
        """The card that is due first; None where there is none."""
        return next(iter(self._store.cards(self._learner, limit=1)), None)

    def done(self, day: date) -> Done:
        """What was done on `day`."""
        return done_on(self.cards, day)

    def begun(self) -> tuple[str, ...]:
        """The ids of the banks of which an item was answered, that one first of which a new item was
        met last; the ids may be earlier ones."""
        latest: dict[str, date] = {}
        for card in self.cards:
            bank = card.item.partition("/")[0]
            latest[bank] = max(card.first, latest.get(bank, card.first))
        return tuple(sorted(latest, key=lambda bank: (-latest[bank].toordinal(), bank)))

    def met(self, refs: Iterable[str]) -> bool:
        """Whether an item that goes or went by `refs` has a card."""
        return any(self._store.card(self._learner, ref) is not None for ref in refs)
