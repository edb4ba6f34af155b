"""Which office did they hold? Who held which?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from civicsquiz.bank.items import Match
from civicsquiz.draft.article import Article
from civicsquiz.draft.facts import offices
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.items import building
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.items.people import held
from civicsquiz.draft.items.rivals import long_ago
from civicsquiz.draft.table import Entry, table

RULE = "office-held@1"
MATCH = "match-offices@1"

_SMALL = frozenset({"of", "the", "and", "at", "pro"})
_FALLBACK = (
    "Speaker of the House",
    "Secretary of Defense",
    "Secretary of the Treasury",
    "Chief Justice",
)
_NOT_ASKED = frozenset({"president", "senator", "whip", "chief justice", "chancellor"})
"""Families of office of which one person's is no question: everybody knows it, or many hold it."""
_ALSO_HELD = {
    "vice president": ("president",),
    "speaker": ("House majority leader", "House minority leader", "majority whip", "minority whip"),
    "governor": ("lieutenant governor", "state attorney general"),
    "mayor": ("county executive",),
}
"""Offices that are often held before or after one, so that they might be right at another time."""


def realise(fact: Fact, article: Article) -> Iterator[Candidate]:
    """A choice: the office of a person."""
    if fact.frame is not Frame.OFFICE:
        return
    person, office = fact["person"], fact["office"]
    entry = _entry(office)
    if (
        entry is None
        or offices.family_of(office) in _NOT_ASKED
        or _held(article, person) != {office}
        or not _speaks_again(article, person)
    ):
        return
    distractors = [(cased(other.name), _does(other)) for other in _siblings(entry, office)][:3]
    if len(distractors) < 2:
        return
    stem = f"According to {article.called}, which office did {person} hold?"
    rationale = f"The {entry.name} {entry.about}."
    values = building.common(fact, article, RULE, stem, rationale)
    yield Candidate(
        building.choice(values, shown(fact), distractors), (fact,), RULE, 0.35,
        {"person": person, "title": fact["title"]},
    )  # fmt: skip


def gather(facts: Sequence[Fact], article: Article) -> Iterator[Candidate]:
    """A match of three or four people with their offices, one office to spare."""
    picked: list[Fact] = []
    for fact in facts:
        if fact.frame is not Frame.OFFICE or fact.source != article.card.id:
            continue
        others = {one["office"] for one in picked}
        if _held(article, fact["person"]) != {fact["office"]} or fact["office"] in others:
            continue
        if _sole(article, fact) and fact["person"] not in {one["person"] for one in picked}:
            picked.append(fact)
    picked.sort(key=lambda fact: fact.slot("person").start)
    picked = [
        fact for fact in picked if shown(fact) != "President" and not long_ago(fact["person"])
    ]
    if any(offices.family_of(fact["office"]) == "vice president" for fact in picked):
        picked = [fact for fact in picked if offices.family_of(fact["office"]) != "president"]
    picked = picked[:4]
    if len(picked) < 3 or all(offices.family_of(fact["office"]) == "president" for fact in picked):
        return
    taken = {fact["office"] for fact in held(article)} | {shown(fact) for fact in held(article)}
    spare = [one for name in _SPARE if cased(name) not in taken and (one := _entry(name))]
    if not spare:
        return
    yield _match(picked, spare[0], article)


def _match(picked: Sequence[Fact], spare: Entry, article: Article) -> Candidate:
    first = picked[0]
    stem = f"According to {article.called}, which office did each of these people hold?"
    rationale = (
        "Offices change hands. These are the ones that the people had when this was written of."
    )
    values = building.common(first, article, MATCH, stem, rationale)
    spans: dict[tuple[int, int], list[str]] = {}
    for fact in picked:
        spans.setdefault((fact.start, fact.end), []).append(fact["person"])
    values["evidence"] = tuple(
        replace(building.evidence(article, *span), parts=tuple(names))
        for span, names in spans.items()
    )
    pairs = tuple(
        (building.option(fact["person"]), building.option(shown(fact))) for fact in picked
    )
    extra = (building.option(cased(spare.name), _does(spare)),)
    return Candidate(Match(pairs=pairs, distractors=extra, **values), tuple(picked), MATCH, 0.6)


def shown(fact: Fact) -> str:
    """An office in the article's own words where the usual form has others."""
    title = fact["title"].replace("’", "'")
    mine = {word.lower() for word in title.split()}
    if all(word.lower() in mine or word in _SMALL for word in fact["office"].split()):
        return fact["office"]
    return cased(title)


def _speaks_again(article: Article, person: str) -> bool:
    """Whether two sentences have somebody's last name: who stands in one alone is incidental, or a name
    that a list of links was run into."""
    last = re.compile(rf"\b{re.escape(person.rsplit(maxsplit=1)[-1])}\b")
    return sum(last.search(sentence.text) is not None for sentence in article.sentences) > 1


def _held(article: Article, person: str) -> set[str]:
    return {fact["office"] for fact in held(article) if fact["person"] == person}


def _sole(article: Article, fact: Fact) -> bool:
    """Whether the article names nobody else for an office."""
    return not any(
        one["office"] == fact["office"] and one["person"] != fact["person"] for one in held(article)
    )


def _entry(office: str) -> Entry | None:
    return table().office(office)


_SPARE = ("Secretary of Defense", "Secretary of the Treasury", "Secretary of Education")


def _siblings(entry: Entry, office: str) -> list[Entry]:
    """Offices that one person seldom holds before or after this one, the nearest first."""
    out = _ALSO_HELD.get(offices.family_of(office), ("majority whip", "minority whip"))
    chamber = office.split(maxsplit=1)[0] if "Leader" in office else "-"
    found = [
        one
        for one in table().siblings(entry, 8)
        if one.name not in out and not one.name.startswith(chamber)
    ]
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


def _does(entry: Entry) -> str:
    return f"The {entry.name} {entry.about}."
