"""In which order did these become law?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from civicsquiz.bank.items import Order
from civicsquiz.bank.models import Evidence, Role
from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.dates import kind_of
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.items import building
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.language.names import NameKind
from civicsquiz.draft.table import Entry, table

RULE = "law-order@1"
_APART = 3
"""Years between two laws that are to be put into order, at least."""
_MOST = 4
_DATED = re.compile(r",? (?:of |\()?\d{4}\)?$")
_STEMS = {
    NameKind.STATUTE: "In which order did these laws become law, the earliest first?",
    NameKind.AMENDMENT: "In which order were these amendments ratified, the earliest first?",
}
_MIXED = "In which order did these laws and documents come into being, the earliest first?"


def gather(facts: Sequence[Fact], article: Article) -> Iterator[Candidate]:
    """The laws of an article in the order of time. Not amendments alone: their numbers tell it."""
    dated: dict[str, Fact] = {}
    busy = {fact.sentence for fact in facts if fact.frame is Frame.PROVISION}
    for fact in facts:
        entry = _entry(fact) if fact.frame is Frame.DATE else None
        if entry and (entry.name not in dated or _better(fact, dated[entry.name], busy)):
            dated[entry.name] = fact
    chosen: list[Fact] = []
    for fact in sorted(dated.values(), key=lambda one: (int(one["year"]), one["what"])):
        amended = kind_of(fact) is NameKind.AMENDMENT and any(
            kind_of(one) is NameKind.AMENDMENT for one in chosen
        )
        if not amended and (not chosen or int(fact["year"]) - int(chosen[-1]["year"]) >= _APART):
            chosen.append(fact)
    if len(chosen) >= 3:
        yield _order(chosen[:_MOST], article, busy)


def _entry(fact: Fact) -> Entry | None:
    known = table()
    kind = kind_of(fact)
    find = {NameKind.AMENDMENT: known.amendment, NameKind.STATUTE: known.statute}.get(
        kind, known.document
    )
    return find(fact["what"])


def _better(one: Fact, other: Fact, busy: set[int]) -> bool:
    """Whether a fact has the fuller name, or the same in a sentence that no other question is of."""
    mine, theirs = shown(one), shown(other)
    if mine.isupper() != theirs.isupper():
        return theirs.isupper()
    return one.sentence not in busy and other.sentence in busy


def shown(fact: Fact) -> str:
    """A law without its year, which would tell the order."""
    return _DATED.sub("", fact["what"])


def _order(chosen: list[Fact], article: Article, busy: set[int]) -> Candidate:
    kinds = {kind_of(fact) for fact in chosen}
    stem = _STEMS[NameKind.STATUTE] if kinds == {NameKind.STATUTE} else _MIXED
    first, last = chosen[0], chosen[-1]
    apart = int(last["year"]) - int(first["year"])
    values: dict[str, Any] = building.common(
        first, article, RULE, stem, f"From the first of these to the last it was {apart} years."
    )
    evidence = tuple(
        Evidence(
            article.card.id,
            building.selector(article, fact.start, fact.end),
            Role.PROVES,
            (shown(fact),),
        )
        for fact in chosen
    )
    years = "; ".join(f"the {shown(fact)} in {fact['year']}" for fact in chosen)
    values |= {"evidence": evidence, "because": f"{building.capitalised(years)}."}
    item = Order(entries=tuple(building.option(shown(fact)) for fact in chosen), **values)
    free = sorted(chosen, key=lambda fact: (fact.sentence in busy, fact.start))
    return Candidate(item, tuple(free), RULE, 0.75, {"dates": "law"})
