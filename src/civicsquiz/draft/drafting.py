"""From articles to drafts: facts, candidates, the gate, and the choice of what is worth a look.

The same articles give the same drafts, in whatever order they are named.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from types import ModuleType
from typing import Literal

from civicsquiz.draft import ranking
from civicsquiz.draft.article import Article
from civicsquiz.draft.facts import abouts as about_facts
from civicsquiz.draft.facts import acronyms as acronym_facts
from civicsquiz.draft.facts import actions as action_facts
from civicsquiz.draft.facts import acts as act_facts
from civicsquiz.draft.facts import cases as case_facts
from civicsquiz.draft.facts import claims as claim_facts
from civicsquiz.draft.facts import contrasts as contrast_facts
from civicsquiz.draft.facts import counts as count_facts
from civicsquiz.draft.facts import dates as date_facts
from civicsquiz.draft.facts import definitions as definition_facts
from civicsquiz.draft.facts import events as event_facts
from civicsquiz.draft.facts import figures as figure_facts
from civicsquiz.draft.facts import lists as list_facts
from civicsquiz.draft.facts import offices as office_facts
from civicsquiz.draft.facts import provisions as provision_facts
from civicsquiz.draft.facts import quotations as quotation_facts
from civicsquiz.draft.facts import reasons as reason_facts
from civicsquiz.draft.facts import roles as role_facts
from civicsquiz.draft.facts import staples as staple_facts
from civicsquiz.draft.facts import table_acts as table_act_facts
from civicsquiz.draft.facts.extracted import extracted
from civicsquiz.draft.facts.fact import Fact
from civicsquiz.draft.gate.rule import Ground, Refused
from civicsquiz.draft.gate.run import Gate
from civicsquiz.draft.items import (
    abouts,
    acronyms,
    actions,
    acts,
    amendments,
    cases,
    claims,
    contrasts,
    counts,
    deeds,
    definitions,
    events,
    figures,
    find_line,
    lists,
    offices,
    provisions,
    quotations,
    reasons,
    roles,
    speakers,
    staples,
    table_acts,
    timeline,
    true_false,
    voices,
)
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.items.corroborating import corroborated
from civicsquiz.source.card import Card

EXTRACTORS: tuple[ModuleType, ...] = (
    quotation_facts,
    claim_facts,
    office_facts,
    action_facts,
    role_facts,
    case_facts,
    provision_facts,
    date_facts,
    figure_facts,
    staple_facts,
    table_act_facts,
    about_facts,
    event_facts,
    count_facts,
    definition_facts,
    acronym_facts,
    reason_facts,
    contrast_facts,
    list_facts,
    act_facts,
)
"""One a frame: `extract(article) -> Iterator[Fact]`."""

REALISERS: tuple[ModuleType, ...] = (
    quotations,
    claims,
    offices,
    actions,
    roles,
    cases,
    provisions,
    acronyms,
    contrasts,
    counts,
    figures,
    staples,
    table_acts,
    true_false,
)
"""One a kind of question: `realise(fact, article) -> Iterator[Candidate]`."""

GATHERERS: tuple[ModuleType, ...] = (
    abouts,
    timeline,
    events,
    deeds,
    amendments,
    speakers,
    offices,
    cases,
    definitions,
    find_line,
    lists,
    reasons,
    voices,
    acts,
)
"""Kinds that ask about several facts at once: `gather(facts, article) -> Iterator[Candidate]`."""


@dataclass(frozen=True)
class Drafts:
    """What articles gave: `items` are the drafts, `tray` those of kinds that need editing, both in
    the order of the articles; `refused` what the gate or the ranking did not let pass."""

    facts: tuple[Fact, ...]
    items: tuple[Candidate, ...]
    tray: tuple[Candidate, ...]
    refused: tuple[Refused, ...]


def facts_of(article: Article) -> tuple[Fact, ...]:
    """Every fact of an article, in the order of its text; one that is found twice counts once."""
    found = [fact for module in EXTRACTORS for fact in extracted(article, module.extract)]
    found.sort(key=lambda fact: (fact.start, fact.end, fact.frame.value, fact.hash))
    return tuple({fact.hash: fact for fact in reversed(found)}.values())[::-1]


def draft(articles: Sequence[Article], today: datetime.date, beside: Sequence[Card] = ()) -> Drafts:
    """Draft from articles, for a bank that has those of `beside` as well: a question has to say then
    which one it is about."""
    articles = sorted(articles, key=lambda article: article.card.id)
    ids = {article.card.id for article in articles}
    cards = [article.card for article in articles] + [card for card in beside if card.id not in ids]
    articles = [
        replace(article, alone=len(cards) == 1, namesake=_namesake(article.card, cards))
        for article in articles
    ]
    by_id = {article.card.id: article for article in articles}
    by_article = {article.card.id: facts_of(article) for article in articles}
    facts = tuple(fact for found in by_article.values() for fact in found)
    ground = Ground(by_id, facts)
    gate = Gate(ground, today)
    passed: list[Candidate] = []
    refused: list[Refused] = []
    for article in articles:
        for candidate in _candidates(by_article[article.card.id], article):
            why = gate.refusal(candidate)
            refused += [why] if why else []
            passed += [] if why else [candidate]
    kept, tray, left = ranking.chosen(passed, ground, today)
    linked = tuple(corroborated(candidate, ground) for candidate in kept)
    return Drafts(facts, linked, tray, (*refused, *left))


def _namesake(card: Card, cards: Sequence[Card]) -> Literal["", "publisher", "day"]:
    """Whether another article has the same publisher, with “The” or without, and the same day."""
    others = [one for one in cards if one.id != card.id and _paper(one) == _paper(card) != ""]
    return "day" if any(one.date == card.date for one in others) else "publisher" if others else ""


def _paper(card: Card) -> str:
    return (card.publisher or "").casefold().removeprefix("the ")


def _candidates(facts: Sequence[Fact], article: Article) -> Iterator[Candidate]:
    for fact in facts:
        for module in REALISERS:
            yield from module.realise(fact, article)
    for module in GATHERERS:
        yield from module.gather(facts, article)
