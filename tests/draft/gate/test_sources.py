"""K5: nothing is asked about on which passages differ; K2: what one way of reading gives, another must."""

from __future__ import annotations

from dataclasses import replace

from tests.draft.gate.making import candidate, ground

from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.gate.rederive import FOUND_AGAIN
from civicsquiz.draft.gate.sources import UNDISPUTED

WORDS = "We will keep the old lamp burning for another hundred years"


def said(source: str, speaker: str, words: str = WORDS) -> Fact:
    return Fact(Frame.QUOTATION, source, (Slot("words", words), Slot("speaker", speaker)), 0, 10, 0)


def test_two_speakers_of_the_same_words_are_a_conflict() -> None:
    one, other = said("a", "Ada Park"), said("b", "Ben Carr")
    asked = candidate(fact=one)
    assert "Ben Carr" in UNDISPUTED.check(asked, ground(one, other))


def test_the_same_speaker_or_other_words_are_none() -> None:
    one = said("a", "Ada Park")
    again = said("b", "Mayor Ada Park", WORDS + ", she said")
    other = said("b", "Ben Carr", "Nobody has asked for a second lamp in all of these years")
    asked = candidate(fact=one)
    assert UNDISPUTED.check(asked, ground(one, again, other)) == ""


def test_a_key_that_does_not_stand_where_it_should_is_refused() -> None:
    right = {"subject": "Seventh Amendment", "predicate": "guarantees the right to a jury trial"}
    assert FOUND_AGAIN.check(candidate(claims=right), ground()) == ""
    wrong = right | {"subject": "Eighth Amendment"}
    assert FOUND_AGAIN.check(candidate(claims=wrong), ground())


def test_a_speaker_beside_whose_words_nobody_says_anything_is_refused() -> None:
    one = candidate()
    claims = {"speaker": "Ada Park", "words": "guarantees the right to a jury trial"}
    assert FOUND_AGAIN.check(replace(one, claims=claims), ground())
