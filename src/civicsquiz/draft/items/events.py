"""Who did it, which court, which law, which year? A question for the one named thing in an event."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from civicsquiz.bank.check.words import content_words
from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.events import ASKED
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.draft.facts.naming import begins_with_title
from civicsquiz.draft.facts.telling import WORTH, Telling, telling_at
from civicsquiz.draft.items import building
from civicsquiz.draft.items.asking import question
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.items.dates import other_years
from civicsquiz.draft.items.kindred import kindred
from civicsquiz.draft.language.names import Name, NameKind
from civicsquiz.draft.relevance import relevance

WHO, WHICH, YEAR = "who-in-news@1", "which-named@1", "which-year@1"
_PRISON = re.compile(r"\b(?:prison|jail|jailed|sentence|felony|crimes?|clemency)\b")
"""Of what nobody is asked for by name."""
_MANY = 2
"""Whose like is told more often than so is no one thing."""
_MOST = 3
_TOO_LONG = 1.5
_LEAST = 6
"""Words of a statement that can be asked about."""
_WHOM = re.compile(r"\b(?:to|by|against|for|from|with|under|before)$")


def gather(facts: Sequence[Fact], article: Article) -> Iterator[Candidate]:
    """The questions of an article."""
    done = Counter((fact["asked"], fact["verb"]) for fact in facts if fact.frame is Frame.EVENT)
    for fact in facts:
        if fact.frame is Frame.EVENT and done[fact["asked"], fact["verb"]] <= _MANY:
            yield from _candidate(fact, article)


def _candidate(fact: Fact, article: Article) -> Iterator[Candidate]:
    sentence = article.sentences[fact.sentence]
    slot = fact.slot("asked")
    found = telling_at(sentence, article, slot.start - sentence.start, slot.end - sentence.start)
    if found is None:
        return
    told, span = found
    value = relevance(told.text[told.statement.subject[0] : told.end])
    if value < WORTH:
        return
    if fact["way"] == "year":
        key, word, rule = fact["asked"], "which year", YEAR
        stem = question(told, article, span, word)
        options: Sequence[tuple[str, str]] = other_years(article, sentence, int(key))
    else:
        name = next((name for name in told.names if (name.start, name.end) == span), None)
        name = name or Name(*span, fact["asked"], NameKind(fact["kind"]), fact["asked"])
        rule = WHO if fact["way"] == "subject" else WHICH
        key = _key(name)
        word = _word(name, fact, told)
        stem = question(told, article, _place(name, fact, told), word)
        options = kindred(
            article, name.kind, name.key, sentence, told.text[told.statement.rest[0] : told.end],
            table_too=fact["way"] != "subject" or name.kind is not NameKind.COURT,
        )  # fmt: skip
        if fact["way"] == "subject" and name.kind is NameKind.PERSON and _PRISON.search(told.text):
            return
    if (
        not stem
        or len(options) < 2
        or len(told.text[told.statement.subject[0] : told.end].split()) < _LEAST
    ):
        return
    if _given_away(key, stem, options):
        return
    values = building.common(fact, article, rule, stem, _because(fact, article, key))
    item = building.choice(values, key, even(key, options))
    yield Candidate(
        item, (fact,), rule, 0.25 + value / 4, {"asked": fact["asked"], "in_place": word}
    )


def _given_away(key: str, stem: str, options: Sequence[tuple[str, str]]) -> bool:
    """Whether a word of the key that not all options have stands in the stem: “presidential debate”."""
    own = set(content_words(key))
    for text, _ in options:
        own -= set(content_words(text))
    return bool(own & set(content_words(stem)))


def even(key: str, options: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Three options, the first ones where the key is not much longer than they are, else the longest."""
    chosen = list(options[:_MOST])
    if len(key) * len(chosen) > _TOO_LONG * sum(len(text) for text, _ in chosen):
        chosen = sorted(options, key=lambda one: -len(one[0]))[:_MOST]
    return chosen


def _key(name: Name) -> str:
    """A name as an option: a person's whole name, another as it stands."""
    return name.key if name.kind is NameKind.PERSON else building.capitalised(name.text)


def _word(name: Name, fact: Fact, told: Telling) -> str:
    """The word, or two, that asks for a name."""
    if name.kind is NameKind.PERSON and fact["way"] == "object":
        begin = begins_with_title(name, told.text, told.statement.rest[0])
        return "whom" if _WHOM.search(told.text[:begin].rstrip()) else "who"
    commission = name.text.endswith("Commission") or " Commission on " in name.text
    return "which commission" if commission else ASKED[name.kind]


def _place(name: Name, fact: Fact, told: Telling) -> tuple[int, int]:
    """Where a name stands, with its title and “the”."""
    if fact["way"] == "subject":
        return told.statement.subject[0], name.end
    begin = begins_with_title(name, told.text, told.statement.rest[0])
    return begin - (4 if told.text[:begin].endswith(" the ") else 0), name.end


def _because(fact: Fact, article: Article, key: str) -> str:
    """Why the key is right, in other words than the stem."""
    called = building.capitalised(article.called)
    if fact["way"] == "year":
        return f"{called} gives {key} as the year of this."
    return (
        f"{called} says so of {key}, and of nobody else."
        if fact["kind"] == "person"
        else f"{called} names {key} here."
    )
