"""What is the term for it? Out of definitions: a choice among terms, a typed term, and a match.

Distractors are terms whose own meaning is known, from the civics table or from the same article; that
meaning is their `why`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from civicsquiz.bank.check.words import content_words
from civicsquiz.bank.items import Match, Short
from civicsquiz.bank.models import Evidence, Option, option_id
from civicsquiz.draft.article import Article
from civicsquiz.draft.facts import genus, terms
from civicsquiz.draft.facts.fact import Fact
from civicsquiz.draft.items import building
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.items.definition_articles import with_article
from civicsquiz.draft.items.definition_kinds import Meaning, as_many, entry_of, one_class
from civicsquiz.draft.items.definition_telling import meanings_differ, tells, told
from civicsquiz.draft.items.meanings import distinct, others
from civicsquiz.draft.table import table
from civicsquiz.draft.table.entries import Term

CHOICE, OTHER, TYPED, MATCH = "define@2", "define-other@2", "define-typed@2", "define-match@2"
MEANING = "meaning@2"
"""`OTHER` is a choice whose term the table does not know: its distractors are of the kind, no kin."""


def gather(facts: Sequence[Fact], article: Article) -> Iterator[Candidate]:
    """The questions that the definitions of one article carry."""
    chosen = distinct(facts)
    bare: list[Fact] = []
    for fact in chosen:
        entry = entry_of(fact)
        if entry is None and fact["way"] == "is" and sum(map(_explains, chosen)) < 2:
            continue
        wrong = others(fact, chosen, article, entry)
        if entry is not None and not tells(fact, entry):
            continue
        if len(wrong) < 2:
            bare.append(fact)
            continue
        if entry is None:
            bare.append(fact)
        elif not fact["form"]:
            yield from _meaning(fact, article, entry, wrong)
        if told(fact, wrong):
            continue
        if fact["form"] == "does" and entry is None:
            continue
        yield _choice(fact, article, entry, wrong)
        if (
            entry is not None
            and not genus.shares_words(fact["term"], fact["definition"])
            and not fact["form"]
            and len(fact["term"].split()) <= 3
        ):
            yield _typed(fact, article, entry)
    if len(bare) >= 3:
        yield from _match(bare[:5], chosen, article)


def _explains(fact: Fact) -> bool:
    """Whether a fact is sure to explain a term. An article that explains two such explains others, too;
    in any other, “X is a practice that …” is as likely an opinion."""
    return fact["way"] != "is" or table().term(fact["term"]) is not None


def _stem(fact: Fact) -> str:
    if fact["form"] == "when":
        return f"Which term is used when {fact['definition']}?"
    if fact["form"] == "does":
        return f"Which of these {fact['definition']}?"
    return f"What is the term for {with_article(fact['definition'])}?"


def _key(fact: Fact, entry: Term | None, wrong: Sequence[Meaning] = ()) -> str:
    """The term as an option: the table's own form of it, where that is the same word; one in the plural
    among others in the singular would stand out."""
    if (
        entry
        and wrong
        and terms.plural(fact["term"])
        and not terms.plural(entry.name)
        and not any(terms.plural(one.term) for one in wrong)
        and content_words(entry.name) == content_words(fact["term"])
    ):
        return building.capitalised(entry.name)
    if entry and content_words(entry.name) == content_words(fact["term"]):
        return building.capitalised(
            fact["term"] if not terms.plural(fact["term"]) else as_many(fact["term"], entry)
        )
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


def _choice(
    fact: Fact, article: Article, entry: Term | None, wrong: Sequence[Meaning]
) -> Candidate:
    rule = CHOICE if entry else OTHER
    values = building.common(fact, article, rule, _stem(fact), _rationale(fact, entry, wrong))
    distractors = [
        (building.capitalised(one.term), _why(one, when=fact["form"] == "when" and entry is None))
        for one in wrong
    ]
    item = building.choice(values, _key(fact, entry, wrong), distractors)
    return Candidate(item, (fact,), rule, 0.75 if entry else 0.5, _claims(fact))


def _meaning(
    fact: Fact, article: Article, entry: Term, wrong: Sequence[Meaning]
) -> Iterator[Candidate]:
    """The other way round: a choice among meanings, where they are about as long."""
    key = fact["definition"]
    kin = {sibling.name for sibling in table().siblings(entry, 6)}
    fit = [
        one
        for one in wrong
        if one.one in kin and 0.6 <= len(one.means) / len(key) <= 1.6 and one_class(fact, one.means)
    ]
    if len(fit) < 2:
        return
    stem = f"What is meant by “{fact['term']}” in politics and law?"
    values = building.common(fact, article, MEANING, stem, _rationale(fact, entry, wrong))
    item = building.choice(
        values,
        building.capitalised(key),
        [(building.capitalised(one.means), f"That is the meaning of “{one.one}”.") for one in fit],
    )
    yield Candidate(item, (fact,), MEANING, 0.65, _claims(fact))


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
    if term.rsplit(maxsplit=1)[-1] in terms.PLURAL_ONLY or " of " in term:
        return ""
    if terms.plural(term):
        if term.endswith("ies"):
            return term[:-3] + "y"
        return term[:-2] if term.endswith(("xes", "ches", "shes", "sses", "uses")) else term[:-1]
    if term.endswith("y") and term[-2:-1] not in "aeiou":
        return term[:-1] + "ies"
    return term + ("es" if term.endswith(("s", "x", "ch", "sh")) else "s")


def _match(bare: Sequence[Fact], chosen: Sequence[Fact], article: Article) -> Iterator[Candidate]:
    """Terms to be matched with their meanings: three or four, and one meaning to spare."""
    fit = [fact for fact in bare if not fact["form"] and 4 <= len(fact["definition"].split()) <= 24]
    alone = [
        fact for at, fact in enumerate(fit) if all(meanings_differ(fact, one) for one in fit[:at])
    ]
    spare: Fact | None = None
    if len(alone) > 3:
        spare = alone.pop()
    else:
        rest = (fact for fact in chosen if fact not in fit and not fact["form"])
        spare = next(
            (one for one in rest if all(meanings_differ(one, fact) for fact in alone)), None
        )
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


def _option(text: str) -> Option:
    return Option(*_id_text(text))


def _id_text(text: str) -> tuple[str, str]:
    said = building.capitalised(text)
    return option_id(said), said


def _for(article: Article, fact: Fact, part: str) -> Evidence:
    from dataclasses import replace

    return replace(building.evidence(article, fact.start, fact.end), parts=(part,))
