"""`civicsquiz source renumber GUIDE.md`: a guide of the law after it was written in by hand."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from civicsquiz.app import App
from civicsquiz.cli import output, writing
from civicsquiz.errors import FileError
from civicsquiz.source import files
from civicsquiz.source.visible import one_line

_DESCRIPTION = """\
Count anew where the passages of a guide of the law begin and end, after passages
were put in, taken out or mended by hand, and set its hash and its count of words.
A guide that stands in for an article is left alone: “civicsquiz source guide”
writes that."""

_EXAMPLES = """\
example:
  civicsquiz source renumber seeds/statutes.md
"""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "renumber",
        help="count a guide of the law anew",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
    )
    parser.add_argument("guide", metavar="GUIDE.md", type=Path)


def run(arguments: argparse.Namespace, app: App) -> int:
    from civicsquiz.source import guide
    from civicsquiz.source.renumbering import renumbered

    path: Path = arguments.guide
    text = files.decode(files.read_bytes(path), path)
    counted = renumbered(text)
    found = guide.parse(counted, str(path))
    if not found.card.public_domain or not all(one.citation for one in found.passages):
        raise FileError(
            path, "is no guide of the law: its passages are those of an article",
            "write it with “civicsquiz source guide”",
        )  # fmt: skip
    if counted != text:
        writing.write(path, counted.encode())
    passages = "1 passage" if len(found.passages) == 1 else f"{len(found.passages)} passages"
    told = "" if counted != text else "; nothing was to be changed"
    output.say(app, f"{one_line(str(path))}: {passages}, {found.body_words} words{told}.")
    return 0
