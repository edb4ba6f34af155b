"""The gate on the law: K2 finds a key again in the letters, K3 asks the table."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.draft.charter import article

from civicsquiz.draft.drafting import facts_of
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.gate.rederive import FOUND_AGAIN
from civicsquiz.draft.gate.rule import GateRule, Ground
from civicsquiz.draft.gate.table import TABLE_AGREES
from civicsquiz.draft.items import cases, provisions, roles
from civicsquiz.draft.items.candidate import Candidate

TEXT = (
    "The Seventh Amendment guarantees juries in most civil cases. In Mapp v. Ohio (1961), the Court extended "
    "the exclusionary rule to the states. The Constitution gives Congress the power to declare war."
)


def said(rule: GateRule, candidate: Candidate) -> str:
    made = article(TEXT)
    return rule.check(candidate, Ground({made.card.id: made}, facts_of(made)))


def candidates() -> dict[str, Candidate]:
    made = article(TEXT)
    found = [
        one
        for fact in facts_of(made)
        for module in (cases, provisions, roles)
        for one in module.realise(fact, made)
    ]
    return {one.kind: one for one in found}


@pytest.mark.parametrize(
    ("kind", "claim", "value"),
    [
        ("which-provision", "provision", "Eighth Amendment"),
        ("which-provision", "predicate", "forbids juries in most civil cases"),
        ("which-provision", "shape", "passive"),
        ("case-which", "case", "Terry v. Ohio"),
        ("case-which", "decided", "the exclusionary rule to nobody"),
        ("who-does", "role", "the Senate"),
        ("who-does", "predicate", "has the power to declare peace"),
    ],
)
def test_a_key_that_is_not_found_again_is_refused(kind: str, claim: str, value: str) -> None:
    candidate = candidates()[kind]
    assert said(FOUND_AGAIN, candidate) == ""
    changed = replace(candidate, claims={**candidate.claims, claim: value})
    assert said(FOUND_AGAIN, changed) != ""


def test_two_cases_in_a_passage_are_never_mixed() -> None:
    candidate = candidates()["case-which"]
    start = TEXT.index("In Mapp")
    made = article(TEXT.replace("extended the", "followed Weeks v. United States on the"))
    changed = replace(
        candidate, claims={"case": "Mapp v. Ohio", "decided": "the exclusionary rule"}
    )
    assert made.document.text.find("Weeks") > start
    assert FOUND_AGAIN.check(changed, Ground({made.card.id: made}, ())) != ""


def _fact(frame: Frame, **slots: str) -> Fact:
    return Fact(frame, "rights", tuple(Slot(name, text) for name, text in slots.items()), 0, 9, 0)


@pytest.mark.parametrize(
    "fact",
    [
        _fact(Frame.CASE, case="Mapp v. Ohio", year="1962"),
        _fact(Frame.CASE, case="Trop v. Dulles", who="court", verb="hold", decided="that one thing is so"),
        _fact(Frame.CASE, case="Estelle v. Gamble", decided="that the Second Amendment forbids neglect"),
        _fact(Frame.PROVISION, provision="Fourth Amendment", kind="amendment", predicate="forbids excessive fines"),
        _fact(Frame.PROVISION, provision="Stamp Act", kind="statute", verb="pass", when="In 1764", predicate="x"),
        _fact(Frame.DATE, what="Voting Rights Act", kind="statute", year="1964"),
        _fact(Frame.ACTION, subject="Ronald Reagan", predicate="vetoed the bill in 1996", kind="person"),
    ],
)  # fmt: skip
def test_what_the_table_has_otherwise_is_refused(fact: Fact) -> None:
    candidate = replace(candidates()["which-provision"], facts=(fact,))
    assert said(TABLE_AGREES, candidate) != ""


@pytest.mark.parametrize(
    "fact",
    [
        _fact(Frame.CASE, case="Mapp v. Ohio", year="1961"),
        _fact(Frame.CASE, case="Smith v. Jones", year="1999"),
        _fact(Frame.PROVISION, provision="Eighth Amendment", kind="amendment", predicate="forbids excessive fines"),
        _fact(Frame.DATE, what="Voting Rights Act", kind="statute", year="1965"),
        _fact(Frame.ACTION, subject="Ronald Reagan", predicate="vetoed the bill in 1986", kind="person"),
        _fact(Frame.ACTION, subject="Anna Miller", predicate="vetoed the bill in 1996", kind="person"),
    ],
)  # fmt: skip
def test_what_the_table_has_too_or_does_not_know_passes(fact: Fact) -> None:
    candidate = replace(candidates()["which-provision"], facts=(fact,))
    assert said(TABLE_AGREES, candidate) == ""
