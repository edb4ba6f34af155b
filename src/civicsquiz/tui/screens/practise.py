"""One question by itself: practised, and back to where it was picked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from civicsquiz.errors import CivicsquizError
from civicsquiz.source.visible import one_line
from civicsquiz.study.selection import select
from civicsquiz.study.session import Mode
from civicsquiz.tui.screens.page import PageScreen
from civicsquiz.tui.screens.quiz import QuizScreen


class OneQuestionScreen(QuizScreen):
    """A quiz of one question needs no results."""

    def _results(self) -> None:
        self.close()


def practise(screen: PageScreen[Any], path: Path, item: str, *, instead: bool = False) -> None:
    """Practise an item of the bank at `path` over `screen`, or `instead` of it."""
    builder = screen.builder
    seed = builder.new_seed()
    try:
        bank = builder.library.load(builder.library.find(str(path)))
        questions = select([bank], seed=seed, items=[item])
        shelf = builder.shelf_for(path)
        session = builder.session(questions, mode=Mode.PRACTICE, seed=seed, shelf=shelf)
    except CivicsquizError as error:
        screen.notify(one_line(str(error)), severity="error", markup=False)
        return
    show = screen.app.switch_screen if instead else screen.app.push_screen
    show(OneQuestionScreen(session, shelf))
