"""What a term of the table means, and of what kind of thing."""

from __future__ import annotations

from dataclasses import dataclass

from civicsquiz.bank.check.words import content_words
from civicsquiz.draft.facts import genus, terms
from civicsquiz.draft.facts.fact import Fact
from civicsquiz.draft.table import table
from civicsquiz.draft.table.entries import Term


@dataclass(frozen=True, slots=True)
class Meaning:
    """A term and what it means, in the words of the table or of an article. `one` is the term as it
    is explained: in the singular, where `means` is about one."""

    term: str
    means: str
    one: str


def of_table(term: str, entry: Term) -> Meaning:
    return Meaning(as_many(term, entry), entry.about, entry.name)


_CLASSES = tuple(
    frozenset(line.split())
    for line in (
        "law rule regulation clause provision bill resolution legislation order command directive writ statute",
        "right freedom liberty protection guarantee privilege immunity exemption",
        "power authority responsibility duty obligation",
        "process procedure practice method technique tactic strategy approach transfer removal act action",
        "money payment tax fee fund grant amount sum gap difference spending funding revenue debt loan expenditure budget economy phase period",
        "system government rule regime monarchy ideology ideal theory belief concept principle philosophy doctrine state view",
        "person people official officer member leader representative voter citizen candidate group organization association coalition",
        "crime offense case dispute disagreement lawsuit suit trial conflict hearing charge accusation testimony evidence",
        "good service",
        "meeting election vote ballot gathering assembly contest poll survey",
        "court judge jury agency branch body",
        "agreement treaty pact compact document bond arrangement",
        "attitude feeling trust loyalty attachment participation involvement",
    )
)
PEOPLE = frozenset(
    """person people official officer member leader representative voter citizen candidate lawyer attorney prosecutor judge
    politician lawmaker legislator diplomat clerk employee justice""".split()
)


def one_class(fact: Fact, means: str) -> bool:
    """Whether a meaning is of the kind of thing that a fact defines."""
    if fact["form"] == "when":
        return True
    mine, theirs = genus.head_of(fact["definition"]), genus.head_of(means)
    return bool(mine) and (mine == theirs or any(mine in one and theirs in one for one in _CLASSES))


def as_many(term: str, entry: Term) -> str:
    """A term of the table in the number of `term`, where the table has it so."""
    many = terms.plural(term)
    if many == terms.plural(entry.name):
        return entry.name
    if not many and " " not in entry.name:
        return entry.name  # “sanctions”: one is something else
    same = content_words(entry.name)
    fit = (
        form for form in entry.also if terms.plural(form) == many and content_words(form) == same
    )
    return next(fit, entry.name)


def entry_of(fact: Fact) -> Term | None:
    """The entry of the table for a fact's term. One word may mean several things (a caucus of voters,
    a caucus of members): then the table's meaning must have something in common with the article's."""
    entry = table().term(fact["term"])
    if entry is None or not entry.about:
        return None
    alone = len(fact["term"].split()) == 1
    if alone and not likeness(fact["definition"], entry.about) and not one_class(fact, entry.about):
        return None
    return entry


def likeness(one: str, other: str) -> float:
    """The share of the telling words of the shorter of two meanings that the other has as well."""
    mine, theirs = genus.telling(one), genus.telling(other)
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def differ(one: str, other: str) -> bool:
    """Whether neither of two terms is a part of the other."""
    mine, theirs = set(content_words(one)), set(content_words(other))
    return not (mine <= theirs or theirs <= mine)
