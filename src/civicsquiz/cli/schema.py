"""`civicsquiz schema`: the JSON Schema of a bank file, for editors and other programs."""

from __future__ import annotations

import argparse
from typing import Any

from civicsquiz.app import App
from civicsquiz.cli import output

_DESCRIPTION = """\
Print the JSON Schema (2020-12) of a bank file. Editors that know the YAML language
server read it from the first line of a bank:

  # yaml-language-server: $schema=PATH-OR-URL"""


def add(subparsers: Any) -> None:
    subparsers.add_parser(
        "schema", help="print the JSON Schema of a bank file", description=_DESCRIPTION
    )


def run(arguments: argparse.Namespace, app: App) -> int:  # noqa: ARG001
    from importlib.resources import files

    text = files("civicsquiz.bank").joinpath("bank.schema.json").read_text(encoding="utf-8")
    output.say(app, text.removesuffix("\n"))
    return 0
