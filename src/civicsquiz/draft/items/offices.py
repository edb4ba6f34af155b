"""Which office did they hold? Who held which?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from civicsquiz.bank.items import Match
from civicsquiz.draft.article import Article
from civicsquiz.draft.facts import offices
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.items import building
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.table import Entry, table

RULE = "office-held@1"
MATCH = "match-offices@1"

_SMALL = frozenset({"of", "the", "and", "at", "pro"})
_FALLBACK = ("Speaker of the House", "Secretary of State", "Attorney General", "Chief Justice")
_NOT_ASKED = frozenset({"president", "senator", "whip"})
"""Families of office of which one person's is no question: everybody knows it, or many hold it."""


def realise(fact: Fact, article: Article) -> Iterator[Candidate]:
    """A choice: the office of a person."""
    if fact.frame is not Frame.OFFICE:
        return
    person, office = fact["person"], fact["office"]
    entry = _entry(office)
    if entry is None or offices.family_of(office) in _NOT_ASKED or _held(article, person) != {office}:
        return
    distractors = [(cased(other.name), _does(other)) for other in _siblings(entry)][:3]
    called = article.called
    stem = f"Which office does {called} name as that of {person}?"
    rationale = f"{person} is introduced as {fact['title']} there; the {_lowered(entry.name)} {entry.about}."
    values = building.common(fact, article, RULE, stem, rationale)
    yield Candidate(
        building.choice(values, office, distractors), (fact,), RULE, 0.45,
        {"person": person, "title": fact["title"]},
    )  # fmt: skip


def gather(facts: Sequence[Fact], article: Article) -> Iterator[Candidate]:
    """A match of three or four people with their offices, one office to spare."""
    picked: list[Fact] = []
    for fact in facts:
        if fact.frame is not Frame.OFFICE or fact.source != article.card.id:
            continue
        others = {one["office"] for one in picked}
        if _held(article, fact["person"]) == {fact["office"]} and fact["office"] not in others:
            if _sole(article, fact) and fact["person"] not in {one["person"] for one in picked}:
                picked.append(fact)
    picked = picked[:4]
    if len(picked) < 3 or all(offices.family_of(fact["office"]) == "president" for fact in picked):
        return
    entry = next((found for fact in picked if (found := _entry(fact["office"]))), None)
    taken = {fact["office"] for fact in facts if fact.frame is Frame.OFFICE}
    spare = [one for one in _siblings(entry) if cased(one.name) not in taken] if entry else []
    if not spare:
        return
    yield _match(picked, spare[0], article)


def _match(picked: Sequence[Fact], spare: Entry, article: Article) -> Candidate:
    first = picked[0]
    called = article.called
    stem = f"Which office does {called} give to each of these people?"
    rationale = "An office is held for a time: these are the offices that the article names."
    values = building.common(first, article, MATCH, stem, rationale)
    spans: dict[tuple[int, int], list[str]] = {}
    for fact in picked:
        spans.setdefault((fact.start, fact.end), []).append(fact["person"])
    values["evidence"] = tuple(
        replace(building.evidence(article, *span), parts=tuple(names)) for span, names in spans.items()
    )
    pairs = tuple((building.option(fact["person"]), building.option(fact["office"])) for fact in picked)
    extra = (building.option(cased(spare.name), _does(spare)),)
    return Candidate(Match(pairs=pairs, distractors=extra, **values), tuple(picked), MATCH, 0.6)


def _held(article: Article, person: str) -> set[str]:
    return {fact["office"] for fact in offices.extract(article) if fact["person"] == person}


def _sole(article: Article, fact: Fact) -> bool:
    """Whether the article names nobody else for an office."""
    return not any(
        one["office"] == fact["office"] and one["person"] != fact["person"]
        for one in offices.extract(article)
    )


def _entry(office: str) -> Entry | None:
    return table().office(office)


def _siblings(entry: Entry) -> list[Entry]:
    """Offices that one person does not hold together with this one, the nearest first."""
    found = list(table().siblings(entry, 3))
    for name in _FALLBACK:
        other = _entry(name)
        if other and other is not entry and other not in found and len(found) < 2:
            found.append(other)
    return found


def cased(name: str) -> str:
    """The name of an office as a title: “Secretary of State”."""
    return " ".join(
        word if word in _SMALL or not word[0].islower() else word[0].upper() + word[1:]
        for word in name.split()
    )


def _lowered(name: str) -> str:
    return name


def _does(entry: Entry) -> str:
    return f"The {entry.name} {entry.about}."
