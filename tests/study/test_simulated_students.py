"""Students who do not exist, through the real rating and the real scheduler: their due dates are sane,
and nobody is kept in a loop."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from itertools import pairwise
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.study import simulated
from tests.study.simulated import (
    AFTER_HINTS,
    ALWAYS_RIGHT,
    ALWAYS_WRONG,
    BY_THE_MODEL,
    EVERYBODY,
    FIRST,
    FORGETFUL,
    GUESSING,
    HALF_WITH_HINTS,
    HOLIDAY,
    SCHOOL_DAYS,
    WRONG,
    Answer,
    Course,
    Student,
    simulate,
)

from civicsquiz.record.cards import AGAIN, GOOD, HARD, Card, Review, derive
from civicsquiz.record.events import local_day, timestamp, tz_offset
from civicsquiz.study.scheduling import FsrsScheduler
from civicsquiz.study.settings import ReviewSettings, Settings

ITEM = "bank/item"
SCHEDULER = FsrsScheduler()

histories = st.lists(st.tuples(st.integers(1, 4), st.integers(-50, 800)), min_size=1, max_size=30)


def alone(student: Student, days: int = 400) -> list[int]:
    """The intervals of one item."""
    return simulate(student, items=1, days=days).intervals["bank/0"]


def derived(history: list[tuple[int, int]]) -> Card:
    reviews, day = [], FIRST
    for rating, days in history:
        day += timedelta(days=days)
        reviews.append(Review(day, rating))
    card = derive(ITEM, reviews, SCHEDULER)
    assert card is not None
    return card


# ---- what holds for everybody -------------------------------------------------------------------


@given(histories)
def test_nobody_is_asked_again_on_the_same_day(history: list[tuple[int, int]]) -> None:
    """Whatever was answered, and when, also with a clock set back: the next time is tomorrow or
    later."""
    card = derived(history)
    assert card.due > card.last
    assert card.stability > 0
    assert 1 <= card.difficulty <= 10
    assert card.lapses == sum(rating == AGAIN for rating, _ in history[1:])


@given(histories, st.sampled_from([HARD, GOOD]))
def test_whoever_is_right_from_now_on_gets_away(
    history: list[tuple[int, int]], rating: int
) -> None:
    """Intervals never shrink while answers are right, and they grow beyond three weeks within half
    a year, whatever went before, and even if every answer needs a hint."""
    card = derived(history)
    start = card.due
    intervals = []
    while card.due < start + timedelta(days=180):
        card = SCHEDULER.advance(ITEM, card, Review(card.due, rating))
        intervals.append((card.due - card.last).days)
    assert intervals == sorted(intervals)
    assert intervals[-1] >= 21


@given(histories)
def test_a_better_answer_never_comes_back_sooner(history: list[tuple[int, int]]) -> None:
    card = derived(history)
    dues = [SCHEDULER.advance(ITEM, card, Review(card.due, rating)).due for rating in (1, 2, 3, 4)]
    assert dues == sorted(dues)


@given(histories)
def test_wrong_comes_back_no_later_than_before(history: list[tuple[int, int]]) -> None:
    card = derived(history)
    wrong = SCHEDULER.advance(ITEM, card, Review(card.due, AGAIN))
    assert wrong.due - wrong.last <= max(card.due - card.last, timedelta(days=1))


@pytest.mark.parametrize("student", EVERYBODY, ids=lambda student: student.name)
def test_days_keep_to_the_limits(student: Student) -> None:
    settings = Settings(review=ReviewSettings(new_per_day=7, reviews_per_day=25))
    course = simulate(student, items=120, days=60, settings=settings)
    assert max(day.new for day in course.days) == 7
    assert max(day.reviews for day in course.days) <= 25
    assert len(course.cards) == 120


# ---- one by one ---------------------------------------------------------------------------------


def test_always_right() -> None:
    assert alone(ALWAYS_RIGHT, 800) == [2, 11, 46, 163, 497, 1346]


def test_always_right_after_a_hint() -> None:
    given = alone(AFTER_HINTS)
    assert given[:6] == [1, 3, 7, 12, 18, 25]
    assert all(later > earlier for earlier, later in pairwise(given))


def test_guessing_aloud_is_like_a_hint() -> None:
    assert alone(GUESSING) == alone(AFTER_HINTS)


def test_always_wrong_is_asked_once_a_day_and_can_still_learn_it() -> None:
    assert alone(ALWAYS_WRONG, 60) == [1] * 60
    learns = Student(
        "at last", lambda item, day, card: Answer() if (day - FIRST).days >= 60 else WRONG
    )
    given = alone(learns, 200)
    assert given[:60] == [1] * 60
    assert max(given) > 21


def test_one_lapse_does_not_lose_everything() -> None:
    slip = Student(
        "one slip", lambda item, day, card: WRONG if card and card.reps == 4 else Answer()
    )
    given = alone(slip)
    assert given[:4] == [2, 11, 46, 163]
    assert 1 <= given[4] < 20
    assert max(given[5:]) > 21


def year(student: Student) -> Course:
    return simulate(student, items=400, days=365)


def test_who_forgets_by_the_model_remembers_about_what_was_wanted() -> None:
    """A little under 0.9: what was just got wrong has a stability of less than a day, and is asked
    again on the next day at the soonest."""
    course = year(BY_THE_MODEL)
    assert course.reviews > 2000
    error = sqrt(0.9 * 0.1 / course.reviews)
    assert course.retention == pytest.approx(course.expected, abs=3 * error)
    assert 0.86 < course.retention < 0.92
    late = course.days[120:]
    settled = sum(day.right for day in late) / sum(day.reviews for day in late)
    assert settled == pytest.approx(0.9, abs=0.03)


@pytest.mark.parametrize(("wanted", "least", "most"), [(0.8, 0.77, 0.84), (0.95, 0.9, 0.97)])
def test_another_retention_is_met_too(wanted: float, least: float, most: float) -> None:
    settings = Settings(review=ReviewSettings(retention=wanted))
    course = simulate(BY_THE_MODEL, items=400, days=365, settings=settings)
    assert least < course.retention < most


def test_more_retention_is_more_work() -> None:
    work = [
        simulate(
            BY_THE_MODEL,
            items=200,
            days=200,
            settings=Settings(review=ReviewSettings(retention=wanted)),
        ).reviews
        for wanted in (0.8, 0.9, 0.95)
    ]
    assert work == sorted(work)
    assert work[2] > 1.5 * work[0]


def test_work_of_a_day_stays_bounded_and_falls() -> None:
    """Twenty new ones a day are never more than Anki's rule of thumb: ten reviews for each."""
    for student in (BY_THE_MODEL, HALF_WITH_HINTS, FORGETFUL):
        course = year(student)
        assert max(day.reviews for day in course.days) < 200
        assert not any(day.waiting for day in course.days)
        assert sum(day.reviews for day in course.days[-30:]) / 30 < 30


def test_who_forgets_faster_is_asked_more_and_remembers_less() -> None:
    normal, forgetful = year(BY_THE_MODEL), year(FORGETFUL)
    assert forgetful.reviews > 1.2 * normal.reviews
    assert 0.75 < forgetful.retention < normal.retention - 0.02


def test_who_skips_days_does_the_same_items_later() -> None:
    course = year(SCHOOL_DAYS)
    weekends = [day for day in course.days if day.day.weekday() >= 5]
    assert not any(day.new + day.reviews for day in weekends)
    assert any(day.waiting for day in weekends)
    assert 0.8 < course.retention < 0.92


def test_after_a_holiday_the_backlog_is_done_within_days() -> None:
    course = year(HOLIDAY)
    back = course.days[80:]
    assert back[0].reviews > 40
    assert not any(day.waiting for day in back[3:])
    assert course.days[79].waiting <= len(course.cards)


# ---- clocks -------------------------------------------------------------------------------------


def test_summer_time_moves_no_due_date() -> None:
    """Answers at 23:50 and at 0:10 local time, over both changes of the clock of 2026 in Europe, have
    the due dates that answers at noon have."""
    winter, summer = timezone(timedelta(hours=1)), timezone(timedelta(hours=2))

    def zone(day: date) -> timezone:
        return summer if date(2026, 3, 29) <= day < date(2026, 10, 25) else winter

    def dues(hour: int, minute: int) -> list[date]:
        card, day, given = None, date(2026, 3, 26), []
        while day < date(2027, 3, 1):
            clock = datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone(day))
            local = local_day(timestamp(clock), tz_offset(clock))
            card = SCHEDULER.advance(ITEM, card, Review(local, HARD))
            day = card.due
            given.append(day)
        return given

    noon = dues(12, 0)
    assert noon[0] == date(2026, 3, 27)
    assert noon[1] == date(2026, 3, 30)  # three days, one of them of 23 hours
    assert dues(23, 50) == noon
    assert dues(0, 10) == noon


def test_late_evening_and_early_morning_are_a_day_apart() -> None:
    """Seven hours, but a night: a review of its own, and not one of the same day."""
    first = SCHEDULER.advance(ITEM, None, Review(date(2026, 3, 2), GOOD))
    morning = SCHEDULER.advance(ITEM, first, Review(date(2026, 3, 3), GOOD))
    evening = SCHEDULER.advance(ITEM, first, Review(date(2026, 3, 2), GOOD))
    assert morning.stability > evening.stability


def test_clock_set_back_and_put_right_again() -> None:
    """What was answered under a clock years back is due soon by that clock, and nothing is lost when
    it goes right again."""
    right = [Review(FIRST, GOOD), Review(FIRST + timedelta(days=2), GOOD)]
    back = Review(FIRST - timedelta(days=3000), GOOD)
    card = derive(ITEM, [*right, back], SCHEDULER)
    before = derive(ITEM, right, SCHEDULER)
    assert card is not None
    assert before is not None
    assert card.due < FIRST
    assert card.stability >= before.stability
    after = SCHEDULER.advance(ITEM, card, Review(FIRST + timedelta(days=13), GOOD))
    assert after.due > FIRST + timedelta(days=13)
    assert after.reps == 4


def test_clock_far_ahead_is_no_end() -> None:
    """Somebody's clock said 9999 for a day. The next answer by the right clock counts as one of the
    same day, and the item comes back."""
    ahead = SCHEDULER.advance(ITEM, None, Review(date.max, GOOD))
    assert ahead.due == date.max
    card = SCHEDULER.advance(ITEM, ahead, Review(FIRST, GOOD))
    assert FIRST < card.due < FIRST + timedelta(days=30)


# ---- the simulator itself -----------------------------------------------------------------------


def test_same_every_time() -> None:
    assert simulate(BY_THE_MODEL, items=50, days=30) == simulate(BY_THE_MODEL, items=50, days=30)


def test_cards_are_what_the_answers_give() -> None:
    """Fuzz and settings bear on the simulation as they do on the program."""
    settings = Settings()
    fuzzy = replace(settings, review=replace(settings.review, fuzz=True))
    plain = simulate(ALWAYS_RIGHT, items=40, days=60, settings=settings)
    spread = simulate(ALWAYS_RIGHT, items=40, days=60, settings=fuzzy)
    assert {gaps[1] for gaps in plain.intervals.values()} == {11}
    assert len({gaps[1] for gaps in spread.intervals.values()}) > 1


def test_report_can_be_read() -> None:
    lines = list(simulated.report([(20, 60)]))
    assert any("1, 3, 7, 12, 18, 25" in line for line in lines)
    assert {line.count("|") for line in lines if line.startswith("|")} == {3, 7, 9}
