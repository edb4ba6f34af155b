"""`civicsquiz source add FILE`: an article into the user's own folder of sources."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

from civicsquiz import paths
from civicsquiz.app import App
from civicsquiz.cli import output, writing
from civicsquiz.cli.source.known import known
from civicsquiz.errors import FileError
from civicsquiz.source import files
from civicsquiz.source.shelf import Shelf
from civicsquiz.source.visible import one_line

_DESCRIPTION = """\
Copy an article into your own folder of sources, where every bank finds it. A
file of the same name with something else in it is never overwritten."""


def add(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "add", help="copy an article into your own folder", description=_DESCRIPTION
    )
    parser.add_argument(
        "file", metavar="FILE", type=Path, help="a .txt, .md, .html, .pdf or .docx file"
    )


def run(arguments: argparse.Namespace, app: App) -> int:
    from civicsquiz.source import guide, reading

    path: Path = arguments.file
    data = files.read_bytes(path)
    reading.read(data, path)
    if path.suffix.lower() == ".md" and guide.is_guide(files.decode(data, path)):
        raise FileError(path, "is a guide", "name the article that it stands in for")
    target = paths.user_sources(app.env) / path.name
    if not _is_there(target, data):
        target.parent.mkdir(parents=True, exist_ok=True)
        writing.write(target, data)
        output.say(app, f"Added {one_line(str(target))}")
    else:
        output.say(app, f"{one_line(str(target))} is there already")
    matches = _matches(app, path.name, data)
    for source, matched_by in matches:
        output.say(app, f"It is the article of {source}, matched by {matched_by}.")
    if not matches:
        output.say(
            app,
            "No guide and no bank in the library names it; a bank played by its path still finds it.",
        )
    return 0


def _is_there(target: Path, data: bytes) -> bool:
    """Whether the same file is there.

    Raises:
        FileError: something else is.
    """
    if not target.exists():
        return False
    if target.is_file() and files.read_bytes(target) == data:
        return True
    raise FileError(target, "is there already, with something else in it", "rename yours first")


def _matches(app: App, name: str, data: bytes) -> list[tuple[str, str]]:
    """The sources that this very file belongs to, each with what it was recognised by.

    A shelf with nothing else on it tells, so that another copy of the article does not answer.
    """
    found = []
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / name).write_bytes(data)
        alone = Shelf([Path(folder)])
        for entry in known(app, app.shelf()):
            source = alone.source(entry.card, entry.selectors)
            if source.document is not None:
                found.append((entry.card.id, source.matched_by))
    return found
