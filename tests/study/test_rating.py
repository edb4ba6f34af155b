"""The rating: the table row by row, and what holds for every answer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.record.cards import AGAIN, EASY, GOOD, HARD
from civicsquiz.study.rating import rate, usual_time
from civicsquiz.study.settings import RatingRules

TYPES = ("choice", "multiple", "true-false", "short", "number", "match", "order", "evidence")
RULES = RatingRules()

certainties = st.sampled_from([None, 1, 2, 3])
answers = st.fixed_dictionaries(
    {
        "item_type": st.sampled_from(TYPES),
        "mark": st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0]),
        "attempt": st.integers(1, 4),
        "hints": st.integers(0, 4),
        "certainty": certainties,
        "taken": st.none() | st.integers(0, 60_000),
        "median": st.none() | st.floats(0, 60_000),
    }
)


def rated(rules: RatingRules = RULES, **given: Any) -> int:
    """The rating of an answer: right at once, certainty unsaid and nothing known of times, but for
    what is given."""
    plain: dict[str, Any] = {
        "item_type": "choice",
        "mark": 1.0,
        "attempt": 1,
        "hints": 0,
        "certainty": None,
        "taken": None,
        "median": None,
    }
    return rate(**(plain | given), rules=rules)


CERTAIN_AND_QUICK: dict[str, Any] = {"certainty": 3, "taken": 4_000, "median": 10_000.0}


@pytest.mark.parametrize(
    ("answer", "rating"),
    [
        ({"mark": 0.0}, AGAIN),
        ({"mark": 0.49}, AGAIN),
        ({"mark": 0.5}, HARD),
        ({"mark": 0.99}, HARD),
        ({}, GOOD),
        ({"hints": 1}, HARD),
        ({"attempt": 2}, HARD),
        ({"certainty": 1}, HARD),
        ({"certainty": 2}, GOOD),
        ({"certainty": 3}, GOOD),
        (CERTAIN_AND_QUICK, EASY),
        (CERTAIN_AND_QUICK | {"item_type": "true-false"}, GOOD),
        (CERTAIN_AND_QUICK | {"hints": 1}, HARD),
        (CERTAIN_AND_QUICK | {"attempt": 2}, HARD),
        (CERTAIN_AND_QUICK | {"mark": 0.5}, HARD),
        (CERTAIN_AND_QUICK | {"mark": 0.0}, AGAIN),
        (CERTAIN_AND_QUICK | {"certainty": 2}, GOOD),
        (CERTAIN_AND_QUICK | {"certainty": None}, GOOD),
        (CERTAIN_AND_QUICK | {"taken": 5_000}, GOOD),
        (CERTAIN_AND_QUICK | {"taken": 4_999}, EASY),
        (CERTAIN_AND_QUICK | {"taken": None}, GOOD),
        (CERTAIN_AND_QUICK | {"median": None}, GOOD),
    ],
)
def test_table(answer: dict[str, Any], rating: int) -> None:
    assert rated(**answer) == rating


def test_quick_can_be_switched_off() -> None:
    assert rated(replace(RULES, quick_is_easy=False), **CERTAIN_AND_QUICK) == GOOD


def test_every_row_can_be_set() -> None:
    rules = RatingRules(
        partial_from=0.25,
        partial=GOOD,
        hint=AGAIN,
        second_try=GOOD,
        guess=GOOD,
        right=HARD,
        certain_and_quick=GOOD,
        quick_share=0.9,
    )
    assert rated(rules, mark=0.3) == HARD  # "right" counts too, and is lower
    assert rated(replace(rules, right=GOOD), mark=0.3) == GOOD
    assert rated(rules, hints=1) == AGAIN
    assert rated(replace(rules, right=EASY), attempt=2) == GOOD
    assert rated(replace(rules, right=EASY), certainty=1) == GOOD
    assert rated(rules) == HARD
    assert rated(rules, certainty=3, taken=8_999, median=10_000.0) == GOOD


def test_true_false_is_never_above_good_whatever_is_set() -> None:
    assert rated(replace(RULES, right=EASY), item_type="true-false") == GOOD


def test_nothing_right_is_again_whatever_is_set() -> None:
    assert rated(replace(RULES, partial_from=0.0, partial=EASY), mark=0.0) == AGAIN


@given(answers)
def test_wrong_is_again_and_nothing_else_is(answer: dict[str, Any]) -> None:
    assert (rated(**answer) == AGAIN) == (answer["mark"] < 0.5)


@given(answers)
def test_help_never_rates_better(answer: dict[str, Any]) -> None:
    unaided = rated(**answer | {"hints": 0, "attempt": 1})
    assert rated(**answer) <= unaided
    if answer["hints"] or answer["attempt"] > 1:
        assert rated(**answer) <= HARD


@given(answers)
def test_being_right_and_unsaid_is_good(answer: dict[str, Any]) -> None:
    answer |= {"mark": 1.0, "hints": 0, "attempt": 1, "certainty": None}
    assert rated(**answer) == GOOD


# ---- the usual time -----------------------------------------------------------------------------


def test_usual_time_is_the_median() -> None:
    rules = RatingRules(quick_after=3)
    assert usual_time([9_000, 1_000, 2_000], rules) == 2_000
    assert usual_time([9_000, 1_000, 2_000, 3_000], rules) == 2_500


def test_usual_time_is_not_known_after_few_answers() -> None:
    assert usual_time([5_000] * 19, RULES) is None
    assert usual_time([5_000] * 20, RULES) == 5_000
    assert usual_time([], replace(RULES, quick_after=1)) is None


@given(st.lists(st.integers(0, 60_000), min_size=20, max_size=60), st.floats(1, 5))
def test_slower_people_are_not_rated_lower(times: list[int], slower: float) -> None:
    """Whoever takes so many times as long for everything has the same ratings."""
    taken = times[0]
    once = rated(certainty=3, taken=taken, median=usual_time(times, RULES))
    slow = [round(time * slower * 1000) for time in times]
    median = usual_time(slow, RULES)
    twice = rated(certainty=3, taken=round(taken * slower * 1000), median=median)
    exactly = usual_time(times, RULES)
    assert exactly is not None
    if taken != exactly / 2:
        assert once == twice
