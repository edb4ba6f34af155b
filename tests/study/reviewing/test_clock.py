"""A clock that cannot be right is told; time zones and summer time never are."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from civicsquiz.record.store import Latest
from civicsquiz.study.reviewing.clock import wrong_clock

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)


def zone(hours: float) -> timezone:
    return timezone(timedelta(hours=hours))


def told(at: datetime | None, now: datetime = NOW, day: date | None = None) -> str:
    found = wrong_clock(Latest(at, day), now)
    return found.told if found else ""


def test_an_answer_after_now() -> None:
    """Both dates, what to do, and what it means."""
    assert told(datetime(2027, 3, 3, 9, tzinfo=UTC)) == (
        "Your last answer is dated 3 March 2027, which is after this computer’s date, 22 November 2026:"
        " see whether the date is right. Nothing is lost; what is due counts by the days of your"
        " answers."
    )


def test_a_line_of_a_screen() -> None:
    found = wrong_clock(Latest(datetime(2027, 9, 30, tzinfo=UTC), None), NOW)
    assert found is not None
    assert found.brief == (
        "Is it really 22 November 2026? Your last answer is dated 30 September 2027."
    )
    assert len(found.brief) <= 76


@pytest.mark.parametrize(
    ("at", "now"),
    [
        (NOW, NOW),
        (NOW - timedelta(days=36_000), NOW),
        (NOW + timedelta(hours=13), NOW),
        # from the last zone of the world to the first: a day and two hours earlier by the calendar
        (NOW.astimezone(zone(14)), (NOW + timedelta(minutes=1)).astimezone(zone(-12))),
        # the hour that comes twice
        (datetime(2026, 10, 25, 2, 59, tzinfo=zone(2)), datetime(2026, 10, 25, 2, tzinfo=zone(1))),
    ],
)
def test_what_may_be_right_is_not_told(at: datetime, now: datetime) -> None:
    assert not told(at, now, at.date())


def test_the_same_day_has_its_hours() -> None:
    then = NOW.replace(hour=23, minute=30)
    assert (
        "dated 22 November 2026, 23:30, which is after this computer’s date, 22 November 2026, 01:05"
        in (told(then, NOW.replace(hour=1, minute=5)))
    )


def test_an_answer_of_the_future_before_the_last() -> None:
    """The clock is right again, or wrong again: the cards of then still say so."""
    assert "3 March 2027" in told(NOW - timedelta(hours=1), day=date(2027, 3, 3))
    assert "3 March 2027" in told(None, day=date(2027, 3, 3))
    assert not told(NOW, day=NOW.date() + timedelta(days=2))
    assert told(NOW, day=NOW.date() + timedelta(days=3))


@pytest.mark.parametrize("hours", [-12, 0, 14])
def test_the_end_of_the_calendar(hours: int) -> None:
    """The year 9999, in any zone, with an answer and without."""
    now = datetime.max.replace(tzinfo=zone(hours))
    end = "see whether it is right. Nothing is lost; what is due counts by that date."
    assert told(None, now) == f"This computer’s date is 31 December 9999: {end}"
    assert told(NOW, now) == (
        "This computer’s date is 31 December 9999, more than a hundred years after your last answer:"
        f" {end}"
    )
    assert told(now, NOW)
    found = wrong_clock(Latest(None, None), now)
    assert found is not None
    assert len(found.brief) <= 76


def test_the_beginning_of_the_calendar() -> None:
    assert told(NOW, datetime.min.replace(tzinfo=zone(14)))
    assert not told(None, datetime.min.replace(tzinfo=zone(-12)))
