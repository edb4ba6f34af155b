"""Which other terms a question about a term can offer: those whose own meaning is known, and another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from civicsquiz.bank.check.words import content_words
from civicsquiz.draft.article import Article
from civicsquiz.draft.facts import genus
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.items.definition_kinds import (
    PEOPLE,
    Meaning,
    differ,
    likeness,
    of_table,
    one_class,
)
from civicsquiz.draft.items.definition_telling import ALIKE
from civicsquiz.draft.table import table
from civicsquiz.draft.table.entries import Term

_NEARLY = 0.25
"""From this share on, two terms with a word in common are taken for one: a civil case or dispute."""
_HARDLY = 0.2
"""Up to this share a meaning of the table says nothing of what an article says of another term."""


def distinct(facts: Sequence[Fact]) -> list[Fact]:
    """The definitions among facts, one for each term; where one term is the end of another (“deficit”,
    “annual deficit”), the one that the table knows, else the first."""
    found: list[Fact] = []
    for fact in facts:
        if fact.frame is not Frame.DEFINITION:
            continue
        same = next((at for at, other in enumerate(found) if _one_term(fact, other)), None)
        if same is None:
            found.append(fact)
        elif _better(fact, found[same]):
            found[same] = fact
    return found


def _better(fact: Fact, other: Fact) -> bool:
    """Whether of two facts of one term the later is asked: the table knows it, or it says what the
    term is and not only what it does."""
    if other["form"] == "does" and fact["form"] != "does":
        return True
    return bool(table().term(fact["term"])) and not table().term(other["term"])


def _one_term(one: Fact, other: Fact) -> bool:
    mine, theirs = content_words(one["term"]), content_words(other["term"])
    near = likeness(one["definition"], other["definition"])
    if set(mine) & set(theirs) and near >= _NEARLY and one_class(one, other["definition"]):
        return True
    return mine[-len(theirs) :] == theirs or theirs[-len(mine) :] == mine


def others(
    fact: Fact, chosen: Sequence[Fact], article: Article, entry: Term | None
) -> list[Meaning]:
    """Up to three terms that surely mean something else."""
    sentence = article.sentences[fact.sentence].text.lower()
    found: list[Meaning] = []

    def add(meaning: Meaning, *, kin: bool) -> None:
        if (
            len(found) < 3
            and _apart(fact, meaning, sentence, entry if kin else None)
            and (kin or len(fact["term"]) <= _RATIO * len(meaning.term))
            and all(differ(meaning.term, one.term) for one in found)
        ):
            found.append(meaning)

    if entry is not None:
        for meaning, near in _of_the_table(fact, entry, article):
            if near or len(found) < 2:
                add(meaning, kin=near)
        return found
    for other in chosen:
        if (
            other is not fact
            and other["form"] == fact["form"]
            and one_class(fact, other["definition"])
        ):
            add(Meaning(other["term"], other["definition"], other["term"]), kin=False)
    if genus.head_of(fact["definition"]) in PEOPLE:
        for holder in _offices(fact, article):
            add(holder, kin=False)
    elif len(found) < 2 and fact["form"] != "when":
        for rank, one in _near(fact, article):
            if rank < _PADDING:
                add(of_table(fact["term"], one), kin=False)
    return found


def _of_the_table(fact: Fact, entry: Term, article: Article) -> list[tuple[Meaning, bool]]:
    """What the table has beside a term: its kin (True), then what is the same kind of thing by the
    noun that its meaning turns on (False); names about as long as the term first, so that none of the
    options stands out."""
    found = [(of_table(fact["term"], one), True) for one in table().siblings(entry, 9)]
    if fact["form"] not in ("when", "does"):
        found += [
            (of_table(fact["term"], one), False) for one in _of_one_head(fact, entry, article)
        ]
    term = fact["term"]
    return sorted(found, key=lambda each: (not _as_long(term, each[0].term), not each[1]))


def _of_one_head(fact: Fact, entry: Term, article: Article) -> list[Term]:
    """The terms of the table that are the same kind of thing as a fact's by the noun that their
    meanings turn on: laws, where it is a law. Of a family that the article has no part in there is
    none: forced labor in the colonies is no wrong answer to what a welfare state is."""
    head = genus.head_of(fact["definition"])
    pool = [one for one in table().entries("term") if isinstance(one, Term)]
    fit = [one for one in pool if one is not entry and one.apart.isdisjoint(entry.apart)
           and head and genus.head_of(one.about) == head]  # fmt: skip
    said = article.once(_said)
    spoken = {one.kind for one in pool if one is not entry and one.name in said}
    fit = [one for one in fit if one.kind in spoken]
    at = pool.index(entry)
    return sorted(fit, key=lambda one: abs(pool.index(one) - at))


def _as_long(one: str, other: str) -> bool:
    """Whether two options differ so little in length that none of them stands out (rule O6)."""
    return max(len(one), len(other)) <= _RATIO * min(len(one), len(other))


_RATIO = 1.6
_PADDING = 2
"""The rank of a term that the article has no part in: it would be no wrong answer of the kind."""


def _offices(fact: Fact, article: Article) -> list[Meaning]:
    """The offices of the table that the article speaks of, those of most likeness to a fact first."""
    text = article.document.text.lower()
    named = [
        Meaning(entry.name, f"the one who {entry.about}", entry.name)
        for entry in table().entries("office")
        if entry.about and any(f" {name.lower()}" in text for name in (entry.name, *entry.also))
    ]
    return sorted(named, key=lambda one: -likeness(fact["definition"], one.means))


def _near(fact: Fact, article: Article) -> list[tuple[int, Term]]:
    """The terms of the table that may stand beside one that it lacks: first those of its class that
    the article speaks of, then those of a family of which it speaks more than once, then (rank 2)
    those of its class."""
    pool = [one for one in table().entries("term") if isinstance(one, Term)]
    head = genus.head_of(fact["definition"])
    said = article.once(_said)
    spoken = [one.name in said for one in pool]
    kinds = Counter(one.kind for one, said in zip(pool, spoken, strict=True) if said)
    ranked: list[tuple[int, int, bool, int]] = []
    for place, one in enumerate(pool):
        if not one.about:
            continue
        theirs = genus.head_of(one.about)
        alike, fits = one_class(fact, one.about), (head in PEOPLE) == (theirs in PEOPLE)
        together = kinds[one.kind] if spoken[place] and fits and kinds[one.kind] > 1 else 0
        if alike or together:
            rank = 0 if alike and spoken[place] else 1 if together else 2
            ranked.append((rank, -together, theirs != head, place))
    return [(rank, pool[place]) for rank, *_, place in sorted(ranked)]


def _said(article: Article) -> frozenset[str]:
    """The names of the terms of the table of which an article speaks."""
    text = article.document.text.lower()
    return frozenset(one.name for one in table().entries("term") if f" {one.name.lower()}" in text)


_A_FIGURE = re.compile(r"(?:one|two)-party\b")
"""A term with a number in it would be the only one among the options (rule O2)."""


def _apart(fact: Fact, meaning: Meaning, sentence: str, entry: Term | None) -> bool:
    """Whether a term surely does not have the meaning of a fact. With `entry`, that of the fact, the
    two are of one family of the table; then the table's own words must be nearer to the fact."""
    if (
        not meaning.means
        or meaning.term.lower() in sentence
        or bool(_A_FIGURE.match(meaning.term)) > bool(_A_FIGURE.match(fact["term"]))
        or not differ(fact["term"], meaning.term)
    ):
        return False
    if entry is None and genus.shares_words(fact["term"], meaning.term):
        return False
    near = likeness(fact["definition"], meaning.means)
    if entry is None:
        return near < ALIKE
    own = likeness(fact["definition"], entry.about)
    return near < own or near <= _HARDLY
