"""Playing in lines: what the commands that do so have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from civicsquiz import paths
from civicsquiz.app import App
from civicsquiz.cli import output
from civicsquiz.errors import CivicsquizError

if TYPE_CHECKING:
    from civicsquiz.bank.models import Bank
    from civicsquiz.plain.play import Again
    from civicsquiz.source.shelf import Shelf
    from civicsquiz.study.search import Hit
    from civicsquiz.study.session import Session

RESUME = "civicsquiz resume --plain"


def play(
    app: App, session: Session, *, shelf: Shelf, again: Again, note: str = "", goes_on: str = RESUME
) -> int:
    """Play a session in lines, then make the backup of the day; the exit status. `goes_on` is the
    command that goes on with a session that is left."""
    from civicsquiz import plain
    from civicsquiz.study.session import Mode

    try:
        return plain.run(
            session,
            app.stdin,
            app.out,
            shelf=shelf,
            glossary=app.glossary,
            again=again,
            note=note,
            look=_looking(app) if session.mode is Mode.TUTOR else None,
            today=app.today,
            goes_on=goes_on,
        )
    finally:
        _back_up(app)


def going_on(app: App, bank: Bank) -> str:
    """The command that goes on with a session over a bank, once it has begun; empty where none can:
    nothing is kept, or it was named by a path and that could not be kept."""
    return RESUME if app.can_go_on(bank) else ""


def _looking(app: App) -> Callable[[str], Sequence[Hit]]:
    """A search from inside a question; its index is brought up to date first."""

    def look(words: str) -> Sequence[Hit]:
        for _ in app.search.steps():
            pass
        return app.search.search(words)

    return look


def _back_up(app: App) -> None:
    """The backup of the day, if it is due; where it fails a line says so."""
    from civicsquiz.record.sqlite.backups import backup_if_due

    if app.forgetful:
        return
    try:
        backup_if_due(paths.progress_file(app.env), app.clock(), paths.backups_dir(app.env))
    except (CivicsquizError, OSError) as error:
        output.complain(app, f"no backup was made today: {error}")
