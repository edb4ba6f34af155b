"""Things to put into a record."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from civicsquiz.record.cards import Card, Review
from civicsquiz.record.events import Event, EventType
from civicsquiz.record.record import Record
from civicsquiz.record.revisions import Revision, canonical_json
from civicsquiz.record.sqlite import SqliteStore
from civicsquiz.record.store import Store

ADA, BEN = "a0000000-0000-4000-8000-000000000001", "b0000000-0000-4000-8000-000000000002"


def revision(stem: str = "Who wrote for all nine?") -> Revision:
    asked = {"type": "choice", "stem": stem, "key": ["a"], "language": "en"}
    return Revision(hashlib.sha256(canonical_json(asked)).hexdigest(), asked)


REVISION = revision()


class Doubling:
    """A scheduler whose every interval is twice the one before; after Again it starts anew."""

    settings = "doubling"

    def advance(self, item: str, card: Card | None, review: Review) -> Card:
        stability = 1.0 if card is None or review.rating == 1 else card.stability * 2
        due = min(review.day.toordinal() + int(stability), 3652059)
        return Card(
            item, stability, float(review.rating), review.day.fromordinal(due), review.day,
            card.first if card else review.day, card.reps + 1 if card else 1,
            card.lapses + (review.rating == 1) if card else 0, review.rating,
        )  # fmt: skip


class Clock:
    """Goes on by a second at each look; `then` sets it."""

    def __init__(self, moment: datetime = datetime(2026, 1, 2, 9, tzinfo=UTC)) -> None:
        self.then = moment

    def __call__(self) -> datetime:
        self.then += timedelta(seconds=1)
        return self.then


def uuids(prefix: str = "e") -> Callable[[], str]:
    numbers = iter(range(1, 10**9))
    return lambda: str(uuid.uuid5(uuid.NAMESPACE_OID, f"{prefix}{next(numbers)}"))


def record_of(
    store: Store, learner: str = ADA, clock: Clock | None = None, ids: str = ""
) -> Record:
    """A record of `learner`; records of one store need different `ids`."""
    return Record(store, learner, clock or Clock(), uuids(ids or learner), Doubling())


def answer(record: Record, item: str = "bank/item", **given: Any) -> tuple[Event, Card | None]:
    told: dict[str, Any] = {
        "session": "s1", "revision": REVISION, "mark": 1.0, "rating": 3, "taken": 4000,
        "response": ("a",), "shown": ("b", "a"), "language": "en", "seed": "7", "mode": "practice",
        "attempt": 1,
    }  # fmt: skip
    return record.answered(item=item, **(told | given))


def answer_on(record: Record, times: int, told: list[str] | None = None) -> None:
    """Answer one item after the other; what was told to be kept goes into `told`."""
    for number in range(times):
        event, _ = answer(record, f"bank/more-{number}")
        if told is not None:
            told.append(event.uuid)


def fill(store: Store, days: int = 5, items: int = 4, learner: str = ADA) -> None:
    """A session a day over the same items, the second of them always wrong, the last one left."""
    clock = Clock()
    record = record_of(store, learner, clock)
    for day in range(days):
        session = f"{learner[:2]}-{day}"
        record.write(EventType.STARTED, session=session, detail={"title": "Ä title"})
        for number in range(items):
            wrong = number == 1
            answer(
                record, f"bank/item-{number}", session=session, rating=1 if wrong else 3,
                mark=0.0 if wrong else 1.0, revision=revision(f"Question {number}?"),
            )  # fmt: skip
        if day < days - 1:
            record.write(EventType.FINISHED, session=session)
        clock.then += timedelta(days=1)


def filled(path: Path, days: int = 5, items: int = 4) -> tuple[Event, ...]:
    """Make a file with `fill`; its events."""
    store = SqliteStore.open(path)
    fill(store, days, items)
    events = tuple(store.events())
    store.close()
    return events


def content(folder: Path) -> Mapping[str, bytes]:
    """What is in all files of a folder; without the -shm, which says nothing, and an
    empty -wal, which says as much as none."""
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and not file.name.endswith("-shm")
        if file.stat().st_size or not file.name.endswith("-wal")
    }


def in_steps(data: bytes, step: int) -> Iterator[int]:
    """Places in `data`, some way apart, and its last."""
    yield from range(0, len(data), step)
    yield len(data) - 1
