"""The scheduler: days, the ends of the calendar, fuzz, and that it says what the library says."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.record.cards import Card, Review, derive
from civicsquiz.record.memory import interval, recall
from civicsquiz.study.scheduling import FsrsScheduler, check_weights, fuzz_range
from civicsquiz.study.settings import ReviewSettings

ITEM = "bank/item"
DAY = date(2026, 3, 2)
WEIGHTS = fsrs.Scheduler().parameters

ratings = st.integers(1, 4)
histories = st.lists(st.tuples(ratings, st.integers(0, 2000)), min_size=1, max_size=12)


def card_after(
    history: Iterable[tuple[int, int]],
    scheduler: FsrsScheduler | None = None,
    *,
    first: date = DAY,
    item: str = ITEM,
) -> Card:
    """The card after reviews, each a rating and the days that went before it."""
    reviews, day = [], first
    for rating, days in history:
        day += timedelta(days=days)
        reviews.append(Review(day, rating))
    card = derive(item, reviews, scheduler or FsrsScheduler())
    assert card is not None
    return card


# ---- what a card says ---------------------------------------------------------------------------


def test_card_says_when_it_was_reviewed_and_how() -> None:
    card = card_after([(3, 0), (1, 2), (2, 1)])
    assert (card.first, card.last) == (DAY, DAY + timedelta(days=3))
    assert (card.item, card.reps, card.rating) == (ITEM, 3, 2)


def test_only_later_reviews_lapse() -> None:
    assert card_after([(1, 0)]).lapses == 0
    assert card_after([(1, 0), (1, 1), (3, 1), (1, 2)]).lapses == 2


def test_rating_out_of_range_is_refused() -> None:
    with pytest.raises(ValueError, match="5"):
        FsrsScheduler().advance(ITEM, None, Review(DAY, 5))


# ---- days ---------------------------------------------------------------------------------------


@given(histories, st.sampled_from([0.7, 0.9, 0.99]))
def test_same_as_the_library_on_real_noons(
    history: list[tuple[int, int]], retention: float
) -> None:
    ours = card_after(history, FsrsScheduler(ReviewSettings(retention=retention)))
    library = fsrs.Scheduler(
        desired_retention=retention, learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )
    noon = datetime(DAY.year, DAY.month, DAY.day, 12, tzinfo=UTC)
    theirs = fsrs.Card(card_id=1, due=noon)
    for rating, days in history:
        noon += timedelta(days=days)
        theirs, _ = library.review_card(theirs, fsrs.Rating(rating), noon)
    assert (ours.stability, ours.difficulty) == (theirs.stability, theirs.difficulty)
    assert ours.due == theirs.due.date()


def test_the_calendar_has_no_bearing_but_by_its_distances() -> None:
    history = [(3, 0), (3, 2), (1, 11), (3, 1)]
    here = card_after(history, first=date(2026, 3, 27))  # over a change to summer time
    there = card_after(history, first=date(1, 1, 1))
    assert here.due - here.last == there.due - there.last
    assert here.stability == there.stability


def test_clock_set_back_counts_as_the_same_day() -> None:
    scheduler = FsrsScheduler()
    card = scheduler.advance(ITEM, None, Review(DAY, 3))
    back = scheduler.advance(ITEM, card, Review(DAY - timedelta(days=400), 3))
    same = scheduler.advance(ITEM, card, Review(DAY, 3))
    assert back.stability == same.stability
    assert back.last == DAY - timedelta(days=400)
    assert back.due - back.last == same.due - same.last
    assert back.first == DAY


@pytest.mark.parametrize("rating", [1, 2, 3, 4])
def test_due_dates_end_with_the_calendar(rating: int) -> None:
    scheduler = FsrsScheduler()
    last = scheduler.advance(ITEM, None, Review(date.max, rating))
    assert last.due == date.max
    again = scheduler.advance(ITEM, last, Review(date.max, rating))
    assert (again.due, again.reps) == (date.max, 2)


def test_from_the_first_day_to_the_last() -> None:
    card = card_after([(3, 0), (3, (date.max - date.min).days)], first=date.min)
    assert card.due == date.max
    assert card.stability > 1


def test_never_due_on_the_day_of_the_answer() -> None:
    for rating in (1, 2, 3, 4):
        card = card_after([(rating, 0)] * 9)
        assert card.due > card.last


def test_longest_interval() -> None:
    scheduler = FsrsScheduler(ReviewSettings(longest_interval=90))
    card = card_after([(4, 0), (4, 90), (4, 90)], scheduler)
    assert (card.due - card.last).days == 90


# ---- recall and intervals -----------------------------------------------------------------------


@given(st.floats(0.001, 40_000), st.integers(0, 40_000))
def test_recall_is_the_librarys(stability: float, days: int) -> None:
    noon = datetime(2026, 3, 2, 12, tzinfo=UTC)
    card = fsrs.Card(card_id=1, stability=stability, difficulty=5, last_review=noon, due=noon)
    theirs = fsrs.Scheduler().get_card_retrievability(card, noon + timedelta(days=days))
    assert recall(stability, days) == theirs


def test_recall_is_nine_tenths_after_a_stability_and_falls() -> None:
    assert recall(10, 10) == pytest.approx(0.9)
    falling = [recall(10, days) for days in range(100)]
    assert falling[0] == 1
    assert falling == sorted(set(falling), reverse=True)


def test_recall_of_what_cannot_be_does_not_fail() -> None:
    assert recall(10, -3) == 1
    assert 0 <= recall(0, 5) < 0.5
    assert recall(float("inf"), 5) == 1


@given(st.floats(0.001, 40_000), st.floats(0.7, 0.99))
def test_interval_is_the_librarys(stability: float, retention: float) -> None:
    library = fsrs.Scheduler(desired_retention=retention)
    theirs = library._next_interval(stability=stability)
    assert FsrsScheduler().interval(stability, retention) == theirs


@pytest.mark.parametrize("retention", [0, -0.5, 1.01, float("nan")])
def test_no_interval_for_a_retention_that_cannot_be(retention: float) -> None:
    with pytest.raises(ValueError, match="retention"):
        interval(10, retention)


def test_recall_on_a_day_is_about_the_retention_when_due() -> None:
    scheduler = FsrsScheduler(ReviewSettings(retention=0.8))
    card = card_after([(3, 0), (3, 5), (3, 40)], scheduler)
    assert scheduler.recall_on(card, card.last) == 1
    assert scheduler.recall_on(card, card.due) == pytest.approx(0.8, abs=0.005)
    assert scheduler.interval(card.stability) == (card.due - card.last).days


def test_own_weights_bear_on_cards_and_on_recall() -> None:
    weights = (*WEIGHTS[:2], 5.0, *WEIGHTS[3:20], 0.5)
    own = FsrsScheduler(ReviewSettings(weights=weights))
    card = card_after([(3, 0)], own)
    assert card.stability == 5
    assert own.recall_on(card, card.last + timedelta(days=50)) == recall(5, 50, decay=0.5)
    assert recall(5, 50, decay=0.5) != recall(5, 50)


def test_weights_are_checked() -> None:
    check_weights(WEIGHTS)
    with pytest.raises(ValueError, match="21"):
        check_weights(WEIGHTS[:19])
    with pytest.raises(ValueError, match=r"parameters\[20\]"):
        check_weights((*WEIGHTS[:20], 0.9))


# ---- fuzz ---------------------------------------------------------------------------------------


FUZZY = FsrsScheduler(ReviewSettings(fuzz=True))


def test_fuzz_is_the_same_each_time_and_goes_by_item_and_repetitions() -> None:
    history = [(3, 0), (3, 2), (3, 11)]
    again = FsrsScheduler(ReviewSettings(fuzz=True))
    assert card_after(history, FUZZY) == card_after(history, again)
    dues = {card_after(history, FUZZY, item=f"bank/{n}").due for n in range(50)}
    assert len(dues) > 3
    same_interval = {
        card_after([(3, 0)] * reps + [(3, 11)], FUZZY).due
        - card_after([(3, 0)] * reps + [(3, 11)]).due
        for reps in range(1, 9)
    }
    assert len(same_interval) > 1


def test_fuzz_is_kept_to_known_days() -> None:
    """So that cards made on another machine or next year are the same: a change here is a change of
    every learner's due dates, and needs another name in `settings`."""
    cards = [card_after([(3, 0), (3, 2), (3, 11)], FUZZY, item=f"bank/{n}") for n in range(5)]
    assert [(card.due - card.last).days for card in cards] == [43, 46, 49, 42, 46]


def test_fuzz_changes_nothing_but_the_due_date() -> None:
    for n in range(20):
        history = [(3, 0), (3, 2), (3, 11)]
        plain, fuzzy = card_after(history), card_after(history, FUZZY, item=f"bank/{n}")
        assert (plain.stability, plain.difficulty) == (fuzzy.stability, fuzzy.difficulty)
        least, most = fuzz_range((plain.due - plain.last).days, 36_500)
        assert least <= (fuzzy.due - fuzzy.last).days <= most


@pytest.mark.parametrize("days", [*range(1, 60), 100, 497, 5000, 36_499, 36_500])
def test_fuzz_ranges_are_the_librarys(days: int, monkeypatch: pytest.MonkeyPatch) -> None:
    library = fsrs.Scheduler()
    drawn: list[int] = []
    for number in (0.0, 0.5, 0.9999):
        monkeypatch.setattr("fsrs.scheduler.random", lambda number=number: number)
        drawn.append(library._get_fuzzed_interval(interval=timedelta(days=days)).days)
    least, most = fuzz_range(days, 36_500)
    assert least == drawn[0]
    assert most in (drawn[2], drawn[2] - 1)  # the library rounds up past its own range


def test_fuzz_stays_within_the_longest_interval() -> None:
    scheduler = FsrsScheduler(ReviewSettings(fuzz=True, longest_interval=30))
    for n in range(30):
        card = card_after([(4, 0), (4, 8), (4, 30)], scheduler, item=f"bank/{n}")
        assert 27 <= (card.due - card.last).days <= 30


# ---- the name of the settings -------------------------------------------------------------------


def test_settings_are_named_by_what_due_dates_depend_on() -> None:
    def name(**of: Any) -> str:
        return FsrsScheduler(ReviewSettings(**of)).settings

    changed = {
        name(),
        name(retention=0.85),
        name(fuzz=True),
        name(longest_interval=365),
        name(weights=WEIGHTS),
        name(weights=(*WEIGHTS[:20], 0.2)),
    }
    assert len(changed) == 6
    assert name(new_per_day=3, leech_lapses=4, type_known_choices=False) == name()
    assert "\n" not in name(weights=WEIGHTS)


# ---- cost ---------------------------------------------------------------------------------------


def test_library_is_loaded_with_the_first_card() -> None:
    program = """
import sys
from datetime import date
from civicsquiz.record.cards import Card, Review
from civicsquiz.study.scheduling import FsrsScheduler
scheduler = FsrsScheduler()
day = date(2026, 3, 2)
card = Card("b/i", 3.0, 5.0, day, day, day, 1, 0, 3)
scheduler.settings, scheduler.recall_on(card, day), scheduler.interval(3.0)
assert "fsrs" not in sys.modules
scheduler.advance("b/i", None, Review(day, 3))
assert "fsrs" in sys.modules
"""
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


def test_no_card_of_the_library_waits_for_its_id(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(seconds: float) -> None:
        raise AssertionError("fsrs.Card was made without an id")

    monkeypatch.setattr("time.sleep", refuse)
    assert card_after([(3, 0), (1, 2), (3, 1)]).reps == 3
