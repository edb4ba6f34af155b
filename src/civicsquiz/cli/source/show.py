"""`civicsquiz source show FILE`: an article as it is read, block by block."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from civicsquiz.app import App
from civicsquiz.cli import output
from civicsquiz.source.document import Document, Kind

_DESCRIPTION = """\
Print the blocks of an article: the kind of each, its paragraph, and where it
starts and ends in the text that all offsets count in. Only blocks of the kind
“body” are the article's own running text."""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "show", help="print an article as it is read", description=_DESCRIPTION
    )
    parser.add_argument("file", metavar="FILE", type=Path, help="a .txt or .md file")
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(arguments: argparse.Namespace, app: App) -> int:
    from civicsquiz.source import reading

    document = reading.read_file(arguments.file)
    if arguments.format == "json":
        output.say_json(app, _values(arguments.file, document))
        return 0
    for block in document.blocks:
        name = f"{block.kind}, paragraph {block.paragraph}" if block.paragraph else block.kind
        output.say(app, f"{name}  {block.start}-{block.end}")
        output.say(app, output.wrapped(document.text_of(block)) + "\n")
    paragraphs = sum(block.kind is Kind.BODY for block in document.blocks)
    output.say(app, f"{document.body_words} words in {paragraphs} paragraphs of running text")
    output.say(app, f"sha256 {document.sha256}")
    return 0


def _values(path: Path, document: Document) -> dict[str, Any]:
    return {
        "path": str(path),
        "sha256": document.sha256,
        "body_words": document.body_words,
        "blocks": [
            {
                "kind": block.kind.value,
                "paragraph": block.paragraph or None,
                "start": block.start,
                "end": block.end,
                "text": document.text_of(block),
            }
            for block in document.blocks
        ],
    }
