"""Reasons and contrasts, and sentences that only have their words."""

from __future__ import annotations

from pathlib import Path

import pytest

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts import contrasts, reasons
from civicsquiz.source.about import card_of
from civicsquiz.source.reading import read


def article(*sentences: str) -> Article:
    path = Path("why.txt")
    document = read(("Why and how\n\n" + " ".join(sentences) + "\n").encode(), path)
    return Article(card_of(document, path), document)


def test_a_reason_is_parted_for_a_question() -> None:
    (fact,) = reasons.extract(
        article(
            "Federal judges are appointed for life because the framers sought courts free of elections."
        )
    )
    assert fact["subject"] == "Federal judges"
    assert fact["auxiliary"] == "are"
    assert fact["rest"] == "appointed for life"
    assert fact["reason"] == "because the framers sought courts free of elections"


@pytest.mark.parametrize(
    "sentence",
    [
        "He was elected because voters trusted what he had said for years.",
        "Senators are not elected every two years because the framers sought stability.",
        "The vote was put off because of the storm that came from the coast.",
        "Senator Ann Boyd was late because the train from Ohio had stopped twice.",
        "The people who voted were counted twice because the machine had stopped.",
        "The bill should be passed because every child has a right to school.",
    ],
)
def test_what_is_no_reason_of_an_institution(sentence: str) -> None:
    assert list(reasons.extract(article(sentence))) == []


def test_a_contrast_gives_both_its_sides() -> None:
    facts = list(
        contrasts.extract(
            article(
                "Judges are responsible for deciding questions of law while jurors are responsible for "
                "determining the facts of a particular case."
            )
        )
    )
    assert [(fact["who"], fact["other"]) for fact in facts] == [
        ("judges", "jurors"),
        ("jurors", "judges"),
    ]
    assert facts[1]["what"] == "are responsible for determining the facts of a particular case"


@pytest.mark.parametrize(
    "sentence",
    [
        "Congress met while the city slept through a warm night in June.",
        "Some presidents have encouraged journalists while others have avoided them.",
        "Women are 41 percent of the party while men are 59 percent of it.",
        "Rural voters are likely to stay home while they are told to vote.",
    ],
)
def test_a_while_that_sets_nothing_against_another(sentence: str) -> None:
    assert list(contrasts.extract(article(sentence))) == []
