"""Figures of government: the list itself, and what proves them."""

from __future__ import annotations

import re

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
        ("Members of the House serve two-year terms.", "house-term", "two-year"),
        ("There are 538 electoral votes.", "electors", "538"),
        ("Each state elects two senators.", "senators-a-state", "two"),
        ("The president is elected to a four-year term.", "president-term", "four-year"),
        (
            "A vote of two-thirds of the senators is needed to convict an official who is impeached.",
            "convict",
            "two-thirds",
        ),
        ("The Senate consents to a treaty by a two-thirds vote.", "treaty", "two-thirds"),
        (
            "An amendment is proposed by two-thirds of both houses of Congress.",
            "propose",
            "two-thirds",
        ),
        ("A census is taken every ten years.", "census", "ten years"),
        ("The president has ten days to sign or veto a bill.", "sign-days", "ten"),
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
        "It took 60 votes in the Senate to invoke cloture on a nominee, and then only 51.",
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
        "The first ten amendments had been ratified by three-fourths of the states in those years.",
        "Many of the first ten amendments have a forerunner in the English Bill of Rights.",
        "The Senate debated the treaty while two-thirds of it was still unread.",
        "Two-thirds of the members of Congress spoke when amendments were proposed, and two-thirds of them left.",
        "The House grew until it had 435 members.",
        "Four of the nine justices dissented from that ruling of the court.",
        "The Virginia Plan spoke of two senators, whom each state would choose.",
        "The convention agreed on a president who would serve a four-year term.",
        "The War Powers Resolution gave the president the first say, for the first sixty days.",
        "She won 270 of the electoral votes that were counted that night.",
        "Sixty members spoke on the filibuster before the votes were cast.",
        "Congress overrode the veto of 1947 by a two-thirds vote of both houses.",
        "The lifetime tenure of the justices was much discussed.",
        "The majority in the House impeached the official within a day.",
        "A clerk at the Senate, 30 years old, read the bill.",
        "A guard at the House, 25 years old, read the bill.",
        "A driver of the president, 35 years old, heard the news.",
        "The House was home to a citizen for seven years.",
        "The Senate was home to a citizen for nine years.",
        "The president was away for ten days, and the bill was signed at home.",
        "The Senate wrote to one hundred members of the club.",
        "A census was taken, and ten years later the town was gone.",
        "The Constitution was amended after twenty-seven failed amendments had been proposed.",
        "The voting age was debated by eighteen members.",
        "The federal judges heard of two prison sentences for life.",
    ],
)
def test_look_alikes_give_nothing(text: str) -> None:
    assert found(text) == {}


def test_every_figure_of_the_list_is_whole() -> None:
    for figure in figures.figures().values():
        assert figure.ask.endswith("?")
        assert len(figure.wrong) >= 2
        assert all(why.endswith(".") for _, why in figure.wrong)
        assert re.compile(figure.figure.pattern).groups >= 1
        assert figure.key.replace("{}", "x") not in dict(figure.wrong)
