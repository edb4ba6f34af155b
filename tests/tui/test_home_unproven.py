"""A bank whose questions have no passage, as Home and the page before the questions show it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.cli.test_unproven import ITEM, NONE
from tests.tui.around import on_screen, perform, press, shown
from tests.tui.stage import Stage
from textual.pilot import Pilot

from civicsquiz.bank.library import Library, Origin
from civicsquiz.study.session import Mode
from civicsquiz.tui.first import Quiz, first_screen
from civicsquiz.tui.screens.begin import BeginScreen
from civicsquiz.tui.screens.home import HomeScreen
from civicsquiz.tui.screens.quiz import QuizScreen


def test_home_says_it_and_enter_offers_to_ask_them(home: Path, tmp_path: Path) -> None:
    stage = Stage(home, "town/town-charter.yaml", "town")
    path = tmp_path / "bare.yaml"
    path.write_text(NONE + ITEM.format(name="thing") + ITEM.format(name="object"), "utf-8")
    stage.builder.library = Library([(path, Origin.YOURS)])

    async def steps(pilot: Pilot[None]) -> None:
        assert "Bare 2 without a passage · yours" in shown(pilot)
        for key in ("enter", "u"):
            await press(pilot, key)
            on_screen(pilot, BeginScreen)
            assert "No passage proves these questions" in shown(pilot)
            assert "2 questions" in shown(pilot)
            await press(pilot, "escape")
            on_screen(pilot, HomeScreen)
        await press(pilot, "enter", "enter")
        assert len(on_screen(pilot, QuizScreen).session.questions) == 2

    perform(stage.show(HomeScreen), steps)


@pytest.mark.parametrize(
    ("bank", "screen"),
    [("town/eight-types.yaml", BeginScreen), ("town/town-charter.yaml", QuizScreen)],
)
def test_play_says_what_is_left_out_before_the_questions(
    home: Path, bank: str, screen: type[BeginScreen | QuizScreen]
) -> None:
    """On the page before them, or where there is none with the first of them."""
    told = "3 without a passage are not asked (--unproven asks them)."
    stage = Stage(home, bank, "town")
    questions = stage.session().questions
    quiz = Quiz(stage.bank, stage.shelf, Mode.PRACTICE, "7", questions, note=told)

    async def steps(pilot: Pilot[None]) -> None:
        on_screen(pilot, screen)
        assert told in shown(pilot)

    perform(stage.show(lambda: first_screen(stage.builder, quiz, lambda _: questions)), steps)
