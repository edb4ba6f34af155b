"""What of its articles a bank asks about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from civicsquiz.bank.models import Bank, Role
from civicsquiz.draft.law import is_of_the_law
from civicsquiz.source.card import Card
from civicsquiz.source.document import Document, Kind
from civicsquiz.source.placing import Placed
from civicsquiz.source.shelf import Shelf

_BEGINNING = 90


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text: its number, how it begins, the ids of the items that rest on it, drafts
    among them, and of those that it only stands `beside`, for context: they test nothing of it."""

    number: int
    beginning: str
    items: tuple[str, ...]
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Covered:
    """One source of a bank. `paragraphs` is None where its article is not at hand; `words` of
    running text and how many of them are `quoted` are then 0. `elsewhere` are the ids of the items
    that quote what is no running text, as it is read or was corrected; nothing is tested by that."""

    card: Card
    paragraphs: tuple[Paragraph, ...] | None = None
    words: int = 0
    quoted: int = 0
    elsewhere: tuple[str, ...] = ()

    @property
    def tested(self) -> int:
        return sum(bool(paragraph.items) for paragraph in self.paragraphs or ())

    @property
    def beside(self) -> int:
        """How many paragraphs stand beside an item, and are not tested by any."""
        return sum(bool(each.beside and not each.items) for each in self.paragraphs or ())

    @property
    def share(self) -> float:
        """The share of the words that is quoted, from 0 to 1."""
        return self.quoted / self.words if self.words else 0.0


def covered(bank: Bank, shelf: Shelf) -> list[Covered]:
    """Every source of a bank, in the order of its file; not the law, which a bank need not cover."""
    found = []
    for card in bank.cards.values():
        quoted = [
            (item.id, evidence)
            for item in bank.items
            for evidence in item.evidence
            if evidence.source == card.id
        ]
        source = shelf.source(card, tuple(evidence.selector for _, evidence in quoted))
        if source.guide is not None and is_of_the_law(source.guide):
            continue
        if source.document is None:
            found.append(Covered(card))
            continue
        spans: list[tuple[int, int]] = []
        resting: defaultdict[int, dict[str, None]] = defaultdict(dict)
        beside: defaultdict[int, dict[str, None]] = defaultdict(dict)
        elsewhere: dict[str, None] = {}
        for name, evidence in quoted:
            placed = source.find(evidence.selector)
            if isinstance(placed, Placed) and placed.kind is Kind.BODY:
                spans.append((placed.start, placed.end))
                of = beside if evidence.role is Role.CONTEXT else resting
                of[placed.paragraph][name] = None
            elif isinstance(placed, Placed):
                elsewhere[name] = None
        covers = _covered(card, source.document, spans, resting, beside)
        found.append(replace(covers, elsewhere=tuple(elsewhere)))
    return found


def _covered(
    card: Card,
    document: Document,
    spans: Sequence[tuple[int, int]],
    resting: dict[int, dict[str, None]],
    beside: dict[int, dict[str, None]],
) -> Covered:
    paragraphs = tuple(
        Paragraph(
            block.paragraph,
            _cut(document.text_of(block)),
            tuple(resting.get(block.paragraph, ())),
            tuple(beside.get(block.paragraph, ())),
        )
        for block in document.blocks
        if block.kind is Kind.BODY
    )
    return Covered(card, paragraphs, document.body_words, _words(document, spans))


def _cut(text: str) -> str:
    """The beginning of a paragraph, to the end of a word."""
    if len(text) <= _BEGINNING:
        return text
    return text[:_BEGINNING].rpartition(" ")[0] + " …"


def _words(document: Document, spans: Sequence[tuple[int, int]]) -> int:
    """The words of a document that one of the spans quotes, each counted once."""
    count, done = 0, 0
    for start, end in sorted(spans):
        first = max(start, done)
        if first < end:
            count += len(document.text[first:end].split())
            done = end
    return count
