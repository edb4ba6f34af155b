"""Figures of government: the list itself, and what proves them."""

from __future__ import annotations

import pytest
from tests.draft.charter import article

from civicsquiz.draft.facts import figures


def found(text: str) -> dict[str, str]:
    return {fact["figure"]: fact["value"] for fact in figures.extract(article(text))}


@pytest.mark.parametrize(
    ("text", "figure", "value"),
    [
        (
            "Congress can override a veto with a two-thirds vote of both houses.",
            "override",
            "two-thirds",
        ),
        ("Amendments must be ratified by three-fourths of the states.", "ratify", "three-fourths"),
        ("The House can impeach an official by a simple majority.", "impeach", "simple majority"),
        ("A candidate needs 270 electoral votes to win.", "electors-to-win", "270"),
        ("The House of Representatives has 435 members.", "house-size", "435"),
        ("Senators serve six-year terms.", "senate-term", "six-year"),
        ("The president must be at least thirty-five years old.", "president-age", "thirty-five"),
        ("Federal judges serve for life.", "judges", "for life"),
        ("The first ten amendments are called the Bill of Rights.", "bill-of-rights", "ten"),
        ("It takes 60 votes in the Senate to invoke cloture.", "cloture-votes", "60"),
        ("The Supreme Court has nine justices.", "justices", "nine"),
        (
            "The Twenty-sixth Amendment lowered the voting age to eighteen.",
            "voting-age",
            "eighteen",
        ),
        ("A senator must be at least 30 years of age.", "senate-age", "30"),
        ("The term of a senator lasts six years.", "senate-term", "six years"),
    ],
)
def test_a_figure_is_found(text: str, figure: str, value: str) -> None:
    assert found(text)[figure] == value


@pytest.mark.parametrize(
    "text",
    [
        "In Texas, lawmakers can override a veto with a two-thirds vote of both houses.",
        "A governor’s veto can be overridden by two-thirds of both houses.",
        "Congress could not override the veto by the two-thirds vote that it needed.",
        "Two-thirds of the voters knew the name of the Speaker.",
        "The city council has nine members, and the court has a clerk.",
        "State senators serve four-year terms.",
        "The House passed 435 bills in that session.",
        "The mayor serves a four-year term, as the president does.",
        "The plan would extend the terms of Senators to ten years.",
        "Some propose that justices should serve for life no more.",
        "He won 538 votes in the county.",
        "She served in the Senate for 30 years and was a senator of note.",
        "The president appoints the director to a four-year term.",
        "The Senate confirms members of the board to six-year terms.",
        "The Democratic majority in the House impeached the official.",
        "Four justices were sick and did hear the case later.",
        "A senator of six years told the president about the trial.",
        "The commission has six members, whom the president appoints for six years.",
    ],
)
def test_look_alikes_give_nothing(text: str) -> None:
    assert found(text) == {}


def test_every_figure_of_the_list_is_whole() -> None:
    for figure in figures.figures().values():
        assert figure.ask.endswith("?")
        assert len(figure.wrong) >= 2
        assert all(why.endswith(".") for _, why in figure.wrong)
        assert figure.figure.groups >= 1
        assert figure.key.replace("{}", "x") not in dict(figure.wrong)
