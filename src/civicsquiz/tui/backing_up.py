"""The backup of the day, made beside the screens."""

from __future__ import annotations

from contextlib import suppress
from threading import Thread
from typing import Any

from textual.app import App

from civicsquiz import paths
from civicsquiz.errors import CivicsquizError
from civicsquiz.source.visible import one_line
from civicsquiz.tui.builder import Builder


def start(app: App[Any], builder: Builder) -> Thread:
    """Make the backup of the day, if it is due, in a thread that no exit waits for; a copy that is
    not whole by then is made another day. Where it fails a line says so."""
    thread = Thread(target=_back_up, args=(app, builder), name="backup", daemon=True)
    thread.start()
    return thread


def _back_up(app: App[Any], builder: Builder) -> None:
    from civicsquiz.record.sqlite.backups import backup_if_due

    path, folder = paths.progress_file(builder.env), paths.backups_dir(builder.env)
    try:
        backup_if_due(path, builder.clock(), folder)
    except (CivicsquizError, OSError) as error:
        told = f"No backup was made today: {one_line(str(error))}"
        with suppress(RuntimeError):  # the program has ended
            app.call_from_thread(app.notify, told, markup=False)
