"""Definitions: what is one, and twice as much of what only looks like one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts import definition_wording, definitions
from civicsquiz.draft.facts.fact import Fact, Frame
from civicsquiz.source.about import card_of
from civicsquiz.source.reading import read


def article(text: str) -> Article:
    path = Path("terms.txt")
    document = read(text.encode(), path)
    return Article(card_of(document, path), document)


def found(sentence: str) -> list[Fact]:
    return list(definitions.extract(article(f"Words of government\n\n{sentence}\n")))


@pytest.mark.parametrize(
    ("sentence", "term", "definition"),
    [
        (
            "A filibuster is a tactic used in the Senate to delay a vote by extending debate.",
            "filibuster",
            "a tactic used in the Senate to delay a vote by extending debate",
        ),
        (
            (
                "Federalism is a system of government in which power is divided between a national "
                "government and state governments."
            ),
            "federalism",
            (
                "a system of government in which power is divided between a national government and "
                "state governments"
            ),
        ),
        (
            (
                "The term gerrymandering refers to the practice of drawing district lines to favor "
                "one party, usually the one in power."
            ),
            "gerrymandering",
            "the practice of drawing district lines to favor one party",
        ),
        (
            "The process by which states draw new district lines is called redistricting.",
            "redistricting",
            "the process by which states draw new district lines",
        ),
        (
            (
                "Presidents have claimed executive privilege, the right to withhold information from "
                "Congress, the courts, or the public."
            ),
            "executive privilege",
            "the right to withhold information from Congress, the courts, or the public",
        ),
        (
            "A grand jury must act before anybody is tried for a felony—a serious crime—in a federal court.",
            "felony",
            "a serious crime",
        ),
        (
            "The states have sovereignty, or supreme and independent authority, over their counties.",
            "sovereignty",
            "supreme and independent authority",
        ),
        (
            (
                "The Senate may end a filibuster by invoking cloture, a procedure that requires the votes "
                "of sixty senators."
            ),
            "cloture",
            "a procedure that requires the votes of sixty senators",
        ),
        (
            "A circuit split occurs when two or more courts of appeals disagree on the same legal question.",
            "circuit split",
            "two or more courts of appeals disagree on the same legal question",
        ),
        (
            (
                "Impeachment is the process by which a federal official, including the president, can be "
                "charged by the House."
            ),
            "impeachment",
            "the process by which a federal official can be charged by the House",
        ),
        (
            (
                "The House has a procedure known as a discharge petition, which forces a bill out of committee "
                "with the signatures of a majority of members."
            ),
            "discharge petition",
            "a procedure which forces a bill out of committee with the signatures of a majority of members",
        ),
    ],
)
def test_a_definition_gives_its_term_and_its_words(
    sentence: str, term: str, definition: str
) -> None:
    (fact,) = found(sentence)
    assert fact.frame is Frame.DEFINITION
    assert (fact["term"], fact["definition"]) == (term, definition)


@pytest.mark.parametrize(
    "sentence",
    [
        "Democracy is a garden that must be watered.",
        "Politics is a game in which the rich win.",
        "Voting is a right that many people take for granted.",
        "Selective incorporation is an ongoing process.",
        "The mayor vetoed the bill, a measure that would raise taxes.",
        "A recount, a process that could take weeks, is expected.",
        "The ruling is a decision that changes everything.",
        "This process, known as redistricting, happens every ten years.",
        "Its members are people who live in the district.",
        "They are called the moderates by people who know the party.",
        "Critics say redistricting is a process by which politicians choose their voters.",
        "Outsourcing is a practice that undermines the rights of workers.",
        "The tariff, a tax of 25 percent on steel, took effect.",
        "The officials described the plan as a bridge, a method for sharing costs.",
        "The president is the person who leads the executive branch.",
        "The law was known as the Patriot Act, a statute that Congress passed in 2001.",
        "In exchange, the states gained more authority over schools.",
        "People have the right to a speedy trial, the right to counsel, and the right to a jury.",
        "Federal courts use a process called judicial review to strike down laws.",
        "The electorate is the group of people eligible to vote in an election.",
        "It protects against self-incrimination, or the right to remain silent.",
        "Justice is the end of government.",
    ],
)
def test_what_only_looks_like_a_definition_gives_nothing(sentence: str) -> None:
    assert found(sentence) == []


def test_slots_are_slices_of_the_article() -> None:
    text = (
        "Words of government\n\nBail is a payment of money that allows a person accused of a crime to "
        "be freed before trial. Laws that open the meetings of officials to all are called sunshine laws.\n"
    )
    made = article(text)
    facts = list(definitions.extract(made))
    assert [fact["term"] for fact in facts] == ["bail", "sunshine laws"]
    for fact in facts:
        for name in ("term", "definition"):
            slot = fact.slot(name)
            assert made.document.text[slot.start : slot.end].lower() == slot.text.lower()
        assert made.document.text[fact.start : fact.end].endswith(".")


WORDS = st.lists(
    st.sampled_from(
        [
            "A",
            "veto",
            "is",
            "the",
            "power",
            "of",
            "that",
            ",",
            "—",
            "or",
            "called",
            "known as",
            "which",
            "(X)",
            "“",
            "”",
            "refers to",
            "when",
            "occurs",
            "laws",
            "are",
            ";",
            ":",
            "by",
            "invoking",
        ]
    ),
    max_size=30,
)


@given(WORDS)
def test_no_run_of_words_breaks_it(words: list[str]) -> None:
    made = article("Words\n\nIt began. " + " ".join(words) + ".\n")
    for fact in definitions.extract(made):
        assert fact["term"]
        assert fact["definition"]


def test_what_makes_the_term_is_not_left_out_of_its_definition() -> None:
    bail = (
        "Bail is an amount of money to be paid by a person accused of a crime or by a friend of that person in exchange for"
        " release from jail until trial."
    )
    assert [fact["definition"].endswith("until trial") for fact in found(bail)] in ([True], [])
    tariff = "Tariffs are taxes levied on imports and are designed to help makers at home."
    assert [fact["definition"] for fact in found(tariff)] == ["taxes levied on imports"]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("the courts check all acts of government", False),
        ("the right to privacy erects a barrier between people and an intrusive government", False),
        ("the power of the courts to check all acts of government", True),
        ("drawing the lines of districts to favor a party", True),
    ],
)
def test_a_clause_is_no_noun_phrase(text: str, *, whole: bool) -> None:
    assert definition_wording.complete(text) is whole


def test_a_situation_is_called_by_the_kind_of_thing_that_the_term_is() -> None:
    text = "Referendums are a form of direct democracy, in which people decide issues themselves at the polls."
    (fact,) = found(text)
    assert fact["definition"].startswith("a system in which people decide")


@pytest.mark.parametrize(
    "text",
    [
        "Civil rights refer to the right to freedom from discrimination based on who one is or on what one believes.",
        "A coalition government is an alliance of parties that, by agreeing to work together, hold a majority.",
        "PACs through which unions can spend unlimited amounts of money are called super PACs.",
        "One trouble is federalism, in which the attention of the people is split between two levels.",
        "Nations with federal systems, in which national and state governments often share views, are many.",
    ],
)
def test_what_breaks_off_or_only_may_happen_is_no_definition(text: str) -> None:
    assert not any(
        fact["definition"].endswith(("based", "together")) or "PAC" in fact["definition"].upper() or "split" in fact["definition"]
        or "often" in fact["definition"]
        for fact in found(text)
    )  # fmt: skip


def test_a_definition_ends_before_and_among_other_things() -> None:
    text = "Categorical grants are federal transfers that limit how states may spend money, among other things."
    (fact,) = found(text)
    assert fact["definition"] == "federal transfers that limit how states may spend money"


def test_what_its_is_of_stands_in_the_definition() -> None:
    assert definition_wording.unowned("affairs people who represent its interests in a state")
    assert not definition_wording.unowned("the idea that a government must obey its laws")
