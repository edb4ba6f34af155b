"""What every text on government says alike: the list itself, and what proves it."""

from __future__ import annotations

import re

import pytest
from tests.draft.charter import TODAY, article

from civicsquiz.draft.drafting import draft
from civicsquiz.draft.facts import staples


def found(text: str) -> list[str]:
    return [fact["staple"] for fact in staples.extract(article(text))]


@pytest.mark.parametrize(
    ("text", "staple"),
    [
        ("The House of Representatives has the power to impeach the president.", "impeach-chamber"),
        ("Once an official is impeached, the Senate holds a trial.", "impeachment-trial"),
        ("The Senate confirms the judges whom the president chooses.", "confirm-chamber"),
        ("The vice president votes in the Senate only to break a tie.", "breaks-tie"),
        ("Only Congress can declare war.", "declares-war"),
        ("The first ten amendments are known as the Bill of Rights.", "ten-amendments"),
        ("The president is the commander in chief of the armed forces.", "commander"),
        ("The Federal Reserve sets monetary policy for the country.", "monetary-policy"),
        ("In Marbury v. Madison, the Court asserted the power of judicial review.", "judicial-review"),
        ("A writ of certiorari brings a case before the Supreme Court.", "appellate-original"),
        ("Only Maine and Nebraska divide their electoral votes.", "maine-nebraska"),
    ],
)  # fmt: skip
def test_a_staple_is_found(text: str, staple: str) -> None:
    assert found(text) == [staple]


@pytest.mark.parametrize(
    "text",
    [
        "In Texas, the House of Representatives has the power to impeach the governor.",
        "The Senate confirmed judges slowly after the Act of 1990 was passed.",
        "Congress authorized the president to declare war against Britain in 1812.",
        "Congress could not declare war without money.",
        "The governor is commander in chief of the guard of the state.",
        "Shays’ Rebellion worried many people.",
        "Some say the president should not be commander in chief.",
    ],
)
def test_look_alikes_give_nothing(text: str) -> None:
    assert found(text) == []


def test_every_staple_of_the_list_is_whole() -> None:
    assert len(staples.staples()) > 50
    for staple in staples.staples().values():
        assert staple.ask.endswith("?")
        assert staple.why.endswith(".")
        assert 2 <= len(staple.wrong) <= 3
        assert all(why.endswith(".") for _, why in staple.wrong)
        assert re.compile(staple.figure.pattern).groups >= 1
        assert all(len(pattern.pattern) > 3 for pattern in staple.needs)


def test_a_staple_passes_the_gate_and_is_asked_as_the_list_has_it() -> None:
    made = draft([article("Once an official is impeached, the Senate holds a trial.")], TODAY)
    (one,) = made.items
    assert one.item.stem == "Which body holds the trial of an official who has been impeached?"
    assert one.item.key_text == "The Senate"


def test_in_an_article_on_the_states_a_chamber_is_not_of_congress() -> None:
    said = "Bills that raise revenue must originate in the House of Representatives."
    for title, expected in (("How Congress works", ["revenue-bills"]), ("State legislatures", [])):
        text = f"SOURCE: Examples, CC0. TITLE: {title}\n\n{title}\n\n{said} Members vote on them.\n"
        assert found(text) == expected
