"""The shelf: every source that can be reached, by guide, by document, or by its card alone.

Folders are searched in order. In them a guide is Markdown whose front matter says `kind: guide`;
any other `.txt` or `.md` file may be a document. A document belongs to a card by the SHA-256 of its
raw bytes, else where every passage quoted from the card's source stands in it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import Any

from civicsquiz.errors import FileError, InvalidGuide
from civicsquiz.source import files, guide, reading, sentences
from civicsquiz.source.cache import Cache
from civicsquiz.source.card import Card
from civicsquiz.source.document import Block, Document, Kind, Run
from civicsquiz.source.guide import Guide, Passage, Summary
from civicsquiz.source.selector import Ambiguous, Folded, Found, NoMatch, Selector, find


class Proof(StrEnum):
    """What a source's quotations are checked against."""

    ARTICLE = "proved against article"
    GUIDE = "guide only"
    ABSENT = "not checked here"


@dataclass(frozen=True, slots=True)
class Placed:
    """A quotation found in its source.

    `start` and `end` count in the canonical text, whose slice is `text`. `context` is what to show
    around it (its sentences, or the guide's passage) and begins at `context_start`. `paragraph` is
    0 outside the running text; `kind` is None where only a guide is at hand.
    """

    start: int
    end: int
    text: str
    paragraph: int
    kind: Kind | None
    context: str
    context_start: int

    @property
    def mark(self) -> tuple[int, int]:
        """Where the quotation stands in `context`."""
        return self.start - self.context_start, self.end - self.context_start


@dataclass(frozen=True)
class Source:
    """One source as it is at hand. `matched_by` says how its document was recognised: "sha256",
    "passages", or "" where there is none."""

    card: Card
    guide: Guide | None = None
    document: Document | None = None
    matched_by: str = ""
    _folded: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def proof(self) -> Proof:
        if self.document is not None:
            return Proof.ARTICLE
        return Proof.GUIDE if self.guide is not None else Proof.ABSENT

    @property
    def body_words(self) -> int | None:
        """Words of the article's running text, where they are known."""
        if self.document is not None:
            return self.document.body_words
        return self.guide.body_words if self.guide is not None else None

    def find(self, selector: Selector) -> Placed | NoMatch | Ambiguous | None:
        """The one place that `selector` means, or why there is none; None with nothing at hand.

        The offsets of a guide's passages and of the document they were taken from are the same.
        """
        if self.document is not None:
            return self._in_document(self.document, selector)
        if self.guide is not None:
            return self._in_guide(self.guide, selector)
        return None

    @cached_property
    def _text(self) -> Folded:
        return Folded(self.document.text if self.document else "")

    @cached_property
    def _passages(self) -> tuple[tuple[Passage, Folded], ...]:
        passages = self.guide.passages if self.guide else ()
        return tuple((passage, Folded(passage.text)) for passage in passages)

    def _in_document(self, document: Document, selector: Selector) -> Placed | NoMatch | Ambiguous:
        found = find(self._text, selector)
        if not isinstance(found, Found):
            return found
        block = document.block_at(found.start)
        within = document.text_of(block)
        last = min(found.end, block.end) - block.start
        start, end = sentences.around(within, found.start - block.start, last)
        start, end = block.start + start, max(block.start + end, found.end)
        return Placed(
            found.start, found.end, document.text[found.start : found.end], block.paragraph,
            block.kind, document.text[start:end], start,
        )  # fmt: skip

    def _in_guide(self, guide: Guide, selector: Selector) -> Placed | NoMatch | Ambiguous:
        found: list[tuple[Passage, Found]] = []
        nearest = NoMatch("", 0, 0.0)
        several: list[int] = []
        for passage, folded in self._passages:
            result = find(folded, selector, excerpt=True)
            if isinstance(result, Found):
                found.append((passage, result))
            elif isinstance(result, Ambiguous):
                several += [passage.start + at for at in result.starts]
            elif result.similarity > nearest.similarity:
                nearest = NoMatch(result.nearest, passage.start + result.start, result.similarity)
        if len(found) == 1 and not several:
            passage, span = found[0]
            return Placed(
                passage.start + span.start, passage.start + span.end,
                passage.text[span.start : span.end], passage.paragraph, None, passage.text,
                passage.start,
            )  # fmt: skip
        if found or several:
            starts = [passage.start + span.start for passage, span in found]
            return Ambiguous(tuple(sorted(starts + several)))
        return nearest


class Shelf:
    """Sources by their cards, out of `folders` (the first that has one wins)."""

    def __init__(self, folders: Sequence[Path], cache: Cache | None = None) -> None:
        self._folders = tuple(folders)
        self._cache = cache
        self._sources: dict[tuple[Card, tuple[Selector, ...]], Source] = {}
        self.problems: list[FileError | InvalidGuide] = []
        """Files in the folders that could not be used, found so far."""

    @property
    def folders(self) -> tuple[Path, ...]:
        return self._folders

    @cached_property
    def guides(self) -> dict[str, Guide]:
        """All guides by the id of their card."""
        found: dict[str, Guide] = {}
        for path, data in self._candidates:
            if path.suffix.lower() == ".md" and data.lstrip().startswith(b"---"):
                try:
                    text = files.decode(data, path)
                    if guide.is_guide(text):
                        parsed = self._guide(text, data, path)
                        found.setdefault(parsed.card.id, parsed)
                except (FileError, InvalidGuide) as error:
                    self.problems.append(error)
        return found

    def source(self, card: Card, selectors: Sequence[Selector] = ()) -> Source:
        """The source of a card, with its guide and document where they are at hand.

        `selectors` are the quotations that recognise a document whose hash is not the card's.
        """
        wanted = (card, tuple(selectors))
        if wanted not in self._sources:
            found = self.guides.get(card.id)
            document, matched_by = self._match(card, found, selectors)
            known = found.card if found else card
            self._sources[wanted] = Source(known, found, document, matched_by)
        return self._sources[wanted]

    def _match(
        self, card: Card, found: Guide | None, selectors: Sequence[Selector]
    ) -> tuple[Document | None, str]:
        hashes = {card.sha256, found.card.sha256 if found else None} - {None}
        for path, data in self._documents:
            if hashlib.sha256(data).hexdigest() in hashes:
                return self._document(path, data), "sha256"
        quoted = list(selectors)
        if found is not None:
            quoted += [Selector(passage.text) for passage in found.passages]
        for path, data in self._documents if quoted else ():
            try:
                document = self._document(path, data)
            except FileError as error:
                self.problems.append(error)
                continue
            folded = Folded(document.text)
            if all(isinstance(find(folded, selector), Found) for selector in quoted):
                return document, "passages"
        return None, ""

    @cached_property
    def _candidates(self) -> tuple[tuple[Path, bytes], ...]:
        return tuple(self._read())

    @cached_property
    def _documents(self) -> tuple[tuple[Path, bytes], ...]:
        return tuple(
            (path, data) for path, data in self._candidates if b"\nkind: guide" not in data[:4000]
        )

    def _read(self) -> Iterator[tuple[Path, bytes]]:
        for folder in self._folders:
            try:
                paths = sorted(folder.iterdir()) if folder.is_dir() else []
            except OSError as error:
                self.problems.append(FileError(folder, f"cannot be listed ({error.strerror})"))
                continue
            for path in paths:
                if path.suffix.lower() in reading.SUFFIXES:
                    try:
                        yield path, files.read_bytes(path)
                    except FileError as error:
                        self.problems.append(error)

    def _guide(self, text: str, data: bytes, path: Path) -> Guide:
        kept = self._cache.get("guide", data) if self._cache else None
        if kept is not None:
            return _guide_from(kept)
        parsed = guide.parse(text, str(path))
        if self._cache:
            self._cache.put("guide", data, asdict(parsed))
        return parsed

    def _document(self, path: Path, data: bytes) -> Document:
        kept = self._cache.get("document", data) if self._cache else None
        if kept is not None:
            return _document_from(kept)
        document = reading.read(data, path)
        if self._cache:
            self._cache.put("document", data, asdict(document))
        return document


def _guide_from(kept: Any) -> Guide:
    blocks = tuple(
        Passage(**block) if "start" in block else Summary(**block) for block in kept["blocks"]
    )
    return Guide(
        Card(**kept["card"]), kept["language"], kept["canonical_sha256"], kept["body_words"], blocks
    )


def _document_from(kept: Any) -> Document:
    return Document(
        kept["sha256"],
        kept["text"],
        tuple(Block(Kind(block["kind"]), block["start"], block["end"], block["paragraph"])
              for block in kept["blocks"]),
        tuple(Run(run["start"], run["raw"]) for run in kept["runs"]),
    )  # fmt: skip
