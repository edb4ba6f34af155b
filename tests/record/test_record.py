"""The record: one event for each thing done, kept for good and in order, and the card that follows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import count, pairwise
from typing import Any

import pytest

from civicsquiz.record.cards import AGAIN, GOOD, Card, Review, derive, reviews_in
from civicsquiz.record.events import EventType
from civicsquiz.record.record import Record
from civicsquiz.record.revisions import Revision, canonical_json
from civicsquiz.record.sqlite import SqliteStore
from civicsquiz.record.store import Learner

ZONE = timezone(timedelta(hours=-5))


def revised(stem: str) -> Revision:
    import hashlib

    asked = {"stem": stem}
    return Revision(hashlib.sha256(canonical_json(asked)).hexdigest(), asked)


REVISION = revised("Who?")
ASKED: dict[str, Any] = {
    "session": "s1", "item": "bank/item", "revision": REVISION, "shown": ("b", "a"),
    "language": "en", "seed": "7", "mode": "practice",
}  # fmt: skip
DAY = timedelta(days=1)


class Doubling:
    """A scheduler simple enough to be followed: twice the interval after Good, one day after Again."""

    settings = "doubling"

    def advance(self, item: str, card: Card | None, review: Review) -> Card:
        days = 1.0 if card is None or review.rating == AGAIN else card.stability * 2
        lapses = card.lapses + (review.rating == AGAIN) if card else 0
        return Card(
            item, days, 5.0, review.day + timedelta(days=days), review.day,
            card.first if card else review.day, card.reps + 1 if card else 1, lapses, review.rating,
        )  # fmt: skip


class Watch:
    """A clock that is set by hand; it goes on by a second each time."""

    def __init__(self) -> None:
        self.now = datetime(2026, 1, 2, 3, 4, 5, tzinfo=ZONE)

    def __call__(self) -> datetime:
        now, self.now = self.now, self.now + timedelta(seconds=1)
        return now


@pytest.fixture
def store() -> Iterator[SqliteStore]:
    store = SqliteStore.in_memory()
    store.add_learner(Learner("learner"))
    yield store
    store.close()


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def record(store: SqliteStore, watch: Watch) -> Record:
    numbers = count(1)
    return Record(store, "learner", watch, lambda: f"uuid-{next(numbers)}", Doubling())


def test_an_answer(record: Record, store: SqliteStore) -> None:
    """An answer holds who, what, when and how it was marked, and is in the store at once."""
    event, _ = record.answered(**ASKED, response=("a",), mark=1.0, rating=None)
    assert tuple(store.events()) == (event,)
    assert (event.uuid, event.learner_uuid, event.type) == ("uuid-1", "learner", EventType.ANSWERED)
    assert (event.response, event.shown, event.mark) == (("a",), ("b", "a"), 1.0)
    assert (event.at, event.tz_offset) == ("2026-01-02T08:04:05.000Z", -300)
    assert store.revision(event.revision) == REVISION


def test_a_flag(record: Record) -> None:
    """A flag has a note and no mark, and says which answer it speaks of."""
    answer, _ = record.answered(**ASKED, response=("a",), mark=0.0, rating=None)
    flag = record.write(EventType.FLAGGED, **ASKED, note="too long", refers_to=answer.uuid)
    assert (flag.type, flag.note, flag.mark) == (EventType.FLAGGED, "too long", None)
    assert flag.refers_to == answer.uuid


@pytest.mark.parametrize("mark", [-0.1, 1.1, float("nan"), float("inf")])
def test_a_mark_beyond_its_bounds(record: Record, store: SqliteStore, mark: float) -> None:
    """A mark outside 0 to 1 is a mistake of the program and is not written."""
    with pytest.raises(ValueError, match="from 0 to 1"):
        record.answered(**ASKED, response=("a",), mark=mark, rating=None)
    assert tuple(store.events()) == ()


@pytest.mark.parametrize("rating", [0, 5])
def test_a_rating_beyond_its_bounds(record: Record, store: SqliteStore, rating: int) -> None:
    """There are four ratings."""
    with pytest.raises(ValueError, match="from 1 to 4"):
        record.answered(**ASKED, response=("a",), mark=1.0, rating=rating)
    assert tuple(store.events()) == ()


def test_the_time_taken_is_capped(record: Record) -> None:
    """Whoever took more than a minute went away; a clock that ran backwards took no time."""
    for taken, kept in ((59_999, 59_999), (60_001, 60_000), (10**9, 60_000), (-5, 0)):
        event, _ = record.answered(**ASKED, response=(), mark=1.0, rating=None, taken=taken)
        assert event.taken == kept


def test_events_are_only_appended(record: Record, store: SqliteStore) -> None:
    """A log read earlier is the beginning of the log read later."""
    logs = [tuple(store.events())]
    for number in range(5):
        record.write(EventType.LEFT, **{**ASKED, "session": f"s{number % 2}"})
        logs.append(tuple(store.events()))
    for earlier, later in pairwise(logs):
        assert later[: len(earlier)] == earlier
        assert len(later) == len(earlier) + 1
    assert [event.uuid for event in store.events(session="s1")] == ["uuid-2", "uuid-4"]


def test_what_is_written_together_is_written_or_not(record: Record, store: SqliteStore) -> None:
    """An error in the middle leaves nothing of what came before it, neither events nor cards."""

    def half_done() -> None:
        with record.together():
            record.answered(**ASKED, response=("a",), mark=1.0, rating=GOOD)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half_done()
    assert (tuple(store.events()), store.cards("learner")) == ((), ())
    with record.together():
        record.answered(**ASKED, response=("a",), mark=1.0, rating=GOOD)
        record.write(EventType.SUBMITTED, session="s1")
    assert len(tuple(store.events())) == 2


# ---- what is scheduled


def test_the_first_answer_of_a_local_day_schedules(
    record: Record, store: SqliteStore, watch: Watch
) -> None:
    """Later ones of the day are logged and move nothing; the day is the learner's, not that of UTC."""
    first, card = record.answered(**ASKED, response=("a",), mark=1.0, rating=GOOD)
    assert (first.scheduled, first.rating) == (True, GOOD)
    assert card == store.card("learner", "bank/item")
    watch.now = datetime(2026, 1, 2, 23, 59, tzinfo=ZONE)  # in UTC the next day has begun
    later, same = record.answered(**ASKED, response=("b",), mark=0.0, rating=AGAIN)
    assert (later.scheduled, later.rating, same) == (False, None, card)
    watch.now = datetime(2026, 1, 3, 0, 1, tzinfo=ZONE)
    third, moved = record.answered(**ASKED, response=("a",), mark=1.0, rating=GOOD)
    assert third.scheduled
    assert moved is not None
    assert (moved.reps, moved.first, moved.last) == (2, date(2026, 1, 2), date(2026, 1, 3))


def test_an_answer_without_a_rating_schedules_nothing(record: Record, store: SqliteStore) -> None:
    """And does not stand in the way of one that has a rating, on the same day."""
    assert record.answered(**ASKED, response=(), mark=0.0, rating=None)[1] is None
    assert record.answered(**ASKED, response=("a",), mark=1.0, rating=GOOD)[0].scheduled


def test_undo_and_redo(record: Record, store: SqliteStore, watch: Watch) -> None:
    """The card is what it was before the answer, and with redo what it was after."""
    _, before = record.answered(**ASKED, response=("a",), mark=1.0, rating=GOOD)
    watch.now += DAY
    answer, after = record.answered(**ASKED, response=("b",), mark=0.0, rating=AGAIN)
    assert after != before
    undone = record.undone(answer, REVISION)
    assert (undone.type, undone.refers_to) == (EventType.UNDONE, answer.uuid)
    assert store.card("learner", "bank/item") == before
    record.undone(answer, REVISION, again=True)
    assert store.card("learner", "bank/item") == after
    record.undone(answer, REVISION)
    assert record.answered(**ASKED, response=("a",), mark=1.0, rating=GOOD)[0].scheduled


def test_undoing_the_only_answer_leaves_no_card(record: Record, store: SqliteStore) -> None:
    """An item that was never answered is new."""
    answer, _ = record.answered(**ASKED, response=("a",), mark=1.0, rating=GOOD)
    record.undone(answer, REVISION)
    assert store.cards("learner") == ()


def test_an_item_that_was_renamed_keeps_its_history(
    record: Record, store: SqliteStore, watch: Watch
) -> None:
    """The card goes on under the new name, and nothing is left under the old one."""
    record.answered(**{**ASKED, "item": "bank/old"}, response=("a",), mark=1.0, rating=GOOD)
    watch.now += DAY
    _, card = record.answered(
        **ASKED, response=("a",), mark=1.0, rating=GOOD, formerly=("bank/old",)
    )
    assert card is not None
    assert (card.item, card.reps) == ("bank/item", 2)
    assert [card.item for card in store.cards("learner")] == ["bank/item"]
    answers = [event for event in store.events() if event.type is EventType.ANSWERED]
    assert derive("bank/item", reviews_in(answers), Doubling()) == card


@pytest.mark.parametrize(
    "days", [[0, 3000, 1, 2], [0, -1, -2], [5, 0, 5]], ids=["far ahead", "back", "there and back"]
)
def test_a_clock_that_is_set(
    record: Record, store: SqliteStore, watch: Watch, days: list[int]
) -> None:
    """Every local day that had no answer schedules, whatever the days before; and the card follows
    from the log alone."""
    start = watch.now
    seen: set[int] = set()
    for day in days:
        watch.now = start + day * DAY
        event, card = record.answered(**ASKED, response=("a",), mark=1.0, rating=GOOD)
        assert event.scheduled is (day not in seen)
        seen.add(day)
        assert card == derive("bank/item", reviews_in(store.events()), Doubling())
        assert card == store.card("learner", "bank/item")


def test_the_last_year(record: Record, watch: Watch) -> None:
    """A clock that is set to the year 9999 is no reason to fail."""
    watch.now = datetime(9999, 12, 31, 23, 59, 58, tzinfo=ZONE)
    event = record.write(EventType.LEFT, **ASKED)
    assert event.at.startswith("9999-12-31T")
    watch.now = datetime(1, 1, 1, tzinfo=UTC)
    assert record.write(EventType.LEFT, **ASKED).day == date(1, 1, 1)
