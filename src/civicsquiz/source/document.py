"""An article after reading: blocks with their kinds over one canonical text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

SUFFIXES = (".txt", ".md")
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
class Run:
    """Canonical characters from `start` on that stand one to one from `raw` on in the raw file."""

    start: int
    raw: int


@dataclass(frozen=True)
class Document:
    """A source's full document.

    `text` is the canonical text: white space collapsed, broken hyphens joined, markup gone, control
    characters made visible, blocks parted by one empty line. Every offset in the program counts in
    it; `raw_offset` leads back to the decoded file.
    """

    sha256: str
    text: str
    blocks: tuple[Block, ...]
    runs: tuple[Run, ...]

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

    @cached_property
    def body_words(self) -> int:
        """Words of running text: what the share that may be quoted is counted from."""
        return sum(
            len(self.text_of(block).split()) for block in self.blocks if block.kind is Kind.BODY
        )
