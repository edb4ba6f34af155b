"""A source as a reader goes through it: its parts, and the passages to stop at."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from civicsquiz.bank.models import Bank
from civicsquiz.source.shelf import Proof, Shelf, Source
from civicsquiz.study import opening
from civicsquiz.study.opening import Part
from civicsquiz.study.passages import Quoted, source_of
from civicsquiz.study.quotations import QuotedSource

Span = tuple[int, int]


@dataclass(frozen=True, eq=False)
class Page:
    """A source with all its parts, or a quotation `alone`, which the source does not have or which
    cannot be looked up there. `note` says in a sentence what is missing."""

    source: Source
    proof: Proof
    note: str
    parts: tuple[Part, ...]
    alone: bool = False

    @property
    def title(self) -> str:
        return opening.title_of(self.source.card)


@dataclass(frozen=True, slots=True)
class Stop:
    """A passage: `spans` of the canonical text, ascending, that `page` shows."""

    page: Page
    spans: tuple[Span, ...]

    @property
    def words(self) -> str:
        """What stands there, “…” where something between is left out."""
        parts = self.page.parts
        texts = [
            part.text[first:last]
            for start, end in self.spans
            for part in parts
            if part.start >= 0
            for first, last in opening.within(
                [(start, end)], part.start, part.start + len(part.text)
            )
        ]
        return " … ".join(texts)

    def among(self, quoted: QuotedSource) -> tuple[int, ...]:
        """The indices of the passages of this source that have words in common with it."""
        spans = self.spans
        if self.page.alone:
            start = quoted.texts.get(self.words, -1)
            spans = ((start, start + len(self.words)),) if start >= 0 else ()
        return tuple(
            at
            for at, passage in enumerate(quoted.passages)
            if any(start < passage.end and passage.start < end for start, end in spans)
        )


def stops_of(bank: Bank, passages: Iterable[Quoted], shelf: Shelf) -> tuple[Stop, ...]:
    """The passages in the feedback on an item of `bank`, in the order in which it gives them."""
    pages: dict[str, Page] = {}
    stops = []
    for quoted in passages:
        if quoted.start < 0:
            source = source_of(bank, quoted.source, shelf)
            parts, note = opening.alone(quoted)
            page = Page(source, Proof.ABSENT, note, parts, alone=True)
            stops.append(Stop(page, quoted.marks or ((0, len(quoted.text)),)))
            continue
        if quoted.source not in pages:
            pages[quoted.source] = page_of(source_of(bank, quoted.source, shelf))
        stops.append(Stop(pages[quoted.source], opening.spans_of(quoted)))
    return tuple(stops)


def by_place(stops: Sequence[Stop]) -> tuple[Stop, ...]:
    """The same stops as they stand on their pages; the pages in the order in which they are met."""
    pages = list(dict.fromkeys(stop.page for stop in stops))
    return tuple(sorted(stops, key=lambda stop: (pages.index(stop.page), stop.spans)))


def stop_at(bank: Bank, source_id: str, start: int, end: int, shelf: Shelf) -> Stop:
    """The passage `[start:end]` of a source of `bank` that is at hand."""
    return Stop(page_of(source_of(bank, source_id, shelf)), ((start, end),))


def stop_alone(
    bank: Bank, source_id: str, items: Collection[str], words: str, shelf: Shelf
) -> Stop:
    """What `items` of `bank` quote from a source that does not have it, or is not at hand: the
    quotation that holds most of `words`."""
    texts = [
        evidence.selector.exact
        for item in bank.items
        if item.id in items
        for evidence in item.evidence
        if evidence.source == source_id
    ]
    source = source_of(bank, source_id, shelf)
    wanted = set(words.split())
    text = max(texts, key=lambda text: len(wanted & set(text.split())), default=words)
    page = Page(source, Proof.ABSENT, _NOT_THERE, opening.quotations([text]), alone=True)
    return Stop(page, ((0, len(text)),))


_NOT_THERE = "This is the quotation as the bank has it."


def all_stops(quoted: QuotedSource, page: Page | None = None) -> tuple[Stop, ...]:
    """Every passage that is quoted of a source, on `page` where that has them all."""
    if page is None or page.alone:
        page = page_of(quoted.source, tuple(quoted.texts))
    return tuple(Stop(page, ((one.start, one.end),)) for one in quoted.passages)


def page_of(source: Source, texts: Sequence[str] = ()) -> Page:
    """A source as a page; where it is not at hand, `texts` quoted from it stand alone."""
    parts, note = opening.whole(source)
    if not parts:
        parts = opening.quotations(texts)
        note = "The source is not at hand: these are the quotations as the banks have them."
    return Page(source, source.proof, note, parts)
