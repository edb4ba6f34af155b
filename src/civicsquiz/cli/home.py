"""`civicsquiz` alone: Home, where a bank is picked."""

from __future__ import annotations

from civicsquiz.app import App
from civicsquiz.cli import terminal


def run(app: App) -> int:
    terminal.need(app, "BANK")
    from civicsquiz.tui.app import run_home

    return run_home(app)
