"""The record: one event for each thing done, kept for good and in order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from itertools import pairwise
from typing import Any

import pytest

from civicsquiz.record.events import EventType
from civicsquiz.record.record import Record
from civicsquiz.record.revisions import Revision
from civicsquiz.record.store import MemoryStore

ZONE = timezone(timedelta(hours=-5))
REVISION = Revision("hash", {"stem": "Who?"})
ASKED: dict[str, Any] = {
    "session": "s1", "item": "bank/item", "revision": REVISION, "shown": ("b", "a"),
    "language": "en", "seed": "7", "mode": "practice",
}  # fmt: skip


def ticking() -> Iterator[datetime]:
    moment = datetime(2026, 1, 2, 3, 4, 5, tzinfo=ZONE)
    while True:
        yield moment
        moment += timedelta(seconds=1)


@pytest.fixture
def store() -> MemoryStore:
    return MemoryStore()


@pytest.fixture
def record(store: MemoryStore) -> Record:
    clock, numbers = ticking(), iter(range(1, 1000))
    return Record(store, "learner", lambda: next(clock), lambda: f"uuid-{next(numbers)}")


def test_an_answer(record: Record, store: MemoryStore) -> None:
    """An answer holds who, what, when and how it was marked, and is in the store at once."""
    event = record.answered(**ASKED, response=("a",), mark=1.0)
    assert store.events() == (event,)
    assert (event.uuid, event.learner_uuid, event.type) == ("uuid-1", "learner", EventType.ANSWERED)
    assert (event.response, event.shown, event.mark) == (("a",), ("b", "a"), 1.0)
    assert (event.at, event.tz_offset) == ("2026-01-02T08:04:05.000Z", -300)
    assert store.revision(event.revision) == REVISION


def test_a_flag(record: Record) -> None:
    """A flag has a note and no mark, and says which answer it speaks of."""
    answer = record.answered(**ASKED, response=("a",), mark=0.0)
    flag = record.flagged(**ASKED, response=("a",), note="too long", refers_to=answer.uuid)
    assert (flag.type, flag.note, flag.mark) == (EventType.FLAGGED, "too long", None)
    assert flag.refers_to == answer.uuid


@pytest.mark.parametrize("mark", [-0.1, 1.1, float("nan"), float("inf")])
def test_a_mark_beyond_its_bounds(record: Record, store: MemoryStore, mark: float) -> None:
    """A mark outside 0 to 1 is a mistake of the program and is not written."""
    with pytest.raises(ValueError, match="from 0 to 1"):
        record.answered(**ASKED, response=("a",), mark=mark)
    assert store.events() == ()


def test_events_are_only_appended(record: Record, store: MemoryStore) -> None:
    """A log read earlier is the beginning of the log read later."""
    logs = [store.events()]
    for number in range(5):
        record.answered(**{**ASKED, "session": f"s{number % 2}"}, response=(), mark=0.0)
        logs.append(store.events())
    for earlier, later in pairwise(logs):
        assert later[: len(earlier)] == earlier
        assert len(later) == len(earlier) + 1
    assert [event.uuid for event in store.events("s1")] == ["uuid-2", "uuid-4"]


def test_an_event_is_not_written_twice(record: Record, store: MemoryStore) -> None:
    """A second event under one uuid is refused, and the first stays as it was."""
    event = record.answered(**ASKED, response=("a",), mark=1.0)
    with pytest.raises(ValueError, match="is there already"):
        store.append(event, REVISION)
    assert store.events() == (event,)


def test_an_event_of_another_revision(record: Record, store: MemoryStore) -> None:
    """An event and what was asked belong together, or neither is kept."""
    event = record.answered(**ASKED, response=("a",), mark=1.0)
    with pytest.raises(ValueError, match="another revision"):
        MemoryStore().append(event, Revision("other", {}))


def test_an_unknown_revision(store: MemoryStore) -> None:
    """Of what was never asked the store knows nothing."""
    assert store.revision("hash") is None
