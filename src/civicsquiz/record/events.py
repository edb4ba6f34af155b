"""Events: the immutable lines of a learner's log, from which all progress is derived."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum


class EventType(StrEnum):
    """What happened."""

    ANSWERED = "answered"
    FLAGGED = "flagged"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that a learner did, as it is written down and never changed.

    `refers_to` is the uuid of an earlier event that this one speaks of: for a flag, the answer that
    was flagged. `item` is "bank-id/item-id", `revision` the hash of what was asked. `response` and
    `shown` are option ids, `shown` in the order on the screen. `mark` goes from 0 to 1 and is None
    for what has none. `at` is UTC as `timestamp` writes it; `tz_offset` is the learner's clock in
    minutes east of UTC.
    """

    uuid: str
    learner_uuid: str
    session: str
    type: EventType
    refers_to: str | None
    item: str
    revision: str
    response: tuple[str, ...]
    shown: tuple[str, ...]
    mark: float | None
    note: str | None
    language: str
    seed: str
    mode: str
    at: str
    tz_offset: int


def timestamp(moment: datetime) -> str:
    """An aware time as UTC in ISO 8601 with milliseconds and a "Z"; such texts sort by time.

    Raises:
        ValueError: `moment` has no time zone.
    """
    if moment.utcoffset() is None:
        raise ValueError("the clock must say its time zone")
    utc = moment.astimezone(UTC).replace(tzinfo=None)
    return utc.isoformat(timespec="milliseconds") + "Z"


def tz_offset(moment: datetime) -> int:
    """Minutes east of UTC of an aware time.

    Raises:
        ValueError: `moment` has no time zone.
    """
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("the clock must say its time zone")
    return round(offset.total_seconds() / 60)
