"""A passage in its source: the parts of an article or guide, with the place to open them at."""

from __future__ import annotations

from dataclasses import dataclass

from civicsquiz.bank.models import Bank
from civicsquiz.source.document import Document, Kind
from civicsquiz.source.guide import Guide, Passage
from civicsquiz.source.shelf import Proof, Shelf
from civicsquiz.study.passages import Quoted, source_of


@dataclass(frozen=True, slots=True)
class Part:
    """A block of a source. `kind` is what it is in words ("body", "caption", "passage", "our
    summary" …), `paragraph` 0 outside the running text, `marks` the quoted spans of `text`."""

    kind: str
    text: str
    paragraph: int = 0
    marks: tuple[tuple[int, int], ...] = ()

    @property
    def ours(self) -> bool:
        """Whether these are our words and not the source's."""
        return self.kind == _SUMMARY

    @property
    def excerpt(self) -> bool:
        """Whether this is a quotation standing alone, and not a block of a whole article."""
        return self.kind in (_PASSAGE, _QUOTATION)


@dataclass(frozen=True, slots=True)
class Opened:
    """A source with all its parts in order; `at` is the index of the one the passage begins in.
    `note` says in a sentence what is missing, and is empty where the whole article is at hand.
    `title` is the source's own, or its label in brackets."""

    title: str
    proof: Proof
    citation: str
    note: str
    parts: tuple[Part, ...]
    at: int


_SUMMARY, _PASSAGE, _QUOTATION = "our summary", "passage", "quotation"


def open_passage(bank: Bank, quoted: Quoted, shelf: Shelf) -> Opened:
    """The source of `quoted`, a passage in the feedback on an item of `bank`, opened at it."""
    source = source_of(bank, quoted.source, shelf)
    proof, card = source.proof, source.card
    spans = _spans(quoted)
    parts: tuple[Part, ...]
    if quoted.start >= 0 and source.document is not None:
        parts, note = _of_document(source.document, spans), ""
    elif quoted.start >= 0 and source.guide is not None:
        parts = _of_guide(source.guide, spans)
        note = "The article is not at hand: these are passages out of it, with summaries of ours between."
    else:
        parts = (Part(_QUOTATION, quoted.text, marks=quoted.marks),)
        note = f"This is the quotation as the bank has it: {quoted.proof}."
        proof = Proof.ABSENT
    at = next((index for index, part in enumerate(parts) if part.marks), 0)
    title = card.title or f"[{card.label}]"
    return Opened(title, proof, quoted.citation, note, parts, at)


def _spans(quoted: Quoted) -> tuple[tuple[int, int], ...]:
    """The marked words in the canonical text."""
    if not quoted.marks:
        return ((quoted.start, quoted.end),)
    begin = quoted.start - quoted.marks[0][0]
    return tuple((begin + start, begin + end) for start, end in quoted.marks)


def _of_document(document: Document, spans: tuple[tuple[int, int], ...]) -> tuple[Part, ...]:
    return tuple(
        Part(
            "body" if block.kind is Kind.BODY else str(block.kind),
            document.text_of(block),
            block.paragraph,
            _within(spans, block.start, block.end),
        )
        for block in document.blocks
    )


def _of_guide(guide: Guide, spans: tuple[tuple[int, int], ...]) -> tuple[Part, ...]:
    return tuple(
        Part(_PASSAGE, block.text, block.paragraph, _within(spans, block.start, block.end))
        if isinstance(block, Passage)
        else Part(_SUMMARY, block.text)
        for block in guide.blocks
    )


def _within(
    spans: tuple[tuple[int, int], ...], start: int, end: int
) -> tuple[tuple[int, int], ...]:
    """The parts of `spans` that fall into `start` to `end`, counted from `start`."""
    return tuple(
        (max(first, start) - start, min(last, end) - start)
        for first, last in spans
        if first < end and last > start
    )
