"""A clock that cannot be right, in words: what is due counts by days, and they come from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from civicsquiz.record.store import Latest
from civicsquiz.study.reviewing.saying import full_date

SLACK = timedelta(hours=14)
"""No time zone is farther from UTC: who turns the hands of a clock, and not its zone, is not told."""

_DAYS = 2
"""At the same moment the days of two places are so far apart at most."""

_FARTHEST = timedelta(days=36_525)
_LAST_YEAR = 9000


@dataclass(frozen=True, slots=True)
class WrongClock:
    """What is said of it, in a sentence or two, and `brief`, in a line of a screen."""

    told: str
    brief: str


def wrong_clock(latest: Latest, now: datetime) -> WrongClock | None:
    """What is to be said of a clock that shows `now`, aware, where the learner's `latest` answer is
    dated after it, or a hundred years before it; None where it may be right."""
    if after := _after(latest, now):
        last, shown = after
        return WrongClock(
            f"Your last answer is dated {last}, which is after this computer’s date, {shown}: see"
            " whether the date is right. Nothing is lost; what is due counts by the days of your"
            " answers.",
            f"Is it really {shown}? Your last answer is dated {last}.",
        )
    before = _before(latest, now)
    if before is None:
        return None
    shown = full_date(now.date())
    return WrongClock(
        f"This computer’s date is {shown}{before}: see whether it is right. Nothing is lost; what"
        " is due counts by that date.",
        f"Is it really {shown}? See whether this computer’s date is right.",
    )


def _after(latest: Latest, now: datetime) -> tuple[str, str] | None:
    """The day of the latest answer and that of the clock, where they cannot both be right."""
    today = now.date()
    if latest.at is not None and latest.at - now > SLACK:
        day = max(latest.at.date(), latest.day or date.min)
        if day > today:
            return full_date(day), full_date(today)
        return _with_time(latest.at), _with_time(now)
    if latest.day is not None and (latest.day - today).days > _DAYS:
        return full_date(latest.day), full_date(today)
    return None


def _before(latest: Latest, now: datetime) -> str | None:
    """How the clock is too far ahead: after which comes nothing, or what it is compared with."""
    if latest.at is not None and now - latest.at > _FARTHEST:
        return ", more than a hundred years after your last answer"
    return "" if now.year >= _LAST_YEAR else None


def _with_time(moment: datetime) -> str:
    return f"{full_date(moment.date())}, {moment:%H:%M}"
