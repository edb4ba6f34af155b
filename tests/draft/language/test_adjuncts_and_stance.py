"""What stands before a subject, and words that argue or doubt."""

from __future__ import annotations

import pytest

from civicsquiz.draft.language import stance
from civicsquiz.draft.language.adjuncts import Adjunct, adjunct_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", Adjunct.NONE),
        ("In 1964", Adjunct.KEPT),
        ("Under the Constitution", Adjunct.KEPT),
        ("However", Adjunct.DROPPED),
        ("In contrast", Adjunct.DROPPED),
        ("For example", Adjunct.DROPPED),
        ("On Friday", Adjunct.DROPPED),
        ("After this decision", Adjunct.UNSAFE),
        ("In his speech", Adjunct.UNSAFE),
        ("If elected", Adjunct.UNSAFE),
        ("Unfortunately for the country", Adjunct.UNSAFE),
    ],
)
def test_a_phrase_before_the_subject(text: str, kind: Adjunct) -> None:
    assert adjunct_of(text).kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "struck down a brutal law",
        "should protect voters",
        "took an unprecedented step",
        "protects our freedom",
        "failed to act",
    ],
)
def test_words_that_judge(text: str) -> None:
    assert stance.judging(text)


@pytest.mark.parametrize(
    "text",
    ["might pass", "reportedly signed the law", "was accused of a crime", "would end the program"],
)
def test_words_that_doubt(text: str) -> None:
    assert stance.doubting(text)


@pytest.mark.parametrize(
    "text",
    [
        "guarantees those accused of crimes a lawyer",
        "prohibits cruel and unusual punishments",
        "was part of the Great Compromise",
        "sets out powers in Article I",
    ],
)
def test_plain_words_of_the_law(text: str) -> None:
    assert stance.judging(text) == ""
    assert stance.doubting(text) == ""
