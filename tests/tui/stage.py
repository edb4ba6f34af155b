"""Puts screens up over a bank of the tests' own, with time and chance held still."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from textual.screen import Screen

from civicsquiz.app import App
from civicsquiz.bank import files
from civicsquiz.bank.library import Library, Origin
from civicsquiz.bank.models import Bank
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.selection import question
from civicsquiz.study.session import Mode, Session
from civicsquiz.tui import themes
from civicsquiz.tui.app import QuizApp
from civicsquiz.tui.screens.quiz import QuizScreen

BANKS = Path(__file__).resolve().parent.parent / "banks"


class Stage:
    """Puts screens up. `folder` holds the bank and, if it is to be at hand, the article."""

    def __init__(self, home: Path, bank: str, folder: str | None = None) -> None:
        ids = itertools.count(1)
        self.builder = App(
            env={"CIVICSQUIZ_HOME": str(home)},
            clock=lambda: datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
            new_uuid=lambda: f"uuid-{next(ids)}",
            new_seed=lambda: "7",
            forgetful=True,
        )
        self.builder.terms = ()  # a word more in the shared glossary changes no picture
        self.path = BANKS / bank
        self.builder.library = Library([(self.path, Origin.SET)])
        self.bank: Bank = files.load(self.path)
        self.shelf = Shelf([BANKS / folder] if folder else [])

    def session(
        self, mode: Mode = Mode.PRACTICE, items: Sequence[str] = (), *, certainty: bool = False
    ) -> Session:
        """A session over all ready items in the file's order, or over `items`."""
        asked = [
            question(self.bank, item, "7")
            for item in self.bank.asked
            if not items or item.id in items
        ]
        return self.builder.session(
            asked, mode=mode, seed="7", shelf=self.shelf, certainty=certainty
        )

    def quiz(
        self,
        mode: Mode = Mode.PRACTICE,
        items: Sequence[str] = (),
        *,
        light: bool = False,
        certainty: bool = False,
    ) -> QuizApp:
        """The program with a session on its screen."""
        session = self.session(mode, items, certainty=certainty)
        return self.show(lambda: QuizScreen(session, self.shelf), light=light)

    def show(self, first: Callable[[], Screen[Any]], *, light: bool = False) -> QuizApp:
        """The program with any screen to begin with."""
        return QuizApp(self.builder, first, theme=(themes.LIGHT if light else themes.DARK).name)
