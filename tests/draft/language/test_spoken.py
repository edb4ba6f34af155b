"""What is said, by itself: its sentences, and what it leans on."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.draft.language.spoken import leans, sentences


@pytest.mark.parametrize(
    "said",
    [
        "We have the right to vote in every election.",
        "I will sign the law that Congress passed.",
        "You may not deport a citizen, period.",
        "There is no law that gives the president such power as a king has.",
        "It is illegal to turn voters away.",
        "This country was built on a constitution.",
        "While the State has the power to punish, this power has limits.",
        "Those who vote decide who governs.",
        "Voters know what they want.",
    ],
)
def test_words_of_their_own_lean_on_nothing(said: str) -> None:
    assert leans(said) == ""


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("It violates the law of nations.", "It"),
        ("They have no right to vote.", "They"),
        ("That is an offer that we must study.", "That"),
        ("He never asked for a vote.", "He"),
        ("But we have a constitution.", "But"),
        ("If we had the legal right to do it, I would sign.", "do it"),
        ("No country made an offer such as this one.", "this"),
        ("If we can get them out, I am glad.", "them"),
        ("The bill takes away rights that we have.", "the bill"),
    ],
)
def test_words_that_lean_are_told_by_the_word(said: str, word: str) -> None:
    assert leans(said).lower() == word.lower()


def test_sentences_are_not_cut_at_abbreviations() -> None:
    said = "The U.S. Senate met. Dr. Brown spoke! We left."
    assert [said[first:last] for first, last in sentences(said)] == [
        "The U.S. Senate met.",
        "Dr. Brown spoke!",
        "We left.",
    ]


@given(st.text(max_size=200))
def test_any_text_is_cut_in_order(said: str) -> None:
    spans = sentences(said)
    assert spans[0][0] == 0
    assert spans[-1][1] == len(said)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    leans(said)
