"""How long answers take."""

from __future__ import annotations

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.report.known import Topic
from civicsquiz.report.sentences import times
from civicsquiz.report.times import TimeReport, Timing

COURTS = Topic("civics", "Civics", "courts", "Courts")


def timed(*milliseconds: int) -> TimeReport:
    timing = Timing()
    for taken in milliseconds:
        timing.add(taken, "choice", COURTS)
    return timing.finish()


@given(st.lists(st.integers(0, 600), min_size=2, max_size=60))
def test_the_quartiles_are_those_of_python(tenths: list[int]) -> None:
    whole = timed(*(100 * tenth for tenth in tenths)).whole
    assert whole is not None
    expected = statistics.quantiles([tenth / 10 for tenth in tenths], n=4, method="inclusive")
    assert [whole.lower, whole.median, whole.upper] == pytest.approx(expected, abs=0.051)


def test_times_are_cut_off_and_never_below_nothing() -> None:
    whole = timed(-5, 10**9).whole
    assert whole is not None
    assert (whole.n, whole.tenth, whole.ninetieth) == (2, 6.0, 54.0)


def test_the_slowest_come_first() -> None:
    timing = Timing()
    for type_, taken in (("choice", 5000), ("match", 20_000), ("choice", 7000)):
        timing.add(taken, type_, None)
    told = timing.finish()
    assert [(name, one.n) for name, one in told.types] == [("match", 1), ("choice", 2)]
    assert (told.topics, told.gone) == ((), 3)


@pytest.mark.parametrize(
    ("taken", "said"),
    [
        ((), "No answer has been timed yet."),
        ((8000,), "An answer of yours takes 8.0 seconds."),
        ((60_000, 61_000), "An answer of yours takes 60 or more seconds."),
        ((4000, 8000, 12_000),
         "Half of your answers took less than 8.0 seconds, the middle half 6.0 to 10 seconds."),
    ],
)  # fmt: skip
def test_the_sentence(taken: tuple[int, ...], said: str) -> None:
    assert times(timed(*taken)) == said
