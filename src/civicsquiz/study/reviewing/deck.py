"""A learner's cards, read as they are needed: a record may hold a hundred thousand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
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
        self._met: dict[str, frozenset[str]] = {}

    def due(self, day: date, limit: int | None = None) -> tuple[Card, ...]:
        """What is due on `day`, the longest due first, at most `limit`.

        What was answered under a clock that was ahead is due as well, and taken for answered the day
        before: nobody is to wait until that clock is right.
        """
        due = self._store.cards(self._learner, due_by=day, limit=limit)
        ahead = self._store.cards(self._learner, answered_after=day, limit=limit)
        if not ahead:
            return due
        known = {card.item for card in ahead}
        before = day - timedelta(days=day > date.min)
        late = (replace(card, due=day, last=before) for card in ahead)
        return (*(card for card in due if card.item not in known), *late)

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """All cards, the longest due first."""
        return self._store.cards(self._learner)

    def next_due(self) -> Card | None:
        """The card that is due first; None where there is none."""
        return next(iter(self._store.cards(self._learner, limit=1)), None)

    def done(self, day: date) -> Done:
        """What was done on `day`."""
        return done_on(self._store.cards(self._learner, answered_on=day), day)

    def begun(self) -> tuple[str, ...]:
        """The ids of the banks of which an item was answered, that one first of which a new item was
        met last; the ids may be earlier ones."""
        latest = self._store.begun(self._learner)
        return tuple(sorted(latest, key=lambda bank: (-latest[bank].toordinal(), bank)))

    def met(self, refs: Iterable[str]) -> bool:
        """Whether an item that goes or went by `refs` has a card."""
        return any(ref in self._items(ref.partition("/")[0]) for ref in refs)

    def _items(self, bank: str) -> frozenset[str]:
        if bank not in self._met:
            self._met[bank] = self._store.items(self._learner, bank)
        return self._met[bank]
