"""Reading an article: raw bytes to blocks over one canonical text.

Each kind of file has its own way to the parts of its text; inline markup, white space and broken words
are then treated alike. `.txt` is read with the inline marks of Markdown too (images, links, emphasis),
because saved web pages carry them. Web pages, PDFs and Word documents are read by libraries that are
installed as extras; the raw offsets of their documents count in the text taken out of them.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from civicsquiz.errors import FileError
from civicsquiz.source import files, hyphens, markdown, plain_text
from civicsquiz.source.asides import asides
from civicsquiz.source.content import Part
from civicsquiz.source.correcting import corrected
from civicsquiz.source.document import SUFFIXES, Aside, Block, Document, Kind, Run
from civicsquiz.source.inline import Stripped, strip
from civicsquiz.source.kinds import Rough, classify
from civicsquiz.source.taken_out import check_size

__all__ = ["SUFFIXES", "corrected", "read", "read_file"]

LARGEST_TEXT = 4 * 1024 * 1024
"""The largest .txt or .md that is read as an article, in bytes: some 700,000 words."""
MOST_BLOCKS = 40_000
"""How many paragraphs, headings and lines of lists and tables are read, all counted."""


def read_file(path: Path) -> Document:
    """Read an article.

    Raises:
        FileError: it cannot be read, is not text, or holds no text at all.
    """
    return read(files.read_bytes(path), path)


def read(data: bytes, path: Path) -> Document:
    """Read an article's raw bytes; the ending of `path` says what kind of file they are of.

    Raises:
        FileError: an ending that is not one of `SUFFIXES`, a file that is not what its ending says,
            more than is read of its kind, or no text in it.
    """
    parts = list(islice(_parts(data, path), MOST_BLOCKS + 1))
    if len(parts) > MOST_BLOCKS:
        raise FileError(path, f"has more than {MOST_BLOCKS:,} paragraphs", "save the article alone")
    pieces = _whole([_Piece(part, strip(part)) for part in parts])
    if not pieces:
        raise FileError(path, "has no text in it", "name an article")
    return _assemble(pieces, hashlib.sha256(data).hexdigest())


def _parts(data: bytes, path: Path) -> Iterator[Part]:
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise FileError(
            path, "is not a kind of file that is read", f"save it as {' or '.join(SUFFIXES[:2])}"
        )
    if suffix in (".txt", ".md"):
        check_size(path, data, LARGEST_TEXT, "a text")
        raw = files.decode(data, path)
        return markdown.parts(raw) if suffix == ".md" else plain_text.parts(raw)
    if not data:
        raise FileError(path, "has no text in it", "name an article")
    if suffix == ".pdf":
        from civicsquiz.source import pdf

        return pdf.read(data, path)
    if suffix == ".docx":
        from civicsquiz.source import word_document

        return word_document.read(data, path)
    from civicsquiz.source import web_page

    return web_page.read(data, path)


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
    blocks: list[Block] = []
    runs: list[Run] = []
    found: list[Aside] = []
    at = paragraph = 0
    for rough, piece, kind in zip(roughs, pieces, classify(roughs), strict=True):
        counted = kind in (Kind.BODY, Kind.HEADING)
        paragraph += counted
        end = at + len(rough.text)
        blocks.append(Block(kind, at, end, paragraph if counted else 0))
        if kind is Kind.BODY:
            found += [Aside(at + first, at + last) for first, last in asides(rough.text)]
        runs += _runs(piece.stripped.places, at)
        at = end + 2
    text = "\n\n".join(rough.text for rough in roughs)
    return Document(sha256, text, tuple(blocks), tuple(runs), tuple(found))


def _runs(places: array[int], at: int) -> Iterator[Run]:
    """The runs of a block that begins at canonical offset `at`."""
    if places == array("q", range(places[0], places[0] + len(places))):
        yield Run(at, places[0])
        return
    expected = -1
    for offset, place in enumerate(places):
        if place != expected:
            yield Run(at + offset, place)
        expected = place + 1
