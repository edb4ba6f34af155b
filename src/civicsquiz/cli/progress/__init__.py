"""`civicsquiz progress …`: the record of what was answered, which stays on this machine."""

from __future__ import annotations

import argparse
from typing import Any

from civicsquiz.app import App
from civicsquiz.cli.command import Command
from civicsquiz.cli.progress import (
    backing_up,
    checking,
    exporting,
    forgetting,
    learners,
    rebuilding,
    restoring,
)

_COMMANDS: dict[str, Command] = {
    "check": checking,
    "backup": backing_up,
    "restore": restoring,
    "export": exporting,
    "forget": forgetting,
    "rebuild": rebuilding,
    "learners": learners,
}

_DESCRIPTION = """\
The record of what was answered. It is one file on this machine, progress.sqlite
in your folder of data, and nothing of it ever leaves the machine by itself."""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "progress", help="the record of what was answered", description=_DESCRIPTION
    )
    commands = parser.add_subparsers(dest="progress_command", metavar="COMMAND", required=True)
    for command in _COMMANDS.values():
        command.add(commands)


def run(arguments: argparse.Namespace, app: App) -> int:
    return _COMMANDS[arguments.progress_command].run(arguments, app)
