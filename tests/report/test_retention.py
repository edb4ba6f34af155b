"""Retention by weeks and months, and against what was predicted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.report import sentences
from civicsquiz.report.retention import Recalled, Retaining, Retention
from civicsquiz.report.shares import NONE, Share

MONDAY = date(2026, 1, 5)


def retained(*reviews: tuple[date, bool, float | None]) -> Retention:
    retaining = Retaining()
    for day, remembered, predicted in reviews:
        retaining.add(day, remembered=remembered, predicted=predicted)
    return retaining.finish()


def test_weeks_go_from_monday_to_sunday() -> None:
    told = retained(
        (MONDAY, True, 0.9), (MONDAY + timedelta(6), False, 0.7), (MONDAY + timedelta(7), True, None)
    )  # fmt: skip
    assert told.by == "week"
    first, second = told.periods
    assert (first.first, first.last) == (MONDAY, date(2026, 1, 11))
    assert first.recalled.answers == Share(1, 2)
    assert first.recalled.predicted == pytest.approx(0.8)
    assert second.recalled == Recalled(Share(1, 1), None)
    assert told.whole.answers == Share(2, 3)
    assert told.whole.predicted == pytest.approx(0.8)


def test_weeks_without_a_review_are_left_out() -> None:
    told = retained((MONDAY, True, None), (MONDAY + timedelta(21), True, None))
    assert [one.first for one in told.periods] == [MONDAY, date(2026, 1, 26)]


def test_more_than_half_a_year_is_told_by_months() -> None:
    half = retained((MONDAY, True, None), (MONDAY + timedelta(26 * 7 - 1), False, None))
    assert half.by == "week"
    told = retained((MONDAY, True, None), (MONDAY + timedelta(26 * 7), False, None))
    assert told.by == "month"
    assert [(one.first, one.last) for one in told.periods] == [
        (date(2026, 1, 1), date(2026, 1, 31)), (date(2026, 7, 1), date(2026, 7, 31)),
    ]  # fmt: skip


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_the_calendar(day: date) -> None:
    """A clock may be set to anything."""
    (alone,) = retained((day, True, 0.5)).periods
    assert alone.first <= day <= alone.last
    both = retained((date.min, True, None), (date.max, True, None)).periods
    assert (both[0].first, both[1].last) == (date.min, date.max)


def test_what_was_predicted_stands_beside_what_came_true() -> None:
    told = retained(
        (MONDAY, True, 0.69), (MONDAY, False, 0.7), (MONDAY, True, 0.95), (MONDAY, True, 1.0)
    )
    assert [(band.low, band.recalled.answers) for band in told.bands] == [
        (0.0, Share(1, 1)), (0.7, Share(0, 1)), (0.8, NONE), (0.9, Share(2, 2)),
    ]  # fmt: skip
    assert told.bands[3].recalled.predicted == pytest.approx(0.975)


@given(st.lists(st.tuples(st.dates(), st.booleans(), st.none() | st.floats(0, 1)), max_size=40))
def test_every_review_is_in_one_period_and_predictions_in_one_band(
    reviews: list[tuple[date, bool, float | None]],
) -> None:
    told = retained(*reviews)
    assert sum((one.recalled.answers for one in told.periods), NONE) == told.whole.answers
    assert told.whole.answers.n == len(reviews)
    foretold = sum(predicted is not None for _, _, predicted in reviews)
    assert sum(band.recalled.answers.n for band in told.bands) == foretold
    starts = [one.first for one in told.periods]
    assert starts == sorted(set(starts))


@pytest.mark.parametrize(
    ("right", "predicted", "said"),
    [
        (50, 0.9, "You forgot more than was expected."),
        (99, 0.5, "You remembered more than was expected."),
        (
            90,
            0.9,
            "What was expected agrees with what came true, as far as so many reviews can say.",
        ),
        (90, None, "There is nothing to compare yet."),
    ],
)
def test_the_comparison_in_words(right: int, predicted: float | None, said: str) -> None:
    reviews = [(MONDAY, at < right, predicted) for at in range(100)]
    assert sentences.predictions(retained(*reviews)) == said


def test_the_sentence() -> None:
    assert sentences.retention(retained()).startswith(
        "No item has been reviewed a second time yet."
    )
    told = retained(*[(MONDAY, at < 8, 0.9) for at in range(10)])
    assert sentences.retention(told) == "You remembered 8 of 10: 80% (49–94%). 90% was expected."
    assert sentences.retention(retained((MONDAY, True, None))) == (
        "You remembered 1 of 1: 100% (21–100%). These are so few that chance decides most of it."
    )
