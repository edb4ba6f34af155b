"""`civicsquiz source correct BANK SOURCE WORDS KIND`: what a block of an article really is."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from civicsquiz.app import App
from civicsquiz.bank.models import Bank
from civicsquiz.bank.quoting import quotations
from civicsquiz.cli import output
from civicsquiz.errors import UsageError
from civicsquiz.source.card import Card, Correction, as_values
from civicsquiz.source.document import Block, Document, Kind
from civicsquiz.source.selector import Selector
from civicsquiz.source.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

_DESCRIPTION = """\
Say what kind a block of an article is, where it was read wrongly. The
correction is kept on the source's card in the bank, by words of the block, and
holds wherever the bank meets the article. Said again of the same block, it
takes the place of the first."""

_EXAMPLES = """\
examples:
  civicsquiz source correct report.yaml report "Figure 2 shows" caption
  civicsquiz source correct report.yaml report "Ships need light" body --article report.pdf
"""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "correct", help="say what a block of an article is", description=_DESCRIPTION,
        epilog=_EXAMPLES,
    )  # fmt: skip
    parser.add_argument("bank", metavar="BANK", help="id or path of a bank")
    parser.add_argument("source", metavar="SOURCE", help="the id of the source in the bank")
    parser.add_argument("words", metavar="WORDS", help="some words of the block, as they stand")
    parser.add_argument(
        "kind", metavar="KIND", choices=[kind.value for kind in Kind],
        help=", ".join(kind.value for kind in Kind),
    )  # fmt: skip
    for side, told in (("prefix", "before"), ("suffix", "after")):
        parser.add_argument(
            f"--{side}", default="", metavar="WORDS",
            help=f"words right {told} them, where they stand in several blocks",
        )  # fmt: skip
    parser.add_argument(
        "--article", metavar="FILE", type=Path, help="the article, where it is on no source path"
    )


def run(arguments: argparse.Namespace, app: App) -> int:
    from civicsquiz.bank.editing import BankText
    from civicsquiz.source.correcting import block_of, selector_for

    entry = app.library.find(arguments.bank)
    bank = app.library.load(entry)
    card = bank.cards.get(arguments.source)
    if card is None:
        raise UsageError(
            f"the bank has no source “{arguments.source}”: there are: {', '.join(bank.cards)}"
        )
    document = _article(arguments.article, app, bank, card, entry.path)
    kind = Kind(arguments.kind)
    words = Selector(arguments.words, arguments.prefix, arguments.suffix)
    block = _block(document, Correction(words, kind))
    kinds = [
        correction
        for correction in card.kinds
        if block_of(document, correction).start != block.start
    ]
    if block.kind is not kind:
        kinds.append(Correction(selector_for(document, block), kind))
    if tuple(kinds) == card.kinds:
        output.say(app, f"It is read as {kind} already.")
        return 0
    text = BankText.open(entry.path)
    if kinds:
        text.set_source_key(card.id, "kinds", [as_values(correction) for correction in kinds])
    else:
        text.remove_source_key(card.id, "kinds")
    title = one_line(document.text_of(block))
    if kind is Kind.TITLE and not card.title:
        text.set_source_key(card.id, "title", title)
    elif kind is block.kind and kind is not Kind.TITLE and card.title == title:
        text.remove_source_key(card.id, "title")  # a correction set it, and is taken back
    text.save()
    output.say(app, f"{one_line(str(entry.path))}: {_said(document, block, kind, kinds)}")
    return 0


def _block(document: Document, meant: Correction) -> Block:
    """The block that the words stand in.

    Raises:
        CivicsquizError: there is none, or several.
    """
    from civicsquiz.source.correcting import block_of
    from civicsquiz.source.selector import Ambiguous, find

    found = find(document.text, meant.selector)
    if isinstance(found, Ambiguous):
        blocks = {document.block_at(start).start for start in found.starts}
        if len(blocks) > 1:
            raise UsageError(
                f"“{one_line(meant.selector.exact[:80])}” stands in {len(blocks)} blocks of the "
                "article: give more words of the block, or what stands beside them with --prefix or "
                "--suffix"
            )
    return block_of(document, meant)


def _article(path: Path | None, app: App, bank: Bank, card: Card, file: Path) -> Document:
    """The article as it is read without the card's corrections; beside the bank's file it is found too.

    Raises:
        UsageError: it is not at hand.
    """
    from civicsquiz.source import reading

    if path is not None:
        return reading.read_file(path)
    selectors = [quotation.evidence.selector for quotation in quotations([bank], card.id)]
    shelf = app.shelf([file.absolute().parent])
    found = shelf.source(card, selectors).document
    if found is None:
        raise UsageError(
            f"the article of “{card.id}” is not at hand: name it with --article, or add it with "
            "“civicsquiz source add FILE”"
        )
    return reading.read_file(shelf.articles[found.sha256])


def _said(document: Document, block: Block, kind: Kind, kinds: Sequence[Correction]) -> str:
    words = " ".join(document.text_of(block).split()[:6])
    read = f"read as {kind}" if block.kind is kind else f"is {kind}, and was read as {block.kind}"
    count = f"{len(kinds)} correction{'s' * (len(kinds) != 1)} of this source"
    return f"“{one_line(words)} …” {read}; {count}"
