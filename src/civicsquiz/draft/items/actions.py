"""Who did it? Which body did it?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.facts.predicates import asked as asking
from civicsquiz.draft.gate.table import in_office
from civicsquiz.draft.items import building
from civicsquiz.draft.items.bodies import other_bodies
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.items.people import alike, described, introduced, others
from civicsquiz.draft.language.names import NameKind
from civicsquiz.draft.relevance import relevance
from civicsquiz.draft.table import Person, table

RULE = "who-did@2"
_WORTH = 0.45
_MOST = 3
_TRIVIA = re.compile(
    r"\b(?:social media|Facebook|Twitter|Instagram|tweet\w*|hashtags?|dress\w*|wore|jok\w+|golf|phone|dinner|book)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(1[789]\d\d|20\d\d)\b")

_ASKED = {
    NameKind.PERSON: "who",
    NameKind.COURT: "which court",
    NameKind.LEGISLATURE: "which body",
    NameKind.COMMITTEE: "which committee",
    NameKind.AGENCY: "which agency",
    NameKind.ORGANIZATION: "which organization",
    NameKind.PARTY: "which party",
    NameKind.STATE: "which state",
    NameKind.COUNTRY: "which country",
}


def realise(fact: Fact, article: Article) -> Iterator[Candidate]:
    """A choice: of whom or what the predicate is said."""
    if fact.frame is not Frame.ACTION or fact["kind"] == "office":
        return
    kind, subject, predicate = NameKind(fact["kind"]), fact["subject"], fact["predicate"]
    value = relevance(predicate)
    if value < _WORTH or _TRIVIA.search(predicate):
        return
    asked, when = _ASKED[kind], fact["when"]
    stem = (
        f"{when}, {asked} {asking(predicate)}?"
        if when
        else f"{building.capitalised(asked)} {asking(predicate)}?"
    )
    sentence = article.sentences[fact.sentence]
    near = {name.key for name in article.named(sentence)}
    if kind is NameKind.PERSON:
        key, distractors = subject, _people(article, subject, near, fact)
        told = (
            f"{building.capitalised(article.called)} tells this of {described(article, subject)}."
        )
    else:
        key, distractors = other_bodies(article, kind, subject, near)
        told = f"{building.capitalised(article.called)} tells this of the {key}."
    if not key or len(distractors) < 2:
        return
    values = building.common(fact, article, RULE, stem, told)
    yield Candidate(
        building.choice(values, key, distractors), (fact,), RULE, 0.25 + value / 3,
        {"subject": subject, "predicate": predicate},
    )  # fmt: skip


def _people(article: Article, key: str, near: set[str], fact: Fact) -> list[tuple[str, str]]:
    """Presidents of other years for what a president did in a year; else who is named with an office."""
    said, text = f"{fact['when']} {fact['predicate']}", article.sentences[fact.sentence].text
    known, years = table().person(key), _YEAR.findall(said)
    if (
        isinstance(known, Person)
        and known.presidency
        and len(years) == 1
        and in_office(known, int(years[0]))
    ):
        return [
            (one.name, f"{one.name} was president in other years ({one.presidency}).")
            for one in table().siblings(known, 8, role="president")
            if not in_office(one, int(years[0])) and one.name.split()[-1] not in text
        ][:_MOST]
    called = building.capitalised(article.called)
    found = []
    for name in others(article, key, near, 99):
        if name.split()[-1] in text or alike(article, name, said):
            continue
        who = introduced(article, name)
        if who != name:  # somebody of whom nothing is told tells nothing
            found.append((name, f"{called} names {who}, but tells this of somebody else."))
    return found[:_MOST]
