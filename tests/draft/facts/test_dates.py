"""Laws with their years: only where the table has the same."""

from __future__ import annotations

import pytest
from tests.draft.charter import article

from civicsquiz.draft.facts import dates


def found(text: str) -> list[tuple[str, str]]:
    return [(fact["what"], fact["year"]) for fact in dates.extract(article(text))]


@pytest.mark.parametrize(
    ("text", "what", "year"),
    [
        ("The Voting Rights Act of 1965 changed much.", "Voting Rights Act of 1965", "1965"),
        ("The Fourteenth Amendment (1868) is a long one.", "Fourteenth Amendment", "1868"),
        (
            "Congress passed the Freedom of Information Act in 1966.",
            "Freedom of Information Act",
            "1966",
        ),
    ],
)
def test_a_dated_law_is_found(text: str, what: str, year: str) -> None:
    assert found(text) == [(what, year)]


@pytest.mark.parametrize(
    "text",
    [
        "The Fourteenth Amendment (1870) is a long one.",
        "Congress passed the Freedom of Information Act in 1967.",
        "In 1966 people spoke about the Freedom of Information Act.",
        "Congress passed the Freedom of Information Act in 1966 and changed it in 1974.",
        "The Sunshine and Rain Act of 1999 was passed by Congress in 1999.",
        "In the 1960s Congress passed the Freedom of Information Act.",
    ],
)
def test_look_alikes_give_nothing(text: str) -> None:
    assert found(text) == []
