"""`civicsquiz preview BANK [ITEM]`: an item as a student will see it, followed as the file is saved."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from civicsquiz.app import App
from civicsquiz.cli import terminal
from civicsquiz.errors import FileError, UsageError
from civicsquiz.source.visible import one_line

_DESCRIPTION = """\
Show an item exactly as a student will see it, drafts too, and what the rules say of
it below. Answer it, and see what is explained. Each time the file is saved it is
shown again: keep your editor beside it. Nothing that you answer here is kept."""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "preview", help="show an item as a student will see it", description=_DESCRIPTION
    )
    parser.add_argument("bank", metavar="BANK", type=Path, help="a bank file")
    parser.add_argument("item", metavar="ITEM", nargs="?", default="", help="the id of an item")


def run(arguments: argparse.Namespace, app: App) -> int:
    from civicsquiz.bank.check.followed import Followed

    path: Path = arguments.bank
    if not path.is_file():
        raise FileError(path, "is not there", "name a bank file")
    followed = Followed(path, lambda: app.shelf([path.absolute().parent]), app.today)
    names = [item.id for item in followed.items]
    if arguments.item and names and arguments.item not in names:
        from civicsquiz.bank.complaints import meant

        raise UsageError(
            f"{path} has no item “{one_line(arguments.item)}”: {meant(arguments.item, names, always=True)}"
        )
    try:
        terminal.need(app, "check", str(path))
    except UsageError as error:
        raise UsageError(str(error).removesuffix(" --plain")) from None
    app.keep_nothing()
    from civicsquiz.tui.running import run_preview

    return run_preview(app, followed, arguments.item)
