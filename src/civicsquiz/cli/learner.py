"""Whose answers are kept, and whether any are: options that several commands share."""

from __future__ import annotations

import argparse
from contextlib import suppress

from civicsquiz.app import App
from civicsquiz.errors import FileError

VARIABLE = "CIVICSQUIZ_LEARNER"


def add(parser: argparse.ArgumentParser, *, forgetful: bool = False) -> None:
    """Let a command be told whose record it is about; where `forgetful`, also to keep none."""
    parser.add_argument(
        "--learner",
        metavar="NAME",
        default=argparse.SUPPRESS,  # what stands before the command counts for it too
        help=f"whose answers they are, on a shared machine (or set {VARIABLE})",
    )
    if forgetful:
        parser.add_argument("--no-record", action="store_true", help="keep none of the answers")


def settle(arguments: argparse.Namespace, app: App) -> None:
    """Tell the program what the options say."""
    app.learner_name = getattr(arguments, "learner", "") or app.env.get(VARIABLE, "")
    app.forgetful = getattr(arguments, "no_record", False)


def find(app: App) -> None:
    """Fail now if nobody can be meant; what is wrong with the record, the screens say.

    Raises:
        UsageError: nobody has the name, or none was given and several could be meant.
    """
    with suppress(FileError):
        _ = app.learner
