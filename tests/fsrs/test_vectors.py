"""FSRS-6 against the values that other implementations publish (README.md says whose they are).

Every case is put to our own scheduler, on local days. Two things our scheduler does not have, steps
of minutes and points of time, are put to the library as well: `test_interval_history_with_steps` and
`test_naive_datetime_refused`.
"""

from __future__ import annotations

import json
import struct
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import fsrs
import pytest

from civicsquiz.record.cards import Card, Review
from civicsquiz.record.memory import DECAY, interval
from civicsquiz.study.scheduling import FsrsScheduler
from civicsquiz.study.settings import ReviewSettings

VECTORS = json.loads((Path(__file__).parent / "vectors.json").read_text(encoding="utf-8"))
CASES: dict[str, dict[str, Any]] = {case["name"]: case for case in VECTORS["cases"]}
WEIGHTS = tuple(VECTORS["parameters"])
MEMORY_STATES = ("memory_state_short_term", "memory_state_no_short_term")
FIRST = date(2022, 11, 29)


def scheduler(weights: tuple[float, ...] = WEIGHTS) -> FsrsScheduler:
    return FsrsScheduler(ReviewSettings(weights=weights))


def after(ratings: list[int], days_before: list[int], of: FsrsScheduler) -> Card:
    """The card after reviews so many days apart."""
    card: Card | None = None
    day = FIRST
    for rating, days in zip(ratings, days_before, strict=True):
        day += timedelta(days=days)
        card = of.advance("bank/item", card, Review(day, rating))
    assert card is not None
    return card


def test_every_case_is_used() -> None:
    used = {name.removeprefix("test_") for name in globals() if name.startswith("test_")}
    assert set(CASES) == used & set(CASES) | set(MEMORY_STATES)


def test_weights_are_the_default_ones() -> None:
    assert fsrs.Scheduler().parameters == WEIGHTS
    assert WEIGHTS[20] == DECAY


def test_interval_history() -> None:
    """Ours has no steps of minutes: where the vector has an interval of 0 days, the next review is on
    the same day; everywhere else the interval has to be the vector's."""
    case = CASES["interval_history"]
    ours, card, day = scheduler(), None, FIRST
    given = []
    for rating, expected in zip(case["ratings"], case["expect_interval_days"], strict=True):
        card = ours.advance("bank/item", card, Review(day, rating))
        given.append((card.due - day).days if expected else 0)
        day += timedelta(days=expected)
    assert given == case["expect_interval_days"]


def test_interval_history_with_steps() -> None:
    """The same with steps, by the library."""
    case = CASES["interval_history"]
    now = datetime(2022, 11, 29, 12, 30, tzinfo=UTC)
    library = fsrs.Scheduler(parameters=WEIGHTS, enable_fuzzing=False)
    card = fsrs.Card(card_id=1, due=now)
    given = []
    for rating in case["ratings"]:
        card, _ = library.review_card(card, fsrs.Rating(rating), now)
        given.append((card.due - now).days)
        now = card.due
    assert given == case["expect_interval_days"]


@pytest.mark.parametrize("name", MEMORY_STATES)
def test_memory_state(name: str) -> None:
    case = CASES[name]
    zero = case.get("set_parameters_to_zero", [])
    weights = tuple(0.0 if at in zero else weight for at, weight in enumerate(WEIGHTS))
    card = after(case["ratings"], case["days_before_each"], scheduler(weights))
    assert card.stability == pytest.approx(case["expect_stability"], rel=0, abs=case["tolerance"])
    assert card.difficulty == pytest.approx(case["expect_difficulty"], rel=0, abs=case["tolerance"])


def test_first_review() -> None:
    """No tolerance is stated: as many digits as are given."""
    case = CASES["first_review"]
    cards = [after([rating], [0], scheduler()) for rating in (1, 2, 3, 4)]
    assert [card.stability for card in cards] == case["expect_stability"]
    assert [round(card.difficulty, 8) for card in cards] == case["expect_difficulty"]


def test_easy_ten_times_same_second() -> None:
    case = CASES["easy_ten_times_same_second"]
    card = after([4] * 10, [0] * 10, scheduler())
    assert card.difficulty == case["expect_difficulty"]


def test_next_interval_by_retention() -> None:
    """The vector was made in single precision, which has seven digits; a retention of 0.1 gives a
    number of just so many, and there the last one may differ."""
    case = CASES["next_interval_by_retention"]
    given = [interval(case["stability"], retention) for retention in case["retention"]]
    assert given[1:] == case["expect_days"][1:]
    assert given[0] == pytest.approx(case["expect_days"][0], rel=2**-19)
    assert [in_single_precision(r) for r in case["retention"]] == case["expect_days"]


def test_naive_datetime_refused() -> None:
    """Ours takes days, which have no time zone to forget. What it stands on refuses a naive time."""
    case = CASES["naive_datetime_refused"]
    errors: dict[str, type[Exception]] = {"ValueError": ValueError}
    naive = datetime(2022, 11, 29, 12, 30)  # noqa: DTZ001 - that is the point
    with pytest.raises(errors[case["expect"]]):
        fsrs.Scheduler().review_card(fsrs.Card(card_id=1), fsrs.Rating.Good, naive)


def in_single_precision(retention: float) -> int:
    """The days for a stability of 1, with every step rounded to 32 bits."""
    power = single(1 / single(-DECAY))
    factor = single(single(single(0.9) ** power) - 1)
    grown = single(single(single(retention) ** power) - 1)
    return max(1, round(single(single(1 / factor) * grown)))


def single(number: float) -> float:
    return float(struct.unpack("f", struct.pack("f", number))[0])
