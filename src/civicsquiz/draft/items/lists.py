"""Which three are they? Out of closed lists, with things of the same kind that are not in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from civicsquiz.bank.check.words import content_words
from civicsquiz.bank.items import Multiple
from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.facts.lists import form_of
from civicsquiz.draft.items import building
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.table import table
from civicsquiz.draft.table.entries import Entry

RULE = "list@1"
_FAMILIES = (
    "term",
    "right",
    "body",
    "office",
    "clause",
    "amendment",
    "statute",
    "document",
    "state",
    "country",
)


def gather(facts: Sequence[Fact], article: Article) -> Iterator[Candidate]:
    """A question with several answers for each list that has two others beside it."""
    lists = [fact for fact in facts if fact.frame is Frame.LIST]
    for fact in lists:
        parts = parts_of(fact)
        wrong = _known(parts, fact["lead"]) or _elsewhere(fact, parts, lists)
        if len(wrong) < 2:
            continue
        yield _item(fact, article, parts, wrong[:3])


def parts_of(fact: Fact) -> list[str]:
    return [slot.text for slot in fact.slots if slot.name.startswith("part-")]


def _known(parts: Sequence[str], lead: str) -> list[tuple[str, str]]:
    """Siblings of the parts in the civics table, where it knows every part in one family."""
    for family in _FAMILIES:
        entries = [entry for part in parts if (entry := _entry(family, part)) is not None]
        if len(entries) == len(parts):
            return list(_siblings(entries, lead))
    return []


def _entry(family: str, part: str) -> Entry | None:
    found: Entry | None = getattr(table(), family)(part)
    return found


def _siblings(entries: Sequence[Entry], lead: str) -> Iterator[tuple[str, str]]:
    apart = frozenset().union(*(entry.apart for entry in entries))
    for sibling in table().siblings(entries[0], 12):
        if sibling in entries or not sibling.apart.isdisjoint(apart):
            continue
        if (
            any(entry.kind != sibling.kind for entry in entries)
            or sibling.name.lower() in lead.lower()
        ):
            continue
        why = f"The article does not count it: “{sibling.name}” means {sibling.about}." if sibling.family == "term" and sibling.about else (
            f"The article does not count {sibling.name} among them."
        )  # fmt: skip
        yield building.capitalised(sibling.name), why


def _elsewhere(fact: Fact, parts: Sequence[str], lists: Sequence[Fact]) -> list[tuple[str, str]]:
    """Parts of another list of the article, of the same form, that share no word with these."""
    words = {word for part in parts for word in content_words(part)}
    found = []
    for other in lists:
        if other is fact:
            continue
        found += [
            (building.capitalised(part), f"The article lists it elsewhere: {other['lead']}.")
            for part in parts_of(other)
            if form_of(part) == form_of(parts[0]) and words.isdisjoint(content_words(part))
        ]
    return found


def _item(
    fact: Fact, article: Article, parts: Sequence[str], wrong: Sequence[tuple[str, str]]
) -> Candidate:
    stem = f"{fact['lead']}. Which {fact['count']}?"
    rationale = f"The article names just {fact['count']}, and names them in one sentence."
    values = building.common(fact, article, RULE, stem, rationale)
    item = Multiple(
        keys=tuple(building.option(building.capitalised(part)) for part in parts),
        distractors=tuple(building.option(*one) for one in wrong),
        **values,
    )
    return Candidate(item, (fact,), RULE, 0.6, {"lead": fact["lead"]})
