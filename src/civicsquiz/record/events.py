"""Events: the immutable lines of a learner's log, from which all progress is derived."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Any

LONGEST_TIME = 60_000
"""Milliseconds at which the time taken for an answer is capped: whoever needs longer has gone."""

_AT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z")


class EventType(StrEnum):
    """What happened. Of these only `ANSWERED`, `UNDONE` and `REDONE` bear on when an item is due."""

    STARTED = "started"
    """A session began; `detail` says with what (see `Event`)."""
    ANSWERED = "answered"
    """An answer was graded: in a test when it is handed in, else at once."""
    KEPT = "kept"
    """A test took down an answer, which may still be changed; no mark yet."""
    MARKED = "marked"
    """A question of a test was marked for later, or the mark was taken away."""
    HINTED = "hinted"
    """A hint was asked for."""
    LOOKED_UP = "looked-up"
    """The sources were searched for the answer."""
    READ = "read"
    """A passage was read that the tutor had sent the learner to."""
    UNDONE = "undone"
    """An answer was taken back; `refers_to` it."""
    REDONE = "redone"
    """An answer that had been taken back stands again; `refers_to` it."""
    FLAGGED = "flagged"
    """The learner says that something is wrong with the item."""
    LEFT = "left"
    """The learner left the session at this item."""
    SUBMITTED = "submitted"
    """A test was handed in."""
    FINISHED = "finished"
    """The session came to its end."""
    ABANDONED = "abandoned"
    """The learner gave the session up; it is not offered again."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that a learner did, as it is written down and never changed.

    `refers_to` is the uuid of an earlier event that this one speaks of. `item` is "bank-id/item-id"
    and `revision` the hash of what was asked; both are empty where a whole session is meant.
    `response` and `shown` are option ids, `shown` in the order on the screen.

    `mark` is how much of this response was right, from 0 to 1, before anything is taken off for
    tries or hints; None for what has none. `attempt` counts the tries of the item in this session,
    from 1, and `hints` the hints and look-ups before it. `certainty` is 1 to 3, None where it was
    not said. `taken` is in milliseconds, at most `LONGEST_TIME`, None where it was not measured.
    `scheduled` says that the answer moved the item's due date, by `rating` (1 Again, 2 Hard, 3 Good,
    4 Easy); it is written down because the table that it came from can be changed.

    `detail` holds what only some events have: of `STARTED` the `title`, the `queue` (pairs of item
    and revision, in order) and whether `certainty` is asked for; of an answer `formerly`, the refs
    under which the item's history may stand, and `made` where the question was made for the session
    and is in no bank.

    `at` is UTC as `timestamp` writes it; `tz_offset` is the learner's clock in minutes east of UTC.
    """

    uuid: str
    learner_uuid: str
    session: str
    type: EventType
    at: str
    tz_offset: int
    refers_to: str | None = None
    item: str = ""
    revision: str = ""
    response: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    certainty: int | None = None
    hints: int = 0
    attempt: int = 0
    mark: float | None = None
    taken: int | None = None
    language: str = ""
    seed: str = ""
    mode: str = ""
    scheduled: bool = False
    rating: int | None = None
    note: str | None = None
    detail: Mapping[str, Any] = field(default_factory=dict, hash=False)

    @property
    def day(self) -> date:
        """The learner's local day when it happened."""
        return local_day(self.at, self.tz_offset)


def timestamp(moment: datetime) -> str:
    """An aware time as UTC in ISO 8601 with milliseconds and a "Z"; such texts sort by time.

    Raises:
        ValueError: `moment` has no time zone.
    """
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("the clock must say its time zone")
    try:
        utc = moment.replace(tzinfo=None) - offset
    except OverflowError:  # the first or the last day that there is
        utc = moment.replace(tzinfo=None)
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


def local_day(at: str, offset: int) -> date:
    """The day on the learner's clock, of a time as `timestamp` writes it and minutes east of UTC.

    Raises:
        ValueError: `at` is no such time.
    """
    if not _AT.fullmatch(at):
        raise ValueError(f"no time as the log writes it: {at}")
    utc = datetime.fromisoformat(at)
    try:
        return (utc + timedelta(minutes=offset)).date()
    except OverflowError:
        return utc.date()


def local_time(event: Event) -> datetime:
    """When it happened, aware, on the learner's clock as it went then."""
    return on_the_clock(event.at, event.tz_offset)


def on_the_clock(at: str, offset: int) -> datetime:
    """A time as `timestamp` writes it, aware, on a clock that is `offset` minutes east of UTC; in UTC
    where that would be before the first or after the last day that there is.

    Raises:
        ValueError: it is no such time, or no clock can be so far from UTC.
    """
    from datetime import timezone

    moment = datetime.fromisoformat(at).replace(tzinfo=UTC)
    try:
        return moment.astimezone(timezone(timedelta(minutes=offset)))
    except OverflowError:
        return moment
