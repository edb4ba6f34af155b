"""Leaving a session in any way, and a disk that refuses."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.plain.filling import Filling, on_a_full_disk

from civicsquiz import plain
from civicsquiz.record.events import EventType
from civicsquiz.study.session import Mode

if TYPE_CHECKING:
    from tests.plain.conftest import Table

    NewTable = Callable[..., Table]

WORDS = (
    "1 2 3 f submit q u redo hint later all m b v c2".split()
    + ["give up", "2 c3", "look council", "note", ""]
    + ["full", "room"] * 4
)


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("last", [["q", "later"], []])
def test_what_is_left_can_go_on(table: Table, mode: Mode, last: list[str]) -> None:
    """Whether one leaves or the input ends, the session is among those that can go on."""
    table.play(["3", *last], mode)
    assert table.events()[-1].type is EventType.LEFT
    assert table.store.unfinished("learner") == (table.events()[0].session,)


def test_an_interrupt_leaves_it_too(table: Table) -> None:
    """Ctrl+C is a way of leaving."""

    def typing() -> Iterator[str]:
        yield "3\n"
        raise KeyboardInterrupt

    assert plain.run(table.session(), typing(), io.StringIO(), shelf=table.shelf) == 130
    assert table.events()[-1].type is EventType.LEFT


@pytest.mark.parametrize("script", [["q"], [], ["?", "u", "c3", "q"]])
def test_what_was_not_begun_leaves_nothing(table: Table, script: list[str]) -> None:
    """Looking at the first question and going is nothing to go on with."""
    table.play(script)
    assert table.events() == []


def test_all_answered_is_finished(table: Table) -> None:
    """Nothing is left to do where every question has its answer, though the results were not asked
    for."""
    table.play(["3", "", "3", "", "f", "", "1", "", "1"])
    assert table.events()[-1].type is EventType.FINISHED


@pytest.mark.parametrize("way", [["q", "give up"], ["give up", "give up"]])
def test_giving_a_test_up(table: Table, way: list[str]) -> None:
    """What was answered is graded and explained, and the rest counts neither way."""
    transcript = table.play(["3", "1", *way, "1"], Mode.TEST)
    assert "Results: 1 of 2 right\n3 of 5 were not answered and do not count.\n" in transcript
    assert "✓ Right    You chose 3: Nine" in transcript
    assert len(table.events(EventType.ANSWERED)) == 2
    assert table.store.unfinished("learner") == ()


def test_giving_practice_up(table: Table) -> None:
    """Practice that is given up shows its results and is not offered again."""
    transcript = table.play(["2", "give up", "q"])
    assert "Results: 0 of 1 right\n4 of 5 were not answered and do not count.\n" in transcript
    assert table.store.unfinished("learner") == ()


def test_leaving_out_of_what_was_begun(types: Table) -> None:
    """A session that goes on without some questions takes the place of the one that had them."""
    types.play(["m", "x", "2", "q", "later"], Mode.TEST)
    begun = [event.session for event in types.events(EventType.STARTED)]
    assert len(begun) == 2
    assert types.store.unfinished("learner") == (begun[1],)


@pytest.mark.parametrize("mode", Mode)
@given(script=st.lists(st.sampled_from(WORDS), max_size=40))
@settings(max_examples=40)
def test_any_typing_on_a_failing_disk(mode: Mode, script: list[str], new_table: NewTable) -> None:
    """Whatever fails, nothing but a line comes of it, and what the log holds is what was said: as
    many answers as verdicts that were new."""
    store = Filling.made()
    table = new_table(store)
    table.certainty = True
    table.look = lambda _: ()
    session = table.session(mode=mode)
    table.run(session, on_a_full_disk(store, script), again=None)
    assert table.status in (0, 2)
    store.full = False
    again = table.session(mode=mode, past=table.events(), session_id=session.session_id)
    assert again.answered == session.answered
    assert again.ended == session.ended
    assert [again.response(at) for at in range(len(again.questions))] == [
        session.response(at) for at in range(len(session.questions))
    ]


ACTS = {
    "answer": (Mode.PRACTICE, [], "3", "Your answer, 1 to 4 (? help): "),
    "undo": (Mode.PRACTICE, ["3"], "u", "Enter for the next, "),
    "end": (Mode.PRACTICE, ["3", "", "3", "", "f", "", "1", "", "1"], "", "Enter for the results"),
    "mark": (Mode.TEST, [], "m", "Your answer, 1 to 4 (? help): "),
    "change": (Mode.TEST, ["3", "b"], "2", "Your answer, 1 to 4, now 3 (? help): "),
    "sure": (Mode.TEST, ["3 c3", "b"], "c1", "Your answer, 1 to 4, now 3, certain (? help): "),
    "submit": (Mode.TEST, list("33f11"), "submit", "A number to go there, submit to hand in"),
    "hint": (Mode.TUTOR, [], "hint", "Your answer, 1 to 4, 3 tries left (? help): "),
    "try": (Mode.TUTOR, [], "1", "Your answer, 1 to 4, 3 tries left (? help): "),
    "read": (Mode.TUTOR, ["3", "", "1", "2", "", "t", ""], "", "Enter when you have read it"),
}


@pytest.mark.parametrize("act", ACTS)
def test_the_same_is_asked_again(new_table: NewTable, act: str) -> None:
    """Where something cannot be recorded, one line says so and the same prompt stands again; a second
    time, with room, it goes through."""
    mode, before, typed, prompt = ACTS[act]
    store = Filling.made()
    table = new_table(store)
    table.certainty = act == "sure"
    lines = [*before, "full", typed, "room", typed]
    transcript = table.run(table.session(mode=mode), on_a_full_disk(store, lines))
    problem, after = transcript.split("progress.sqlite: ")[1].split("\n", 1)
    assert problem.startswith("there is no room left")
    assert after.startswith(prompt)
    assert table.status == 0
    assert transcript.count("progress.sqlite: ") == 1
