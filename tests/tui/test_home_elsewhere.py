"""Home, and a bank that was named by its path; and Home where the clock cannot be right."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from tests.tui.around import EIGHT, around, earlier, on_screen, perform, press, shown, until
from tests.tui.stage import Stage
from textual.pilot import Pilot

from civicsquiz.bank.library import Library
from civicsquiz.study.selection import select
from civicsquiz.study.session import Mode
from civicsquiz.tui.screens.home import FIRST, HomeScreen
from civicsquiz.tui.screens.quiz import QuizScreen
from civicsquiz.tui.screens.stats import StatsScreen

CHARTER = "town/town-charter.yaml"


@pytest.fixture
def charter(home: Path) -> Stage:
    """Two banks; the first begins with its first question, of five."""
    return around(home, CHARTER)


def another_run(home: Path) -> Stage:
    """The program as it is started the next time: its list has neither bank of the tests'."""
    stage = Stage(home, CHARTER)
    stage.builder.forgetful = False
    stage.builder.library = Library([])
    return stage


@pytest.fixture
def left(home: Path, tmp_path: Path) -> Path:
    """A bank out of the list, of which two of five questions were answered before the program was
    cut off."""
    path = tmp_path / "mine.yaml"
    path.write_bytes(Stage(home, CHARTER).path.read_bytes())
    builder = another_run(home).builder
    bank, shelf = builder.load(str(path))
    session = builder.session(select([bank], seed="7"), mode=Mode.PRACTICE, seed="7", shelf=shelf)
    for _ in range(2):
        session.answer("1")
        session.next()
    builder.store.close()
    return path


def test_home_offers_to_go_on(home: Path, left: Path) -> None:
    """At the same question; where the file has gone it says so."""

    async def steps(pilot: Pilot[None]) -> None:
        assert "c Continue Millbrook: a town and its charter, question 3 of 5" in shown(pilot)
        await press(pilot, "c")
        assert on_screen(pilot, QuizScreen).session.position == 2

    perform(another_run(home).show(HomeScreen), steps)
    left.unlink()

    async def gone(pilot: Pilot[None]) -> None:
        assert "Continue" not in shown(pilot)
        assert "mine.yaml, in which a session is open, is no longer at" in shown(pilot)

    perform(another_run(home).show(HomeScreen), gone)


def test_a_slip_in_the_file_is_named(home: Path, left: Path) -> None:
    """With its line, until another session is left later."""
    text = left.read_text("utf-8")
    left.write_text(text.replace("\nitems:", "\n items:", 1), "utf-8")
    line = text[: text.index("\nitems:")].count("\n") + 2
    said = f"mine.yaml, in which a session is open, cannot be read: line {line}: "

    async def steps(pilot: Pilot[None]) -> None:
        assert said in shown(pilot)

    perform(another_run(home).show(HomeScreen), steps)
    stage = Stage(home, EIGHT)
    stage.builder.forgetful = False
    stage.builder.new_uuid = lambda: str(uuid4())
    earlier(stage, 0, [True])

    async def another(pilot: Pilot[None]) -> None:
        assert said not in shown(pilot)
        assert "c Continue Millbrook: eight ways of asking" in shown(pilot)

    perform(stage.show(HomeScreen), another)


def test_statistics_know_it(home: Path, left: Path) -> None:
    """What is due of it is planned, and is not gone."""

    async def steps(pilot: Pilot[None]) -> None:
        await press(pilot, "s")
        screen = on_screen(pilot, StatsScreen)
        await until(pilot, lambda: screen.ready)
        await press(pilot, "2")
        assert "no longer in any bank" not in shown(pilot)
        assert "2 more in the next" in shown(pilot)

    perform(another_run(home).show(HomeScreen), steps)


def test_home_reviews_it(home: Path, left: Path) -> None:
    """Its questions are counted, and asked."""

    async def steps(pilot: Pilot[None]) -> None:
        assert "v Review 3 new" in shown(pilot)
        await press(pilot, "v", "enter")
        assert on_screen(pilot, QuizScreen).session.question.bank.id == "town-charter"

    perform(another_run(home).show(HomeScreen), steps)


def test_the_clock_was_set_back(charter: Stage) -> None:
    """One line says so; what was answered then is due, and all can be done."""
    earlier(charter, -100, [True, False])

    async def steps(pilot: Pilot[None]) -> None:
        assert "Is it really 2 January 2026? Your last answer is dated 12 April 2026." in shown(
            pilot
        )
        assert "2 due today" in shown(pilot)
        assert "2 of 5 begun · 2 due" in shown(pilot)
        await press(pilot, "c")
        on_screen(pilot, QuizScreen)

    perform(charter.show(HomeScreen), steps)


def test_the_year_9999(charter: Stage) -> None:
    """Before the first answer and after some."""
    charter.builder.clock = lambda: datetime.max.replace(tzinfo=UTC)
    line = "Is it really 31 December 9999? See whether this computer’s date is right."

    async def steps(pilot: Pilot[None]) -> None:
        assert line in shown(pilot)
        assert FIRST in shown(pilot)
        await press(pilot, "enter", "1", "enter", "1", "q", "q")
        on_screen(pilot, HomeScreen)
        assert "2 of 5 begun" in shown(pilot)
        await press(pilot, "v", "escape", "s")
        assert "Traceback" not in shown(pilot)

    perform(charter.show(HomeScreen), steps)


def test_a_clock_that_is_right_is_not_spoken_of(charter: Stage) -> None:
    """Also on the way back to Home, when it has been set right."""
    right = charter.builder.clock
    earlier(charter, 0, [True])
    charter.builder.clock = lambda: datetime(2025, 1, 1, tzinfo=UTC)

    async def steps(pilot: Pilot[None]) -> None:
        assert "Is it really 1 January 2025?" in shown(pilot)
        charter.builder.clock = right
        on_screen(pilot, HomeScreen).know()
        await pilot.pause()
        assert "Is it really" not in shown(pilot)

    perform(charter.show(HomeScreen), steps)
