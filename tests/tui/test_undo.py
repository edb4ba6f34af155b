"""Taking answers back and letting them stand again, by what the session and the screen then hold."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.tui.stage import Stage
from tests.tui.test_answering import CHOICE, MATCH, RIGHT, SHORT, quiz, said
from tests.tui.test_screens import on_screen, perform, press, text_of
from textual.pilot import Pilot

from civicsquiz.record.events import EventType
from civicsquiz.study.selection import question
from civicsquiz.study.session import Mode
from civicsquiz.tui.screens.home import HomeScreen
from civicsquiz.tui.screens.quiz import QuizScreen
from civicsquiz.tui.screens.results import ResultsScreen

SMALL = (40, 15)


def types(stage: Stage) -> list[EventType]:
    return [event.type for event in stage.builder.store.events()]


def key_line(pilot: Pilot[None]) -> str:
    return text_of(pilot).rstrip().split("\n")[-1]


def test_an_answer_is_taken_back_and_brought_back(town: Stage) -> None:
    """u asks the question again and says what was taken back; U lets it stand again."""

    async def steps(pilot: Pilot[None]) -> None:
        assert "undo" not in key_line(pilot)
        await press(pilot, "u", "U")
        assert types(town) == []
        await press(pilot, "1")
        assert "u undo" in key_line(pilot)
        await press(pilot, "u")
        assert "Taken back: Five. Answer again." in text_of(pilot)
        assert "undo" not in key_line(pilot)
        assert "U redo" in key_line(pilot)
        await press(pilot, "U")
        assert "✗ Wrong   You chose   1  Five" in text_of(pilot)
        await press(pilot, "u", "3")
        assert "✓ Right" in text_of(pilot)
        assert "redo" not in key_line(pilot)
        answered, undone, redone = EventType.ANSWERED, EventType.UNDONE, EventType.REDONE
        assert types(town)[1:] == [answered, undone, redone, undone, answered]

    perform(town.quiz(), steps)


def test_all_answers_can_be_taken_back(eight: Stage) -> None:
    """One u after the other leads back through every type, also past fields that would take it for a
    letter, and U through all of them again."""

    async def steps(pilot: Pilot[None]) -> None:
        session = quiz(pilot).session
        for one in session.questions:
            await press(pilot, *RIGHT[one.item.id], "enter")
        on_screen(pilot, ResultsScreen)
        await press(pilot, *"u" * 8)
        assert not session.answered
        assert session.position == 0
        await press(pilot, *"U" * 8)
        assert len(session.answered) == 8
        assert session.position == 7
        await press(pilot, "enter")
        assert on_screen(pilot, ResultsScreen).session.results().right == 8
        assert "taken back" not in text_of(pilot)

    perform(eight.quiz(), steps)


def test_thirty_deep(town: Stage) -> None:
    """Thirty answers, more than there are questions, can be taken back one after the other."""
    asked = [
        question(town.bank, replace(item, id=f"{item.id}-{n}"), "7")
        for n in range(8)
        for item in town.bank.asked
    ]
    session = town.builder.session(asked, mode=Mode.PRACTICE, seed="7", shelf=town.shelf)

    for _ in range(34):
        session.answer("1")
        session.next()

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "1")
        assert len(session.answered) == 35
        for left in reversed(range(1, 35)):
            quiz(pilot).action_undo()
            assert len(session.answered) == left
            assert quiz(pilot).outcome is None
        await press(pilot, "u")
        assert not session.answered
        assert "1 of 40" in text_of(pilot)
        assert "Taken back:" in text_of(pilot)

    perform(town.show(lambda: QuizScreen(session, town.shelf)), steps)


def test_from_the_results(town: Stage) -> None:
    """u in the results of practice leads back to the last question, and what was taken back is said in
    the end: the first answer is what statistics count."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, *("1", "enter") * 5)
        results = on_screen(pilot, ResultsScreen).session
        before = results.results().right
        assert "u undo" in key_line(pilot)
        await press(pilot, "u")
        assert on_screen(pilot, QuizScreen).session is results
        assert "5 of 5" in text_of(pilot)
        assert "Taken back:" in text_of(pilot)
        await press(pilot, "2", "enter")
        assert on_screen(pilot, ResultsScreen).session.results().right != before
        assert "1 answer was taken back; your statistics count the first." in text_of(pilot)
        await press(pilot, "u", "u")
        await press(pilot, "1", "enter", "1", "enter")
        shown = " ".join(text_of(pilot).split())
        assert "3 answers were taken back; your statistics count the first." in shown
        await press(pilot, "q")
        on_screen(pilot, HomeScreen)

    async def from_home(pilot: Pilot[None]) -> None:
        session = town.session()
        pilot.app.push_screen(QuizScreen(session, town.shelf))
        await pilot.pause()
        await steps(pilot)

    perform(town.show(HomeScreen), from_home)


def test_from_the_results_in_the_middle(town: Stage) -> None:
    """Where questions are open the quiz is below, and is what u leads to; U brings it back."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "1", "enter", "1", "enter", "q")
        on_screen(pilot, ResultsScreen)
        below = pilot.app.screen_stack[-2]
        await press(pilot, "u")
        assert pilot.app.screen is below
        assert "2 of 5" in text_of(pilot)
        await press(pilot, "q", "U")
        assert "✗ Wrong" in text_of(pilot) or "✓ Right" in text_of(pilot)

    perform(town.quiz(), steps)


def test_half_an_answer_waits_while_another_is_taken_back(eight: Stage) -> None:
    """Whoever has begun to pair and takes back the answer before finds the pairs again."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "2", "enter", "b", "c", "u")
        assert quiz(pilot).session.position == 0
        await press(pilot, "2", "enter")
        assert said(pilot) == "1b 2c"

    perform(eight.quiz(items=[CHOICE, MATCH]), steps)


def test_a_test_takes_nothing_back(town: Stage) -> None:
    """Its answers can be changed until it is handed in, and there is no undo."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "1", "u")
        assert "undo" not in text_of(pilot)
        assert EventType.UNDONE not in types(town)
        await press(pilot, "s", "s", "s")
        on_screen(pilot, ResultsScreen)
        assert "undo" not in text_of(pilot)

    perform(town.quiz(Mode.TEST), steps)


@pytest.mark.parametrize("size", [(80, 24), SMALL], ids=["80x24", "40x15"])
def test_what_was_typed_is_said(eight: Stage, size: tuple[int, int]) -> None:
    """The field is empty again, and the keys are keys until one goes back into it."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, *"mayor", "enter", "u")
        assert "Taken back: mayor. Answer again." in text_of(pilot)
        assert said(pilot) == ""
        await press(pilot, "enter", *"clerk", "enter")
        assert "✓ Right" in text_of(pilot)

    perform(eight.quiz(items=[SHORT]), steps, size)
