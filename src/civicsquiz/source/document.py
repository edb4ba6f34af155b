"""An article after reading: blocks with their kinds over one canonical text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

SUFFIXES = (".txt", ".md", ".html", ".htm", ".pdf", ".docx")
"""The file name endings that are read as articles."""


class Kind(StrEnum):
    """What a block is in its article. Only `BODY` is the article's own running text."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    HEADING = "heading"
    BODY = "body"
    BYLINE = "byline"
    DATE = "date"
    CAPTION = "caption"
    CREDIT = "credit"
    RELATED = "related"
    NAVIGATION = "navigation"
    LINK_LIST = "link list"
    FUND_RAISING = "fund-raising"
    FOOTNOTE = "footnote"
    TABLE = "table"
    CODE = "code"
    METADATA = "metadata"
    REFERENCES = "reference list"
    STUDY_AID = "study aid"
    GLOSSARY = "glossary"


@dataclass(frozen=True, slots=True)
class Block:
    """One block of an article: `text[start:end]` of its document, end exclusive.

    `paragraph` counts the running text's blocks from 1, headings with it, so that a number does not
    depend on telling a short paragraph from a heading; it is 0 for all other kinds.
    """

    kind: Kind
    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Aside:
    """A note or a citation inside a block of running text: `text[start:end]` of its document.

    It interrupts the article's own words, often without a space on either side, so no quotation may
    run into it.
    """

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """Canonical characters from `start` on that stand one to one from `raw` on in the raw file."""

    start: int
    raw: int


@dataclass(frozen=True)
class Document:
    """A source's full document.

    `text` is the canonical text: white space collapsed, broken hyphens joined, markup gone, control
    characters made visible, blocks parted by one empty line. Every offset in the program counts in
    it; `raw_offset` leads back to the decoded file, or where the file's bytes are no text (a PDF, a
    Word document, a web page), to the text that was taken out of it.

    `asides` stand in order, do not overlap, and each lies within one block of the kind body.
    """

    sha256: str
    text: str
    blocks: tuple[Block, ...]
    runs: tuple[Run, ...]
    asides: tuple[Aside, ...] = ()

    @cached_property
    def _run_starts(self) -> list[int]:
        return [run.start for run in self.runs]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def raw_offset(self, at: int) -> int:
        """The offset, in the decoded raw file, of canonical character `at`."""
        run = self.runs[bisect_right(self._run_starts, at) - 1]
        return run.raw + at - run.start

    def block_at(self, at: int) -> Block:
        """The block that canonical offset `at` stands in (the one before it, between two)."""
        return self.blocks[max(0, bisect_right(self._block_starts, at) - 1)]

    def text_of(self, block: Block) -> str:
        return self.text[block.start : block.end]

    def in_aside(self, start: int, end: int) -> bool:
        """Whether `text[start:end]` holds any character of an aside."""
        at = bisect_right(self._aside_starts, max(start, end - 1)) - 1
        return at >= 0 and self.asides[at].end > start

    def own_spans(self, block: Block) -> tuple[tuple[int, int], ...]:
        """What of a block is the article's own words: its spans around the asides, without white
        space at their ends. A quotation belongs within one of them."""
        spans, at = [], block.start
        first = bisect_right(self._aside_starts, block.start - 1)
        for aside in self.asides[first : bisect_right(self._aside_starts, block.end - 1)]:
            spans.append((at, aside.start))
            at = aside.end
        spans.append((at, block.end))
        trimmed = []
        for start, end in spans:
            own = self.text[start:end]
            if any(char.isalnum() for char in own):
                first = start + len(own) - len(own.lstrip())
                trimmed.append((first, start + len(own.rstrip())))
        return tuple(trimmed)

    @cached_property
    def _aside_starts(self) -> list[int]:
        return [aside.start for aside in self.asides]

    @cached_property
    def body_words(self) -> int:
        """Words of running text: what the share that may be quoted is counted from."""
        return sum(
            len(self.text_of(block).split()) for block in self.blocks if block.kind is Kind.BODY
        )
