"""`civicsquiz print BANK`: worksheets and answer keys."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from civicsquiz.app import App
from civicsquiz.cli import numbers, output, writing
from civicsquiz.errors import FileError, UsageError
from civicsquiz.source import files
from civicsquiz.source.visible import one_line

if TYPE_CHECKING:
    from civicsquiz.paper import Extras, Sheet
    from civicsquiz.source.shelf import Shelf

_ENDINGS = {".html": "html", ".htm": "html", ".md": "md"}

_DESCRIPTION = """\
Write a worksheet of a bank, or its answer key, in which every answer has its
passage. The same seed gives the same sheets everywhere. One sheet goes to standard
output or into a file; several versions, or a folder as PATH, give files that are
named after the bank and the version, with their keys. What is there already is replaced
only where it is such a sheet."""

_EXAMPLES = """\
examples:
  civicsquiz print eighth-amendment -o quiz.html
  civicsquiz print eighth-amendment --key -o quiz-key.html
  civicsquiz print eighth-amendment --count 8 --versions 3 --seed 2 -o sheets/
"""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "print", help="write worksheets and answer keys", description=_DESCRIPTION, epilog=_EXAMPLES
    )
    parser.add_argument("bank", metavar="BANK", help="a bank's id (see civicsquiz banks) or path")
    parser.add_argument("--key", action="store_true", help="the answer key, and no worksheet")
    parser.add_argument(
        "--format", choices=("md", "html"),
        help="(default: the ending of PATH, else html for files and md for standard output)",
    )  # fmt: skip
    parser.add_argument("-o", "--output", metavar="PATH", help="a file, or a folder for several")
    parser.add_argument(
        "--versions", type=numbers.from_one, default=1, metavar="N",
        help="so many versions, A, B, …, each in an order of its own",
    )  # fmt: skip
    parser.add_argument("--read-first", action="store_true", help="with the summary and the words")
    parser.add_argument("--discussion", action="store_true", help="with the discussion question")
    which = parser.add_argument_group("which questions")
    which.add_argument("--seed", metavar="N", default="1", help="another order (default: 1)")
    which.add_argument("--count", type=numbers.from_one, metavar="N", help="at most so many")
    which.add_argument("--topic", action="append", default=[], metavar="T", help="of this topic")
    which.add_argument("--item", action="append", default=[], metavar="ID", help="this item")
    which.add_argument(
        "--type", action="append", default=[], metavar="T",
        help="of this type; these three may be repeated",
    )  # fmt: skip
    which.add_argument(
        "--unproven", action="store_true",
        help="also those without a passage that proves them, such as imported ones",
    )  # fmt: skip


def run(arguments: argparse.Namespace, app: App) -> int:
    bank, shelf = app.load(arguments.bank)
    from civicsquiz import paper

    sheets = paper.sheets(
        bank,
        seed=arguments.seed,
        versions=arguments.versions,
        count=arguments.count,
        topics=arguments.topic,
        types=arguments.type,
        items=arguments.item,
        unproven=arguments.unproven,
    )
    extras = paper.extras_of(
        sheets[0],
        app.glossary(bank),
        read_first=arguments.read_first,
        discussion=arguments.discussion,
    )
    form = _form(arguments)
    if not _is_folder(arguments):
        text = _text(sheets[0], form, shelf, extras, key=arguments.key)
        if arguments.output is None:
            output.say(app, text.removesuffix("\n"))
        else:
            _write({Path(arguments.output): text})
        return 0
    folder = Path(arguments.output or ".")
    texts = {
        folder / f"{bank.id}-{sheet.letter}{'-key' if key else ''}.{form}": _text(
            sheet, form, shelf, extras, key=key
        )
        for sheet in sheets
        for key in ((True,) if arguments.key else (False, True))
    }
    _write(texts, folder)
    for path in texts:
        output.say(app, one_line(str(path)))
    return 0


def _write(texts: Mapping[Path, str], folder: Path | None = None) -> None:
    """Write the files, in a folder that may have to be made; none of them where one would replace
    what was not printed here.

    Raises:
        FileError: one would, or one cannot be written.
    """
    for path in texts:
        if path.exists() and not _is_printed(path):
            raise FileError(
                path, "is there already and is no worksheet", "name another file with -o"
            )
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
    for path, text in texts.items():
        writing.write(path, text.encode())


def _is_printed(path: Path) -> bool:
    from civicsquiz import paper

    try:
        return paper.is_printed(files.read_bytes(path))
    except FileError:
        return False


def _is_folder(arguments: argparse.Namespace) -> bool:
    """Whether there are files to be named, and not one text."""
    path: str = arguments.output or ""
    return arguments.versions > 1 or path.endswith(("/", os.sep)) or Path(path or "-").is_dir()


def _form(arguments: argparse.Namespace) -> str:
    """The form to write.

    Raises:
        UsageError: a file to be written ends in neither form's ending, or in the other's.
    """
    wanted: str | None = arguments.format
    if arguments.output is None and arguments.versions == 1:
        return wanted or "md"
    if _is_folder(arguments):
        if Path(arguments.output or "").suffix in _ENDINGS:
            raise UsageError(f"{arguments.versions} versions go into a folder: name one with -o")
        return wanted or "html"
    ending = _ENDINGS.get(Path(arguments.output).suffix.lower())
    if ending is None or wanted not in (None, ending):
        named = f".{wanted}" if wanted else ".html or .md"
        raise UsageError(f"name a file that ends in {named}, or a folder")
    return ending


def _text(sheet: Sheet, form: str, shelf: Shelf, extras: Extras, *, key: bool) -> str:
    from civicsquiz import paper

    return paper.answer_key(sheet, form, shelf) if key else paper.worksheet(sheet, form, extras)
