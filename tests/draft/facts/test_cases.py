"""Court cases: what was decided in them, told in the shapes that are known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.draft.charter import article

from civicsquiz.draft.facts import cases
from civicsquiz.draft.facts.fact import Fact


def decided(text: str) -> list[Fact]:
    return [fact for fact in cases.extract(article(text)) if fact["decided"]]


@pytest.mark.parametrize(
    ("text", "case", "shape", "verb", "said"),
    [
        (
            "In Mapp v. Ohio (1961), the Supreme Court extended the exclusionary rule to the states.",
            "Mapp v. Ohio", "court", "extend", "the exclusionary rule to the states",
        ),
        (
            "In the landmark 1963 case Gideon v. Wainwright, the Court held that states must provide lawyers to poor defendants.",
            "Gideon v. Wainwright", "court", "hold", "that states must provide lawyers to poor defendants",
        ),
        (
            "In a 5–4 decision in Miranda v. Arizona, the Warren Court ruled that police must inform suspects of their rights.",
            "Miranda v. Arizona", "court", "rule", "that police must inform suspects of their rights",
        ),
        (
            "The U.S. Supreme Court ruled in Near v. Minnesota that officials may not close a newspaper in advance.",
            "Near v. Minnesota", "court", "rule", "that officials may not close a newspaper in advance",
        ),
        (
            "Loving v. Virginia (1967) struck down state bans on interracial marriage.",
            "Loving v. Virginia", "case", "strike", "struck down state bans on interracial marriage",
        ),
        (
            "The Supreme Court’s decision in Brown v. Board of Education led to new schools in many districts.",
            "Brown v. Board of Education", "decision", "lead", "led to new schools in many districts",
        ),
        (
            "It was only in the McDonald v. Chicago case that the Supreme Court incorporated the Second Amendment into state law.",
            "McDonald v. Chicago", "court", "incorporate", "the Second Amendment into state law",
        ),
        (
            "That rule comes from Tinker v. Des Moines (1969), in which three students wore black armbands to school.",
            "Tinker v. Des Moines", "facts", "", "three students wore black armbands to school",
        ),
        (
            "The decision in Wickard v. Filburn expanded the power of Congress over trade.",
            "Wickard v. Filburn", "decision", "expand", "expanded the power of Congress over trade",
        ),
        (
            "The Court recognized a right to counsel in Gideon v. Wainwright.",
            "Gideon v. Wainwright", "did", "recognize", "a right to counsel",
        ),
    ],
)  # fmt: skip
def test_what_was_decided_is_found(text: str, case: str, shape: str, verb: str, said: str) -> None:
    (fact,) = decided(text)
    assert (fact["case"], fact["shape"], fact["verb"], fact["decided"]) == (case, shape, verb, said)


def test_a_slot_is_a_slice_of_the_text() -> None:
    made = article(
        "In Mapp v. Ohio (1961), the Court extended the exclusionary rule to the states."
    )
    for fact in cases.extract(made):
        for slot in fact.slots:
            if slot.start >= 0:
                assert made.document.text[slot.start : slot.end] == slot.text


def test_that_case_is_the_one_of_the_sentence_before() -> None:
    (fact,) = decided(
        "Many remember Estelle v. Gamble. In that case, the Court established a standard for the "
        "medical care of prisoners."
    )
    assert fact["case"] == "Estelle v. Gamble"
    assert fact.also


def test_what_only_a_plurality_said_the_court_did_not_hold() -> None:
    text = "Many remember Trop v. Dulles. In that case, the Court reversed a judgment on citizenship of soldiers."
    assert decided(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Brown v. Board of Education (1954) overturned Plessy v. Ferguson (1896).",
        "In Roe v. Wade, the Court decided one thing, and in Dobbs v. Jackson Women’s Health Organization another.",
        "In Shelby County v. Holder (2013), the Supreme Court agreed.",
        "In Gideon v. Wainwright (1964), the Court held that states must provide lawyers to poor defendants.",
        "In Smith v. Jones, the Court held that a fence between two gardens belongs to both.",
        "Critics say that Mapp v. Ohio allowed guilty people to walk free.",
        "In Mapp v. Ohio, the Supreme Court reversed the decision.",
        "In Mapp v. Ohio, we learn that evidence may be thrown out by courts.",
        "Unlike in Mapp v. Ohio, the Court upheld the search of a car by officers.",
        "In Trop v. Dulles, the Court held that citizenship cannot be taken from soldiers.",
        "In Miranda v. Arizona, he confessed to a crime at the police station.",
        "As in Terry v. Ohio, the Court allowed officers to search a person.",
        "In Gideon v. Wainwright, the Court said that Gideon must be given a lawyer.",
        "The Iowa Supreme Court ruled in Katz v. United States that a booth is private.",
    ],
)
def test_look_alikes_give_nothing(text: str) -> None:
    assert decided(text) == []


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200))
def test_any_text_is_read(text: str) -> None:
    made = article(
        f"In Mapp v. Ohio (1961), the Court {text} ruled that {text}. In that case, the Court {text}."
    )
    for fact in cases.extract(made):
        slot = fact.slot("case")
        assert slot.start < 0 or made.document.text[slot.start : slot.end] == slot.text


def test_a_year_counts_only_where_the_table_agrees() -> None:
    right, wrong = "Mapp v. Ohio (1961) is well known.", "Mapp v. Ohio (1962) is well known."
    assert [fact["year"] for fact in cases.extract(article(right))] == ["1961"]
    assert list(cases.extract(article(wrong))) == []
