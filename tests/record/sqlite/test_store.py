"""The store: what is written is there, in order, and nothing else is."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from pathlib import Path

import pytest
from tests.record.sqlite.making import ADA, BEN, REVISION, Clock, answer, fill, record_of, revision

from civicsquiz.record.cards import Card
from civicsquiz.record.events import Event, EventType
from civicsquiz.record.sqlite import SqliteStore
from civicsquiz.record.store import Latest, Learner, Store

DAY = date(2026, 1, 2)


@pytest.fixture(params=["file", "memory"])
def any_store(request: pytest.FixtureRequest, path: Path) -> Store:
    return SqliteStore.open(path) if request.param == "file" else SqliteStore.in_memory()


def card(item: str = "bank/item", due: date = DAY, reps: int = 1) -> Card:
    return Card(item, 1.5, 5.25, due, DAY, DAY, reps, 0, 3)


def test_what_is_written_is_read_again(any_store: Store) -> None:
    """Every field comes back as it went in, from this store and from the next program's."""
    record = record_of(any_store)
    started = record.write(
        EventType.STARTED, session="s1", detail={"title": "Ä", "queue": [["b/i", "h"]], "x": 0.1}
    )
    event, made = answer(
        record, certainty=2, hints=1, note="=1+1", mark=1 / 3, rating=2, formerly=("old/item",)
    )
    assert tuple(any_store.events()) == (started, event)
    assert event.detail == {"formerly": ["old/item"]}
    assert any_store.revision(event.revision) == REVISION
    assert made is not None
    assert any_store.card(ADA, "bank/item") == made
    if isinstance(any_store, SqliteStore) and any_store.path.exists():
        other = SqliteStore.open(any_store.path)
        assert tuple(other.events()) == (started, event)
        found = other.revision(event.revision)
        assert found is not None
        assert found.asked == REVISION.asked


def test_events_by_learner_session_and_type(any_store: Store) -> None:
    fill(any_store, learner=ADA)
    fill(any_store, learner=BEN)
    everything = tuple(any_store.events())
    assert len(everything) == 58
    for test, found in (
        (lambda event: event.learner_uuid == BEN, any_store.events(learner_uuid=BEN)),
        (lambda event: event.session == "a0-2", any_store.events(session="a0-2")),
        (
            lambda event: event.type in ("started", "finished"),
            any_store.events(types=(EventType.STARTED, EventType.FINISHED)),
        ),
        (
            lambda event: event.learner_uuid == ADA and event.type == "answered",
            any_store.events(learner_uuid=ADA, types=(EventType.ANSWERED,)),
        ),
    ):
        wanted = tuple(event for event in everything if test(event))
        assert wanted
        assert tuple(found) == wanted


def test_more_events_than_are_read_at_once(store: SqliteStore) -> None:
    """A log read earlier is the beginning of the log read later, also while it grows."""
    record = record_of(store)
    with record.together():
        for _ in range(1201):
            record.write(EventType.LEFT, session="s1")
    reading = store.events()
    first = next(reading)
    record.write(EventType.LEFT, session="s1")
    read = [first, *reading]
    assert len(read) == 1201
    assert [*store.events()][:1201] == read


def test_an_event_is_not_written_twice(any_store: Store) -> None:
    record = record_of(any_store)
    event, _ = answer(record)
    with pytest.raises(ValueError, match="is there already"), any_store.writing() as writing:
        writing.append(replace(event, mark=0.0), REVISION)
    assert tuple(any_store.events()) == (event,)
    answer(record)
    assert any_store.counts()["event"] == 2


def test_an_event_of_another_revision(any_store: Store) -> None:
    event, _ = answer(record_of(any_store))
    other = replace(event, uuid="other")
    with pytest.raises(ValueError, match="another revision"), any_store.writing() as writing:
        writing.append(other, revision("Another?"))
    with pytest.raises(ValueError, match="unknown revision"), any_store.writing() as writing:
        writing.append(replace(other, revision="never asked"))
    with any_store.writing() as writing:
        writing.append(other)
    assert any_store.counts()["event"] == 2
    assert any_store.revision("never asked") is None


def test_all_of_a_transaction_or_nothing(any_store: Store) -> None:
    """What was raised inside goes on, and nothing of the block is left: learner and revision too."""
    record = record_of(any_store)

    class Raised(Exception):
        pass

    def fails() -> None:
        with record.together():
            answer(record)
            assert any_store.counts()["event"] == 1
            raise Raised

    with pytest.raises(Raised):
        fails()
    assert set(any_store.counts().values()) == {0}
    answer(record)
    assert set(any_store.counts().values()) == {1}


def test_history_is_what_bears_on_due_dates(any_store: Store) -> None:
    clock = Clock()
    record = record_of(any_store, clock=clock)
    old, _ = answer(record, "bank/old")
    clock.then += timedelta(days=1)
    new, _ = answer(record, "bank/new")
    answer(record, "bank/new", rating=None)
    answer(record, "bank/other")
    record.write(EventType.HINTED, session="s1", item="bank/new", revision=REVISION)
    undone = record.undone(new, REVISION)
    with any_store.writing() as writing:
        assert writing.history(ADA, ("bank/new",)) == (new, undone)
        assert writing.history(ADA, ("bank/new", "bank/old")) == (old, new, undone)
        assert writing.history(BEN, ("bank/new",)) == ()


def test_cards_come_the_longest_due_first(any_store: Store) -> None:
    days = {"c": 3, "a": 5, "b": 3, "d": 9}
    cards = {name: card(name, DAY + timedelta(days=late)) for name, late in days.items()}
    record_of(any_store).write(EventType.LEFT, session="s")
    with any_store.writing() as writing:
        for one in cards.values():
            writing.put_card(ADA, one)
    assert [one.item for one in any_store.cards(ADA)] == ["b", "c", "a", "d"]
    due = any_store.cards(ADA, due_by=DAY + timedelta(days=5))
    assert due == (cards["b"], cards["c"], cards["a"])
    assert any_store.cards(ADA, due_by=DAY + timedelta(days=5), limit=1) == (cards["b"],)
    assert any_store.cards(BEN) == ()


def test_a_card_takes_the_place_of_the_one_before(any_store: Store) -> None:
    record_of(any_store).write(EventType.LEFT, session="s")
    with any_store.writing() as writing:
        writing.put_card(ADA, card())
        writing.put_card(ADA, card(due=date.max, reps=2))
    assert any_store.cards(ADA) == (card(due=date.max, reps=2),)
    assert any_store.cards(ADA, due_by=date.max - timedelta(days=1)) == ()
    with any_store.writing() as writing:
        writing.drop_card(ADA, "bank/item")
    assert any_store.card(ADA, "bank/item") is None


def test_unfinished_sessions_the_latest_first(any_store: Store) -> None:
    record = record_of(any_store)
    for session in ("one", "two", "three", "four", "five"):
        record.write(EventType.STARTED, session=session)
    record_of(any_store, BEN).write(EventType.STARTED, session="bens")
    record.write(EventType.LEFT, session="two")
    for session, end in zip(
        ("three", "four", "five"),
        (EventType.FINISHED, EventType.SUBMITTED, EventType.ABANDONED),
        strict=True,
    ):
        record.write(end, session=session)
    assert any_store.unfinished(ADA, 9) == ("two", "one")
    assert any_store.unfinished(ADA) == ("two",)
    answer(record, session="one")
    assert any_store.unfinished(ADA) == ("one",)
    assert any_store.unfinished(BEN) == ("bens",)


def test_a_session_that_ended_is_not_begun_again(any_store: Store) -> None:
    record = record_of(any_store)
    record.write(EventType.FINISHED, session="one")
    record.write(EventType.STARTED, session="one")
    assert any_store.unfinished(ADA) == ()


def test_a_finished_session_goes_on_where_an_answer_is_taken_back(any_store: Store) -> None:
    record = record_of(any_store)
    record.write(EventType.STARTED, session="one")
    answered, _ = answer(record, session="one")
    record.write(EventType.FINISHED, session="one")
    assert any_store.unfinished(ADA) == ()
    record.write(EventType.UNDONE, session="one", item="bank/item", refers_to=answered.uuid)
    assert any_store.unfinished(ADA) == ("one",)
    record.write(EventType.FINISHED, session="one")
    assert any_store.unfinished(ADA) == ()


def test_times_of_right_answers_the_latest_first(any_store: Store) -> None:
    record = record_of(any_store)
    for taken, mark in ((1000, 1.0), (2000, 0.5), (3000, 1.0), (None, 1.0), (4000, 1.0)):
        answer(record, taken=taken, mark=mark)
    answer(record_of(any_store, BEN), taken=9)
    assert any_store.times(ADA, 10) == (4000, 3000, 1000)
    assert any_store.times(ADA, 2) == (4000, 3000)


def test_when_somebody_answered_last(any_store: Store) -> None:
    """The last in the log, on the clock of then, and the latest day of a card; each learner's own."""
    assert any_store.latest(ADA) == Latest(None, None)
    east = timezone(timedelta(hours=5, minutes=30))
    ahead = Clock(datetime(2031, 5, 6, 23, 30, tzinfo=east))
    record = record_of(any_store, clock=ahead)
    answer(record, "bank/ahead")
    assert any_store.latest(ADA).at == datetime(2031, 5, 6, 23, 30, 1, tzinfo=east)
    ahead.then = datetime(2026, 1, 2, tzinfo=UTC)
    answer(record, "bank/now")
    record.write(EventType.LEFT, session="s1")
    answer(record_of(any_store, BEN, ahead), "bank/now")
    assert any_store.latest(ADA) == Latest(
        datetime(2026, 1, 2, 0, 0, 1, tzinfo=UTC), date(2031, 5, 6)
    )
    assert any_store.latest(BEN).day == date(2026, 1, 2)
    answer(record, "bank/ahead")
    assert any_store.latest(ADA).day == date(2026, 1, 2)


def test_a_long_log_is_not_gone_through_for_the_last_answer(any_store: Store) -> None:
    """Behind a thousand events of others it is not looked for; the day of the cards still is known."""
    answer(record_of(any_store))
    other = record_of(any_store, BEN)
    with other.together():
        for _ in range(1001):
            other.write(EventType.READ, session="one")
    assert any_store.latest(ADA) == Latest(None, date(2026, 1, 2))


def test_learners_have_names_that_nobody_else_has(any_store: Store) -> None:
    any_store.add_learner(Learner(BEN, "Ben"))
    any_store.add_learner(Learner(ADA))
    any_store.add_learner(Learner("c"))
    assert any_store.learners() == (Learner(BEN, "Ben"), Learner(ADA), Learner("c"))
    any_store.name_learner(ADA, "Ada")
    for name in ("Ben", "Ada"):
        with pytest.raises(ValueError, match="has this name"):
            any_store.name_learner("c", name)
        with pytest.raises(ValueError, match="has this name"):
            any_store.add_learner(Learner("d", name))
    with pytest.raises(ValueError, match="has this uuid"):
        any_store.add_learner(Learner(ADA))
    with pytest.raises(ValueError, match="no learner"):
        any_store.name_learner("nobody", "Eve")
    any_store.name_learner(ADA, None)
    assert any_store.learners()[1] == Learner(ADA)


def test_the_first_learner_is_made_once(path: Path) -> None:
    one, other = SqliteStore.open(path), SqliteStore.open(path)
    assert one.first_learner(ADA) == other.first_learner(BEN) == Learner(ADA)


@pytest.mark.parametrize("table", ["event", "revision"])
@pytest.mark.parametrize("change", ["UPDATE {} SET rowid = rowid + 1", "DELETE FROM {}"])
def test_the_log_is_never_changed(store: SqliteStore, table: str, change: str) -> None:
    """Not even by hand: the file itself refuses."""
    fill(store)
    before = store.counts()
    with sqlite3.connect(store.path) as by_hand:
        with pytest.raises(sqlite3.IntegrityError, match="never changed"):
            by_hand.execute(change.format(table))
        by_hand.rollback()
    by_hand.close()
    assert store.counts() == before


def test_the_file_waits_for_the_disk(store: SqliteStore) -> None:
    """What a commit rests on: the log ahead, full synchronisation, keys that are watched."""
    connection = store._connection._connected()
    for pragma, value in (("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)):
        assert connection.execute(f"PRAGMA {pragma}").fetchone() == (value,)


def test_the_ends_of_the_calendar(store: SqliteStore) -> None:
    """An answer on the last day that there is, and one with the clock set back to the first."""
    clock = Clock(datetime(9999, 12, 31, 23, 59, tzinfo=UTC))
    record = record_of(store, clock=clock)
    last, made = answer(record)
    assert made is not None
    assert made.due == date.max
    clock.then = datetime(1, 1, 1, tzinfo=UTC)
    first, _ = answer(record, "bank/other")
    assert tuple(store.events()) == (last, first)
    assert [one.item for one in store.cards(ADA)] == ["bank/other", "bank/item"]


def test_half_a_character_does_not_end_the_session(store: SqliteStore) -> None:
    """A terminal can send what is no character at all; the answer counts, the sign is replaced."""
    answer(record_of(store), response=("a\udcff",), note="b\ud800")
    (event,) = store.events()
    assert "\udcff" not in event.response[0]
    assert event.note == "b?"


def test_a_closed_store(store: SqliteStore) -> None:
    store.close()
    store.close()
    with pytest.raises(RuntimeError, match="closed"):
        store.counts()


def test_transactions_do_not_nest(store: SqliteStore) -> None:
    with store.writing(), pytest.raises(RuntimeError, match="open already"), store.writing():
        pass


def test_commits_are_in_order_of_the_log(store: SqliteStore) -> None:
    fill(store)
    times = [event.at for event in store.events()]
    assert all(earlier < later for earlier, later in pairwise(times))
    assert all(isinstance(event, Event) for event in store.events())
