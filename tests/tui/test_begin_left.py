"""The page before a bank of which a session was left, and before a test in which certainty counts."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.tui.around import EIGHT, around, earlier, on_screen, perform, press, shown
from tests.tui.stage import Stage
from textual.pilot import Pilot

from civicsquiz.study.selection import select
from civicsquiz.study.session import Mode
from civicsquiz.tui import today
from civicsquiz.tui.first import Quiz, first_screen
from civicsquiz.tui.screens.begin import CERTAINTY_COUNTS, BeginScreen
from civicsquiz.tui.screens.home import HomeScreen
from civicsquiz.tui.screens.quiz import QuizScreen

CHARTER = "town/town-charter.yaml"
RULE = "How sure you are counts: right 1, 2 or 3 points, wrong 0, −2 or −6."


@pytest.fixture
def charter(home: Path) -> Stage:
    """Two banks; the first begins with its first question, of five, the other with a page to read."""
    return around(home, CHARTER)


def both_left(stage: Stage) -> None:
    """Two of five questions of the first bank were answered, then one of the other, of eight."""
    earlier(stage, 0, [True, False])
    library, stage.bank = stage.bank, stage.builder.library.load(stage.builder.library.shown[1])
    earlier(stage, 0, [True])
    stage.bank = library


def test_either_goes_on_from_home(charter: Stage) -> None:
    """The one that Home does not offer goes on from the page before its questions, with one key."""
    both_left(charter)

    async def steps(pilot: Pilot[None]) -> None:
        assert "c Continue Millbrook: eight ways of asking, question 2 of 8" in shown(pilot)
        await press(pilot, "enter")
        on_screen(pilot, BeginScreen)
        told = shown(pilot)
        assert "Continue You left it at question 3 of 5, begun as practice." in told
        assert "c continue Enter begin anew" in told
        await press(pilot, "c")
        assert on_screen(pilot, QuizScreen).session.position == 2
        assert "Going on where you were, at question 3 of 5." in shown(pilot)
        await press(pilot, "q", "q")
        on_screen(pilot, HomeScreen)

    perform(charter.show(HomeScreen), steps)


def test_how_it_was_begun_is_said(charter: Stage) -> None:
    """Whatever it is begun as now."""
    earlier(charter, 0, [True], mode=Mode.TUTOR)

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "t")
        assert "begun as a session with the tutor. Press c" in shown(pilot)
        await press(pilot, "c")
        assert on_screen(pilot, QuizScreen).session.mode is Mode.TUTOR

    perform(charter.show(HomeScreen), steps)


@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
def test_enter_begins_anew(charter: Stage, size: tuple[int, int]) -> None:
    """And the session that was left still waits, until an answer makes the new one the latest."""
    both_left(charter)

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "enter", "enter")
        assert on_screen(pilot, QuizScreen).session.position == 0
        await press(pilot, "q", "enter", "c")
        assert on_screen(pilot, QuizScreen).session.position == 2

    perform(charter.show(HomeScreen), steps, size)


def test_a_bank_without_a_session_offers_none(charter: Stage) -> None:
    """Neither a page, nor on the page that there is anyway, a key."""
    earlier(charter, 0, [True] * 5)

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "enter")
        on_screen(pilot, QuizScreen)
        await press(pilot, "q", "2")
        on_screen(pilot, BeginScreen)
        assert "continue" not in shown(pilot)
        await press(pilot, "c")
        on_screen(pilot, BeginScreen)

    perform(charter.show(HomeScreen), steps)


def test_a_review_is_not_offered_by_a_bank(charter: Stage) -> None:
    """It may have been of several; Home offers it."""
    earlier(charter, 9, [True] * 5)
    earlier(charter, 0, [True], mode=Mode.REVIEW)

    async def steps(pilot: Pilot[None]) -> None:
        assert "c Continue" in shown(pilot)
        await press(pilot, "enter")
        on_screen(pilot, QuizScreen)

    perform(charter.show(HomeScreen), steps)


def test_play_does_not_ask(charter: Stage) -> None:
    """A bank without a page to read begins at once, and says how the other goes on."""
    earlier(charter, 0, [True, False])
    questions = select([charter.bank], seed="7")
    quiz = Quiz(charter.bank, charter.shelf, Mode.PRACTICE, "7", questions)
    left = today.waiting(charter.builder, charter.bank)
    app = charter.show(lambda: first_screen(charter.builder, quiz, lambda _: questions, left=left))

    async def steps(pilot: Pilot[None]) -> None:
        assert on_screen(pilot, QuizScreen).session.position == 0
        told = (
            "You left this bank at question 3 of 5: “civicsquiz resume town-charter” goes on there."
        )
        assert told in shown(pilot)

    perform(app, steps)


@pytest.mark.parametrize("bank", [CHARTER, EIGHT], ids=["at once", "after a page to read"])
@pytest.mark.parametrize("mode", [Mode.TEST, Mode.PRACTICE])
def test_the_rule_of_a_test_by_certainty(home: Path, bank: str, mode: Mode) -> None:
    """It is said before the first answer, once; in practice certainty changes no mark."""
    stage = around(home, bank)
    questions = select([stage.bank], seed="7")
    quiz = Quiz(stage.bank, stage.shelf, mode, "7", questions, certainty=True)
    app = stage.show(lambda: first_screen(stage.builder, quiz, lambda _: questions))
    tests = mode is Mode.TEST

    async def steps(pilot: Pilot[None]) -> None:
        if bank == EIGHT:
            on_screen(pilot, BeginScreen)
            assert (CERTAINTY_COUNTS[:40] in shown(pilot)) == tests
            await press(pilot, "enter")
        on_screen(pilot, QuizScreen)
        assert (RULE in shown(pilot)) == (tests and bank == CHARTER)

    perform(app, steps)
