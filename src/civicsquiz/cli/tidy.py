"""`civicsquiz tidy BANK…`: a bank file in its canonical layout."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from civicsquiz.app import App
from civicsquiz.cli import output, writing
from civicsquiz.source.visible import one_line

_DESCRIPTION = """\
Lay banks out canonically: keys in their order, long texts folded, quotation marks
only where YAML needs them. Comments stay where they belong, and what the file says
does not change. A file that is tidy already is not touched."""

_EXAMPLES = """\
examples:
  civicsquiz tidy my-bank.yaml
  civicsquiz tidy --check question_banks

exit status
  0  done, or all tidy    1  with --check or --changed-fails: one was not
  2  could not run
"""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "tidy", help="lay a bank file out canonically", description=_DESCRIPTION, epilog=_EXAMPLES
    )
    parser.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="a bank or a folder")
    parser.add_argument(
        "--check", action="store_true", help="write nothing: only say which are not tidy"
    )
    parser.add_argument(
        "--if-any", action="store_true", help="a folder without a bank is no mistake"
    )
    parser.add_argument(
        "--changed-fails", action="store_true", help="exit with 1 where one was laid out anew"
    )


def run(arguments: argparse.Namespace, app: App) -> int:
    from civicsquiz.bank import check
    from civicsquiz.bank.editing.tidying import tidied
    from civicsquiz.source import files

    found = check.gather(arguments.paths, if_any=arguments.if_any)
    for problem in found.problems:
        output.complain(app, str(problem))
    if found.problems:
        return 2
    made: dict[Path, bytes] = {}
    for path in found.files:
        data = files.read_bytes(path)
        new = tidied(files.decode(data, path), path).encode()
        if new != data:
            made[path] = new
    for path, data in made.items():
        if not arguments.check:
            writing.write(path, data)
        output.say(
            app, f"{one_line(str(path))}: {'is not tidy' if arguments.check else 'laid out'}"
        )
    if not made:
        output.say(app, "All tidy." if len(found.files) > 1 else "It is tidy.")
    return 1 if made and (arguments.check or arguments.changed_fails) else 0
