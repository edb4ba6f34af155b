"""`civicsquiz source list`: which sources there are, and which articles are at hand."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from civicsquiz.app import App
from civicsquiz.cli import output
from civicsquiz.cli.source.known import Known, known
from civicsquiz.source.card import citation
from civicsquiz.source.shelf import Proof, Source
from civicsquiz.source.visible import one_line

_DESCRIPTION = """\
List the sources that guides and banks name. An article belongs to a source by
the sha256 of its file, else where every passage quoted from the source stands
in it."""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "list", help="list the sources, and which are at hand", description=_DESCRIPTION
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace, app: App) -> int:
    shelf = app.shelf()
    found = [(entry, shelf.source(entry.card, entry.selectors)) for entry in known(app, shelf)]
    articles = shelf.articles
    matched = {source.document.sha256 for _, source in found if source.document}
    others = [path for sha256, path in articles.items() if sha256 not in matched]
    for problem in shelf.problems:
        output.complain(app, str(problem))
    if arguments.format == "json":
        sources = [_values(entry, source, articles) for entry, source in found]
        output.say_json(app, {"sources": sources, "unmatched": [str(path) for path in others]})
        return 0
    for entry, source in found:
        output.say(app, entry.card.id)
        output.say(app, output.wrapped(citation(entry.card)))
        output.say(app, output.wrapped(_at_hand(source, articles)) + "\n")
    for path in others:
        output.say(app, f"{one_line(str(path))}: belongs to none of these sources")
    return 0


def _at_hand(source: Source, articles: dict[str, Path]) -> str:
    parts = []
    if source.document is not None:
        path = one_line(str(articles[source.document.sha256]))
        parts.append(f"article {path}, matched by {source.matched_by}")
    if source.guide is not None:
        parts.append(f"guide with {len(source.guide.passages)} passages")
    return "; ".join(parts) or "neither its article nor a guide is at hand"


def _values(entry: Known, source: Source, articles: dict[str, Path]) -> dict[str, Any]:
    document = source.document
    return {
        "id": entry.card.id,
        "label": entry.card.label,
        "title": entry.card.title,
        "genre": entry.card.genre,
        "proved_against": {
            Proof.ARTICLE: "article", Proof.GUIDE: "guide", Proof.ABSENT: None
        }[source.proof],
        "matched_by": source.matched_by or None,
        "path": str(articles[document.sha256]) if document else None,
        "passages": len(source.guide.passages) if source.guide else None,
        "banks": list(entry.banks),
    }  # fmt: skip
