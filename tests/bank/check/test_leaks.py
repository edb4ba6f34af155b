"""One item gives another's key away only where a student could connect the two."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from civicsquiz.bank.check.context import Context
from civicsquiz.bank.check.leaks import IN_FEEDBACK, IN_STEM
from civicsquiz.bank.models import Bank, Choice, Evidence, Item, Option, Stance, TrueFalse
from civicsquiz.source.card import Card
from civicsquiz.source.selector import Selector
from civicsquiz.source.shelf import Source

CARD = Card("essay", "Legal essay on punishment")
MEDICAL = "Which case does the legal essay credit with the standard for prisoners’ medical care?"


def choice(name: str, stem: str, key: str, wrong: str = "Somebody Else", **changes: Any) -> Choice:
    values: dict[str, Any] = {
        "topic": "law",
        "stance": Stance.FACT,
        "rationale": "The passage says so.",
        "evidence": (Evidence("essay", Selector(f"the words that prove {name}")),),
        **changes,
    }
    return Choice(
        id=name, stem=stem, key=Option("k", key), distractors=(Option("d", wrong),), **values
    )


def bank(*items: Item) -> Bank:
    return Bank(id="b", title="B", cards={"essay": CARD}, items=items)


def found(rule: Any, *items: Item) -> list[str]:
    """What a rule says of a bank whose sources are not at hand."""
    context = Context({"essay": Source(CARD)}, datetime.date(2026, 1, 1))
    return [remark.message for remark in rule.check(bank(*items), context)]


def test_a_stem_that_says_the_key_and_the_question_is_a_leak() -> None:
    """The key of one item and rare words of its stem in another's stem: one need only read on."""
    asked = choice("care", MEDICAL, "Estelle v. Gamble")
    leaking = choice(
        "year", "In which year did Estelle v. Gamble decide on medical care for prisoners?", "1976"
    )
    assert found(IN_STEM, asked, leaking) == [
        "the stem of “year” gives away the key of “care”, “Estelle v. Gamble”"
    ]


@pytest.mark.parametrize(
    "stem",
    [
        "In which year was Estelle v. Gamble decided, according to the legal essay?",
        "What does the legal essay quote from Estelle v. Gamble, which case it calls a landmark?",
        "Which Estelle ran the prisons that the prisoners said gave no medical care?",
    ],
)
def test_a_shared_case_name_alone_is_no_leak(stem: str) -> None:
    """A stem that names the case, or half of its name, says nothing of what the other item asks."""
    asked = choice("care", MEDICAL, "Estelle v. Gamble")
    assert found(IN_STEM, asked, choice("other", stem, "1976")) == []


def test_a_surname_is_enough_of_a_person() -> None:
    """ "Warren wrote for four" tells who wrote; so does the full name."""
    who = choice("who", "Which justice wrote of dignity in Trop v. Dulles?", "Earl Warren")
    vote = choice("vote", "How many justices joined what Warren wrote of dignity in Trop?", "Four")
    assert len(found(IN_STEM, who, vote)) == 1


def test_a_surname_that_two_people_have_is_not_enough() -> None:
    """Where options name two Warrens, the surname does not say which."""
    who = choice(
        "who", "Which justice wrote of dignity in Trop v. Dulles?", "Earl Warren", "Charles Warren"
    )
    vote = choice("vote", "How many justices joined what Warren wrote of dignity in Trop?", "Four")
    assert found(IN_STEM, who, vote) == []


def test_a_text_that_names_a_distractor_too_leaves_the_choice_open() -> None:
    """Key and distractor in one sentence: the student still has to know which."""
    who = choice("who", "Which justice wrote of dignity in Trop?", "Earl Warren", "Hugo Black")
    vote = choice(
        "vote", "Did Earl Warren or Hugo Black write of dignity in Trop first?", "Neither"
    )
    assert found(IN_STEM, who, vote) == []


def test_a_small_number_in_passing_is_no_leak() -> None:
    """ "Four" stands in many sentences; alone it answers nothing."""
    vote = choice("vote", "How many justices joined the opinion on dignity in Trop?", "Four")
    text = choice("text", "Which of the four justices wrote the opinion on dignity in Trop?", "X Y")
    assert found(IN_STEM, vote, text) == []


def test_feedback_that_answers_another_item_is_named() -> None:
    """A `why` is read before the next question is asked."""
    who = choice(
        "who", "Which justice wrote of prisoners’ medical care in Estelle?", "Thurgood Marshall"
    )
    other = choice(
        "year", "In which year was Trop decided?", "1958",
        rationale="Marshall wrote of medical care in Estelle much later.",
    )  # fmt: skip
    assert found(IN_FEEDBACK, who, other) == [
        "the rationale of “year” gives away the key of “who”, “Thurgood Marshall”"
    ]
    assert found(IN_STEM, who, other) == []


def test_a_passage_that_both_items_quote_is_no_finding() -> None:
    """The proving passage has the key by its nature; items that share it are kept apart."""
    text = "In the 1958 case of Trop v. Dulles, Earl Warren wrote of dignity"
    shared = (Evidence("essay", Selector(text)),)
    who = choice(
        "who", "Which justice wrote of dignity in Trop v. Dulles?", "Earl Warren", evidence=shared
    )
    part = (Evidence("essay", Selector("In the 1958 case of Trop v. Dulles")),)
    year = choice(
        "year", "In which year did dignity come up in Trop v. Dulles?", "1958", evidence=part
    )
    assert found(IN_FEEDBACK, who, year) == []


def test_another_passage_with_the_key_is_a_finding() -> None:
    """A passage that only the one item quotes gives the other's key away."""
    quoted = (Evidence("essay", Selector("Earl Warren wrote of dignity in Trop v. Dulles")),)
    who = choice("who", "Which justice wrote of dignity in Trop v. Dulles?", "Earl Warren")
    vote = choice("vote", "How many votes did the judgment have in all?", "Five", evidence=quoted)
    assert found(IN_FEEDBACK, who, vote) == [
        "the passage of “vote” gives away the key of “who”, “Earl Warren”"
    ]


def test_true_false_items_have_no_key_to_give_away() -> None:
    """ "True" stands in no text as an answer; their stems can still give another's key away."""
    who = choice("who", "Which justice wrote of dignity in Trop v. Dulles?", "Earl Warren")
    stem = "Earl Warren wrote of dignity in Trop. True or false?"
    said = TrueFalse(
        id="said", topic="law", stance=Stance.FACT, stem=stem, key=True, rationale="It is true.",
        evidence=(Evidence("essay", Selector("words")),),
    )  # fmt: skip
    assert found(IN_STEM, who, said) == [
        "the stem of “said” gives away the key of “who”, “Earl Warren”"
    ]
