"""What the commands that play in lines hand over beside the session."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from civicsquiz.app import App

if TYPE_CHECKING:
    from civicsquiz.bank.models import Bank
    from civicsquiz.study.search import Hit

RESUME = "civicsquiz resume --plain"


def looking(app: App) -> Callable[[str], Sequence[Hit]]:
    """A search from inside a question; its index is brought up to date first."""

    def look(words: str) -> Sequence[Hit]:
        for _ in app.search.steps():
            pass
        return app.search.search(words)

    return look


def going_on(app: App, bank: Bank) -> str:
    """The command that goes on with a session that is left; empty where none can: nothing is kept, or
    the bank was named by a path and is not in the library."""
    known = any(entry.id == bank.id for entry in app.library.shown)
    return RESUME if known and not app.forgetful else ""
