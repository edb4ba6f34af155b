"""A passage in its source: the parts of an article or guide, with the place to open them at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from civicsquiz.bank.models import Bank
from civicsquiz.source.card import Card
from civicsquiz.source.document import Document, Kind
from civicsquiz.source.guide import Guide, Passage
from civicsquiz.source.shelf import Proof, Shelf, Source
from civicsquiz.study.passages import Quoted, source_of


@dataclass(frozen=True, slots=True)
class Part:
    """A block of a source. `kind` is what it is in words ("body", "caption", "passage", "our
    summary" …), `paragraph` 0 outside the running text, `marks` the quoted spans of `text`. A
    passage of the law has a `citation` of its own, to be shown in place of its kind. `start` is
    where the text begins in the canonical text; -1 where it does not stand there."""

    kind: str
    text: str
    paragraph: int = 0
    marks: tuple[tuple[int, int], ...] = ()
    citation: str = ""
    start: int = field(default=-1, compare=False)

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
_INSTEAD = (
    "The article is not at hand: these are passages out of it, with summaries of ours between."
)
_OWN = "These are short passages, each with its own citation. The summaries between them are ours."


def open_passage(bank: Bank, quoted: Quoted, shelf: Shelf) -> Opened:
    """The source of `quoted`, a passage in the feedback on an item of `bank`, opened at it."""
    source = source_of(bank, quoted.source, shelf)
    proof = source.proof
    parts, note = whole(source, spans_of(quoted)) if quoted.start >= 0 else ((), "")
    if not parts:
        parts, note = alone(quoted)
        proof = Proof.ABSENT
    at = next((index for index, part in enumerate(parts) if part.marks), 0)
    return Opened(title_of(source.card), proof, quoted.citation, note, parts, at)


def title_of(card: Card) -> str:
    """A source's own title, or its label in brackets."""
    return card.title or f"[{card.label}]"


def whole(source: Source, spans: Sequence[tuple[int, int]] = ()) -> tuple[tuple[Part, ...], str]:
    """All parts of a source, with `spans` of its canonical text marked, and what is missing in a
    sentence; no parts where nothing is at hand."""
    if source.document is not None:
        return _of_document(source.document, spans), ""
    if source.guide is not None:
        note = _OWN if _stands_alone(source.guide) else _INSTEAD
        return _of_guide(source.guide, spans), note
    return (), ""


def alone(quoted: Quoted) -> tuple[tuple[Part, ...], str]:
    """A quotation without its source, and why."""
    note = f"This is the quotation as the bank has it: {quoted.proof}."
    return (Part(_QUOTATION, quoted.text, marks=quoted.marks, start=0),), note


def quotations(texts: Sequence[str]) -> tuple[Part, ...]:
    """Quotations from a source that is not at hand, as if they were its text."""
    parts: list[Part] = []
    start = 0
    for text in texts:
        parts.append(Part(_QUOTATION, text, start=start))
        start += len(text) + 2
    return tuple(parts)


def spans_of(quoted: Quoted) -> tuple[tuple[int, int], ...]:
    """The marked words in the canonical text."""
    if not quoted.marks:
        return ((quoted.start, quoted.end),)
    begin = quoted.start - quoted.marks[0][0]
    return tuple((begin + start, begin + end) for start, end in quoted.marks)


def _of_document(document: Document, spans: Sequence[tuple[int, int]]) -> tuple[Part, ...]:
    return tuple(
        Part(
            "body" if block.kind is Kind.BODY else str(block.kind),
            document.text_of(block),
            block.paragraph,
            within(spans, block.start, block.end),
            start=block.start,
        )
        for block in document.blocks
    )


def _of_guide(guide: Guide, spans: Sequence[tuple[int, int]]) -> tuple[Part, ...]:
    return tuple(
        Part(
            _PASSAGE,
            block.text,
            block.paragraph,
            within(spans, block.start, block.end),
            block.citation,
            block.start,
        )
        if isinstance(block, Passage)
        else Part(_SUMMARY, block.text)
        for block in guide.blocks
    )


def _stands_alone(guide: Guide) -> bool:
    """Whether there is no article that the guide stands in for: each passage has a citation."""
    return all(passage.citation for passage in guide.passages)


def within(spans: Iterable[tuple[int, int]], start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The parts of `spans` that fall into `start` to `end`, counted from `start`."""
    return tuple(
        (max(first, start) - start, min(last, end) - start)
        for first, last in spans
        if first < end and last > start
    )
