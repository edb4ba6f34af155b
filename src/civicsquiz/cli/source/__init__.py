"""`civicsquiz source …`: the articles that questions rest on, and the guides that stand in."""

from __future__ import annotations

import argparse
from typing import Any

from civicsquiz.app import App
from civicsquiz.cli.command import Command
from civicsquiz.cli.source import adding, correcting, guiding, listing, renumbering, show

_COMMANDS: dict[str, Command] = {
    "show": show,
    "list": listing,
    "correct": correcting,
    "add": adding,
    "guide": guiding,
    "renumber": renumbering,
}

_DESCRIPTION = """\
The articles that questions rest on. Without an article civicsquiz shows the
passages that its guide quotes; with it, every passage in its place."""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "source", help="the articles that questions rest on", description=_DESCRIPTION
    )
    commands = parser.add_subparsers(dest="source_command", metavar="COMMAND", required=True)
    for command in _COMMANDS.values():
        command.add(commands)


def run(arguments: argparse.Namespace, app: App) -> int:
    return _COMMANDS[arguments.source_command].run(arguments, app)
