"""Acts that news tells of, and offices that it names people with: what is one, and what is none."""

from __future__ import annotations

import re

import pytest
from tests.draft.news import made, news

from civicsquiz.draft.facts import acts, acts_offices
from civicsquiz.draft.facts.acts_seats import SEATS


def rules(text: str, title: str = "Lawmakers meet in Washington") -> list[str]:
    return [fact["rule"] for fact in acts.extract(news(text, title))]


def seats(text: str, title: str = "Lawmakers meet in Washington") -> list[tuple[str, str]]:
    return [(fact["holder"], fact["office"]) for fact in acts_offices.extract(news(text, title))]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("On Friday, President Donald Trump vetoed the farm bill in Washington.", "veto"),
        ("The Senate passed the Water Resources Development Act by 95 to 3.", "senate-passes"),
        ("On December 18, the House passed two articles of impeachment.", "impeach-next"),
        ("President Donald Trump issued seven pardons on Tuesday.", "pardon"),
        ("Governor Jane Roe vetoed the bill on school meals in March.", "governor-vetoes"),
        ("A federal judge in Texas struck down the rule on overtime.", "strike-down"),
        ("The Senate confirmed 203 of the nominees of President Bush.", "senate-confirms"),
        ("Voters in the state approved a ballot measure on parks.", "initiative"),
    ],
)
def test_an_act_is_found(text: str, rule: str) -> None:
    assert rule in rules(text)


@pytest.mark.parametrize(
    "text",
    [
        "President Michel Temer vetoed the farm bill in the capital.",
        "The Texas Senate passed the Water Resources Development Act.",
        "The president of the company vetoes nothing, Parliament was told.",
        "The Supreme Court of the United Kingdom struck down the order.",
        "The Senate would have passed the Water Resources Development Act.",
        "He said: “The Senate passed the Water Resources Development Act.”",
        "The Senate passed the Murder Victims Act by 95 to 3.",
    ],
)
def test_another_country_s_a_state_s_or_a_doubtful_act_is_none(text: str) -> None:
    assert rules(text) == []


def test_a_textbook_tells_no_news() -> None:
    text = "The Senate passed the Water Resources Development Act by 95 to 3."
    assert list(acts.extract(made(f"{text}\n"))) == []
    assert rules(text, "Senator dies at home") == []


def test_a_line_is_quoted_only_where_it_is_clear_alone() -> None:
    said = news("On Friday, the Senate passed the Water Resources Development Act.", "Lawmakers")
    (fact,) = acts.extract(said)
    assert fact["line"] == "the Senate passed the Water Resources Development Act."
    (fact,) = acts.extract(news("It is that bill on which President Trump’s veto fell.", "A bill"))
    assert fact["rule"] == "veto"
    assert not fact["line"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "U.S. District Judge Gray Miller ruled on the draft.",
            ("Gray Miller", "a United States district judge"),
        ),
        (
            "Maryland Gov. Larry Hogan met with lawmakers.",
            ("Larry Hogan", "governor of Maryland"),
        ),
        (
            "The plan came from Sen. Debbie Stabenow (D-Mich.) last week.",
            ("Debbie Stabenow", "a United States senator"),
        ),
        (
            "The plan came from President Trump last week.",
            ("Donald Trump", "president of the United States"),
        ),
    ],
)
def test_an_office_is_found(text: str, expected: tuple[str, str]) -> None:
    assert seats(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Former U.S. District Judge Gray Miller spoke of the draft.",
        "Acting FBI Director Andrew McCabe met with lawmakers.",
        "The plan came from President Barack Obama last week.",
        "The plan came from President Michel Temer last week.",
        "The plan came from Sen. Debbie Stone (D-Springfield) last week.",
        "Ohio Secretary of State Jon Husted met with lawmakers.",
        "In 1998, U.S. District Judge Gray Miller ruled on the draft.",
        "Education Secretary Pedro Rivera met with Gov. Tom Wolf.",
    ],
)
def test_a_past_a_foreign_or_a_state_s_office_is_none(text: str) -> None:
    assert not [one for one in seats(text) if not one[1].startswith("governor")]


def test_every_rule_of_the_list_is_whole() -> None:
    for act in acts.acts().values():
        assert act.ask.endswith("?"), act.name
        assert len(act.wrong) >= 2, act.name
        assert act.level in ("federal", "state", "any"), act.name
        assert re.match(r"[A-Z]", act.because), act.name
    assert len({seat.way for seat in SEATS}) == 9
