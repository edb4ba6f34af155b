"""Reading an article: raw bytes to blocks over one canonical text.

Two ways lead to rough blocks, one for each kind of file; inline markup, white space and broken
words are then treated alike. `.txt` is read with the inline marks of Markdown too (images, links,
emphasis), because saved web pages carry them.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from civicsquiz.errors import FileError
from civicsquiz.source import files
from civicsquiz.source.document import Block, Document, Kind, Run
from civicsquiz.source.inline import Stripped, strip
from civicsquiz.source.kinds import Rough, classify

SUFFIXES = (".txt", ".md")
"""The file name endings that are read as articles."""

_LONGEST_WRAPPED = 100
_HEADING = re.compile(r"(#{1,6})[ \t]+")
_RULE = re.compile(r"([-*_=~][ \t]*){3,}$")
_FRONT_MATTER = re.compile(r"\A---\r?\n.*?\r?\n(---|\.\.\.)[ \t]*(\r?\n|\Z)", re.DOTALL)
_PREFIXES = frozenset(
    "anti co counter cross ex extra half inter intra mid multi neo non over post pre pro pseudo"
    " quasi re self semi sub super trans ultra un under vice well".split()
)


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
    if path.suffix.lower() not in SUFFIXES:
        raise FileError(
            path, "is not a kind of file that is read", f"save it as {' or '.join(SUFFIXES)}"
        )
    raw = files.decode(data, path)
    pieces = list(_markdown(raw) if path.suffix.lower() == ".md" else _plain(raw))
    pieces = _join_broken_words([piece for piece in pieces if piece.text])
    if not pieces:
        raise FileError(path, "has no text in it", "name an article")
    return _assemble(pieces, hashlib.sha256(data).hexdigest())


@dataclass(slots=True)
class _Piece:
    """A block on its way: its text with the raw offset of every character."""

    text: str
    places: array[int]
    level: int = 0
    linked: float = 0.0
    given: Kind | None = field(default=None)


def _assemble(pieces: list[_Piece], sha256: str) -> Document:
    roughs = [Rough(piece.text, piece.level, piece.linked, piece.given) for piece in pieces]
    blocks, runs = [], []
    at = paragraph = 0
    for piece, kind in zip(pieces, classify(roughs), strict=True):
        counted = kind in (Kind.BODY, Kind.HEADING)
        paragraph += counted
        end = at + len(piece.text)
        blocks.append(Block(kind, at, end, paragraph if counted else 0))
        expected = -1
        for offset, place in enumerate(piece.places):
            if place != expected:
                runs.append(Run(at + offset, place))
            expected = place + 1
        at = end + 2
    text = "\n\n".join(piece.text for piece in pieces)
    return Document(sha256, text, tuple(blocks), tuple(runs))


def _plain(raw: str) -> Iterator[_Piece]:
    """The blocks of plain text: parted by empty lines, and by single newlines too where the file's
    lines are longer than anybody wraps them."""
    chunks = _chunks(raw)
    wrapped = all(
        end - start <= _LONGEST_WRAPPED
        for chunk in chunks
        if len(chunk) > 1
        for start, end in chunk
    )
    for chunk in chunks:
        parts = [[line] for line in chunk]
        if wrapped and not any(_HEADING.match(raw, start) for start, _ in chunk):
            parts = [chunk]
        for part in parts:
            start, end = part[0][0], part[-1][1]
            heading = _HEADING.match(raw, start)
            if _RULE.match(raw[start:end]):
                continue
            yield _piece(
                strip(raw, heading.end() if heading else start, end, markdown=False),
                len(heading.group(1)) if heading else 0,
            )


def _chunks(raw: str) -> list[list[tuple[int, int]]]:
    """Lines (start and end, without white space around them) grouped between empty lines."""
    chunks: list[list[tuple[int, int]]] = [[]]
    for line in re.finditer(r"[^\r\n]*", raw):
        start, end = line.span()
        text = line.group()
        if text.strip():
            start += len(text) - len(text.lstrip())
            end -= len(text) - len(text.rstrip())
            chunks[-1].append((start, end))
        elif chunks[-1] and _is_empty_line(raw, start):
            chunks.append([])
    return [chunk for chunk in chunks if chunk]


def _is_empty_line(raw: str, start: int) -> bool:
    """Whether the empty match at `start` is an empty line, not the end of a full one."""
    return start == 0 or raw[start - 1] in "\r\n"


def _markdown(raw: str) -> Iterator[_Piece]:
    """The blocks of a Markdown file, by the CommonMark rules with tables."""
    from markdown_it import MarkdownIt

    if front := _FRONT_MATTER.match(raw):
        raw = re.sub(r"[^\r\n]", " ", front.group()) + raw[front.end() :]
    starts = [0, *(found.end() for found in re.finditer(r"\r\n|\n|\r", raw))]
    starts.append(len(raw))
    level, given = 0, None
    for token in MarkdownIt("commonmark").enable("table").parse(raw):
        if token.type == "heading_open":
            level = int(token.tag[1:])
        elif token.type == "heading_close":
            level = 0
        elif token.type == "table_open":
            given = Kind.TABLE
        elif token.type == "table_close":
            given = None
        elif token.type in ("inline", "fence", "code_block") and token.map:
            start, end = starts[token.map[0]], starts[min(token.map[1], len(starts) - 1)]
            code = token.type != "inline"
            if given is Kind.TABLE or code:
                found = raw.find(token.content.strip(), start, end)
                start, end = (start, end) if found < 0 else (found, found + len(token.content))
            else:
                start = _content_start(raw, start, end, token.content)
            stripped = strip(raw, start, end, markdown=not code)
            yield _piece(stripped, level, Kind.CODE if code else given)


def _content_start(raw: str, start: int, end: int, content: str) -> int:
    """Where the text of a block begins, past the marks of headings, lists and quotations."""
    first = content.split("\n", 1)[0]
    found = raw.find(first, start, end)
    return start if found < 0 else found


def _piece(stripped: Stripped, level: int = 0, given: Kind | None = None) -> _Piece:
    return _Piece(stripped.text, stripped.places, level, stripped.linked, given)


def _join_broken_words(pieces: list[_Piece]) -> list[_Piece]:
    """Join a block that ends in a broken word to the one that goes on in lower case."""
    everything = " ".join(piece.text for piece in pieces)
    joined: list[_Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if (
            before is not None
            and not piece.level
            and re.search(r"[^\W\d_]-$", before.text)
            and piece.text[0].islower()
        ):
            if not keeps_hyphen(before.text, piece.text, everything):
                before.text, before.places = before.text[:-1], before.places[:-1]
            before.text += piece.text
            before.places += piece.places
        else:
            joined.append(piece)
    return joined


def keeps_hyphen(before: str, after: str, everything: str) -> bool:
    """Whether the hyphen between `before` ("…non-") and `after` ("citizens…") belongs to the word.

    The rest of the article decides where it has the word in one of its forms; else a known prefix
    does.
    """
    first = re.search(r"([^\W\d_]+)-$", before)
    last = re.match(r"[^\W\d_]+", after)
    if not first or not last:
        return True
    left, right = first.group(1), last.group()
    stem = right[:-1] if right.endswith("s") and len(right) > 3 else right
    hyphened = len(re.findall(rf"\b{left}-{stem}", everything, re.IGNORECASE))
    whole = len(re.findall(rf"\b{left}{stem}", everything, re.IGNORECASE))
    if hyphened != whole:
        return hyphened > whole
    return left.lower() in _PREFIXES
