"""Stores: where events go. They are appended, read in order, and never changed or removed."""

from __future__ import annotations

from typing import Protocol

from civicsquiz.record.events import Event
from civicsquiz.record.revisions import Revision


class Store(Protocol):
    """An append-only log of events with the revisions they speak of."""

    def append(self, event: Event, revision: Revision) -> None:
        """Keep both, or neither; when this returns, they are kept.

        Raises:
            ValueError: an event with this uuid is there, or the event is of another revision.
        """

    def events(self, session: str | None = None) -> tuple[Event, ...]:
        """All events, or those of one session, in the order they were appended."""

    def revision(self, revision_hash: str) -> Revision | None:
        """What was asked under this hash, if an event speaks of it."""


class MemoryStore:
    """A store that lasts as long as the process."""

    def __init__(self) -> None:
        self._events: dict[str, Event] = {}
        self._revisions: dict[str, Revision] = {}

    def append(self, event: Event, revision: Revision) -> None:
        if event.uuid in self._events:
            raise ValueError(f"the event {event.uuid} is there already")
        if event.revision != revision.hash:
            raise ValueError(f"the event {event.uuid} speaks of another revision")
        self._revisions.setdefault(revision.hash, revision)
        self._events[event.uuid] = event

    def events(self, session: str | None = None) -> tuple[Event, ...]:
        return tuple(
            event for event in self._events.values() if session is None or event.session == session
        )

    def revision(self, revision_hash: str) -> Revision | None:
        return self._revisions.get(revision_hash)
