"""`civicsquiz progress backup [FILE]`: a copy of the record."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from civicsquiz import paths
from civicsquiz.app import App
from civicsquiz.cli import output
from civicsquiz.cli.progress.targets import refuse_own
from civicsquiz.cli.progress.wording import NOTHING, count, is_there, shown

_DESCRIPTION = """\
Copy the record, also while it is in use, into FILE or into your folder of
backups. civicsquiz makes a backup of its own on every day on which something was
answered; those you make here are never deleted. The exit status is 1 where the
record is not as it was written: it is copied as it is."""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser("backup", help="copy the record", description=_DESCRIPTION)
    parser.add_argument("file", metavar="FILE", type=Path, nargs="?", help="must not be there yet")


def run(arguments: argparse.Namespace, app: App) -> int:
    from civicsquiz.record.sqlite import backups, checking

    path = paths.progress_file(app.env)
    if not is_there(app):
        output.say(app, NOTHING)
        return 0
    if arguments.file is not None:
        refuse_own(app, arguments.file, backups=False)
    made = backups.backup_now(path, app.clock(), arguments.file)
    output.say(app, f"Wrote {shown(made)}")
    faults = len(checking.faults(made))
    if faults:
        told = (
            f"It has {count(faults, 'fault')}, as the record has, and no backup is made by itself"
        )
        output.complain(
            app, f"{told} until they are mended: “civicsquiz progress check” says more."
        )
    return 1 if faults else 0
