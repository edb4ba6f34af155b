"""Rebuilding: what follows from the log is what was kept answer by answer, and what was not is mended."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.record.sqlite.making import ADA, BEN, REVISION, Clock, Doubling, answer, fill, record_of

from civicsquiz.errors import RecordDamaged
from civicsquiz.record.cards import Card
from civicsquiz.record.events import Event, EventType
from civicsquiz.record.sqlite import SqliteStore
from civicsquiz.record.sqlite.rebuilding import Rebuilt, in_step, rebuild
from civicsquiz.study.scheduling import FsrsScheduler

FORMERLY: dict[str, list[tuple[str, ...]]] = {
    "b/one": [(), ("b/two",), ("b/two", "b/three")],
    "b/two": [(), ("b/three",)],
    "b/three": [(), ("b/one", "b/three")],
    "b/four": [()],
}
ANSWERS = st.sampled_from(list(FORMERLY)).flatmap(
    lambda item: st.tuples(
        st.just("answer"), st.just(item), st.sampled_from(FORMERLY[item]),
        st.sampled_from([None, 1, 3, 4]),
    )
)  # fmt: skip
TAKEN = st.tuples(st.sampled_from(["undo", "redo"]), st.integers(0, 30))
ENDS = st.tuples(
    st.sampled_from([EventType.STARTED, EventType.FINISHED, EventType.ABANDONED, EventType.LEFT]),
    st.sampled_from(["s1", "s2", "s3"]),
)
STEPS = st.lists(
    st.tuples(st.sampled_from([ADA, BEN]), ANSWERS | ANSWERS | TAKEN | ENDS, st.integers(0, 3)),
    max_size=40,
)


def kept(store: SqliteStore) -> tuple[object, ...]:
    return tuple(
        (learner, store.cards(learner), sorted(store.unfinished(learner, 99)))
        for learner in (ADA, BEN)
    )


@given(STEPS)
@settings(max_examples=150)
def test_a_rebuild_equals_what_was_kept(steps: list[tuple[str, tuple[object, ...], int]]) -> None:
    """Any order of answers, renamings, undo, redo and sessions, of two learners."""
    store = SqliteStore.in_memory()
    clock = Clock()
    records = {learner: record_of(store, learner, clock) for learner in (ADA, BEN)}
    answers: dict[str, list[Event]] = {ADA: [], BEN: []}
    for learner, (what, *told), days in steps:
        record = records[learner]
        if what == "answer":
            item, formerly, rating = told
            event, _ = answer(record, str(item), formerly=formerly, rating=rating)
            answers[learner].append(event)
        elif what in ("undo", "redo"):
            (number,) = told
            assert isinstance(number, int)
            if number < len(answers[learner]):
                record.undone(answers[learner][number], REVISION, again=what == "redo")
        else:
            record.write(EventType(str(what)), session=str(told[0]))
        clock.then += timedelta(days=days)
    before = kept(store)
    done = rebuild(store, Doubling())
    assert kept(store) == before
    assert (done.cards_differed, done.sessions_differed) == (0, 0)
    assert done.cards == store.counts()["card"]


def test_with_the_scheduler_in_use() -> None:
    store = SqliteStore.in_memory()
    clock = Clock()
    record = record_of(store, clock=clock)
    record.scheduler = FsrsScheduler()
    for day in range(12):
        for number in range(5):
            answer(record, f"b/{number}", rating=(day * number) % 4 + 1)
        clock.then += timedelta(days=day)
    before = kept(store)
    assert rebuild(store, FsrsScheduler()) == Rebuilt(5, 0, 0)
    assert kept(store) == before


def test_what_is_wrong_is_mended_and_counted(store: SqliteStore) -> None:
    """A card that is wrong, one that is missing, one too many; sessions likewise."""
    fill(store)
    before = kept(store)
    first, second, *_ = store.cards(ADA)
    with store.writing() as writing:
        writing.put_card(
            ADA, Card(first.item, 9.0, 9.0, first.due, first.last, first.first, 9, 9, 1)
        )
        writing.drop_card(ADA, second.item)
        writing.put_card(ADA, Card("b/none", 9.0, 9.0, first.due, first.last, first.first, 9, 9, 1))
        writing.connection.execute("UPDATE unfinished SET session = 'other'")
    assert rebuild(store, Doubling()) == Rebuilt(4, 3, 2)
    assert kept(store) == before
    assert rebuild(store, Doubling()) == Rebuilt(4, 0, 0)


def test_the_log_stays_as_it_is(store: SqliteStore) -> None:
    fill(store)
    events = tuple(store.events())
    rebuild(store, FsrsScheduler())
    assert tuple(store.events()) == events


def test_cards_are_made_again_when_the_settings_change(store: SqliteStore) -> None:
    """Once; the next program finds them made."""
    fill(store)
    assert store.scheduled_by is None
    assert in_step(store, Doubling()) == Rebuilt(4, 0, 0)
    assert in_step(store, Doubling()) is None
    done = in_step(store, FsrsScheduler())
    assert done is not None
    assert done.cards_differed == 4
    assert store.scheduled_by == FsrsScheduler().settings
    assert in_step(SqliteStore.open(store.path), FsrsScheduler()) is None


def test_nothing_is_done_by_half(store: SqliteStore) -> None:
    """An event that cannot be read stops it, and the cards are as they were."""
    fill(store)
    before = kept(store)
    with closing(sqlite3.connect(store.path)) as by_hand:
        by_hand.execute("DROP TRIGGER event_no_update")
        by_hand.execute("UPDATE event SET at = 'then' WHERE number = 9")
        by_hand.commit()
    with pytest.raises(RecordDamaged):
        rebuild(store, FsrsScheduler())
    assert kept(store) == before
    assert store.scheduled_by is None
    answer(record_of(store, ids="more"), "b/more")


def test_a_record_of_nobody(path: Path) -> None:
    assert rebuild(SqliteStore.open(path), Doubling()) == Rebuilt(0, 0, 0)
