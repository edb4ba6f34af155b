"""Reading an article: raw bytes to blocks over one canonical text.

Two ways lead to the parts of a file, one for each kind; inline markup, white space and broken words
are then treated alike. `.txt` is read with the inline marks of Markdown too (images, links,
emphasis), because saved web pages carry them.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from civicsquiz.errors import FileError
from civicsquiz.source import files, hyphens, markdown, plain_text
from civicsquiz.source.content import Part
from civicsquiz.source.document import SUFFIXES, Block, Document, Kind, Run
from civicsquiz.source.inline import Stripped, strip
from civicsquiz.source.kinds import Rough, classify

__all__ = ["SUFFIXES", "read", "read_file"]


def read_file(path: Path) -> Document:
    """Read an article.

    Raises:
        FileError: it cannot be read, is not text, or holds no text at all.
    """
    return read(files.read_bytes(path), path)


def read(data: bytes, path: Path) -> Document:
    """Read an article's raw bytes; the ending of `path` says what kind of file they are of.

    Raises:
        FileError: an ending that is not one of `SUFFIXES`, bytes that are no text, or no text.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise FileError(
            path, "is not a kind of file that is read", f"save it as {' or '.join(SUFFIXES)}"
        )
    raw = files.decode(data, path)
    parts = markdown.parts(raw) if suffix == ".md" else plain_text.parts(raw)
    pieces = _whole([_Piece(part, strip(part)) for part in parts])
    if not pieces:
        raise FileError(path, "has no text in it", "name an article")
    return _assemble(pieces, hashlib.sha256(data).hexdigest())


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block on its way: as its file sets it, and its text."""

    part: Part
    stripped: Stripped

    @property
    def is_running(self) -> bool:
        """Whether a word may go on from or into it."""
        return not self.part.level and self.part.given is None


def _whole(pieces: list[_Piece]) -> list[_Piece]:
    """The pieces that have text, with the words joined that lines and paragraphs break."""
    pieces = [piece for piece in pieces if piece.stripped.text]
    words = hyphens.Words([piece.stripped.text for piece in pieces])
    whole: list[_Piece] = []
    for piece in pieces:
        hyphens.mend_lines(piece.stripped, words)
        if (
            whole
            and whole[-1].is_running
            and piece.is_running
            and hyphens.join(whole[-1].stripped, piece.stripped, words)
        ):
            continue
        whole.append(piece)
    return whole


def _assemble(pieces: list[_Piece], sha256: str) -> Document:
    roughs = [
        Rough(
            piece.stripped.text, piece.part.level, piece.stripped.linked, piece.part.given,
            piece.part.set_off,
        )
        for piece in pieces
    ]  # fmt: skip
    blocks, runs = [], []
    at = paragraph = 0
    for rough, piece, kind in zip(roughs, pieces, classify(roughs), strict=True):
        counted = kind in (Kind.BODY, Kind.HEADING)
        paragraph += counted
        end = at + len(rough.text)
        blocks.append(Block(kind, at, end, paragraph if counted else 0))
        expected = -1
        for offset, place in enumerate(piece.stripped.places):
            if place != expected:
                runs.append(Run(at + offset, place))
            expected = place + 1
        at = end + 2
    text = "\n\n".join(rough.text for rough in roughs)
    return Document(sha256, text, tuple(blocks), tuple(runs))
