"""`civicsquiz new BANK.yaml --source ARTICLE`: a bank to begin with, and the schema that completes it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from civicsquiz.app import App
from civicsquiz.cli import output, writing
from civicsquiz.errors import FileError
from civicsquiz.source.visible import one_line

_DESCRIPTION = """\
Write a bank to begin with: the cards of its sources as far as they state them, and
one draft that shows what an item has. Beside it the schema is put, by which an
editor that knows the YAML language server completes keys and marks mistakes."""

_EXAMPLES = """\
examples:
  civicsquiz new my-bank.yaml --source article.txt
  civicsquiz new my-bank.yaml --source one.txt --source two.html --title "Two views"
"""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "new", help="write a bank to begin with", description=_DESCRIPTION, epilog=_EXAMPLES
    )
    parser.add_argument("bank", metavar="BANK", type=Path, help="the bank file to write")
    parser.add_argument(
        "--source",
        metavar="ARTICLE",
        action="append",
        required=True,
        type=Path,
        dest="sources",
        help="an article, or a guide, that the bank asks about; may be given several times",
    )
    parser.add_argument("--title", help="(default: that of the first article)")
    parser.add_argument("--force", action="store_true", help="write over a file that is there")


def run(arguments: argparse.Namespace, app: App) -> int:
    from importlib.resources import files as resources

    from civicsquiz.bank import files, skeleton
    from civicsquiz.draft.article import Article
    from civicsquiz.draft.items.building import slug
    from civicsquiz.draft.opening import opened

    target: Path = arguments.bank
    if target.suffix.lower() not in (".yaml", ".yml"):
        raise FileError(target, "is no name of a bank", "give it a name that ends in .yaml")
    if target.exists() and not arguments.force:
        raise FileError(
            target, "is there already", "take another name, or --force to write over it"
        )
    articles: dict[str, Article] = {}
    for path in dict.fromkeys(arguments.sources):
        article = opened(path, [(one.card, ()) for one in articles.values()])
        articles.setdefault(article.card.id, article)
    cards = [article.card for article in articles.values()]
    text = skeleton.skeleton(
        slug(target.stem) or "bank",
        arguments.title or cards[0].title or cards[0].label,
        cards,
        {name: _first(article) for name, article in articles.items()},
    )
    files.usable(files.parse(text.encode(), target))
    schema = target.with_name(skeleton.SCHEMA)
    current = resources("civicsquiz.bank").joinpath(skeleton.SCHEMA).read_bytes()
    writing.write(target, text.encode())
    if not schema.exists() or schema.read_bytes() != current:
        writing.write(schema, current)
    name = one_line(str(target))
    output.say(
        app,
        f"{name} is a bank with one draft, which shows what an item has. Beside it, {schema.name} lets an editor complete it.",
    )
    output.say(
        app, f"Open it in your editor; see it as a student will with: civicsquiz preview {name}"
    )
    return 0


def _first(article: Any) -> str:
    """The first sentence that can stand by itself, as words to begin with."""
    return next((each.text for each in article.sentences if each.whole), "")
