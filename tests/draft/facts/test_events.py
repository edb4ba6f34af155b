"""Events and counts out of news: exactly what is told, and nothing of what looks like it."""

from __future__ import annotations

import pytest
from tests.draft.news import news

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts import counts, events
from civicsquiz.draft.facts.fact import Fact


def asked(text: str) -> list[tuple[str, str]]:
    return [(fact["way"], fact["asked"]) for fact in events.extract(news(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On Monday, Abraham Lincoln signed the Homestead Act.",
         [("subject", "Abraham Lincoln"), ("object", "Homestead Act")]),
        ("The lawsuit was filed in the U.S. District Court on Friday.", [("object", "U.S. District Court")]),
        ("The last draft of men took place in 1973 during the Vietnam War.",
         [("object", "Vietnam War")]),
        ("The states ratified the Nineteenth Amendment in 1920.",
         [("object", "Nineteenth Amendment"), ("year", "1920")]),
        ("The House Oversight and Reform Committee authorized the subpoenas.",
         [("subject", "House Oversight and Reform Committee")]),
        ("The sergeant ruled the list violated the Due Process Clause of the Constitution.",
         [("object", "Due Process Clause")]),
    ],
)  # fmt: skip
def test_what_can_be_asked_for(text: str, found: list[tuple[str, str]]) -> None:
    assert [one for one in asked(text) if one in found] == found


@pytest.mark.parametrize(
    "text",
    [
        "Abraham Lincoln also signed the Homestead Act for the farmers.",
        "According to reports, Abraham Lincoln signed the act for farmers.",
        "Abraham Lincoln may have signed the act for the farmers.",
        "Abraham Lincoln was convicted of the theft of a law book.",
        "Abraham Lincoln said the act was needed by the farmers.",
        "He signed the act that gave land to all the farmers.",
        "Why Abraham Lincoln signed the act for the farmers?",
        "Abraham Lincoln did not sign the act for the farmers.",
    ],
)
def test_who_did_it_is_not_asked(text: str) -> None:
    assert "subject" not in [way for way, _ in asked(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The plan drew on the Homestead Act’s rules for the new farmers.",
        "The plan joined the Homestead Act and the Pacific Railway Act.",
        "The votes were counted in Maine and in Ohio by the clerks.",
        "The cost of a campaign was two million dollars in 2020.",
        "Rural voters chose him at higher rates than they had in 2012.",
        "The book tells of the trial that was held in 1868 by the Senate.",
    ],
)
def test_no_one_name_or_year_is_asked_for(text: str) -> None:
    assert asked(text) == []


def counted(text: str) -> list[Fact]:
    return list(counts.extract(news(text)))


@pytest.mark.parametrize(
    ("text", "number", "what"),
    [
        ("On December 18, the House passed two articles of impeachment.", "two", "articles"),
        ("The members chose her as Speaker with 220 votes on Friday.", "220", "votes"),
        ("Members of the House are elected for two-year terms.", "two", "years of a term"),
        ("Women hold about 28 percent of legislative seats.", "28 percent", "percent of legislative seats"),
        ("The Senate approved the treaty by a vote of 53-47.", "53-47", "votes for and against"),
        ("A simple majority of the House is needed to impeach an official.", "A simple majority", ""),
        ("A total of at least 1,991 delegates are needed to win the nomination.", "1,991", "delegates"),
    ],
)  # fmt: skip
def test_a_figure_with_what_it_counts(text: str, number: str, what: str) -> None:
    (fact,) = counted(text)
    assert (fact["asked"], fact["what"]) == (number, what)
    slot = fact.slot("asked")
    assert news(text).document.text[slot.start : slot.end] == number


@pytest.mark.parametrize(
    "text",
    [
        "Over 100 members signed the open letter to the officials.",
        "The first two articles were passed by the whole House.",
        "The House passed two or three articles of impeachment.",
        "The Senate met for nine hours and adjourned the session.",
        "A poll found that 64 percent of voters knew the governor.",
        "More than half of the members were elected by the party.",
        "The House counted 235 Democrats and 199 Republicans as members.",
        "The primary of the state represents 84 delegates in all.",
        "In the history of the nation two presidents have been impeached.",
        "The House may pass two articles of impeachment by then.",
    ],
)
def test_no_figure_that_is_loose_or_worth_nothing(text: str) -> None:
    assert counted(text) == []


def test_slots_are_where_they_say() -> None:
    article: Article = news("On Friday, Abraham Lincoln, the president, signed the Homestead Act.")
    for fact in events.extract(article):
        slot = fact.slot("asked")
        assert article.document.text[slot.start : slot.end] == slot.text
