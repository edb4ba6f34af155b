"""Shares and their intervals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.report import words
from civicsquiz.report.shares import NONE, Share


@pytest.mark.parametrize(
    ("right", "n", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_is_wilsons(right: int, n: int, low: float, high: float) -> None:
    """The examples of R. G. Newcombe, Two-sided confidence intervals for the single proportion,
    Statistics in Medicine 17 (1998), table I, method 3."""
    assert Share(right, n).interval == pytest.approx((low, high), abs=0.00005)


@given(st.integers(1, 10**6), st.floats(0, 1))
def test_an_interval_holds_its_share(n: int, share: float) -> None:
    one = Share(share * n, n)
    low, high = one.interval
    assert 0 <= low <= one.share <= high <= 1


def test_nothing_says_nothing() -> None:
    assert (NONE.share, NONE.interval) == (0, (0, 1))
    assert NONE + Share(1, 2) == Share(1, 2)


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0, "0%"),
        (0.001, "<1%"),
        (0.005, "<1%"),
        (0.006, "1%"),
        (0.5, "50%"),
        (0.994, "99%"),
        (0.996, ">99%"),
        (1, "100%"),
    ],
)
def test_all_and_nothing_are_said_of_all_and_nothing(share: float, said: str) -> None:
    assert words.percent(share) == said


def test_numbers_in_words() -> None:
    assert words.interval(Share(8, 10)) == "49–94%"
    assert words.of(Share(7.5, 10)) == "7.5 of 10"
    assert words.count(1, "item") == "1 item"
    assert words.count(1200, "item") == "1,200 items"
    assert words.signed(-0.015) == "−1.5%"
    assert [words.seconds(value, 60) for value in (8.44, 12.6, 60.0)] == ["8.4 s", "13 s", "60 s+"]
