"""Offices: what is held, in one form, and what is not held (any more, yet, or by this person)."""

from __future__ import annotations

import pytest
from tests.draft.charter import article

from civicsquiz.draft.facts import offices


def found(text: str) -> list[tuple[str, str]]:
    made = article(f"A report\n\n{text}\n")
    return [(fact["person"], fact["office"]) for fact in offices.extract(made)]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Secretary of State Carla Reyes met the king.", "Secretary of State"),
        ("Carla Reyes, the secretary of state, met the king.", "Secretary of State"),
        ("The Secretary of State, Carla Reyes, met the king.", "Secretary of State"),
        ("Commerce Secretary Carla Reyes met the king.", "Secretary of Commerce"),
        ("Ohio Governor Carla Reyes signed the bill.", "Governor of Ohio"),
        ("Carla Reyes, the governor of Ohio, signed the bill.", "Governor of Ohio"),
        ("French President Carla Reyes met the king.", "President of France"),
        ("House Speaker Carla Reyes met the king.", "Speaker of the House"),
        ("Senate Majority Leader Carla Reyes met the king.", "Senate Majority Leader"),
        ("U.S. Attorney General Carla Reyes met the king.", "U.S. Attorney General"),
        ("The Vice President, Carla Reyes, spoke.", "Vice President of the United States"),
    ],
)
def test_an_office_has_one_form(text: str, office: str) -> None:
    assert found(text) == [("Carla Reyes", office)]


@pytest.mark.parametrize(
    "text",
    [
        "Former Secretary of State Carla Reyes met the king.",
        "Carla Reyes, the former secretary of state, met the king.",
        "Carla Reyes, then secretary of state, met the king.",
        "Then-Secretary of State Carla Reyes left.",
        "Deputy Secretary of State Carla Reyes met the king.",
        "Assistant Secretary of State Carla Reyes met the king.",
        "Acting Attorney General Carla Reyes met the king.",
        "Secretary of State nominee Carla Reyes met the king.",
        "Carla Reyes, a candidate for governor of Ohio, met the king.",
        "Carla Reyes, the wife of the governor of Ohio, met the king.",
        "Governor-elect Carla Reyes met the king.",
        "The secretary of state met Carla Reyes, the lawyer, on Monday.",
        "President Carla Reyes of the Teachers Union met the king.",
        "Company President Carla Reyes met the king.",
        "Vice presidential candidate Carla Reyes met the king.",
        "Secretaries of State Carla Reyes and Anna Miller met.",
    ],
)
def test_no_office_that_is_not_held(text: str) -> None:
    assert found(text) == []


def test_who_was_in_office_once_is_so_throughout_the_article() -> None:
    assert found("Secretary of State Carla Reyes spoke. Former secretary Carla Reyes left.") == []


def test_the_family_is_that_of_the_form() -> None:
    assert offices.family_of("Governor of Ohio") == "governor"
    assert offices.family_of("Baker of Ohio") == ""
