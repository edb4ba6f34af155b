"""`civicsquiz` alone: Home, where a bank is picked."""

from __future__ import annotations

from civicsquiz.app import App
from civicsquiz.cli import learner, terminal


def run(app: App) -> int:
    """Open Home.

    Raises:
        UsageError: there is no terminal, or nobody has the name of the learner that was given.
    """
    terminal.need(app, "play", "BANK")
    if app.learner_name:
        learner.find(app)
    from civicsquiz.tui.running import run_home

    return run_home(app)
