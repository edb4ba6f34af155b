"""Goes through a record and says what is not as civicsquiz wrote it. Changes nothing."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from civicsquiz.record.cards import Scheduler
from civicsquiz.record.revisions import canonical_json
from civicsquiz.record.sqlite import leftover, opening, rebuilding, rows, trouble
from civicsquiz.record.sqlite.migrations import STEPS, version

_MOST = 20
"""Findings of one kind that are told."""

_MOVED = """
    SELECT count(*) FROM (
        SELECT tz_offset, lag(tz_offset, 1, tz_offset) OVER (PARTITION BY learner_uuid ORDER BY number)
            AS before FROM event
    ) WHERE tz_offset != before
"""


@dataclass(frozen=True, slots=True)
class Checked:
    """How many events were gone through, and a sentence for each thing that is not as it should be.

    `faults` are of the log: only a backup mends them. `stale` are of what is derived: `rebuild` does.
    With `anew` the cards were made under other settings, and are made again when they are next used.
    `moved` is how often a learner's clock went on at another distance from UTC: to summer time and back,
    or in another time zone.
    """

    events: int
    revisions: int
    cards: int
    faults: tuple[str, ...]
    stale: tuple[str, ...]
    anew: bool = False
    moved: int = 0


def check(path: Path, scheduler: Scheduler) -> Checked:
    """Check the record at `path`.

    Raises:
        RecordDamaged: it is so damaged that nothing in it can be read.
        RecordError: it cannot be read for another reason.
    """
    wal = opening.beside(path)[0]
    faults: list[str] = []
    if wal.exists() and leftover.loses(wal):
        faults.append(f"{wal.name}, with the latest answers, is damaged.")
    try:
        with closing(opening.connect_reading(path)) as connection:
            found, events, revisions = _log(connection)
            faults += found
            if faults:
                return Checked(events, revisions, 0, tuple(faults), ())
            stale, cards, anew = _derived(connection, scheduler, path)
            (moved,) = connection.execute(_MOVED).fetchone()
    except trouble.ERRORS as error:
        raise trouble.told(path, error) from None
    return Checked(events, revisions, cards, (), tuple(stale), anew, moved)


def faults(path: Path) -> tuple[str, ...]:
    """The faults of a file that nobody writes to now, such as a backup.

    Raises:
        RecordError: it cannot be read.
    """
    try:
        with closing(opening.connect_reading(path, still=True)) as connection:
            found, _, _ = _log(connection)
    except trouble.ERRORS as error:
        raise trouble.told(path, error) from None
    return tuple(found)


def _log(connection: sqlite3.Connection) -> tuple[list[str], int, int]:
    """The faults, and how many events and revisions there are."""
    # Bytes that are no text are kept for the digests to stumble over.
    connection.text_factory = lambda data: data.decode("utf-8", "surrogateescape")
    events, revisions = _Counted(), _Counted()
    found = _some(_structure(connection))
    found += _some(_events(connection, events))
    found += _some(_revisions(connection, revisions))
    return found, events.number, revisions.number


@dataclass
class _Counted:
    number: int = 0


def _some(findings: Iterator[str]) -> list[str]:
    """The first of them, and how many more there are; what stops SQLite is the last."""
    told: list[str] = []
    more = 0
    try:
        for finding in findings:
            if len(told) < _MOST:
                told.append(finding)
            else:
                more += 1
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        told.append("SQLite could not read on from there.")
    return [*told, f"… and {more} more of this kind."] if more else told


def _structure(connection: sqlite3.Connection) -> Iterator[str]:
    for (said,) in connection.execute("PRAGMA integrity_check (100)"):
        if said != "ok":
            yield from (f"SQLite finds: {line}." for line in said.splitlines())
    with closing(opening.in_memory(STEPS[: version(connection)])) as ideal:
        asked = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"
        is_, ought = (set(each.execute(asked).fetchall()) for each in (connection, ideal))
    for _, name, _ in sorted(ought - is_, key=repr):
        yield f"“{name}” is missing, or not as civicsquiz makes it."
    for _, name, _ in sorted(is_ - ought, key=repr):
        if name not in {known for _, known, _ in ought}:
            yield f"“{name}” is none of civicsquiz's."
    for parent, number in _without(connection, "event").items():
        of = "are of a learner who is" if parent == "learner" else "speak of a question that is"
        yield f"{number:,} of the events {of} not there."


def _without(connection: sqlite3.Connection, table: str) -> Counter[str]:
    """How many rows of a table speak of something that is not there, by the table of that."""
    found = connection.execute(f"PRAGMA foreign_key_check ({table})")
    return Counter(parent for _, _, parent, _ in found)


def _events(connection: sqlite3.Connection, counted: _Counted) -> Iterator[str]:
    asked = f"SELECT number, digest, {rows.COLUMNS} FROM event ORDER BY number"  # noqa: S608
    for row in connection.execute(asked):
        counted.number += 1
        number, written, *event = row
        try:
            same = rows.digest(rows.values(rows.to_event(event))) == written
        except (rows.Malformed, UnicodeEncodeError):
            same = False
        if not same:
            yield f"Event {number} ({event[0]}) is not as it was written."


def _revisions(connection: sqlite3.Connection, counted: _Counted) -> Iterator[str]:
    for hash_, text in connection.execute("SELECT hash, asked FROM revision ORDER BY hash"):
        counted.number += 1
        try:
            asked = canonical_json(rows.to_asked(text))
        except (rows.Malformed, UnicodeEncodeError):
            asked = b""
        if hashlib.sha256(asked).hexdigest() != hash_:
            yield f"The revision {hash_[:16]}… is not as it was asked."


def _derived(
    connection: sqlite3.Connection, scheduler: Scheduler, path: Path
) -> tuple[list[str], int, bool]:
    """What is stale, the number of cards, and whether they follow other settings."""
    outcome = rebuilding.make(connection, scheduler, path)
    found = connection.execute("SELECT value FROM derivation WHERE name = 'scheduler'").fetchone()
    anew = bool(outcome.cards_differed) and (found is None or found[0] != scheduler.settings)
    stale = []
    for table, number, one, many in (
        ("card", 0 if anew else outcome.cards_differed, "card", "cards"),
        ("unfinished", outcome.sessions_differed, "session to go on with",
         "sessions to go on with"),
    ):  # fmt: skip
        lost = 0 if table == "card" and anew else _without(connection, table).total()
        if lost:
            what, verb = (one, "is") if lost == 1 else (many, "are")
            stale.append(f"{lost:,} {what} {verb} of a learner who is not there.")
        if number > lost:
            what, verb = (one, "is") if number - lost == 1 else (many, "are")
            follows = "it follows" if number - lost == 1 else "they follow"
            stale.append(f"{number - lost:,} {what} {verb} not as {follows} from the log.")
    return stale, outcome.cards, anew
