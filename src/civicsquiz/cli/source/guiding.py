"""`civicsquiz source guide ARTICLE`: the guide that stands in for an article."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from civicsquiz.app import App
from civicsquiz.bank.models import Bank
from civicsquiz.bank.quoting import Quotation, quotations
from civicsquiz.cli import output, writing
from civicsquiz.cli.source.known import card_of_document
from civicsquiz.errors import FileError, UsageError
from civicsquiz.source import files
from civicsquiz.source.card import Card
from civicsquiz.source.document import Document
from civicsquiz.source.guide import Guide
from civicsquiz.source.visible import one_line

_DESCRIPTION = """\
Write the guide that stands in for an article: its card, the passages that the
banks quote from it, and the summaries that the guide has already. Run it again
when the banks have changed. Nothing is written where a quotation does not stand
in the article; the exit status is then 1."""

_EXAMPLES = """\
example:
  civicsquiz source guide essay.txt --bank one.yaml two.yaml -o seeds/essay.md
"""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "guide", help="write the guide of an article", description=_DESCRIPTION, epilog=_EXAMPLES
    )
    parser.add_argument("article", metavar="ARTICLE", type=Path)
    parser.add_argument(
        "--bank", metavar="BANK", dest="banks", nargs="+", action="extend", required=True,
        help="ids or paths of the banks that quote the article",
    )  # fmt: skip
    parser.add_argument(
        "-o", "--output", metavar="GUIDE.md", type=Path, required=True,
        help="the guide; one that is there keeps its card and its summaries",
    )  # fmt: skip
    parser.add_argument(
        "--source", metavar="ID",
        help="which source of the banks the article is, where neither sha256 nor quotations tell",
    )  # fmt: skip


def run(arguments: argparse.Namespace, app: App) -> int:
    from civicsquiz.source import guide, reading

    data = files.read_bytes(arguments.article)
    document = reading.read(data, arguments.article)
    banks = [app.library.load(app.library.find(name)) for name in arguments.banks]
    earlier = _earlier(arguments.output)
    card = _card(document, banks, earlier, arguments.source, arguments.article)
    spans, problems = _spans(document, [*quotations(banks, card.id)])
    if problems:
        for problem in problems:
            output.complain(app, f"{problem} ({arguments.article})")
        return 1
    language = earlier.language if earlier else banks[0].language
    built = guide.build(document, card, language, spans, earlier)
    writing.write(arguments.output, guide.render(built).encode("utf-8"))
    words = sum(len(passage.text.split()) for passage in built.passages)
    bound = (
        "words, public domain"
        if built.card.public_domain
        else f"words of the {built.body_words // 3} that may be quoted"
    )
    output.say(
        app,
        f"{one_line(str(arguments.output))}: {len(built.passages)} passages of {card.id}, "
        f"{words} {bound}",
    )
    return 0


def _earlier(path: Path) -> Guide | None:
    """The guide that is there.

    Raises:
        FileError, InvalidGuide: something else is, and must not be overwritten.
    """
    from civicsquiz.source import guide

    if not path.exists():
        return None
    found = guide.parse(files.decode(files.read_bytes(path), path), str(path))
    if any(passage.citation for passage in found.passages):
        told = "is a guide of primary sources, which is written by hand"
        raise FileError(path, told, "name another file with -o")
    return found


def _card(
    document: Document, banks: Sequence[Bank], earlier: Guide | None, given: str | None, path: Path
) -> Card:
    """The card of the article: the guide's own, or the one in the banks, by id, by hash or by
    what is quoted."""
    cards = {name: card for bank in reversed(banks) for name, card in bank.cards.items()}
    if earlier is not None:
        card = earlier.card
        if given not in (None, card.id):
            raise UsageError(f"the guide that is there is of “{card.id}”, not of “{given}”")
    elif given is not None:
        if given not in cards:
            raise UsageError(f"no bank has a source “{given}”: there are: {', '.join(cards)}")
        card = cards[given]
    else:
        found = card_of_document(document, banks)
        if found is None:
            raise UsageError(f"{path} has the sha256 of no source: say --source {'|'.join(cards)}")
        card = found
    if card.sha256 not in (None, document.sha256):
        raise FileError(
            path, f"is not the document of “{card.id}”",
            f"its sha256 is {document.sha256}, and the card says {card.sha256}",
        )  # fmt: skip
    return replace(card, sha256=document.sha256)


def _spans(
    document: Document, quoted: Sequence[Quotation]
) -> tuple[list[tuple[int, int]], list[str]]:
    """Where the quotations stand, and a sentence for each that stands in no one block."""
    from civicsquiz.source.selector import Folded, Found, NoMatch, find

    folded = Folded(document.text)
    spans, problems = [], []
    for quotation in quoted:
        selector = quotation.evidence.selector
        found = find(folded, selector)
        if isinstance(found, Found):
            if document.block_at(found.start) is document.block_at(found.end - 1):
                spans.append((found.start, found.end))
                continue
            why = "runs over two paragraphs: quote each alone"
        elif isinstance(found, NoMatch):
            why = "does not stand in the article"
            if found.nearest:
                why += f"; the nearest is “{found.nearest}”, {found.similarity:.0f}% alike"
        else:
            places = ", ".join(map(str, found.starts))
            why = f"stands at {places}: say which with prefix or suffix"
        problems.append(f"{quotation.ref}: “{selector.exact}” {why}")
    return spans, problems
