"""`civicsquiz` alone: Home, where a bank is picked."""

from __future__ import annotations

from contextlib import suppress

from civicsquiz.app import App
from civicsquiz.cli import terminal
from civicsquiz.errors import FileError


def run(app: App) -> int:
    """Open Home.

    Raises:
        UsageError: there is no terminal, or nobody has the name of the learner that was given.
    """
    terminal.need(app, "play", "BANK")
    if app.learner_name:
        _find_learner(app)
    from civicsquiz.tui.app import run_home

    return run_home(app)


def _find_learner(app: App) -> None:
    """Fail now if nobody has the name; what is wrong with the record, Home says."""
    with suppress(FileError):
        _ = app.learner
