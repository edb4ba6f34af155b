"""The shelf: every source that can be reached, by guide, by document, or by its card alone.

Its places are folders and files, searched in order. A guide is Markdown whose front matter says
`kind: guide`; any other file whose ending is one of `SUFFIXES` may be a document. A document belongs to a card by the
SHA-256 of its raw bytes, else where every passage quoted from the card's source stands in it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from civicsquiz.errors import FileError, InvalidGuide
from civicsquiz.source import files, kept
from civicsquiz.source.cache import Cache
from civicsquiz.source.card import Card, Correction
from civicsquiz.source.correcting import CorrectionError, corrected
from civicsquiz.source.document import SUFFIXES, Document
from civicsquiz.source.guide_model import Guide, is_guide
from civicsquiz.source.placing import Placed, Proof, Source
from civicsquiz.source.selector import Folded, Selector, stands

__all__ = ["Placed", "Proof", "Shelf", "Source"]


_TRIED = 16
"""How many of a source's quotations are looked for where not all of them stand in a document."""


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    sha256: str
    guide: Guide | None


class Shelf:
    """Sources by their cards, out of `folders`: folders or files, the first that has one wins."""

    def __init__(self, folders: Sequence[Path], cache: Cache | None = None) -> None:
        self._folders = tuple(folders)
        self._cache = cache
        self._sources: dict[tuple[Card, tuple[Selector, ...]], Source] = {}
        self._opened: dict[Path, tuple[Document, Folded] | None] = {}
        self.problems: list[FileError | InvalidGuide | CorrectionError] = []
        """Files and folders that could not be used, found so far."""

    @property
    def folders(self) -> tuple[Path, ...]:
        """The places that are searched: folders, and files by themselves."""
        return self._folders

    @cached_property
    def guides(self) -> dict[str, Guide]:
        """All guides by the id of their card."""
        found: dict[str, Guide] = {}
        for file in self._files:
            if file.guide is not None:
                found.setdefault(file.guide.card.id, file.guide)
        return found

    @cached_property
    def articles(self) -> dict[str, Path]:
        """The files that may be articles, by the SHA-256 of their bytes."""
        found: dict[str, Path] = {}
        for file in self._files:
            if file.guide is None:
                found.setdefault(file.sha256, file.path)
        return found

    def source(self, card: Card, selectors: Sequence[Selector] = ()) -> Source:
        """The source of a card, with its guide and document where they are at hand.

        `selectors` are the quotations that recognise a document whose hash is not the card's.
        """
        wanted = (card, tuple(selectors))
        if wanted not in self._sources:
            found = self._guide_of(card, selectors)
            document, matched_by = self._match(card, found, selectors)
            known = found.card if found else card
            if document is not None:
                document = self._corrected(document, card.kinds or known.kinds)
            path = self.articles.get(document.sha256) if document else None
            self._sources[wanted] = Source(
                known, found, document, matched_by, path.name if path else ""
            )
        return self._sources[wanted]

    def _corrected(self, document: Document, kinds: Sequence[Correction]) -> Document:
        """The document with its card's corrections; one that fits nothing is a problem, and is
        passed over."""
        for correction in kinds:
            try:
                document = corrected(document, [correction])
            except CorrectionError as error:
                if str(error) not in map(str, self.problems):
                    self.problems.append(error)
        return document

    def _guide_of(self, card: Card, selectors: Sequence[Selector]) -> Guide | None:
        """The guide with the card's id. Where both name a document and not the same one, it must
        hold every quotation: somebody else may have given the same id to another source."""
        found = self.guides.get(card.id)
        if found is None or not card.sha256 or not found.card.sha256:
            return found
        if card.sha256.lower() == found.card.sha256:
            return found
        passages = [Folded(passage.text) for passage in found.passages]
        held = all(
            any(stands(passage, selector, excerpt=True) for passage in passages)
            for selector in selectors
        )
        return found if selectors and held else None

    def _match(
        self, card: Card, found: Guide | None, selectors: Sequence[Selector]
    ) -> tuple[Document | None, str]:
        for stated in (card.sha256, found.card.sha256 if found else None):
            path = self.articles.get(stated.lower()) if stated else None
            if path and (opened := self._open(path)):
                return opened[0], "sha256"
        quoted = list(selectors)
        if found is not None:
            quoted += [Selector(passage.text) for passage in found.passages]
        for path in self.articles.values() if quoted else ():
            opened = self._open(path)
            if opened and all(stands(opened[1], selector) for selector in quoted):
                return opened[0], "passages"
        return self._match_most(selectors) if found is None else (None, "")

    def _match_most(self, selectors: Sequence[Selector]) -> tuple[Document | None, str]:
        """One slip in one quotation must not hide the document that shows it: without a guide, the
        document in which most quotations stand, and at least half of those tried, is the one."""
        tried = selectors[:_TRIED]
        best: Document | None = None
        most = 0
        for path in self.articles.values() if len(tried) > 1 else ():
            opened = self._open(path)
            standing = sum(stands(opened[1], selector) for selector in tried) if opened else 0
            if opened and standing > most and standing * 2 >= len(tried):
                best, most = opened[0], standing
        return best, "most passages" if best else ""

    @cached_property
    def _files(self) -> tuple[_File, ...]:
        return tuple(self._look())

    def _look(self) -> Iterator[_File]:
        for path in dict.fromkeys(self._paths()):
            try:
                data = files.read_bytes(path)
                parsed = None
                if path.suffix.lower() == ".md" and b"kind: guide" in data[:4000]:
                    parsed = self._guide(data, path)
            except (FileError, InvalidGuide) as error:
                self.problems.append(error)
            else:
                yield _File(path, hashlib.sha256(data).hexdigest(), parsed)

    def _paths(self) -> Iterator[Path]:
        for place in self._folders:
            if not place.is_dir():
                if place.exists():
                    yield place
                continue
            try:
                inside = sorted(place.iterdir())
            except OSError as error:
                self.problems.append(FileError(place, f"cannot be listed ({error.strerror})"))
                continue
            for path in inside:
                if path.suffix.lower() in SUFFIXES and not path.is_dir():
                    yield path

    def _guide(self, data: bytes, path: Path) -> Guide | None:
        """The guide in a file, or None where it does not say that it is one."""
        values = self._cache.get("guide", data) if self._cache else None
        known = kept.unpack_guide(values)
        if known is not None:
            return known
        text = files.decode(data, path)
        if not is_guide(text):
            return None
        from civicsquiz.source import guide

        parsed = guide.parse(text, str(path))
        if self._cache:
            self._cache.put("guide", data, kept.pack(parsed))
        return parsed

    def _open(self, path: Path) -> tuple[Document, Folded] | None:
        """The document in a file, with its text ready to be searched; None where it is none."""
        if path not in self._opened:
            try:
                document = self._document(path)
                self._opened[path] = document, Folded(document.text)
            except FileError as error:
                self.problems.append(error)
                self._opened[path] = None
        return self._opened[path]

    def _document(self, path: Path) -> Document:
        data = files.read_bytes(path)
        kind = f"document{path.suffix.lower()}"  # the same bytes are read by their ending
        values = self._cache.get(kind, data) if self._cache else None
        known = kept.unpack_document(values, hashlib.sha256(data).hexdigest())
        if known is not None:
            return known
        from civicsquiz.source import reading

        document = reading.read(data, path)
        if self._cache:
            self._cache.put(kind, data, kept.pack(document))
        return document
