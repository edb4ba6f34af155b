"""`civicsquiz source show FILE`: an article as it is read, block by block."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import Any

from civicsquiz.app import App
from civicsquiz.cli import output
from civicsquiz.cli.source.beside import uncorrected
from civicsquiz.cli.source.known import card_of_document
from civicsquiz.errors import FileError
from civicsquiz.source.card import Card, as_values, citation
from civicsquiz.source.document import Block, Document, Kind

_DESCRIPTION = """\
Print the blocks of an article: the kind of each, its paragraph, and where it
starts and ends in the text that all offsets count in. Only blocks of the kind
“body” are the article's own running text: a bar stands beside them, and notes
within them are set in double brackets."""

_EXAMPLES = """\
examples:
  civicsquiz source show report.pdf
  civicsquiz source show report.pdf --bank report.yaml
  civicsquiz source correct report.yaml report "Figure 2 shows" caption
"""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "show", help="print an article as it is read", description=_DESCRIPTION, epilog=_EXAMPLES
    )
    parser.add_argument(
        "file", metavar="FILE", type=Path, help="a .txt, .md, .html, .pdf or .docx file"
    )
    parser.add_argument(
        "--bank", metavar="BANK",
        help="id or path of a bank: apply the corrections on its card of this article",
    )  # fmt: skip
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace, app: App) -> int:
    from civicsquiz.source import about, reading

    read = document = reading.read_file(arguments.file)
    card = None
    if arguments.bank is not None:
        bank = app.library.load(app.library.find(arguments.bank))
        card = card_of_document(document, [bank])
        if card is None:
            raise FileError(
                arguments.file, f"is the article of no source of {arguments.bank}",
                "name another bank, or write its sha256 on the source's card",
            )  # fmt: skip
        document = reading.corrected(document, card.kinds)
    stated = about.card_of(document, arguments.file)
    if arguments.format == "json":
        output.say_json(app, _values(arguments.file, document, read, stated, card))
        return 0
    for block, before in zip(document.blocks, read.blocks, strict=True):
        _say(app, document, block, before)
    _sum_up(app, document, stated)
    output.say(
        app,
        "Where it is read wrong: civicsquiz source correct BANK SOURCE “words of the block” KIND",
    )
    if arguments.bank is None:
        for told in uncorrected(arguments.file, document):
            output.say(app, output.wrapped(told, ""))
    return 0


def _say(app: App, document: Document, block: Block, before: Block) -> None:
    name = f"{block.kind}, paragraph {block.paragraph}" if block.paragraph else block.kind
    was = f", corrected from {before.kind}" if before.kind is not block.kind else ""
    bar = "┃ " if block.kind is Kind.BODY else ""
    output.say(app, f"{bar}{name}  {block.start}-{block.end}{was}")
    output.say(app, output.wrapped(_marked(document, block), f"{bar}  " if bar else "    ") + "\n")


def _marked(document: Document, block: Block) -> str:
    """The text of a block, its notes in double brackets."""
    text, at = "", block.start
    for aside in document.asides:
        if block.start <= aside.start and aside.end <= block.end:
            text += f"{document.text[at : aside.start]}[[{document.text[aside.start : aside.end]}]]"
            at = aside.end
    return text + document.text[at : block.end]


def _sum_up(app: App, document: Document, stated: Card) -> None:
    from civicsquiz.source.about import language_of

    paragraphs = sum(block.kind is Kind.BODY for block in document.blocks)
    output.say(app, f"{document.body_words} words in {paragraphs} paragraphs of running text")
    counts = _words(document)
    noted = sum(len(document.text[note.start : note.end].split()) for note in document.asides)
    if noted:
        output.say(app, f"{noted} of them in notes")
    others = [f"{kind} {words}" for kind, words in counts.items() if kind != Kind.BODY]
    if others:
        output.say(app, output.wrapped(f"words of other kinds: {', '.join(others)}", ""))
    language = language_of(document)
    if language not in ("en", None):
        told = "of a language that is not English" if language == "other" else f"in “{language}”"
        output.say(app, f"The text is {told}.")
    output.say(app, output.wrapped(f"It states of itself: {citation(stated)}", ""))
    output.say(app, f"sha256 {document.sha256}")


def _words(document: Document) -> dict[str, int]:
    """Words of each kind of block, the most first."""
    counts: Counter[str] = Counter()
    for block in document.blocks:
        counts[block.kind.value] += len(document.text_of(block).split())
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _values(
    path: Path, document: Document, read: Document, stated: Card, card: Card | None
) -> dict[str, Any]:
    from civicsquiz.source.about import language_of

    return {
        "path": str(path),
        "sha256": document.sha256,
        "language": language_of(document),
        "stated": {
            name: getattr(stated, name)
            for name in ("id", "label", "title", "publisher", "author", "date", "url", "rights")
        },
        "body_words": document.body_words,
        "words": _words(document),
        "corrections": [as_values(correction) for correction in card.kinds] if card else [],
        "blocks": [
            {
                "kind": block.kind.value,
                "read_as": before.kind.value,
                "paragraph": block.paragraph or None,
                "start": block.start,
                "end": block.end,
                "text": document.text_of(block),
            }
            for block, before in zip(document.blocks, read.blocks, strict=True)
        ],
        "notes": [{"start": note.start, "end": note.end} for note in document.asides],
    }
