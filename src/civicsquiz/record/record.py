"""The record of one learner: makes events, with their time and uuid, and keeps the cards in step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from civicsquiz.record.cards import Card, Scheduler, derive, reviews_in
from civicsquiz.record.events import LONGEST_TIME, Event, EventType, timestamp, tz_offset
from civicsquiz.record.revisions import Revision
from civicsquiz.record.store import Store, Writing

Clock = Callable[[], datetime]
"""Says the time in the learner's own time zone (aware)."""

NewUuid = Callable[[], str]
"""Makes an id that no other event has."""


class Record:
    """Writes down what one learner does. What a call or a block of `together` writes is on the disk
    when it ends, or none of it is and `RecordError` says why."""

    def __init__(
        self,
        store: Store,
        learner_uuid: str,
        clock: Clock,
        new_uuid: NewUuid,
        scheduler: Scheduler,
    ) -> None:
        self.store = store
        self.learner_uuid = learner_uuid
        self.scheduler = scheduler
        self._clock = clock
        self._new_uuid = new_uuid
        self._writing: Writing | None = None

    @property
    def today(self) -> date:
        """The learner's local day."""
        return self._clock().date()

    @contextmanager
    def together(self) -> Iterator[None]:
        """All that is written inside is one transaction."""
        if self._writing is not None:
            yield
            return
        with self.store.writing() as writing:
            self._writing = writing
            try:
                yield
            finally:
                self._writing = None

    def written(self, session: str) -> int:
        """How many events there are of a session; within `together`."""
        return self._now_writing().written(session)

    def write(
        self, type_: EventType, *, session: str, revision: Revision | None = None, **fields: Any
    ) -> Event:
        """One event that bears on no due date; `fields` are those of `Event`."""
        event = self._event(type_, session, revision, fields)
        with self.together():
            self._append(event, revision)
        return event

    def answered(
        self,
        *,
        session: str,
        item: str,
        revision: Revision,
        mark: float,
        rating: int | None,
        formerly: Sequence[str] = (),
        taken: int | None = None,
        detail: Mapping[str, Any] | None = None,
        **fields: Any,
    ) -> tuple[Event, Card | None]:
        """An answer, with the item's card after it; `response` is empty where a test was handed in
        without one.

        It is scheduled where `rating` is given and no other answer to the item was on this local day.
        `taken` is capped; `fields` are the others of `Event`.

        Raises:
            ValueError: `mark` is not from 0 to 1, or `rating` not from 1 to 4.
        """
        if not 0 <= mark <= 1:
            raise ValueError(f"a mark goes from 0 to 1, not {mark}")
        if rating is not None and rating not in range(1, 5):
            raise ValueError(f"a rating goes from 1 to 4, not {rating}")
        told = dict(detail or {})
        if formerly:
            told["formerly"] = list(formerly)
        if taken is not None:
            taken = min(max(taken, 0), LONGEST_TIME)
        fields |= {"item": item, "mark": mark, "taken": taken, "detail": told}
        with self.together():
            event = self._event(EventType.ANSWERED, session, revision, fields)
            history = self._now_writing().history(self.learner_uuid, (item, *formerly))
            scheduled = rating is not None and all(
                review.day != event.day for review in reviews_in(history)
            )
            if scheduled:
                event = replace(event, scheduled=True, rating=rating)
            self._append(event, revision)
            if scheduled:
                card = self._settle(item, formerly, (*history, event))
            else:
                card = derive(item, reviews_in(history), self.scheduler)
        return event, card

    def undone(self, answer: Event, revision: Revision, *, again: bool = False) -> Event:
        """Take an answer back, or with `again` let one that was taken back stand again."""
        type_ = EventType.REDONE if again else EventType.UNDONE
        fields = {
            "refers_to": answer.uuid,
            "item": answer.item,
            "language": answer.language,
            "seed": answer.seed,
            "mode": answer.mode,
        }
        event = self._event(type_, answer.session, revision, fields)
        formerly = tuple(answer.detail.get("formerly", ()))
        with self.together():
            self._append(event, revision)
            history = self._now_writing().history(self.learner_uuid, (answer.item, *formerly))
            self._settle(answer.item, formerly, history)
        return event

    def _settle(self, item: str, formerly: Sequence[str], history: Sequence[Event]) -> Card | None:
        """Bring the card into step with the item's history."""
        writing = self._now_writing()
        for former in formerly:
            writing.drop_card(self.learner_uuid, former)
        card = derive(item, reviews_in(history), self.scheduler)
        if card is None:
            writing.drop_card(self.learner_uuid, item)
        else:
            writing.put_card(self.learner_uuid, card)
        return card

    def _now_writing(self) -> Writing:
        if self._writing is None:
            raise RuntimeError("nothing is being written")
        return self._writing

    def _append(self, event: Event, revision: Revision | None) -> None:
        self._now_writing().append(event, revision)

    def _event(
        self, type_: EventType, session: str, revision: Revision | None, fields: Mapping[str, Any]
    ) -> Event:
        now = self._clock()
        return Event(
            uuid=self._new_uuid(),
            learner_uuid=self.learner_uuid,
            session=session,
            type=type_,
            at=timestamp(now),
            tz_offset=tz_offset(now),
            revision=revision.hash if revision else "",
            **fields,
        )
