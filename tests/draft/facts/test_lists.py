"""Closed lists: just as many parts as the count says."""

from __future__ import annotations

from pathlib import Path

import pytest

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts import lists
from civicsquiz.source.about import card_of
from civicsquiz.source.reading import read


def article(sentence: str) -> Article:
    path = Path("lists.txt")
    document = read(f"Counted things\n\n{sentence}\n".encode(), path)
    return Article(card_of(document, path), document)


def parts(sentence: str) -> list[list[str]]:
    return [
        [slot.text for slot in fact.slots if slot.name.startswith("part-")]
        for fact in lists.extract(article(sentence))
    ]


def test_a_list_with_its_count() -> None:
    assert parts(
        "In Article I, Section 9, the Constitution limits the power of Congress in three ways: prohibiting "
        "bills of attainder, prohibiting ex post facto laws, and protecting the writ of habeas corpus."
    ) == [
        [
            "prohibiting bills of attainder",
            "prohibiting ex post facto laws",
            "protecting the writ of habeas corpus",
        ]
    ]


def test_names_set_off_in_the_middle() -> None:
    (found,) = lists.extract(
        article("In two states, Nebraska and Maine, electoral votes are divided among districts.")
    )
    assert found["lead"] == "In two states, electoral votes are divided among districts"
    assert (found["part-1"], found["part-2"]) == ("Nebraska", "Maine")


@pytest.mark.parametrize(
    "sentence",
    [
        "The Constitution limits Congress in three ways: prohibiting bills of attainder and prohibiting ex post facto laws.",
        "There are at least two kinds of power: implied powers and reserved powers.",
        "Only two presidents have been impeached: Andrew Johnson and Bill Clinton.",
        "The plan has two parts: a tax, which is new, and the repeal of a law that few people liked.",
        "She gave three reasons: cost, time, and to keep the peace.",
    ],
)
def test_what_is_not_closed_or_not_of_one_form(sentence: str) -> None:
    assert parts(sentence) == []
