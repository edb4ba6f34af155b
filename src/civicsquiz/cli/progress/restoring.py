"""`civicsquiz progress restore [FILE]`: a backup in the place of the record."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from civicsquiz import paths
from civicsquiz.app import App
from civicsquiz.cli import output
from civicsquiz.cli.progress.wording import count, is_there, shown
from civicsquiz.errors import UsageError

_LATEST = "latest"

_DESCRIPTION = """\
Put a backup in the place of the record: FILE, or the latest that is sound. The
file that is there now is never deleted: it is moved aside. Where it is damaged,
whatever can still be read of it is carried over, also where there is no backup;
--exact takes the backup alone."""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "restore", help="put a backup in the place of the record", description=_DESCRIPTION
    )
    parser.add_argument(
        "file", metavar="FILE", nargs="?", default=_LATEST, help=f"a backup (default: {_LATEST})"
    )
    parser.add_argument("--exact", action="store_true", help="carry nothing over")


def run(arguments: argparse.Namespace, app: App) -> int:
    from civicsquiz.record.sqlite import backups
    from civicsquiz.record.sqlite.restoring import has_to_be_saved, restore

    path = paths.progress_file(app.env)
    backup: Path | None = Path(arguments.file)
    if arguments.file == _LATEST:
        backup = backups.latest(path)
        needed = not arguments.exact and is_there(app) and has_to_be_saved(path, app.scheduler)
        if backup is None and not needed:
            raise UsageError(
                f"There is no backup in {shown(backups.folder_of(path))}, and nothing to be saved."
            )
    done = restore(path, backup, app.scheduler, app.clock(), exact=arguments.exact)
    if done.aside is not None:
        output.say(app, f"The file that was there is now {shown(done.aside)}")
    if backup is not None:
        output.say(app, f"Restored {shown(backup)}")
    if done.carried:
        carried = count(done.carried, "event")
        output.say(app, f"Carried over {carried} that could still be read in it.")
    if done.lost:
        output.say(app, f"{count(done.lost, 'event')} could not be: what was asked is lost.")
    output.say(app, f"The record has {count(done.events, 'event')}.")
    return 0
