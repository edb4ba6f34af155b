"""A candidate that every rule lets pass, to be changed in the one thing that a rule objects to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tests.draft.charter import article

from civicsquiz.bank.items import Choice
from civicsquiz.bank.models import Evidence, Stance, Status
from civicsquiz.bank.origin import Drafted, Origin
from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.gate.rule import Ground
from civicsquiz.draft.items.building import option
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.source.selector import Selector

STEM = "Which amendment guarantees the right to a jury trial in many civil cases?"
EXACT = "The Seventh Amendment guarantees the right to a jury trial in many civil cases"


def candidate(
    stem: str = STEM,
    key: str = "Seventh Amendment",
    others: tuple[str, ...] = ("Sixth Amendment", "Eighth Amendment"),
    *,
    rule: str = "which-provision@1",
    claims: Mapping[str, str] | None = None,
    fact: Fact | None = None,
) -> Candidate:
    """The candidate, of the article that `charter` has."""
    made = article()
    start = made.document.text.index(EXACT)
    fact = fact or Fact(
        Frame.PROVISION,
        made.card.id,
        (Slot("provision", key), Slot("predicate", "guarantees the right")),
        start,
        start + len(EXACT),
        len(made.sentences) - 2,
    )
    item = Choice(
        id="draft",
        topic="rights",
        stance=Stance.FACT,
        stem=stem,
        rationale="It is about juries in civil cases.",
        evidence=(Evidence(made.card.id, Selector(EXACT)),),
        status=Status.DRAFT,
        origin=Origin.DRAFTED,
        draft=Drafted(fact.hash, rule),
        key=option(key),
        distractors=tuple(option(text, "It is about something else.") for text in others),
    )
    return Candidate(item, (fact,), rule, 0.5, claims or {})


def ground(*facts: Fact, of: Article | None = None) -> Ground:
    made = of or article()
    return Ground({made.card.id: made}, facts)


def with_stem(stem: str) -> Candidate:
    return candidate(stem)


def with_facts(one: Candidate, *facts: Fact) -> Candidate:
    return replace(one, facts=facts)
