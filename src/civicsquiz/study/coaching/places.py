"""Where the passages stand that prove a key, and what stands around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from civicsquiz.bank.models import Bank, Evidence, Item, Role
from civicsquiz.source.card import citation
from civicsquiz.source.document import Document, Kind
from civicsquiz.source.guide_model import Guide, Summary
from civicsquiz.source.shelf import Placed, Shelf, Source
from civicsquiz.study.passages import source_of

_LONG = 6
"""An article with fewer paragraphs has no beginning, middle and end worth telling."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A whole paragraph of an article, or a whole passage of a source that is free to be shown.
    `start` is where it begins in the canonical text."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Spot:
    """A piece of evidence with the source it stands in. `placed` is None where the source is not at
    hand or does not have the words; `stretch` is None where only a guide is at hand."""

    evidence: Evidence
    source: Source
    placed: Placed | None
    stretch: Stretch | None

    @property
    def text(self) -> str:
        """The words as they stand in the source; the bank's where it is not at hand."""
        return self.placed.text if self.placed else self.evidence.selector.exact

    @property
    def sentence(self) -> str:
        """The whole sentences that the words stand in, as far as they are at hand."""
        return self.placed.context if self.placed else self.evidence.selector.exact

    @property
    def name(self) -> str:
        """What the source is called: its own title, or its label in brackets."""
        card = self.source.card
        return f"“{card.title}”" if card.title else self.label

    @property
    def label(self) -> str:
        """The label of the source in brackets, for where its title may not be read."""
        return f"[{self.source.card.label}]"

    @property
    def cited(self) -> str:
        """The source with the place, in words."""
        if self.placed is None:
            return citation(self.source.card, "")
        place = f"paragraph {self.placed.paragraph}" if self.placed.paragraph else ""
        return self.placed.citation or citation(self.source.card, place)

    @property
    def heading(self) -> str:
        """The heading above it in the article; empty where there is none."""
        document, placed = self.source.document, self.placed
        found = ""
        for block in document.blocks if document and placed else ():
            if placed is None or document is None or block.start > placed.start:
                break
            if block.kind is Kind.HEADING:
                found = document.text_of(block)
        return found.rstrip(": ")

    @property
    def paragraphs(self) -> int:
        """How many paragraphs the article has; 0 where only a guide is at hand."""
        document = self.source.document
        return max((block.paragraph for block in document.blocks), default=0) if document else 0

    @property
    def summed_up(self) -> str:
        """Our own words on what stands right before the passage, where only a guide is at hand."""
        guide, placed = self.source.guide, self.placed
        if guide is None or placed is None or self.source.document is not None or placed.citation:
            return ""
        return _before(guide, placed)


def spots_of(bank: Bank, item: Item, shelf: Shelf, role: Role = Role.PROVES) -> tuple[Spot, ...]:
    """Where the passages stand that prove the key of an item, or have another role, in its order."""
    return tuple(
        spot_of(evidence, source_of(bank, evidence.source, shelf))
        for evidence in item.evidence_in(role)
    )


def spot_of(evidence: Evidence, source: Source) -> Spot:
    """Where one piece of evidence stands."""
    found = source.find(evidence.selector)
    placed = found if isinstance(found, Placed) else None
    return Spot(evidence, source, placed, stretch_of(source, placed) if placed else None)


def stretch_of(source: Source, placed: Placed) -> Stretch | None:
    """What may be shown around a passage; None where only a guide stands in for the article."""
    if source.document is not None:
        block = source.document.block_at(placed.start)
        return Stretch(source.document.text_of(block), block.start)
    if placed.citation and source.guide is not None:
        for passage in source.guide.passages:
            if passage.start <= placed.start < passage.end:
                return Stretch(passage.text, passage.start)
    return None


def near(source: Source, at: int) -> Iterator[Stretch]:
    """The stretches of running text around offset `at`, the nearest first, in its own section."""
    if source.document is not None:
        found = list(_section(source.document, at))
    elif source.guide is not None and any(passage.citation for passage in source.guide.passages):
        found = [Stretch(passage.text, passage.start) for passage in source.guide.passages]
    else:
        found = []
    own = max((number for number, one in enumerate(found) if one.start <= at), default=0)
    yield from sorted(found, key=lambda one: (abs(found.index(one) - own), one.start))


def _section(document: Document, at: int) -> Iterator[Stretch]:
    """The paragraphs between the heading before an offset and the next."""
    section: list[Stretch] = []
    for block in document.blocks:
        if block.kind is Kind.HEADING:
            if block.start > at:
                break
            section = []
        elif block.kind is Kind.BODY:
            section.append(Stretch(document.text_of(block), block.start))
    yield from section


def _before(guide: Guide, placed: Placed) -> str:
    summed = ""
    for block in guide.blocks:
        if isinstance(block, Summary):
            summed = block.text
        elif block.start <= placed.start < block.end:
            return summed
        else:
            summed = ""
    return ""


def position(paragraph: int, of: int) -> str:
    """Where a paragraph stands, in words: “paragraph 11 of 40, in the middle”."""
    if of < _LONG:
        return f"paragraph {paragraph} of {of}" if of else f"paragraph {paragraph}"
    share = (paragraph - 1) / (of - 1)
    third = "near the beginning" if share < 1 / 3 else "in the middle"
    return f"paragraph {paragraph} of {of}, {third if share <= 2 / 3 else 'near the end'}"
