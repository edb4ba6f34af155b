"""Which case was it, and when was it decided?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from civicsquiz.bank.items import Order
from civicsquiz.bank.models import Evidence, Role
from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.items import building
from civicsquiz.draft.items.balance import balanced
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.language import verbs
from civicsquiz.draft.language.names import NameKind
from civicsquiz.draft.table import Case, table

WHICH, FACTS, YEAR, ORDER = "case-which@3", "case-facts@1", "case-year@1", "case-order@1"
_BESIDE = {
    "suspects": frozenset({"search", "trials"}),
    "campaign money": frozenset({"voting"}),
}
"""Matters of few cases, and those next to them."""
_CONSIDERED = 12
_APART = 4
"""Years between two cases that are to be put into order, at least."""


def realise(fact: Fact, article: Article) -> Iterator[Candidate]:
    """In which case a thing was decided."""
    if fact.frame is not Frame.CASE:
        return
    known = table().case(fact["case"])
    if known is None:
        return
    if fact["decided"]:
        yield from _which(fact, article, known)


def _near(fact: Fact, article: Article) -> set[str]:
    sentence = article.sentences[fact.sentence]
    return {name.key for name in article.named(sentence) if name.kind is NameKind.CASE}


def known_as(fact: Fact) -> Case | None:
    """The case of a fact as the civics table knows it."""
    return table().case(fact["case"])


def others(fact: Fact, article: Article, known: Case) -> Iterator[Case]:
    """Other cases of the same matter, the ones nearest in time first; then of a matter next to it."""
    near = _near(fact, article)
    beside = _BESIDE.get(known.kind, frozenset())
    possible = [
        other
        for other in table().siblings(known, 400)
        if other.name not in near and other.about and other.kind in beside | {known.kind}
    ]
    yield from sorted(possible, key=lambda other: other.kind != known.kind)[:_CONSIDERED]


def about(case: Case) -> str:
    """What a case is about, in a sentence."""
    return f"{case.name} ({case.year}) is about {case.about}."


def _which(fact: Fact, article: Article, known: Case) -> Iterator[Candidate]:
    stem = stem_of(fact)
    apart = balanced(fact["case"], list(others(fact, article, known)), lambda one: one.name)
    rationale = f"{fact['case']}{f' ({known.year})' if known.year else ''} is about {known.about}."
    rule, relevance = (FACTS, 0.8) if fact["shape"] == "facts" else (WHICH, 0.95)
    values = building.common(fact, article, rule, stem, rationale)
    item = building.choice(values, fact["case"], [(other.name, about(other)) for other in apart])
    yield Candidate(
        item, (fact,), rule, relevance, {"case": fact["case"], "decided": fact["decided"]}
    )


def stem_of(fact: Fact) -> str:
    """The question for the case in which a thing was decided: where more than one verb would have to
    be put into another form, the clause is kept as it is."""
    decided, shape = fact["decided"].rstrip(".").replace(".”", "”"), fact["shape"]
    if shape in ("case", "decision"):
        asked = "Supreme Court case" if shape == "case" else "Supreme Court decision"
        return f"Which {asked} {decided}?"
    if shape == "facts":
        return f"Which is the Supreme Court case in which {decided}?"
    who = "the Supreme Court" if fact["who"] == "court" else fact["who"]
    adverb = f"{fact['adverb']} " if fact["adverb"] in ("unanimously", "narrowly") else ""
    if _several(decided):
        past = verbs.form(fact["verb"])
        return (
            f"Which is the case in which {who} {adverb}{past.verb.past if past else ''} {decided}?"
        )
    return f"In which case did {who} {adverb}{fact['verb']} {decided}?"


def _several(decided: str) -> bool:
    """Whether a further verb in the past goes with the same subject."""
    return any(
        (form := verbs.form(found[1])) is not None and "past" in form.kinds
        for found in re.finditer(
            r"(?:,| and|, and|, but) (?:\w+ly )?([a-z]+)", decided.partition(" that ")[0]
        )
    ) and not decided.startswith("that ")


def _when(fact: Fact, article: Article, known: Case) -> Iterator[Candidate]:
    stem = f"In which year did the Supreme Court decide {fact['case']}?"
    year = int(fact["year"])
    years: dict[int, Case] = {}
    for other in table().siblings(known, 30):
        if other.year and 3 <= abs(other.year - year) <= 40:
            years.setdefault(other.year, other)
    chosen = sorted(list(years.items())[:3])
    distractors = [
        (str(when), f"In {when} the Supreme Court decided {other.name.rstrip('.')}.")
        for when, other in chosen
    ]
    rationale = f"{fact['case']} is about {known.about}."
    values = building.common(fact, article, YEAR, stem, rationale)
    item = building.choice(values, fact["year"], distractors)
    yield Candidate(item, (fact,), YEAR, 0.55, {"case": fact["case"], "year": fact["year"]})


def gather(facts: Sequence[Fact], article: Article) -> Iterator[Candidate]:
    """The cases of an article in the order in which they were decided; and when the best known one
    was that nothing else is asked about."""
    yield from _dated(facts, article)
    dated: dict[str, Fact] = {}
    for fact in facts:
        known = table().case(fact["case"]) if fact.frame is Frame.CASE and fact["year"] else None
        if known:
            dated.setdefault(known.name, fact)
    chosen: list[Fact] = []
    for fact in sorted(dated.values(), key=lambda one: (int(one["year"]), one["case"])):
        if not chosen or int(fact["year"]) - int(chosen[-1]["year"]) >= _APART:
            chosen.append(fact)
    chosen = _of_one_matter(chosen)
    if len(chosen) < 3:
        return
    chosen = _spread(chosen, 4)
    years = ", ".join(f"{fact['case']} in {fact['year']}" for fact in chosen)
    stem = "In which order did the Supreme Court decide these cases, the earliest first?"
    first, last = chosen[0], chosen[-1]
    apart = int(last["year"]) - int(first["year"])
    rationale = f"From the first of these decisions to the last it was {apart} years."
    values: dict[str, Any] = building.common(first, article, ORDER, stem, rationale)
    evidence = tuple(
        Evidence(
            article.card.id,
            building.selector(article, fact.start, fact.end),
            Role.PROVES,
            (fact["case"],),
        )
        for fact in chosen
    )
    values |= {"evidence": evidence, "because": f"{years}."}
    item = Order(entries=tuple(building.option(fact["case"]) for fact in chosen), **values)
    yield Candidate(item, tuple(chosen), ORDER, 0.8)


def _dated(facts: Sequence[Fact], article: Article) -> Iterator[Candidate]:
    told = {
        table().case(fact["case"]) for fact in facts if fact.frame is Frame.CASE and fact["decided"]
    }
    mentions = Counter(name.text for _, name in article.names.all() if name.kind is NameKind.CASE)
    known = [
        (fact, case)
        for fact in facts
        if fact.frame is Frame.CASE and fact["year"] and not fact["decided"]
        and (case := table().case(fact["case"])) is not None and case.short and case not in told
    ]  # fmt: skip
    known.sort(key=lambda pair: (-mentions[pair[0]["case"]], pair[0].start))
    for fact, case in known[:1]:
        yield from _when(fact, article, case)


def _of_one_matter(facts: Sequence[Fact]) -> list[Fact]:
    """The cases of the matter that most of them are of: the years of unrelated ones teach nothing."""
    matters: dict[str, list[Fact]] = {}
    for fact in facts:
        if known := table().case(fact["case"]):
            matters.setdefault(known.kind, []).append(fact)
    return max(matters.values(), key=len, default=[])


def _spread(facts: Sequence[Fact], most: int) -> list[Fact]:
    """At most so many, spread over all."""
    if len(facts) <= most:
        return list(facts)
    return [facts[round(at * (len(facts) - 1) / (most - 1))] for at in range(most)]
