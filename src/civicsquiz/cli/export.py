"""`civicsquiz export BANK --to FORMAT -o FILE`: a bank for another program."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from civicsquiz.app import App
from civicsquiz.cli import output, travelling, writing
from civicsquiz.source.visible import one_line

if TYPE_CHECKING:
    from civicsquiz.formats.loss import Loss
    from civicsquiz.formats.portable import Collection

_DESCRIPTION = """\
Write a bank as a file that another program reads. With every question go, in its
general feedback, why the key is right, the passage that proves it word for word with
its citation, and how the source holds the claim. Drafts stay behind.

formats
{formats}

What a format cannot carry is said, by question and field; docs/formats.md has it all."""

_EXAMPLES = """\
examples:
  civicsquiz export eighth-amendment --to moodle-xml -o quiz.xml
  civicsquiz export my-bank.yaml --to anki -o my-bank.apkg
  civicsquiz export my-bank.yaml --to gift -o quiz.gift --strict

exit status
  0  done    2  could not run    3  with --strict: done, and something was lost
"""


def add(subparsers: Any) -> None:
    from civicsquiz.formats.registry import FORMATS

    listed = "\n".join(
        f"  {about.name:<11} {about.told}"
        + (f" (without {about.without})" if about.without else "")
        for about in FORMATS.values()
    )
    parser = subparsers.add_parser(
        "export",
        help="write a bank as another program's file",
        description=_DESCRIPTION.format(formats=listed),
        epilog=_EXAMPLES,
    )
    parser.add_argument("bank", metavar="BANK", help="a bank's id (see civicsquiz banks) or path")
    parser.add_argument(
        "--to", dest="format", metavar="FORMAT", type=travelling.format_name, required=True,
        help=f"one of {' '.join(FORMATS)}",
    )  # fmt: skip
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, required=True)
    travelling.add(parser)


def run(arguments: argparse.Namespace, app: App) -> int:
    target: Path = arguments.output
    travelling.refuse_existing(target, force=arguments.force)
    bank, shelf = app.load(arguments.bank)
    from civicsquiz.formats import exporting
    from civicsquiz.formats.exporting.citing import by_shelf

    found = exporting.collection(bank, by_shelf(bank, shelf))
    data, unwritten = _written(arguments.format, found.collection, app)
    writing.write(target, data)
    missing = travelling.left_out(unwritten)
    count = len(found.collection.questions) - len(missing)
    output.say(
        app,
        f"{one_line(str(target))}: “{bank.title}”, {travelling.counted(count, 'question')} as "
        f"{arguments.format}",
    )
    if unlike := _unlike(target, arguments.format):
        output.say(app, unlike)
    if found.left_out:
        output.say(app, f"Left out, as nobody has judged them: {travelling.named(found.left_out)}")
    if found.unproven:
        output.say(app, f"Without a passage that proves them: {travelling.named(found.unproven)}")
    # Of a question that is not there it is only said that it is not.
    of_these = [loss for loss in found.losses if loss.item not in missing]
    losses = (*of_these, *unwritten)
    travelling.tell(app, losses, each=arguments.losses)
    return travelling.status(losses, strict=arguments.strict)


def _unlike(target: Path, name: str) -> str:
    """What to say of a file whose name ends as none of its format does: Anki, for one, imports no other."""
    from civicsquiz.formats.registry import FORMATS

    endings = FORMATS[name].suffixes
    if target.name.casefold().endswith(endings):
        return ""
    return f"Its name does not end in {endings[0]}: other programs may not know it for what it is."


def _written(name: str, collection: Collection, app: App) -> tuple[bytes, tuple[Loss, ...]]:
    """Anki has to be told when: it takes the later wording of a note that it has already."""
    from civicsquiz.formats import registry

    if name == "anki":
        from civicsquiz.formats import anki

        return anki.write(collection, int(app.clock().timestamp()))
    return registry.load(name).write(collection)
