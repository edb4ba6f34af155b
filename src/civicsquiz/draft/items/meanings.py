"""Which other terms a question about a term can offer: those whose own meaning is known, and another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from civicsquiz.bank.check.words import content_words
from civicsquiz.draft.article import Article
from civicsquiz.draft.facts import genus, terms
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.table import table
from civicsquiz.draft.table.entries import Term

_NEARLY = 0.25
"""From this share on, two terms with a word in common are taken for one: a civil case or dispute."""
_ALIKE = 0.34
"""From this share of common words on, two meanings may be one."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A term and what it means, in the words of the table or of an article. `one` is the term as it
    is explained: in the singular, where `means` is about one."""

    term: str
    means: str
    one: str


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
    near = _likeness(one["definition"], other["definition"])
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
            and (kin or len(fact["term"]) <= 1.6 * len(meaning.term))
            and all(_differ(meaning.term, one.term) for one in found)
        ):
            found.append(meaning)

    if entry is not None:
        for sibling in table().siblings(entry, 6):
            add(_of_table(fact["term"], sibling), kin=True)
        if len(found) >= 2 or fact["form"] == "does":
            return found
    for other in chosen:
        if (
            other is not fact
            and other["form"] == fact["form"]
            and one_class(fact, other["definition"])
        ):
            add(Meaning(other["term"], other["definition"], other["term"]), kin=False)
    if entry is None and genus.head_of(fact["definition"]) in _PEOPLE:
        for holder in _offices(fact, article):
            add(holder, kin=False)
    elif len(found) < 2 and fact["form"] != "when":
        for rank, one in _near(fact, entry, article):
            if rank < _PADDING or len(found) < 2:
                add(_of_table(fact["term"], one), kin=False)
    return found


_PADDING = 2
"""The rank of a term that the article has no part in: only where a second one is missing."""


def _offices(fact: Fact, article: Article) -> list[Meaning]:
    """The offices of the table that the article speaks of, those of most likeness to a fact first."""
    text = article.document.text.lower()
    named = [
        Meaning(entry.name, f"the one who {entry.about}", entry.name)
        for entry in table().entries("office")
        if entry.about and any(f" {name.lower()}" in text for name in (entry.name, *entry.also))
    ]
    return sorted(named, key=lambda one: -_likeness(fact["definition"], one.means))


def _near(fact: Fact, entry: Term | None, article: Article) -> list[tuple[int, Term]]:
    """The terms of the table that may stand beside a fact's: first those of its class that the article
    speaks of, then those of a family of which it speaks more than once, then (rank 2) those of its class."""
    pool = [one for one in table().entries("term") if isinstance(one, Term)]
    at = pool.index(entry) if entry else 0
    head = genus.head_of(fact["definition"])
    text = article.document.text.lower()
    spoken = [_said(one.name, text) for one in pool]
    kinds = Counter(one.kind for one, said in zip(pool, spoken, strict=True) if said)
    ranked: list[tuple[int, int, bool, int, int]] = []
    for place, one in enumerate(pool):
        if one is entry or not one.about or (entry and not one.apart.isdisjoint(entry.apart)):
            continue
        theirs = genus.head_of(one.about)
        alike, fits = one_class(fact, one.about), (head in _PEOPLE) == (theirs in _PEOPLE)
        together = kinds[one.kind] if spoken[place] and fits and kinds[one.kind] > 1 else 0
        if alike or together:
            rank = 0 if alike and spoken[place] else 1 if together else 2
            ranked.append((rank, -together, theirs != head, abs(place - at), place))
    return [(rank, pool[place]) for rank, *_, place in sorted(ranked)]


def _said(name: str, text: str) -> bool:
    return f" {name.lower()}" in text


def _of_table(term: str, entry: Term) -> Meaning:
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


_PEOPLE = frozenset(
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
    """A term of the table as it is named, or in the plural, where `term` is and the table has it so."""
    if not terms.plural(term):
        return entry.name
    same = content_words(entry.name)
    forms = (entry.name, *entry.also)
    return next(
        (form for form in forms if terms.plural(form) and content_words(form) == same), entry.name
    )


def entry_of(fact: Fact) -> Term | None:
    """The entry of the table for a fact's term. One word may mean several things (a caucus of voters,
    a caucus of members): then the table's meaning must have something in common with the article's."""
    entry = table().term(fact["term"])
    if entry is None or not entry.about:
        return None
    alone = len(fact["term"].split()) == 1
    if (
        alone
        and not _likeness(fact["definition"], entry.about)
        and not one_class(fact, entry.about)
    ):
        return None
    return entry


def _apart(fact: Fact, meaning: Meaning, sentence: str, entry: Term | None) -> bool:
    """Whether a term surely does not have the meaning of a fact. With `entry`, that of the fact, the
    two are of one family of the table; then the table's own words must be nearer to the fact."""
    if (
        not meaning.means
        or meaning.term.lower() in sentence
        or not _differ(fact["term"], meaning.term)
    ):
        return False
    if entry is None and genus.shares_words(fact["term"], meaning.term):
        return False
    near = _likeness(fact["definition"], meaning.means)
    return near <= max(_likeness(fact["definition"], entry.about), 0.2) if entry else near < _ALIKE


def _likeness(one: str, other: str) -> float:
    """The share of the telling words of the shorter of two meanings that the other has as well."""
    mine, theirs = _telling(one), _telling(other)
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def _telling(text: str) -> set[str]:
    return {word[:5] for word in content_words(text)}


def _differ(one: str, other: str) -> bool:
    """Whether neither of two terms is a part of the other."""
    mine, theirs = set(content_words(one)), set(content_words(other))
    return not (mine <= theirs or theirs <= mine)


def told(fact: Fact, wrong: Sequence[Meaning]) -> bool:
    """Whether a definition has a word of its term that not every other term has as well."""
    return any(
        genus.shares_words(word, fact["definition"])
        and not all(genus.shares_words(word, one.term) for one in wrong)
        for word in fact["term"].split()
    )


def meanings_differ(one: Fact, other: Fact) -> bool:
    return _likeness(one["definition"], other["definition"]) < _ALIKE
