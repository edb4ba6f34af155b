"""Evidence as it is shown: each passage with its proving words, its citation and how sure it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary, ref

from civicsquiz.bank.models import Bank, Evidence, Role
from civicsquiz.source.card import citation
from civicsquiz.source.document import Kind
from civicsquiz.source.selector import Ambiguous
from civicsquiz.source.shelf import Placed, Shelf, Source
from civicsquiz.study.question import Question

NOT_FOUND = "not found in the source"
"""What `Quoted.proof` says of words that a source at hand does not have."""

_ORDER = (Role.PROVES, Role.DIFFERS, Role.CONTEXT, Role.LAW)
"""The roles of what is shown. A candidate is an option, and shown as one."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A passage, word for word.

    `marks` are the spans of `text` (offsets, end exclusive, ascending) that are quoted as evidence;
    none for context. `citation` says in words who, where and what kind of source. `proof` is empty
    where the source holds the words, else it says what is uncertain. `source` is the bank's id for
    the source; `start` to `end` are the marked words, first to last, in its canonical text, and
    both are -1 where they were not found. `parts` are those parts of a many-part key that it
    proves, `plain` what it says in plain words, ours; either may be empty.
    """

    text: str
    marks: tuple[tuple[int, int], ...]
    citation: str
    role: Role
    proof: str
    source: str
    start: int
    end: int
    parts: tuple[str, ...] = ()
    plain: str = ""


_Found = tuple[Evidence, Source, Placed]


def source_of(bank: Bank, source_id: str, shelf: Shelf) -> Source:
    """A source of `bank` as it is at hand, recognised by everything the bank quotes from it."""
    known = _known.setdefault(shelf, {})
    if found := known.get((id(bank), source_id)):
        of, source = found
        if of() is bank:
            return source
    selectors = [
        evidence.selector
        for item in bank.items
        for evidence in item.evidence
        if evidence.source == source_id
    ]
    source = shelf.source(bank.cards[source_id], selectors)
    known[id(bank), source_id] = ref(bank), source
    return source


_known: WeakKeyDictionary[Shelf, dict[tuple[int, str], tuple[ref[Bank], Source]]]
_known = WeakKeyDictionary()
"""The sources that a shelf has been asked for, by bank: ten thousand quotations take long to gather
and to compare, and every passage asks."""


def passages_of(question: Question, shelf: Shelf) -> tuple[Quoted, ...]:
    """The evidence for a question: what proves, then what differs, then context.

    Quotations of one role whose surroundings touch in the source become one passage with several
    marks. Context that a passage shows already is left out.
    """
    shown: list[Quoted] = []
    for role in _ORDER:
        placed: list[_Found] = []
        for evidence in question.item.evidence_in(role):
            source = source_of(question.bank, evidence.source, shelf)
            found = source.find(evidence.selector)
            if isinstance(found, Placed):
                placed.append((evidence, source, found))
            else:
                proof = "not checked here" if found is None else NOT_FOUND
                if isinstance(found, Ambiguous):
                    proof = "stands in several places of the source"
                shown.append(_unplaced(evidence, source, proof))
        for quoted in _merged(placed, role):
            if role is not Role.CONTEXT or not any(_shows(other, quoted) for other in shown):
                shown.append(quoted)
    return tuple(sorted(shown, key=lambda quoted: _ORDER.index(quoted.role)))


def _unplaced(evidence: Evidence, source: Source, proof: str) -> Quoted:
    """The bank's own quotation, where the source cannot be asked or does not have it."""
    text = evidence.selector.exact
    marks = () if evidence.role is Role.CONTEXT else ((0, len(text)),)
    return Quoted(
        text, marks, _cited(source), evidence.role, proof, evidence.source, -1, -1,
        evidence.parts, evidence.plain,
    )  # fmt: skip


def _merged(placed: list[_Found], role: Role) -> Iterator[Quoted]:
    """Passages in the order in which the item names them; those that overlap as one."""
    groups: list[list[_Found]] = []
    for one in placed:
        for group in groups:
            if any(_overlap(one, other) for other in group):
                group.append(one)
                break
        else:
            groups.append([one])
    for group in groups:
        ordered = sorted((found for *_, found in group), key=lambda found: found.context_start)
        text, start = "", ordered[0].context_start
        for found in ordered:
            text += found.context[max(0, start + len(text) - found.context_start) :]
        marks = _joined((found.start - start, found.end - start) for found in ordered)
        first, source, _ = group[0]
        parts = dict.fromkeys(part for evidence, *_ in group for part in evidence.parts)
        plain = dict.fromkeys(evidence.plain for evidence, *_ in group if evidence.plain)
        yield Quoted(
            text, () if role is Role.CONTEXT else marks, _cited(source, ordered[0]), role, "",
            first.source, start + marks[0][0], start + marks[-1][1], tuple(parts), " ".join(plain),
        )  # fmt: skip


def _overlap(one: _Found, other: _Found) -> bool:
    if one[0].source != other[0].source:
        return False
    a, b = one[2], other[2]
    return a.context_start < b.context_start + len(
        b.context
    ) and b.context_start < a.context_start + len(a.context)


def _joined(spans: Iterator[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Spans in ascending order, those that overlap or touch as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def _shows(other: Quoted, quoted: Quoted) -> bool:
    """Whether `other` already shows the words of `quoted`."""
    if other.source != quoted.source or other.start < 0 or not other.marks:
        return False
    begin = other.start - other.marks[0][0]
    return begin <= quoted.start and quoted.end <= begin + len(other.text)


def _cited(source: Source, placed: Placed | None = None) -> str:
    if placed and placed.citation:
        return placed.citation
    place = ""
    if placed and placed.paragraph:
        place = f"paragraph {placed.paragraph}"
    elif placed and placed.kind not in (None, Kind.BODY):
        place = f"{placed.kind}"
    cited = citation(source.card, place)
    return f"{cited} · {source.card.genre}" if source.card.genre else cited
