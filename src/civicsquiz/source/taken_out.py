"""Text taken out of a file that is no text itself, on its way into blocks.

Its offsets count in the pieces, each parted from the next by one empty line: that is the raw text of
such a document.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from civicsquiz.errors import FileError
from civicsquiz.source.content import Content, Markup, Part
from civicsquiz.source.document import Kind


@dataclass(frozen=True, slots=True)
class Taken:
    """A piece of text as its file sets it: see `Part`."""

    text: str
    level: int = 0
    given: Kind | None = None
    set_off: bool = False


def parts(pieces: Iterable[Taken]) -> Iterator[Part]:
    """The pieces that hold anything, as blocks."""
    at = 0
    for piece in pieces:
        text = piece.text.replace("\0", "")
        if text.strip():
            places = array("q", range(at, at + len(text)))
            yield Part(Content(text, places), Markup.NONE, piece.level, piece.given, piece.set_off)
            at += len(text) + 2


def extra_is_missing(path: Path, extra: str, what: str) -> FileError:
    """What to say where an extra of the program is not installed."""
    return FileError(
        path, f"is {what}, and what reads those is not installed",
        f"install civicsquiz with its extra “{extra}” (in a checkout: pip install '.[{extra}]'), or save"
        " the article as .txt",
    )  # fmt: skip


def check_size(path: Path, data: bytes, most: int, what: str) -> None:
    """Raises:
    FileError: more bytes than `most`, which is a number of whole MiB."""
    if len(data) > most:
        raise FileError(
            path, f"is {what} of {-(-len(data) // 2**20)} MiB",
            f"split it; of such files at most {most // 2**20} MiB are read",
        )  # fmt: skip
