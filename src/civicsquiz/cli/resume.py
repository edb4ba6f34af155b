"""`civicsquiz resume [BANK]`: go on with the session that was left last."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from civicsquiz.app import App
from civicsquiz.cli import learner, lines, output, terminal
from civicsquiz.errors import UnknownBank, UsageError

if TYPE_CHECKING:
    from civicsquiz.bank.models import Bank
    from civicsquiz.study.question import Question
    from civicsquiz.study.session import Mode, Session

_DESCRIPTION = """\
Go on with the session that was left last, at the same question and in the same
order; with BANK, with the last one over that bank. Every answer that was explained
is kept, however the program ended."""

_EXAMPLES = """\
examples:
  civicsquiz resume
  civicsquiz resume eighth-amendment
  civicsquiz resume my-bank.yaml --plain
"""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "resume", help="go on with the session that was left last", description=_DESCRIPTION,
        epilog=_EXAMPLES,
    )  # fmt: skip
    parser.add_argument("bank", metavar="BANK", nargs="?", help="a bank's id or path")
    parser.add_argument("--plain", action="store_true", help="lines of text, for pipes and readers")
    learner.add(parser)


def run(arguments: argparse.Namespace, app: App) -> int:
    from civicsquiz.study.session.resuming import going_on

    bank = _bank(arguments.bank, app) if arguments.bank else None
    found = app.resumable(bank)
    lost = "" if bank else app.lost_session()
    if found is None:
        output.say(app, output.wrapped(lost or _nothing(app, bank), ""))
        return 0
    if lost:
        output.complain(app, lost)
    session = app.resume(*found)
    note = going_on(session, found[1])
    if arguments.plain:

        def again(some: Sequence[Question], mode: Mode) -> Session:
            return app.session(some, mode=mode, seed=session.seed)

        return lines.play(
            app, session, shelf=app.shelf_of(session.questions), again=again, note=note
        )
    terminal.need(app, "resume")
    from civicsquiz.tui.running import run_session

    return run_session(app, session, note=note)


def _bank(name: str, app: App) -> Bank:
    """The bank of an id, also of one that is in no list and was opened by its path, or of a path.

    Raises:
        UnknownBank, FileError, InvalidBank: there is none, or it cannot be used.
    """
    try:
        return app.load(name)[0]
    except UnknownBank:
        if (bank := app.at_hand.bank(name)) is not None:
            return bank
        if lost := app.lost_bank(name):
            raise UsageError(lost) from None
        raise


def _nothing(app: App, bank: Bank | None) -> str:
    """Why there is nothing to go on with."""
    if bank is not None:
        name = app.command_name(bank.id) or bank.id
        return f"There is no session over “{bank.title}” to go on with. “civicsquiz play {name}” begins one."
    if app.store.unfinished(app.learner.uuid):
        return (
            "The questions of the session that was left are in no bank of your list any more: "
            "“civicsquiz add BANK” puts a bank there."
        )
    return "There is no session to go on with. “civicsquiz” begins one."
