"""What is the term for it? Out of definitions: a choice among terms, a typed term, and a match.

Distractors are terms whose own meaning is known, from the civics table or from the same article; that
meaning is their `why`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from civicsquiz.bank.check.words import content_words
from civicsquiz.bank.items import Match, Short
from civicsquiz.bank.models import Option, option_id
from civicsquiz.draft.article import Article
from civicsquiz.draft.facts import genus
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.items import building
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.table import table
from civicsquiz.draft.table.entries import Term

CHOICE, OTHER, TYPED, MATCH = "define@1", "define-other@1", "define-typed@1", "define-match@1"
"""`OTHER` is a choice whose term the table does not know: its distractors are of the kind, no kin."""

_ALIKE = 0.34
"""From this share of common words on, two meanings may be one."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A term and what it means, in the words of the table or of an article. `one` is the term as it
    is explained: in the singular, where `means` is about one."""

    term: str
    means: str
    one: str


def gather(facts: Sequence[Fact], article: Article) -> Iterator[Candidate]:
    """The questions that the definitions of one article carry."""
    chosen = distinct(facts)
    bare: list[Fact] = []
    for fact in chosen:
        entry = table().term(fact["term"])
        wrong = others(fact, chosen, article, entry)
        if len(wrong) < 2:
            bare.append(fact)
            continue
        if entry is None:
            bare.append(fact)
        if _told(fact, wrong):
            continue
        yield _choice(fact, article, entry, wrong)
        if entry is not None and not genus.shares_words(fact["term"], fact["definition"]) and fact["form"] != "when" and len(fact["term"].split()) <= 3:
            yield _typed(fact, article, entry)
    if len(bare) >= 3:
        yield from _match(bare[:5], chosen, article)


def _told(fact: Fact, wrong: Sequence[Meaning]) -> bool:
    """Whether a definition has a word of its term that not every other term has as well."""
    return any(
        genus.shares_words(word, fact["definition"])
        and not all(genus.shares_words(word, one.term) for one in wrong)
        for word in fact["term"].split()
    )


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
        elif table().term(fact["term"]) and not table().term(found[same]["term"]):
            found[same] = fact
    return found


def _one_term(one: Fact, other: Fact) -> bool:
    mine, theirs = content_words(one["term"]), content_words(other["term"])
    return mine[-len(theirs) :] == theirs or theirs[-len(mine) :] == mine


def others(fact: Fact, chosen: Sequence[Fact], article: Article, entry: Term | None) -> list[Meaning]:
    """Up to three terms that surely mean something else."""
    sentence = article.sentences[fact.sentence].text.lower()
    found: list[Meaning] = []

    def add(meaning: Meaning, *, kin: bool) -> None:
        if len(found) < 3 and _apart(fact, meaning, sentence, entry if kin else None) and all(
            _differ(meaning.term, one.term) for one in found
        ):
            found.append(meaning)

    if entry is not None:
        for sibling in table().siblings(entry, 6):
            add(_of_table(fact["term"], sibling), kin=True)
        if len(found) >= 2:
            return found
    for other in chosen:
        if other is not fact and other["form"] == fact["form"] and _one_class(fact, other["definition"]):
            add(Meaning(other["term"], other["definition"], other["term"]), kin=False)
    if len(found) < 2 and fact["form"] != "when":
        for one in _near(fact, entry):
            add(_of_table(fact["term"], one), kin=False)
    return found


def _near(fact: Fact, entry: Term | None) -> list[Term]:
    """The terms of the table that are things of the same kind as a fact's, the nearest first: those of
    neighbouring families of the table, or else those with the very same genus."""
    pool = [one for one in table().entries("term") if isinstance(one, Term)]
    at = pool.index(entry) if entry else 0
    head = genus.head_of(fact["definition"])

    def far(place: int) -> tuple[bool, int]:
        return genus.head_of(pool[place].about) != head, abs(place - at)

    fit = [place for place, one in enumerate(pool) if one is not entry and _one_class(fact, one.about)]
    return [pool[place] for place in sorted(fit, key=far)]


def _of_table(term: str, entry: Term) -> Meaning:
    return Meaning(_as_many(term, entry), entry.about, entry.name)


_CLASSES = tuple(
    frozenset(line.split())
    for line in (
        "law rule regulation clause provision bill resolution legislation order command directive writ statute",
        "right freedom liberty protection guarantee privilege immunity exemption",
        "power authority responsibility duty obligation",
        "process procedure practice method technique tactic strategy approach transfer removal act action",
        "money payment tax fee fund grant amount sum gap difference spending funding revenue debt loan expenditure budget economy phase period",
        "system government regime monarchy ideology ideal theory belief concept principle philosophy doctrine state view",
        "person people official officer member leader representative voter citizen candidate group organization association coalition",
        "crime offense case dispute disagreement lawsuit suit trial conflict hearing charge accusation testimony evidence",
        "good service", "meeting election vote ballot gathering assembly contest poll survey", "court judge jury agency branch body",
        "agreement treaty pact compact document bond arrangement", "attitude feeling trust loyalty attachment participation involvement",
    )
)


def _one_class(fact: Fact, means: str) -> bool:
    """Whether a meaning is of the kind of thing that a fact defines."""
    if fact["form"] == "when":
        return True
    mine, theirs = genus.head_of(fact["definition"]), genus.head_of(means)
    return bool(mine) and (mine == theirs or any(mine in one and theirs in one for one in _CLASSES))


def _as_many(term: str, entry: Term) -> str:
    """A term of the table in the singular or plural, as `term` is, where the table has it so."""
    many = genus.plural(term)
    forms = (entry.name, *entry.also)
    same = content_words(entry.name)
    return next(
        (form for form in forms if genus.plural(form) is many and content_words(form) == same), entry.name
    )


def _apart(fact: Fact, meaning: Meaning, sentence: str, entry: Term | None) -> bool:
    """Whether a term surely does not have the meaning of a fact. With `entry`, that of the fact, the
    two are of one family of the table; then the table's own words must be nearer to the fact."""
    if not meaning.means or meaning.term.lower() in sentence or not _differ(fact["term"], meaning.term):
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


def _stem(fact: Fact) -> str:
    if fact["form"] == "when":
        return f"Which term is used when {fact['definition']}?"
    return f"What is the term for {fact['definition']}?"


def _key(fact: Fact, entry: Term | None) -> str:
    """The term as an option: the table's own form of it, where that is the same word."""
    if entry and content_words(entry.name) == content_words(fact["term"]):
        return building.capitalised(_as_many(fact["term"], entry))
    return building.capitalised(fact["term"])


def _rationale(fact: Fact, entry: Term | None, wrong: Sequence[Meaning]) -> str:
    term = fact["term"]
    if entry and entry.about and not _copied(entry.about, fact["definition"]):
        return f"By “{entry.name}” one means {entry.about}."
    if wrong:
        other = wrong[0]
        if fact["form"] == "when":
            return f"The article speaks of “{term}” here, and of “{wrong[0].one}” when {_brief(wrong[0].means)}."
        return f"The article calls this “{term}”; “{other.one}” would mean {_brief(other.means)}."
    return f"“{building.capitalised(term)}” is the article’s own word for it."


def _copied(one: str, other: str) -> bool:
    return set(content_words(one)) == set(content_words(other))


def _brief(text: str, most: int = 24) -> str:
    words = text.split()
    return text if len(words) <= most else " ".join(words[:most]).rstrip(",;") + " …"


def _why(meaning: Meaning, *, when: bool) -> str:
    if when:
        return f"One speaks of “{meaning.one}” when {_brief(meaning.means)}."
    return f"“{building.capitalised(meaning.one)}” means {_brief(meaning.means)}."


def _choice(fact: Fact, article: Article, entry: Term | None, wrong: Sequence[Meaning]) -> Candidate:
    rule = CHOICE if entry else OTHER
    values = building.common(fact, article, rule, _stem(fact), _rationale(fact, entry, wrong))
    distractors = [
        (building.capitalised(one.term), _why(one, when=fact["form"] == "when" and entry is None))
        for one in wrong
    ]
    item = building.choice(values, _key(fact, entry), distractors)
    return Candidate(item, (fact,), rule, 0.75 if entry else 0.5, _claims(fact))


def _claims(fact: Fact) -> dict[str, str]:
    return {"term": fact["term"], "definition": fact["definition"]}


def _typed(fact: Fact, article: Article, entry: Term) -> Candidate:
    """A term to be typed, with every other form that the table knows."""
    key = fact["term"]
    accept = [
        form
        for form in dict.fromkeys((entry.name, *entry.also, _other_number(key)))
        if form and form.lower() != key.lower()
    ]
    stem = re.sub(r"^What is", "In civics, what is", _stem(fact))
    values = building.common(fact, article, TYPED, stem, _rationale(fact, entry, ()))
    item = Short(key=building.capitalised(key), accept=tuple(accept), **values)
    return Candidate(item, (fact,), TYPED, 0.45, _claims(fact))


def _other_number(term: str) -> str:
    """The plural of a term in the singular, and the other way round; empty where there is none."""
    if term.split()[-1] in genus.PLURAL_ONLY or " of " in term:
        return ""
    if genus.plural(term):
        if term.endswith("ies"):
            return term[:-3] + "y"
        return term[:-2] if term.endswith(("xes", "ches", "shes", "sses", "uses")) else term[:-1]
    if term.endswith("y") and term[-2:-1] not in "aeiou":
        return term[:-1] + "ies"
    return term + ("es" if term.endswith(("s", "x", "ch", "sh")) else "s")


def _match(bare: Sequence[Fact], chosen: Sequence[Fact], article: Article) -> Iterator[Candidate]:
    """Terms to be matched with their meanings: three or four, and one meaning to spare."""
    fit = [fact for fact in bare if fact["form"] != "when" and 4 <= len(fact["definition"].split()) <= 24]
    alone = [fact for at, fact in enumerate(fit) if all(_meanings_differ(fact, one) for one in fit[:at])]
    spare: Fact | None = None
    if len(alone) > 3:
        spare = alone.pop()
    else:
        rest = (fact for fact in chosen if fact not in fit and fact["form"] != "when")
        spare = next((one for one in rest if all(_meanings_differ(one, fact) for fact in alone)), None)
    if len(alone) < 3 or spare is None:
        return
    pairs = tuple((_option(fact["term"]), _option(fact["definition"])) for fact in alone[:4])
    first = alone[0]
    terms = ", ".join(f"“{fact['term']}”" for fact in alone[:-1]) + f" and “{alone[-1]['term']}”"
    values = building.common(
        first, article, MATCH, "Which meaning belongs to which term of politics and law?",
        f"The article itself says what is meant by {terms}.",
    )  # fmt: skip
    values["id"] = building.telling_id(" ".join(fact["term"] for fact in alone), first)
    values["evidence"] = tuple(
        _for(article, fact, left.text) for fact, (left, _) in zip(alone, pairs, strict=False)
    )
    why = f"This is the meaning of “{spare['term']}”, which is not among the terms."
    item = Match(pairs=pairs, distractors=(Option(*_id_text(spare["definition"]), why),), **values)
    yield Candidate(item, (*alone, spare), MATCH, 0.6, {})


def _meanings_differ(one: Fact, other: Fact) -> bool:
    return _likeness(one["definition"], other["definition"]) < _ALIKE


def _option(text: str) -> Option:
    return Option(*_id_text(text))


def _id_text(text: str) -> tuple[str, str]:
    said = building.capitalised(text)
    return option_id(said), said


def _for(article: Article, fact: Fact, part: str) -> building.Evidence:
    from dataclasses import replace

    return replace(building.evidence(article, fact.start, fact.end), parts=(part,))
