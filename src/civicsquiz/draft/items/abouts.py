"""Which law, case, clause or document is it, in the words of the table of civics?

Asked only of what the article says nothing of that could be asked in its own words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.abouts import telling
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.items import building, cases, provisions
from civicsquiz.draft.items.balance import balanced
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.table import Case, Clause, Document, Entry, Statute, table

RULE = "about@1"
_CONSIDERED = 30


def gather(facts: Sequence[Fact], article: Article) -> Iterator[Candidate]:
    """A choice for each thing that no other fact is about."""
    asked = {
        entry.name
        for fact in facts
        if (entry := _asked(fact)) is not None and (fact["decided"] or fact["predicate"])
    }
    for fact in facts:
        if fact.frame is Frame.KNOWN and fact["about"] and fact["what"] not in asked:
            yield from _of(fact, article)


def _asked(fact: Fact) -> Entry | None:
    if fact.frame is Frame.CASE:
        return cases.known_as(fact)
    return provisions.known_as(fact) if fact.frame is Frame.PROVISION else None


def entry_of(fact: Fact) -> Entry:
    """The thing of the table that a fact is about."""
    return next(one for one in table().entries(fact["family"]) if one.name == fact["what"])


def _of(fact: Fact, article: Article) -> Iterator[Candidate]:
    entry = entry_of(fact)
    text = article.sentences[fact.sentence].text
    line = telling(entry.about)
    apart = [
        other
        for other in table().siblings(entry, _CONSIDERED)
        if other.about
        and other.kind == entry.kind
        and other.name not in text
        and not telling(other.about) & line
        and other.name != "U.S. Constitution"
    ]
    chosen = balanced(entry.name, apart, lambda one: one.name)
    if len(chosen) < 2:
        return
    values = building.common(fact, article, RULE, _stem(entry), _rationale(entry))
    if entry.name.lower() not in fact["form"].lower():
        values["because"] = f"{fact['form']} is {_the(entry.name).rstrip('.')}."
    item = building.choice(values, entry.name, [(one.name, _told(one)) for one in chosen])
    claims = {"about": fact["about"], "thing": fact["form"]}
    yield Candidate(item, (fact,), RULE, 0.6, claims)


def _stem(entry: Entry) -> str:
    if isinstance(entry, Case):
        return f"Which Supreme Court case is about {entry.about}?"
    if isinstance(entry, Statute):
        asked = "Acts" if entry.kind == "British acts" else "law"
        return f"Which {'British law' if asked == 'Acts' else 'law'} dealt with {entry.about}?"
    if isinstance(entry, Clause):
        return f"Which clause of the Constitution {entry.about}?"
    return f"Which of these documents is {entry.about}?"


def _rationale(entry: Entry) -> str:
    year = entry.year if isinstance(entry, Case | Statute | Document) else None
    if isinstance(entry, Clause):
        return (
            f"It stands in {_placed(entry.place)}."
            if entry.place
            else "It is a part of the Constitution."
        )
    if year is None:
        return f"It is {_the(entry.name)}."
    if isinstance(entry, Case):
        return f"It was decided in {year}."
    return f"It dates from {year}."


def _placed(place: str) -> str:
    return f"the {place}" if "Amendment" in place and not place.startswith("the ") else place


def _told(one: Entry) -> str:
    return (
        cases.about(one)
        if isinstance(one, Case) and one.year
        else (
            f"{one.name} is about {one.about}." if isinstance(one, Case) else provisions.told(one)
        )
    )


def _the(name: str) -> str:
    return name if " v. " in name or name.startswith(("Federalist", "Common")) else f"the {name}"
