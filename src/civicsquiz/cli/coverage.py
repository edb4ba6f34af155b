"""`civicsquiz coverage BANK`: what of its articles a bank asks about, and how much it quotes."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from civicsquiz.app import App
from civicsquiz.cli import output, unproven
from civicsquiz.source.visible import one_line

_DESCRIPTION = """\
Show which paragraphs of its articles no question of a bank rests on, and what
share of their words the bank quotes, drafts among them. An article that is not
at hand is named. How many words may be quoted is what “civicsquiz check” tells."""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "coverage", help="show what of its articles a bank asks about", description=_DESCRIPTION
    )
    parser.add_argument("bank", metavar="BANK", help="the id of a bank, or its file")
    parser.add_argument(
        "--source",
        metavar="ARTICLE",
        type=Path,
        action="append",
        default=[],
        help="an article, or a folder of them",
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace, app: App) -> int:
    from civicsquiz.draft.coverage import covered

    entry = app.library.find(arguments.bank)
    bank = app.library.load(entry)
    shelf = app.shelf([*arguments.source, entry.path.absolute().parent])
    found = covered(bank, shelf)
    if arguments.format == "json":
        output.say_json(app, [_values(each) for each in found])
        return 0
    if not found:
        told = unproven.told(bank)
        output.say(app, output.wrapped(f"The bank names no source. {told}".strip(), ""))
    for source in found:
        name = one_line(source.card.title or source.card.label)
        if source.paragraphs is None:
            output.say(app, f"{name}: not at hand. Name it with --source.\n")
            continue
        told = (
            f"{name}: {source.tested} of {len(source.paragraphs)} paragraphs asked about"
            + (f", and {source.beside} shown beside a question" if source.beside else "")
            + f"; {source.quoted:,} of the {source.words:,} words of its running text quoted "
            f"({source.share:.0%})"
        )
        output.say(app, output.wrapped(told, ""))
        if source.elsewhere:
            ids = ", ".join(map(one_line, source.elsewhere))
            output.say(app, output.wrapped(f"not running text, and not counted: {ids}"))
        for paragraph in source.paragraphs:
            if not paragraph.items:
                shown = "beside a question: " if paragraph.beside else ""
                told = f"{paragraph.number}  {shown}{one_line(paragraph.beginning)}"
                output.say(app, output.wrapped(told))
        output.say(app)
    return 0


def _values(source: Any) -> dict[str, Any]:
    return {
        "source": source.card.id,
        "at_hand": source.paragraphs is not None,
        "words": source.words,
        "quoted": source.quoted,
        "elsewhere": list(source.elsewhere),
        "paragraphs": None
        if source.paragraphs is None
        else [
            {
                "paragraph": each.number,
                "items": list(each.items),
                "beside": list(each.beside),
                "beginning": each.beginning,
            }
            for each in source.paragraphs
        ],
    }
