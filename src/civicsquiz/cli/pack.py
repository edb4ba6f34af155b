"""`civicsquiz pack BANK`: one file of a bank, with what may be passed on of its sources."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from civicsquiz.app import App
from civicsquiz.cli import output, unproven, writing
from civicsquiz.errors import FileError
from civicsquiz.source import files
from civicsquiz.source.visible import one_line

_DESCRIPTION = """\
Make one file of a bank, to be sent to somebody else: the bank, and of each source
a guide with the passages that the bank quotes. The articles stay with you. Nothing
is written where the bank quotes more of an article than may be passed on."""

_EXAMPLES = """\
examples:
  civicsquiz pack my-bank.yaml
  civicsquiz add my-bank.civicsquiz     (on another machine)
"""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "pack", help="make one file of a bank", description=_DESCRIPTION, epilog=_EXAMPLES
    )
    parser.add_argument("bank", metavar="BANK", help="a bank's id (see civicsquiz banks) or path")
    parser.add_argument(
        "-o", "--output", metavar="FILE", type=Path, default=Path(),
        help="the file or its folder (default: ID.civicsquiz, here)",
    )  # fmt: skip


def run(arguments: argparse.Namespace, app: App) -> int:
    from civicsquiz.bank import pack, packing

    entry = app.library.find(arguments.bank)
    data = files.read_bytes(entry.path)
    packed = packing.pack(data, entry.path, app.shelf_for(entry.path), app.today)
    bank = packed.pack.bank
    path: Path = arguments.output
    if path.is_dir():
        path = path / f"{bank.id}{pack.SUFFIX}"
    if path.exists() and not pack.is_pack(files.read_bytes(path)):
        raise FileError(path, "is there already and is no pack", "name another file")
    writing.write(path, pack.write(packed.pack))
    count, guides = len(bank.items), len(packed.pack.guides)
    output.say(
        app,
        f"{one_line(str(path))}: “{bank.title}”, {count} item{'' if count == 1 else 's'}, with the "
        f"passages of {guides} of its {len(bank.cards)} source{'' if len(bank.cards) == 1 else 's'}",
    )
    if told := unproven.told(bank):
        output.say(app, told)
    if packed.absent:
        output.say(app, f"Not at hand: {', '.join(packed.absent)}")
    if packed.lost:
        wrong = "1 quotation does" if packed.lost == 1 else f"{packed.lost} quotations do"
        check = f"civicsquiz check {one_line(str(entry.path))}"
        output.say(app, f"{wrong} not stand in the passages: {check} says which")
    return 0
