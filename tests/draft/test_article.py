"""The sentences of an article, with their places."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from civicsquiz.draft.article import Article
from civicsquiz.source.about import card_of
from civicsquiz.source.reading import read

TEXT = """The Council and the Charter

The city council adopted the charter in 1911. It has seven members, who serve for four years each.

How it is elected

Voters elect the council every four years. “We meet in the open,” said Anna Miller, the clerk. She keeps the minutes of all meetings.
"""


def article(text: str = TEXT) -> Article:
    path = Path("charter.txt")
    document = read(text.encode(), path)
    return Article(card_of(document, path), document)


def test_sentences_are_slices_of_the_canonical_text() -> None:
    made = article()
    assert [sentence.text.split()[0] for sentence in made.sentences] == [
        "The",
        "It",
        "Voters",
        "“We",
        "She",
    ]
    for sentence in made.sentences:
        assert made.document.text[sentence.start : sentence.end] == sentence.text


def test_what_repeats_the_title_is_no_running_text() -> None:
    """The head of a page, copied in one piece: kicker, title and what it says below."""
    head = "City Hall Voters’ council may lose its seats So it has begun to count them."
    made = article(
        "SOURCE: Example News, CC0. TITLE: Voters' council may lose its seats. DATE: 2019-02-21\n\n"
        f"{head} The council met on Monday.\n\nThe seats are seven in number, as the charter has it.\n"
    )
    assert [one.text for one in made.sentences] == [
        "The council met on Monday.",
        "The seats are seven in number, as the charter has it.",
    ]


def test_a_sentence_knows_its_heading() -> None:
    assert [sentence.heading for sentence in article().sentences][-1] == "How it is elected"


def test_a_person_is_known_by_her_whole_name() -> None:
    made = article(
        TEXT + "\nMiller was hired in 2003 by the council after a long search for a new clerk.\n"
    )
    assert {name.key for _, name in made.names.all() if "Miller" in name.text} == {"Anna Miller"}


@pytest.mark.parametrize(
    ("publisher", "called"),
    [
        ("Washington Times", "the Washington Times"),
        ("Associated Press", "the Associated Press"),
        ("The Hill", "The Hill"),
        ("Politico", "Politico"),
        ("Times Media", "Times Media"),
        ("", "the article"),
    ],
)
def test_a_paper_is_called_as_english_has_it(publisher: str, called: str) -> None:
    made = article()
    assert replace(made, card=replace(made.card, publisher=publisher)).called == called
