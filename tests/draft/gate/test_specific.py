"""The rules on what is said of a law, a case or an office, each with what it objects to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.draft.charter import article
from tests.draft.gate.making import candidate, ground, with_stem

from civicsquiz.bank.models import Evidence
from civicsquiz.draft.facts import provisions
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.gate import specific
from civicsquiz.draft.gate.rule import Ground
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.source.selector import Selector


def of_law(name: str, kind: str, predicate: str) -> Candidate:
    slots = (Slot("provision", name), Slot("kind", kind), Slot("predicate", predicate))
    fact = Fact(Frame.PROVISION, article().card.id, slots, 0, 10, 0)
    return candidate(claims={"predicate": predicate}, fact=fact)


@pytest.mark.parametrize(
    ("name", "kind", "predicate"),
    [
        ("Social Security Act", "statute", "established programs intended to help the most vulnerable"),
        ("Social Security Act", "statute", "gave state and local officials wide discretion over eligibility and benefit levels"),
        ("USA PATRIOT Act", "statute", "created new means"),
        ("Sunshine Act", "statute", "allows for exceptions"),
        ("Espionage Act", "statute", "was passed by a democratically elected legislature and enforced by a democratically elected president"),
        ("Articles of Confederation", "document", "had given the national government the power to coin money"),
        ("Twenty-fourth Amendment", "amendment", "abolished the use of poll taxes"),
        ("Fifteenth Amendment", "amendment", "expanded the right to vote to Black Americans"),
        ("USA PATRIOT Act", "statute", "granted increased authority to the Federal Bureau of Investigation"),
        ("Equal Protection Clause", "clause", "was passed to prevent the kind of discrimination that shaped the country"),
        ("Sixth Amendment", "amendment", "contains the provisions that govern criminal trials"),
        ("Great Compromise", "document", "created a bicameral Congress that was partly national"),
    ],
)  # fmt: skip
def test_what_fits_others_is_refused(name: str, kind: str, predicate: str) -> None:
    assert specific.SPECIFIC.check(of_law(name, kind, predicate), ground())


@pytest.mark.parametrize(
    ("name", "kind", "predicate"),
    [
        ("Fair Labor Standards Act", "statute", "established a federal minimum wage"),
        ("Taft-Hartley Act", "statute", "limited the power of unions, which had grown in size"),
        ("Articles of Confederation", "document", "authorized a unicameral legislature"),
        ("Twenty-fourth Amendment", "amendment", "banned poll taxes in federal elections"),
        ("Seventh Amendment", "amendment", "guarantees juries in civil cases"),
        ("Fifteenth Amendment", "amendment", "gave the vote to African American men"),
        ("Federal Reserve Act", "statute", "was passed to regulate the banking industry"),
        (
            "Great Compromise",
            "document",
            "proposed a bicameral congress with members apportioned differently",
        ),
    ],
)
def test_what_is_of_one_law_is_let_pass(name: str, kind: str, predicate: str) -> None:
    assert specific.SPECIFIC.check(of_law(name, kind, predicate), ground()) == ""


def test_what_many_cases_decided_is_refused() -> None:
    slots = (
        Slot("case", "Korematsu v. United States"),
        Slot("decided", "the actions of the government as a necessary precaution in a time of war"),
    )
    vague = Fact(Frame.CASE, article().card.id, slots, 0, 10, 0)
    assert specific.SPECIFIC.check(candidate(rule="case-which@3", fact=vague), ground())
    told = Fact(
        Frame.CASE, article().card.id, (slots[0], Slot("decided", "the order to remove Japanese Americans")), 0, 10, 0
    )  # fmt: skip
    assert specific.SPECIFIC.check(candidate(rule="case-which@3", fact=told), ground()) == ""


@pytest.mark.parametrize(
    ("case", "decided", "refused"),
    [
        ("United States v. Cruikshank", "the Enforcement Act of 1870", True),
        ("Barron v. Baltimore", "that the Bill of Rights applied only to actions by the federal government", False),
        ("United States v. E. C. Knight Co.", "that Congress lacked the authority to regulate manufacturing", False),
    ],
)  # fmt: skip
def test_what_was_decided_is_known_of_the_case(case: str, decided: str, refused: bool) -> None:
    slots = (Slot("case", case), Slot("decided", decided))
    fact = Fact(Frame.CASE, article().card.id, slots, 0, 10, 0)
    one = candidate(rule="case-which@3", fact=fact)
    assert bool(specific.SPECIFIC.check(one, ground())) is refused


@pytest.mark.parametrize(
    ("predicate", "refused"),
    [
        ("let slavery grow because each state held so much power", True),
        ("allowed slavery to flourish in the southern states", True),
        ("forbids what is done “because of race”", False),
        ("allows Congress to tax incomes", False),
    ],
)
def test_why_a_law_had_some_effect_is_not_asked(predicate: str, refused: bool) -> None:
    one = candidate(claims={"predicate": predicate})
    assert bool(specific.PLAIN_EFFECT.check(one, ground())) is refused


@pytest.mark.parametrize(
    ("quoted", "key", "refused"),
    [
        ("Bush nominated Clarence Thomas", "George H. W. Bush", True),
        ("President George Bush nominated Clarence Thomas", "George H. W. Bush", True),
        ("George H. W. Bush nominated Clarence Thomas", "George H. W. Bush", False),
        ("President Johnson signed the act", "Lyndon B. Johnson", True),
        ("President Lyndon Johnson signed the act", "Lyndon B. Johnson", False),
        ("President Obama signed the act", "Barack Obama", False),
    ],
)
def test_which_of_two_presidents_is_said(quoted: str, key: str, refused: bool) -> None:
    one = candidate("Which president signed the act into law?", key, rule="who-signed@1")
    evidence = (Evidence("rights", Selector(quoted)),)
    one = replace(one, item=replace(one.item, evidence=evidence))
    assert bool(specific.WHICH_PRESIDENT.check(one, ground())) is refused


def test_what_an_office_does_is_told_by_two_words_or_is_a_power() -> None:
    few = candidate(rule="who-does@3", claims={"predicate": "makes laws"})
    power = candidate(rule="who-does@3", claims={"predicate": "has the power to make laws"})
    assert specific.SPECIFIC.check(few, ground())
    assert specific.SPECIFIC.check(power, ground()) == ""


@pytest.mark.parametrize(
    ("stem", "refused"),
    [
        ("Which law assigned Native Americans the most arid, useless land?", True),
        ("Which law contained a massive relief package for the states?", True),
        ("In which case did Native Americans realize the most important advancement in rights?", True),
        ("Which law gave the most votes to the states with most people?", False),
        ("Which amendment guarantees juries in most civil cases?", False),
    ],
)  # fmt: skip
def test_an_opinion_is_no_fact(stem: str, refused: bool) -> None:
    assert bool(specific.NEUTRAL.check(with_stem(stem), ground())) is refused


def test_what_ages_is_refused() -> None:
    assert specific.LASTING.check(with_stem("Which law has only been used twice?"), ground())
    assert specific.LASTING.check(with_stem("Which law is used for trials?"), ground()) == ""


def test_a_stem_does_not_begin_with_what_was_said_before() -> None:
    leaning = "In addition to free speech, which amendment grants a right to assemble?"
    assert specific.BARE.check(with_stem(leaning), ground())
    assert specific.BARE.check(with_stem("In 1791, which amendment was ratified?"), ground()) == ""
    whole = "Which amendment protects people against unreasonable searches?"
    assert specific.BARE.check(with_stem(whole), ground()) == ""


@pytest.mark.parametrize(
    ("stem", "refused"),
    [
        ("Which law prohibits use of the funds for elections-related lawsuits?", True),
        ("Which law made grants available to CNMI?", True),
        ("Which law authorized money for voting machines in FY2003?", True),
        ("Which law granted wide powers to the FBI and other agencies?", False),
        ("Which law set aside the funds of the states for roads?", False),
    ],
)
def test_a_stem_leaves_nothing_open(stem: str, refused: bool) -> None:
    assert bool(specific.BARE.check(with_stem(stem), ground())) is refused


@pytest.mark.parametrize(("year", "refused"), [("1955", True), ("1951", False), ("1796", False)])
def test_a_passage_does_not_misdate_its_amendment(year: str, refused: bool) -> None:
    made = article(f"The Twenty-second Amendment ({year}) limits the president to two terms.")
    (fact,) = provisions.extract(made)
    one = candidate(fact=fact, claims={"predicate": fact["predicate"]})
    assert bool(specific.WELL_DATED.check(one, Ground({made.card.id: made}, (fact,)))) is refused
