"""Sessions: each question once, on record before it is judged in sight."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, cast

import pytest
from tests.study.conftest import a_store

from civicsquiz.errors import RecordError, ResponseError, SessionMoved, UsageError
from civicsquiz.record.events import Event, EventType
from civicsquiz.record.revisions import Revision
from civicsquiz.record.sqlite import SqliteStore
from civicsquiz.record.store import Store, Writing
from civicsquiz.study.grading import Verdict
from civicsquiz.study.session import Mode, Session

if TYPE_CHECKING:
    from tests.study.conftest import Make


def log_of(store: SqliteStore, *types: EventType) -> tuple[Event, ...]:
    """The log without its beginning, or only some types of events."""
    return tuple(
        event for event in store.events(types=types) if types or event.type is not EventType.STARTED
    )


def right(session: Session) -> str:
    return session.question.write(session.question.item.key_ids)


def wrong(session: Session) -> str:
    return next(
        session.question.write((option.id,))
        for option in session.question.options
        if option.id not in session.question.item.key_ids
    )


def test_practice(make: Make) -> None:
    """Answer, see, go on; past the last question the results are due."""
    store = a_store()
    session = make.session(2, store=store)
    outcome = session.answer(right(session))
    assert outcome is session.outcome
    assert (outcome.verdict, outcome.mark) == (Verdict.RIGHT, 1.0) if outcome else False
    session.next()
    assert (session.position, session.outcome, session.finished) == (1, None, False)
    session.answer(wrong(session))
    assert not session.finished
    session.next()
    assert session.finished
    assert [event.mark for event in log_of(store, EventType.ANSWERED)] == [1.0, 0.0]


def test_an_answer_stands(make: Make) -> None:
    """A second answer in practice, even an unreadable one, returns the outcome and writes nothing."""
    store = a_store()
    session = make.session(2, store=store)
    first = session.answer(wrong(session))
    assert session.answer(right(session)) is first
    assert session.answer("rubbish") is first
    assert len(log_of(store)) == 1


def test_unreadable_answers_leave_no_trace(make: Make) -> None:
    """A response that names no option changes nothing and is not recorded."""
    store = a_store()
    session = make.session(1, store=store)
    with pytest.raises(ResponseError):
        session.answer("9")
    assert (session.outcome, session.response(0), tuple(store.events())) == (None, None, ())


def test_practice_goes_on_after_an_answer_only(make: Make) -> None:
    """Questions cannot be skipped in practice, neither by going on nor by number."""
    session = make.session(3)
    with pytest.raises(ResponseError, match="Answer this question first"):
        session.next()
    with pytest.raises(ResponseError, match="Answer question 1 first"):
        session.go(1)
    session.answer(right(session))
    session.go(1)
    with pytest.raises(ResponseError, match="Answer question 2 first"):
        session.go(2)


@pytest.mark.parametrize("position", [-1, 3, 10**9])
def test_there_is_no_such_question(make: Make, position: int) -> None:
    """A number beyond the quiz is refused with the numbers that there are."""
    with pytest.raises(ResponseError, match=r"^There are questions 1 to 3\.$"):
        make.session(3, Mode.TEST).go(position)


def test_looking_back(make: Make) -> None:
    """One may look at what was answered, and comes forward again; the first has none before it."""
    session = make.session(2)
    first = session.answer(right(session))
    session.next()
    session.back()
    assert (session.position, session.outcome) == (0, first)
    session.back()
    assert session.position == 0


def test_back_from_the_results(make: Make) -> None:
    """Going back from the end of practice shows the last question again, and on the results."""
    session = make.session(1)
    session.answer(right(session))
    session.next()
    session.back()
    assert (session.finished, session.position) == (False, 0)
    session.next()
    assert session.finished


def test_a_test_shows_nothing_before_the_end(make: Make) -> None:
    """Until a test is handed in there is no outcome, no mark on record, and answers change."""
    store = a_store()
    session = make.session(2, Mode.TEST, store)
    assert session.answer(wrong(session)) is None
    assert session.answer(right(session)) is None
    assert session.response(0) == session.question.item.key_ids
    assert (session.outcome, session.results().asked) == (None, 0)
    assert [(event.type, event.mark) for event in log_of(store)] == [(EventType.KEPT, None)] * 2
    assert session.unanswered == (1,)


def test_handing_in(make: Make) -> None:
    """Handing in judges all at once, what was left open as wrong, and ends the session."""
    store = a_store()
    session = make.session(3, Mode.TEST, store)
    session.answer(right(session))
    session.go(2)
    session.answer(wrong(session))
    outcomes = session.submit()
    assert [outcome.verdict for outcome in outcomes] == [
        Verdict.RIGHT,
        Verdict.WRONG,
        Verdict.WRONG,
    ]
    assert outcomes[1].response == ()
    assert session.response(1) is None
    assert [event.response for event in log_of(store, EventType.ANSWERED)] == [
        one.response for one in outcomes
    ]
    assert (session.submitted, session.finished, session.outcome) == (True, True, outcomes[2])


def test_handing_in_twice(make: Make) -> None:
    """A test is handed in once; later answers change nothing."""
    store = a_store()
    session = make.session(2, Mode.TEST, store)
    outcomes = session.submit()
    assert session.submit() == outcomes
    assert session.answer(right(session)) is outcomes[0]
    types = [event.type for event in log_of(store)]
    assert types == [EventType.ANSWERED, EventType.ANSWERED, EventType.SUBMITTED]


def test_practice_is_not_handed_in(make: Make) -> None:
    """Only a test can be submitted."""
    with pytest.raises(ResponseError, match="Only a test"):
        make.session(1).submit()


def test_marking_for_later(make: Make) -> None:
    """A mark is put and taken away by the same act, and belongs to a position."""
    session = make.session(3, Mode.TEST)
    session.toggle_mark()
    session.go(2)
    session.toggle_mark()
    assert session.marked == {0, 2}
    session.toggle_mark()
    assert session.marked == {0}


def test_a_test_ends_at_its_last_question(make: Make) -> None:
    """Going on from the last question of a test goes nowhere: it ends by handing in."""
    session = make.session(2, Mode.TEST)
    session.next()
    session.next()
    assert (session.position, session.finished) == (1, False)


def test_flags(make: Make) -> None:
    """A flag is recorded before or after the answer, and refers to it where there is one."""
    store = a_store()
    session = make.session(1, store=store)
    before = session.flag("  unclear ")
    session.answer(right(session))
    after = session.flag("still unclear")
    assert (before.note, before.refers_to, before.response) == ("unclear", None, ())
    assert after.refers_to == log_of(store)[1].uuid
    assert after.response == session.question.item.key_ids
    assert [event.type for event in log_of(store)] == [
        EventType.FLAGGED, EventType.ANSWERED, EventType.FLAGGED,
    ]  # fmt: skip


def test_what_is_on_record(make: Make) -> None:
    """An event holds what was asked, how it stood on the screen and how it was run."""
    store = a_store()
    session = make.session(1, store=store)
    session.answer("1")
    (event,) = log_of(store)
    question = session.question
    assert event.item == question.ref
    assert event.shown == question.shown
    assert event.response == (question.options[0].id,)
    assert (event.session, event.seed, event.mode, event.language) == (
        "session", "1", "practice", "en",
    )  # fmt: skip
    assert store.revision(event.revision) == question.revision


class FullDisk:
    """A store that has room for so many more events."""

    def __init__(self, room: int) -> None:
        self._store = a_store()
        self.room = room

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        with self._store.writing() as writing:
            yield cast("Writing", _Tight(writing, self))


class _Tight:
    def __init__(self, writing: Writing, disk: FullDisk) -> None:
        self._writing = writing
        self._disk = disk

    def __getattr__(self, name: str) -> Any:
        return getattr(self._writing, name)

    def append(self, event: Event, revision: Revision | None = None) -> None:
        if not self._disk.room:
            raise RecordError("progress.sqlite", "no space left")
        self._disk.room -= 1
        self._writing.append(event, revision)


def test_what_is_not_on_record_is_not_shown(make: Make) -> None:
    """When the store fails, there is no outcome; with room again the same answer goes through."""
    disk = FullDisk(1)  # for the beginning, but not for the answer
    session = make.session(1, store=cast("Store", disk))
    with pytest.raises(RecordError, match="no space"):
        session.answer(right(session))
    assert (session.outcome, session.response(0), tuple(disk.events())) == (None, None, ())
    disk.room = 2
    assert session.answer(right(session)) is session.outcome
    assert disk.counts()["event"] == 2


def test_handing_in_when_the_disk_is_full(make: Make) -> None:
    """A test that could be recorded only in part is not handed in, and nothing of it is on record; the
    second try records all of it once."""
    disk = FullDisk(3)
    session = make.session(4, Mode.TEST, cast("Store", disk))
    with pytest.raises(RecordError, match="no space"):
        session.submit()
    assert (session.submitted, session.outcome, tuple(disk.events())) == (False, None, ())
    disk.room = 9
    session.submit()
    items = [event.item for event in disk.events(types=[EventType.ANSWERED])]
    assert len(items) == len(set(items)) == 4


def test_no_questions(make: Make) -> None:
    """A session asks something."""
    with pytest.raises(UsageError):
        make.session(0)


def test_results(make: Make) -> None:
    """Results count by topic in the order of first appearance and hold the misses in order."""
    session = make.session(5, Mode.TEST, topics=2)
    for at, respond in enumerate((right, wrong, right, right)):
        session.go(at)
        session.answer(respond(session))
    session.submit()
    results = session.results()
    assert (results.right, results.asked, results.mark) == (3, 5, 3.0)
    assert [(score.topic, score.right, score.asked) for score in results.topics] == [
        ("topic-0", 2, 3), ("topic-1", 1, 2),
    ]  # fmt: skip
    assert [outcome.question.item.id for outcome in results.misses] == ["c1", "c4"]
    assert session.missed() == (session.questions[1], session.questions[4])


def test_a_session_in_two_windows(make: Make) -> None:
    """Who is left behind writes nothing, is told so, and can go."""
    store = a_store()
    here = make.session(3, Mode.TEST, store)
    here.answer(right(here))
    events = tuple(store.events())
    there = make.session(3, Mode.TEST, store, past=events)
    there.answer(right(there))
    log = tuple(store.events())
    for act in (lambda: here.answer(wrong(here)), here.submit, here.abandon, here.toggle_mark):
        with pytest.raises(SessionMoved, match="in another window"):
            act()
    assert tuple(store.events()) == log
    assert not here.submitted
    there.submit()
