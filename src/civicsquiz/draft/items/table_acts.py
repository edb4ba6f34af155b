"""Who signed the law, named the justice, issued the order, wrote the text?"""

from __future__ import annotations

from collections.abc import Iterator

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.facts.table_acts import in_office
from civicsquiz.draft.items import building
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.table import Person, table

SIGNED, WROTE = "who-signed@1", "who-wrote@1"
_STEMS = {
    "signed": "Which president signed {the}{what} into law?",
    "nominated": "Which president nominated {what} to the Supreme Court?",
    "issued": "Which president of the United States issued {the}{what}?",
    "wrote": "Which of these people is the author of {the}{what}?",
}
_MOST = 3
_BARE = ("Federalist", "Common", "Executive", "Washington’s", "Letter", "Brutus")
"""Beginnings of names that have no “the”."""


def realise(fact: Fact, article: Article) -> Iterator[Candidate]:
    """A choice among presidents of other years, or among other authors of the time."""
    if fact.frame is not Frame.KNOWN or not fact["act"]:
        return
    act, what = fact["act"], fact["what"]
    who = table().person(fact["who"])
    if who is None:
        return
    the = "" if act == "nominated" or what.startswith((*_BARE, "The ")) else "the "
    stem = _STEMS[act].format(the=the, what=what)
    text = article.sentences[fact.sentence].text
    apart = [one for one in _others(who, act, fact) if one.name.split()[-1] not in text][:_MOST]
    if len(apart) < 2:
        return
    rule = WROTE if act == "wrote" else SIGNED
    values = building.common(fact, article, rule, stem, f"{who.name} was {who.about}.")
    short = fact.slot("who")
    named = article.document.text[short.start : short.end]
    spelt = set(text.replace(",", " ").replace("’s", " ").split())
    if named != who.name and not set(who.name.split()) <= spelt:
        values["because"] = f"{named} is {who.name}."
    item = building.choice(values, who.name, [(one.name, _why(one)) for one in apart])
    claims = {"act": act, "person": named, "thing": fact["form"]}
    yield Candidate(item, (fact,), rule, 0.8, claims)


def _others(who: Person, act: str, fact: Fact) -> Iterator[Person]:
    year = _year(act, fact["what"])
    role = "president" if act != "wrote" else ""
    for one in table().siblings(who, 20, role=role):
        if act == "wrote" or (year and not in_office(one, year)):
            yield one


def _year(act: str, what: str) -> int:
    known = table()
    if act == "nominated":
        justice = known.person(what)
        return int(justice.bench[:4]) if justice else 0
    entry = known.statute(what) if act == "signed" else known.document(what)
    return (entry.year or 0) if entry else 0


def _why(one: Person) -> str:
    if one.presidency:
        return f"{one.name} was president in other years ({one.presidency})."
    return f"{one.name} was {one.about}." if one.about else f"It was not {one.name}."
