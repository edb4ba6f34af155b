"""Acts of which the table knows both ends, and lines of the table that a sentence proves."""

from __future__ import annotations

import pytest
from tests.draft.charter import TODAY, article

from civicsquiz.draft.drafting import draft
from civicsquiz.draft.facts import abouts, table_acts


def found(text: str) -> list[tuple[str, str, str]]:
    return [(fact["act"], fact["who"], fact["what"]) for fact in table_acts.extract(article(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 2010, President Barack Obama signed into law the Affordable Care Act.",
            ("signed", "Barack Obama", "Affordable Care Act"),
        ),
        (
            "The Freedom of Information Act was signed by President Lyndon B. Johnson.",
            ("signed", "Lyndon B. Johnson", "Freedom of Information Act"),
        ),
        (
            "President Ronald Reagan nominated Sandra Day O’Connor to the Court.",
            ("nominated", "Ronald Reagan", "Sandra Day O’Connor"),
        ),
        (
            "In 1863, Abraham Lincoln issued the Emancipation Proclamation.",
            ("issued", "Abraham Lincoln", "Emancipation Proclamation"),
        ),
        ("Thomas Paine wrote Common Sense in 1776.", ("wrote", "Thomas Paine", "Common Sense")),
    ],
)
def test_an_act_is_found(text: str, expected: tuple[str, str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "President George W. Bush signed the Affordable Care Act.",
        "President Bill Clinton nominated Sandra Day O’Connor to the Court.",
        "President Barack Obama did not sign the Affordable Care Act in haste.",
        "Barack Obama met Joe Biden, and the Affordable Care Act was debated.",
        "James Madison wrote Common Sense.",
    ],
)
def test_what_the_table_does_not_confirm_is_no_act(text: str) -> None:
    assert found(text) == []


def test_the_others_were_president_in_other_years() -> None:
    made = draft(
        [article("In 2010, President Barack Obama signed into law the Affordable Care Act.")], TODAY
    )
    (one,) = [one for one in made.tray if one.kind == "who-signed"]
    assert one.item.stem == "Which president signed the Affordable Care Act into law?"
    assert one.item.key_text == "Barack Obama"
    assert all("was president in other years" in option.why for option in one.item.options[1:])


def test_a_sentence_proves_what_the_table_says_of_a_law() -> None:
    told = "The Tenure of Office Act kept the president from a removal of officials; it set limits on it."
    (fact,) = abouts.extract(article(told))
    assert fact["what"] == "Tenure of Office Act"
    made = draft([article(told)], TODAY)
    (one,) = [one for one in made.tray if one.kind == "about"]
    assert (
        one.item.stem == "Which law dealt with limits on the president’s power to remove officials?"
    )


@pytest.mark.parametrize(
    "text",
    [
        "The Tenure of Office Act was much talked about in Congress.",
        "The Immigration Act of 1924 came after an Emergency Quota Act and a National Origins Act.",
    ],
)
def test_a_name_alone_proves_nothing(text: str) -> None:
    assert list(abouts.extract(article(text))) == []
