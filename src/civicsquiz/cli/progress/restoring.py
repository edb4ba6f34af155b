"""`civicsquiz progress restore [FILE]`: a backup in the place of the record."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Any

from civicsquiz import paths
from civicsquiz.app import App
from civicsquiz.cli import output
from civicsquiz.cli.progress.wording import count, is_there, say_dated_after, shown
from civicsquiz.errors import UsageError

_LATEST = "latest"

_DESCRIPTION = """\
Put a backup in the place of the record: FILE, or the latest that is sound. The
file that is there now is never deleted: it is moved aside. Where it is damaged,
whatever can still be read of it is carried over, also where there is no backup;
--exact takes the backup alone. The exit status is 1 where nothing could be saved,
or the record is still not as it was written."""


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
    skipped: tuple[Path, ...] = ()
    if arguments.file == _LATEST:
        kept = backups.choose(path)
        backup, skipped = kept.sound, kept.unsound
        needed = not arguments.exact and is_there(app) and has_to_be_saved(path, app.scheduler)
        if backup is None and not needed:
            none = "no sound backup" if skipped else "no backup"
            raise UsageError(
                f"There is {none} in {shown(backups.folder_of(path))}, and nothing to be saved."
            )
    if arguments.file == _LATEST:
        say_dated_after(app)
    for damaged in skipped:
        output.say(app, f"Passed over {shown(damaged)}, which is damaged.")
    was_there = os.path.lexists(path)
    done = restore(path, backup, app.scheduler, app.clock(), exact=arguments.exact)
    if done.aside is not None:
        what = "The file that was there" if was_there else f"{path.name} was not there; its rest"
        output.say(app, f"{what} is now {shown(done.aside)}")
    if done.left:
        output.say(app, f"It holds {count(done.left, 'event')} that the backup does not have.")
    if backup is not None:
        output.say(app, f"Restored {shown(backup)}")
    if done.carried:
        carried = count(done.carried, "event")
        output.say(app, f"Carried over {carried} that could still be read in it.")
    if done.lost:
        output.say(app, f"{count(done.lost, 'event')} could not be: what was asked is lost.")
    output.say(app, f"The record has {count(done.events, 'event')}.")
    if not done.saved:
        output.complain(app, "Nothing could be saved: the record begins anew.")
    if done.faults:
        faults = count(len(done.faults), "fault")
        output.complain(
            app,
            f"The backup has {faults}, and so has the record: “civicsquiz progress check” says more.",
        )
    return 1 if done.faults or not done.saved else 0
