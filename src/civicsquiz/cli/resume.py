"""`civicsquiz resume`: go on with the session that was left last."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from civicsquiz.app import App
from civicsquiz.cli import learner, lines, output, terminal

if TYPE_CHECKING:
    from civicsquiz.study.question import Question
    from civicsquiz.study.session import Mode, Session

_DESCRIPTION = """\
Go on with the session that was left last, at the same question and in the same
order. Every answer that was explained is kept, however the program ended."""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "resume", help="go on with the session that was left last", description=_DESCRIPTION
    )
    parser.add_argument("--plain", action="store_true", help="lines of text, for pipes and readers")
    learner.add(parser)


def run(arguments: argparse.Namespace, app: App) -> int:
    from civicsquiz.study.session.resuming import going_on

    found = app.resumable()
    if found is None:
        output.say(app, output.wrapped(_nothing(app), ""))
        return 0
    session = app.resume(*found)
    note = going_on(session, found[1])
    if arguments.plain:

        def again(some: Sequence[Question], mode: Mode) -> Session:
            return app.session(some, mode=mode, seed=session.seed)

        return lines.play(
            app, session, shelf=app.shelf_of(session.questions), again=again, note=note
        )
    terminal.need(app, "resume")
    from civicsquiz.tui.app import run_session

    return run_session(app, session, note=note)


def _nothing(app: App) -> str:
    """Why there is nothing to go on with."""
    if app.store.unfinished(app.learner.uuid):
        return (
            "The questions of the session that was left are in no bank of your list any more: "
            "“civicsquiz add BANK” puts a bank there."
        )
    return "There is no session to go on with. “civicsquiz” begins one."
