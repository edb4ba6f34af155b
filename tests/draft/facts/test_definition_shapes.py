"""What a relative clause, a bracket, “that is” or the beginning of a sentence says of a term."""

from __future__ import annotations

import pytest

from civicsquiz.draft.article import Sentence
from civicsquiz.draft.facts.definition_places import free
from civicsquiz.draft.facts.definition_shapes import shaped
from civicsquiz.draft.facts.phrases import Found


def said(text: str) -> list[Found]:
    return list(shaped(Sentence(text, 0, len(text), 1, 0, 0)))


@pytest.mark.parametrize(
    ("sentence", "term", "words"),
    [
        (
            "The clerk keeps the docket, which is the list of cases that a court will hear.",
            "docket",
            "the list of cases that a court will hear",
        ),
        (
            "Prices rose, and inflation (a general rise in prices) worried the council.",
            "inflation",
            "a general rise in prices",
        ),
        (
            "The town held a referendum—that is, putting a measure to a popular vote of all.",
            "referendum",
            "putting a measure to a popular vote of all",
        ),
        (
            "The act protects whistleblowers, those who report misdeeds within an organization.",
            "whistleblowers",
            "those who report misdeeds within an organization",
        ),
        (
            "Many choose straight-ticket voting—choosing only candidates of one party on the ballot.",
            "straight-ticket voting",
            "choosing only candidates of one party on the ballot",
        ),
        (
            "Members trade favors in a spirit of bipartisanship, or cooperation between both parties.",
            "bipartisanship",
            "cooperation between both parties",
        ),
        (
            "In negotiated rulemaking, an agency writes regulations together with the groups that it will regulate.",
            "negotiated rulemaking",
            "a situation in which an agency writes regulations together with the groups that it will regulate",
        ),
        (
            "Most governors have a line-item veto, which allows them to reject single parts of a bill.",
            "line-item veto",
            "the power to reject single parts of a bill",
        ),
        (
            "The revocation of voting rights, or disenfranchisement, was the aim of these tests.",
            "disenfranchisement",
            "the revocation of voting rights",
        ),
    ],
)
def test_these_shapes_give_a_term_and_its_definition(sentence: str, term: str, words: str) -> None:
    found = said(sentence)[0]
    assert (found.term, found.definition) == (term, words)
    start, end = found.span
    assert start < 0 or sentence[start:end].lower() == words


@pytest.mark.parametrize(
    "sentence",
    [
        # its term is longer than the table's
        "They asked for universal suffrage, or voting rights for all adults of the state.",
        # part of a name
        "The Articles of Confederation, the first constitution of the union of states, failed.",
        # what it was in one place, and not what it is
        "The state used a literacy test, which annoyed the people of the county a lot.",
        # half of what is said: the sentence goes on to say what tells it apart
        "In a federation, member states unite under one government, such as that of a king, but keep power.",
        # one of a list
        "They feared the veto, the pardon, and the treaty that the president had signed.",
        # nothing that the table says
        "The governor has a pocket veto, which pleases the members of the party.",
        "The law protects whistleblowers, and those who sign it hope so.",
        "He owned a docket (the list of things that he had bought at a market).",
    ],
)
def test_what_only_looks_like_one_gives_nothing(sentence: str) -> None:
    assert said(sentence) == []


@pytest.mark.parametrize(
    ("text", "word", "whole"),
    [
        ("They asked for suffrage", "suffrage", True),
        ("States retained concurrent powers", "concurrent", True),
        ("a limited government", "government", False),
        ("universal suffrage", "suffrage", False),
        ("the Articles of Confederation", "Confederation", False),
        ("Suffrage", "Suffrage", True),
    ],
)
def test_a_term_is_free_where_nothing_before_it_belongs_to_it(
    text: str, word: str, whole: bool
) -> None:
    assert free(text, text.index(word)) is whole
