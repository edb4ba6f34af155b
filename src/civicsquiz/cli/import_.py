"""`civicsquiz import FILE -o BANK.yaml`: questions of another program as a bank."""

from __future__ import annotations

import argparse
import shlex
from pathlib import Path
from typing import Any

from civicsquiz.app import App
from civicsquiz.cli import output, travelling, writing
from civicsquiz.errors import FileError
from civicsquiz.source.visible import one_line

_DESCRIPTION = """\
Make a bank of the questions in another program's file. Which format it is in is
seen from its content: gift, aiken, moodle-xml, qti12 (Canvas), qti21, anki or csv.

No passage comes with such questions, so all of them are “unproven”: “play” asks
them only with --unproven, until somebody gives them evidence. What a bank cannot
hold is said, by question and field; docs/formats.md has it format by format."""

_EXAMPLES = """\
examples:
  civicsquiz import quiz.xml -o my-bank.yaml
  civicsquiz import words.txt --from csv -o words.yaml
  civicsquiz import export.zip -o my-bank.yaml --strict

exit status
  0  done    2  could not run    3  with --strict: done, and something was lost
"""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "import",
        help="make a bank of another program's questions",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
    )
    parser.add_argument("file", metavar="FILE", type=Path, help="what the other program wrote")
    parser.add_argument(
        "--from", dest="format", metavar="FORMAT", type=travelling.format_name,
        help="its format (default: seen from its content)",
    )  # fmt: skip
    parser.add_argument(
        "-o", "--output", metavar="BANK.yaml", type=Path, required=True, help="the new bank"
    )
    parser.add_argument("--title", help="(default: the file's own, else its name)")
    travelling.add(parser)


def run(arguments: argparse.Namespace, app: App) -> int:
    target: Path = arguments.output
    if target.suffix.lower() not in (".yaml", ".yml"):
        raise FileError(target, "is no name of a bank", "give it a name that ends in .yaml")
    travelling.refuse_existing(target, force=arguments.force)
    from civicsquiz.bank import files
    from civicsquiz.formats import importing, recognising, registry
    from civicsquiz.formats.importing.naming import slug

    path: Path = arguments.file
    name = str(path)
    data = travelling.read_bytes(path)
    known = arguments.format or recognising.recognise(data, name)
    collection, unread = registry.load(known).read(data, name)
    title = one_line(arguments.title or importing.title_of(collection) or path.stem)
    found = importing.bank(collection, slug(target.stem) or "bank", title, name, unread)
    text = found.text.encode()
    files.usable(files.parse(text, target))
    writing.write(target, text)
    shown, count = one_line(str(target)), len(found.ids)
    output.say(
        app,
        f"{shown}: “{title}”, {travelling.counted(count, 'question')} out of "
        f"{registry.FORMATS[known].name}, unproven: no passage came with them",
    )
    if found.allowed:
        output.say(
            app,
            f"{travelling.counted(len(found.allowed), 'question')} would not pass “civicsquiz check”;"
            f" the bank says so (allow): {travelling.named(found.allowed)}",
        )
    travelling.tell(app, found.losses, each=arguments.losses)
    output.say(
        app, f"Ask them with: civicsquiz play {one_line(shlex.quote(str(target)))} --unproven"
    )
    return travelling.status(found.losses, strict=arguments.strict)
