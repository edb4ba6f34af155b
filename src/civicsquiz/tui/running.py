"""The ways into the application, one for each screen to begin with. Each returns the exit status."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from civicsquiz.errors import UsageError
from civicsquiz.tui import terminal, themes
from civicsquiz.tui.app import QuizApp

if TYPE_CHECKING:
    from textual.screen import Screen

    from civicsquiz.bank.check.followed import Followed
    from civicsquiz.draft.triage import Triage
    from civicsquiz.study.session import Session
    from civicsquiz.tui.builder import Builder
    from civicsquiz.tui.first import Choose, Quiz
    from civicsquiz.tui.today import Waiting


def run_home(builder: Builder) -> int:
    """Open Home."""
    from civicsquiz.tui.screens.home import HomeScreen

    return _run(builder, lambda _: HomeScreen())


def run_quiz(builder: Builder, quiz: Quiz, choose: Choose, *, read_first: bool = True) -> int:
    """Go straight into a quiz, where `read_first` with what comes before the questions."""
    from civicsquiz.tui.first import first_screen

    def first(_: QuizApp) -> Screen[Any]:
        return first_screen(builder, quiz, choose, read_first=read_first, left=_left(builder, quiz))

    return _run(builder, first)


def _left(builder: Builder, quiz: Quiz) -> Waiting | None:
    """The session over the bank of a quiz that was left, if there is one.

    Raises:
        RecordError: the record cannot be used.
    """
    from civicsquiz.tui import today

    with suppress(UsageError):  # whose it is, is asked again when the quiz begins
        return today.waiting(builder, quiz.bank)
    return None


def run_session(builder: Builder, session: Session, *, note: str = "") -> int:
    """Go straight into a session, over any banks and new or gone on with, and say `note` of it."""
    return _run(builder, lambda app: app.screen_of(session, note))


def run_preview(builder: Builder, followed: Followed, item: str) -> int:
    """Show an item of a bank file that is followed. The builder is to keep nothing."""
    from civicsquiz.tui.screens.preview import screen_of

    return _run(builder, lambda _: screen_of(builder, followed, item))


def run_triage(builder: Builder, triage: Triage, bank: str) -> int:
    """Open triage over a sitting."""
    from civicsquiz.tui.screens.triage import TriageScreen

    return _run(builder, lambda _: TriageScreen(triage, bank))


def _run(builder: Builder, first: Callable[[QuizApp], Screen[Any]]) -> int:
    terminal.before_start()
    theme = themes.by_terminal(builder.env.get("COLORFGBG", ""))
    app = QuizApp(builder, lambda: first(app), theme=theme)
    app.run()
    return app.return_code or 0
