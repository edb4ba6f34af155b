"""Any order of answer, hint, look-up, undo, redo, leaving, kill and going on: the log, the cards and
what is in sight agree, and what is in sight is on the disk."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Collection
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)
from tests.often import examples
from tests.study.conftest import Make

from civicsquiz.bank.models import Bank, Item
from civicsquiz.errors import ResponseError
from civicsquiz.plain import pages
from civicsquiz.record.cards import derive, reviews_in
from civicsquiz.record.events import EventType
from civicsquiz.record.record import Record
from civicsquiz.record.sqlite import SqliteStore
from civicsquiz.record.store import Learner
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.coaching import Detour, Hint, Reading
from civicsquiz.study.feedback import explain
from civicsquiz.study.question import Question
from civicsquiz.study.rating import rate
from civicsquiz.study.scheduling import FsrsScheduler
from civicsquiz.study.selection import question
from civicsquiz.study.session import Mode, Session
from civicsquiz.study.session.resuming import resumed
from civicsquiz.study.settings import RatingRules

LEARNER = "learner"


class Plodding:
    """A coach with three hints to everything, who sends on a detour after two misses."""

    misses = 2

    def __init__(self, make: Make) -> None:
        self._make = make

    def ladder(self, question: Question, tried: Collection[str] = ()) -> tuple[Hint, ...]:
        return tuple(Hint("author", f"Hint {n}", f"{question.item.id} {n}") for n in (1, 2, 3))

    def tries(self, question: Question) -> int:
        return max(1, len(question.item.options) - 1)

    def mask(self, question: Question, text: str) -> str:
        return text

    def after(self, missed: Question, misses: int) -> Detour | None:
        if misses < 2:
            return None
        made = self._make.choice(f"{missed.item.id}--evidence")
        return Detour(
            Reading(missed, missed.item.evidence[0]),
            question(missed.bank, made, "1") if misses % 2 else None,
        )


class SessionMachine(RuleBasedStateMachine):
    """One learner, one session at a time, on a real file."""

    @initialize(mode=st.sampled_from(Mode), size=st.integers(1, 5), certainty=st.booleans())
    def begin(self, mode: Mode, size: int, certainty: bool) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.make, self.shelf, self.numbers = Make(), Shelf([]), count(1)
        self.now = datetime(2026, 3, 28, 22, tzinfo=UTC)
        self.mode, self.certainty = mode, certainty
        items = [
            self.make.choice(f"c{at}", others=("x", "y", "z"), topic=f"t{at % 2}")
            if at % 3 else self.make.judgement(f"j{at}", topic=f"t{at % 2}")
            for at in range(size)
        ]  # fmt: skip
        self.bank = self.make.bank(*items)
        self.store = SqliteStore.open(self.folder / "progress.sqlite")
        self.store.add_learner(Learner(LEARNER))
        self.session = self.a_session([question(self.bank, item, "1") for item in items])

    def a_session(self, questions: list[Question], **more: Any) -> Session:
        record = Record(
            self.store, LEARNER, lambda: self.now, lambda: f"uuid-{next(self.numbers)}",
            FsrsScheduler(),
        )  # fmt: skip

        def rated(*, question: Question, **answer: Any) -> int:
            return rate(item_type=question.item.type, median=None, rules=RatingRules(), **answer)

        return Session(
            questions, record, lambda one, ids: explain(one, ids, self.shelf),
            **{
                "mode": self.mode, "seed": "1", "session_id": "session", "coach": Plodding(self.make),
                "certainty": self.certainty, "rate": rated, "leeches": ["bank/c1"], **more,
            },
        )  # fmt: skip

    def find(self, ref: str) -> tuple[Bank, Item] | None:
        return next(((self.bank, one) for one in self.bank.items if f"bank/{one.id}" == ref), None)

    def going_on(self) -> Session:
        """The session as it would go on, out of the log alone."""
        events = tuple(self.store.events(session="session"))
        if not events:
            return self.a_session(list(self.session.questions))
        found = resumed(events, self.find)
        assert found.gone == 0
        return self.a_session(list(found.questions), past=found.past, leeches=found.leeches)

    # ---- what a learner does

    @rule(pick=st.integers(0, 3), certainty=st.sampled_from([None, 1, 2, 3]))
    def answer(self, pick: int, certainty: int | None) -> None:
        with suppress(ResponseError):
            self.session.say_certainty(certainty)
        self.act(lambda: self.session.answer(str(pick + 1)))

    @rule(pick=st.integers(0, 3))
    def answer_and_go_on(self, pick: int) -> None:
        self.act(lambda: self.session.answer(str(pick + 1)))
        self.act(self.session.next)

    @rule(
        name=st.sampled_from(
            "hint look_up undo redo next back done_reading toggle_mark leave submit abandon".split()
        )
    )
    def do(self, name: str) -> None:
        self.act(getattr(self.session, name))

    @rule(position=st.integers(0, 6))
    def go(self, position: int) -> None:
        self.act(lambda: self.session.go(position))

    @rule()
    def flag(self) -> None:
        self.act(lambda: self.session.flag("unclear"))

    @rule(days=st.sampled_from([0, 1, 1, 3, -1]), hours=st.integers(0, 5))
    def time_goes_by(self, days: int, hours: int) -> None:
        self.now += timedelta(days=days, hours=hours)

    @rule(orderly=st.booleans())
    def end_and_go_on(self, orderly: bool) -> None:
        """The program ends, in order or not, and another goes on with what is on the disk."""
        if orderly:
            self.session.leave()
            self.store.close()
        self.store = SqliteStore.open(self.folder / "progress.sqlite")
        self.session = self.going_on()

    def act(self, what: Callable[[], object]) -> None:
        """What is refused changes nothing that is on record."""
        before = tuple(self.store.events())
        try:
            what()
        except ResponseError:
            assert tuple(self.store.events()) == before
        else:
            assert tuple(self.store.events())[: len(before)] == before

    # ---- what is always so

    @invariant()
    @precondition(lambda self: hasattr(self, "session"))
    def log_and_screen_agree(self) -> None:
        """Whoever goes on from the log sees what is in sight now."""
        again, now = self.going_on(), self.session
        assert [one.ref for one in again.questions] == [one.ref for one in now.questions]
        assert again.answered == now.answered
        assert again.marked == now.marked
        assert again.taken_back == now.taken_back
        assert (again.can_undo, again.can_redo, again.ended) == (
            now.can_undo,
            now.can_redo,
            now.ended,
        )
        for at in range(len(now.questions)):
            assert again.outcome_at(at) == now.outcome_at(at)
            assert again.response(at) == now.response(at)
        with suppress(ResponseError):
            again.go(now.position)
            if again.certainty == now.certainty:  # what was said and not sent is not on record
                assert pages.asked(again) == pages.asked(now)
            assert (again.hints, again.tries_left) == (now.hints, now.tries_left)
            assert again.attempts == now.attempts
            assert again.reading == now.reading

    @invariant()
    @precondition(lambda self: hasattr(self, "session"))
    def log_and_cards_agree(self) -> None:
        """The cards are those that follow from the log."""
        log = tuple(self.store.events())
        refs = {event.item for event in log}
        derived = {
            ref: derive(ref, reviews_in(one for one in log if one.item == ref), FsrsScheduler())
            for ref in refs
        }
        assert {card.item: card for card in self.store.cards(LEARNER)} == {
            ref: card for ref, card in derived.items() if card is not None
        }

    @invariant()
    @precondition(lambda self: hasattr(self, "session"))
    def results_add_up(self) -> None:
        """What is counted is in sight, and each question of the bank counts once at most."""
        results = self.session.results()
        assert results.asked == sum(topic.asked for topic in results.topics) <= len(self.bank.items)
        assert results.right + len(results.misses) == results.asked
        scheduled = [
            (event.item, event.day)
            for event in self.store.events(types=[EventType.ANSWERED])
            if event.scheduled
        ]
        assert self.session.taken_back or len(scheduled) == len(set(scheduled))
        assert not any("--evidence" in item for item, _ in scheduled)

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            shutil.rmtree(self.folder)


TestSessions = SessionMachine.TestCase
TestSessions.settings = settings(
    max_examples=examples(60, 10), stateful_step_count=40, deadline=None
)


@pytest.mark.parametrize("mode", [Mode.PRACTICE, Mode.TUTOR, Mode.REVIEW])
def test_thirty_answers_are_taken_back_and_brought_back(make: Make, mode: Mode) -> None:
    """Undo reaches as far as the session does, and redo leads back to the same sight."""
    session = make.session(40, mode)
    for _ in range(40):
        session.answer(session.question.write(session.question.item.key_response))
        session.next()
    before = [session.outcome_at(at) for at in range(40)]
    for left in reversed(range(40)):
        assert session.undo() == left
        assert len(session.answered) == left
    assert not session.can_undo
    for at in range(40):
        assert session.redo() == at
    assert not session.can_redo
    assert [session.outcome_at(at) for at in range(40)] == before
