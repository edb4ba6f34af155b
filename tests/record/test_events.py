"""Events: times that sort, offsets that are kept, lines that cannot be changed."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.record.events import (
    Event,
    EventType,
    local_day,
    local_time,
    timestamp,
    tz_offset,
)

ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(1971, 1, 2), datetime(9990, 1, 1), timezones=ZONES)  # noqa: DTZ001


def test_a_time_is_written_in_utc_to_the_millisecond() -> None:
    """East of Greenwich the written time is earlier than the learner's clock says."""
    moment = datetime(2026, 1, 2, 3, 4, 5, 678901, timezone(timedelta(hours=5, minutes=30)))
    assert timestamp(moment) == "2026-01-01T21:34:05.678Z"
    assert tz_offset(moment) == 330


def test_whole_seconds_have_milliseconds_too() -> None:
    """All times are of one length, so that they sort as text."""
    assert timestamp(datetime(2026, 1, 2, tzinfo=UTC)) == "2026-01-02T00:00:00.000Z"


@pytest.mark.parametrize("read", [timestamp, tz_offset])
def test_a_clock_without_a_zone_is_refused(read: object) -> None:
    """A time that does not say its zone cannot be written down."""
    assert callable(read)
    with pytest.raises(ValueError, match="time zone"):
        read(datetime(2026, 1, 2))  # noqa: DTZ001 - that is the point


@given(MOMENTS, MOMENTS)
def test_written_times_sort_by_time(one: datetime, other: datetime) -> None:
    """Of two moments, whatever their zones, the later is never written as the earlier."""
    if one <= other:
        assert timestamp(one) <= timestamp(other)
    else:
        assert timestamp(one) >= timestamp(other)


def test_an_event_cannot_be_changed() -> None:
    """An event is frozen, and holds the fields that the log is made of."""
    event = Event("u", "l", "s", EventType.ANSWERED, "2026-01-02T00:00:00.000Z", 0)
    with pytest.raises(FrozenInstanceError):
        event.mark = 1.0  # type: ignore[misc]
    assert [field.name for field in fields(Event)] == (
        "uuid learner_uuid session type at tz_offset refers_to item revision response shown certainty"
        " hints attempt mark taken language seed mode scheduled rating note detail"
    ).split()
    assert {event} == {event}


@given(MOMENTS)
def test_the_local_day(moment: datetime) -> None:
    """The day of an event is that on the learner's clock, wherever it was."""
    event = Event("u", "l", "s", EventType.LEFT, timestamp(moment), tz_offset(moment))
    assert event.day == moment.date()
    assert local_time(event).date() == moment.date()


@pytest.mark.parametrize(
    "at", ["", "2026-01-02", "2026-01-02T00:00:00Z", "2026-13-02T00:00:00.000Z"]
)
def test_no_time_of_the_log(at: str) -> None:
    """What the log does not write is not taken for a time."""
    with pytest.raises(ValueError, match=r"month|no time"):
        local_day(at, 0)


@pytest.mark.parametrize(
    ("moment", "offset"), [("9999-12-31T23:59:59.000Z", 60), ("0001-01-01T00:00:00.000Z", -60)]
)
def test_days_at_the_ends_of_time(moment: str, offset: int) -> None:
    """Beyond the last day there is the last day."""
    assert local_day(moment, offset).isoformat() == moment[:10]
