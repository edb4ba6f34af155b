"""The record of one learner: makes events, with their time and uuid, and stores them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from civicsquiz.record.events import Event, EventType, timestamp, tz_offset
from civicsquiz.record.revisions import Revision
from civicsquiz.record.store import Store

Clock = Callable[[], datetime]
"""Says the time in the learner's own time zone (aware)."""

NewUuid = Callable[[], str]
"""Makes an id that no other event has."""


class Record:
    """Writes down what one learner does. Each call is one event, kept when the call returns."""

    def __init__(self, store: Store, learner_uuid: str, clock: Clock, new_uuid: NewUuid) -> None:
        self.store = store
        self.learner_uuid = learner_uuid
        self._clock = clock
        self._new_uuid = new_uuid

    def answered(
        self,
        *,
        session: str,
        item: str,
        revision: Revision,
        response: tuple[str, ...],
        shown: tuple[str, ...],
        mark: float,
        language: str,
        seed: str,
        mode: str,
    ) -> Event:
        """An answer; `response` is empty where a test was handed in without one.

        Raises:
            ValueError: `mark` is not from 0 to 1.
        """
        if not 0 <= mark <= 1:
            raise ValueError(f"a mark goes from 0 to 1, not {mark}")
        return self._append(
            EventType.ANSWERED, revision, session=session, item=item, response=response,
            shown=shown, mark=mark, note=None, refers_to=None, language=language, seed=seed,
            mode=mode,
        )  # fmt: skip

    def flagged(
        self,
        *,
        session: str,
        item: str,
        revision: Revision,
        note: str,
        shown: tuple[str, ...],
        language: str,
        seed: str,
        mode: str,
        response: tuple[str, ...] = (),
        refers_to: str | None = None,
    ) -> Event:
        """A learner's word that something is wrong with an item, answered or not.

        `refers_to` is the uuid of the answer, where there is one.
        """
        return self._append(
            EventType.FLAGGED, revision, session=session, item=item, response=response,
            shown=shown, mark=None, note=note, refers_to=refers_to, language=language, seed=seed,
            mode=mode,
        )  # fmt: skip

    def _append(
        self,
        type_: EventType,
        revision: Revision,
        *,
        session: str,
        item: str,
        response: tuple[str, ...],
        shown: tuple[str, ...],
        mark: float | None,
        note: str | None,
        refers_to: str | None,
        language: str,
        seed: str,
        mode: str,
    ) -> Event:
        now = self._clock()
        event = Event(
            uuid=self._new_uuid(),
            learner_uuid=self.learner_uuid,
            session=session,
            type=type_,
            refers_to=refers_to,
            item=item,
            revision=revision.hash,
            response=response,
            shown=shown,
            mark=mark,
            note=note,
            language=language,
            seed=seed,
            mode=mode,
            at=timestamp(now),
            tz_offset=tz_offset(now),
        )
        self.store.append(event, revision)
        return event
