"""What is derived, made again from the log: the cards, and which sessions are unfinished.

The outcome equals what `Record` does answer by answer: at each answer that is scheduled, and each
taken back or put back, the item's card follows from all its history, under former refs too, and the
cards of the former refs go.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from civicsquiz.record.cards import Scheduler, derive, reviews_in
from civicsquiz.record.events import Event, EventType
from civicsquiz.record.sqlite import rows, trouble
from civicsquiz.record.sqlite.store import SqliteStore
from civicsquiz.record.sqlite.writing import BEARING, ENDS, HISTORY

_MADE = (
    "CREATE TEMP TABLE made_card AS SELECT * FROM main.card LIMIT 0",
    "CREATE UNIQUE INDEX temp.made_card_by_item ON made_card (learner_uuid, item)",
    f"""CREATE TEMP TABLE made_unfinished AS
    SELECT learner_uuid, session FROM main.event
    WHERE type IN ('started', 'undone', {ENDS}) GROUP BY learner_uuid, session
    HAVING max(type = 'started') AND max(CASE type WHEN 'undone' THEN number ELSE 0 END)
    >= max(CASE WHEN type IN ({ENDS}) THEN number ELSE 0 END)""",  # noqa: S608
)
_BEARING = (
    f"SELECT number, {rows.COLUMNS} FROM event WHERE {BEARING} ORDER BY learner_uuid, item, number"  # noqa: S608
)
_KEYS = {"card": ("learner_uuid", "item"), "unfinished": ("learner_uuid", "session")}


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """How many cards there are, and how many of them (made, missing or too many) and of the sessions
    to go on with were not as they follow from the log."""

    cards: int
    cards_differed: int
    sessions_differed: int


def in_step(store: SqliteStore, scheduler: Scheduler) -> Rebuilt | None:
    """Make the cards again if they were made under other settings, or never were all; None where
    they were made under these. Short for a new file, seconds for a hundred thousand cards."""
    return None if store.scheduled_by == scheduler.settings else rebuild(store, scheduler)


def rebuild(store: SqliteStore, scheduler: Scheduler) -> Rebuilt:
    """Make all that is derived again, in one transaction.

    Raises:
        RecordError: the file does not allow it; nothing has been changed.
    """
    with store.writing() as writing:
        connection = writing.connection
        outcome = make(connection, scheduler, store.path)
        for table, key in _KEYS.items():
            same = " AND ".join(f"made.{name} = {table}.{name}" for name in key)
            connection.execute(
                f"DELETE FROM {table} WHERE NOT EXISTS (SELECT 1 FROM made_{table} AS made WHERE {same})"  # noqa: S608
            )
            connection.execute(
                f"INSERT OR REPLACE INTO {table} SELECT * FROM made_{table} EXCEPT SELECT * FROM {table}"  # noqa: S608
            )
        connection.execute(
            "INSERT OR REPLACE INTO derivation (name, value) VALUES ('scheduler', ?)",
            (scheduler.settings,),
        )
        clear(connection)
    return outcome


def make(connection: sqlite3.Connection, scheduler: Scheduler, path: Path) -> Rebuilt:
    """Make all that is derived in the temporary tables `made_card` and `made_unfinished`, and compare
    it with what there is; `clear` takes them away.

    Raises:
        RecordDamaged: an event cannot be read.
        sqlite3.Error: the connection cannot be used.
    """
    clear(connection)
    for statement in _MADE:
        connection.execute(statement)
    try:
        _make_cards(connection, scheduler)
    except rows.Malformed:
        raise trouble.damaged(path, "holds what civicsquiz never writes") from None
    ((cards,),) = connection.execute("SELECT count(*) FROM made_card")
    return Rebuilt(cards, *(_differing(connection, table) for table in _KEYS))


def clear(connection: sqlite3.Connection) -> None:
    """Take away what `make` made."""
    for table in _KEYS:
        connection.execute(f"DROP TABLE IF EXISTS temp.made_{table}")


def _differing(connection: sqlite3.Connection, table: str) -> int:
    same = " AND ".join(f"made.{name} = {table}.{name}" for name in _KEYS[table])
    ((number,),) = connection.execute(
        f"SELECT (SELECT count(*) FROM (SELECT * FROM made_{table} EXCEPT SELECT * FROM {table}))"  # noqa: S608
        f" + (SELECT count(*) FROM {table}"
        f" WHERE NOT EXISTS (SELECT 1 FROM made_{table} AS made WHERE {same}))"
    )
    return int(number)


def _make_cards(connection: sqlite3.Connection, scheduler: Scheduler) -> None:
    last: dict[tuple[str, str], int] = {}
    """Of each item that was once renamed, or is a former name: when its card was last settled."""
    renamed: dict[tuple[str, str], dict[str, int]] = {}
    """Of each item with former refs: when each of them was last named."""
    latest: dict[tuple[str, str], tuple[str, ...]] = {}
    """Of each item with former refs: those named when it was last settled."""
    for key, history in _by_item(connection):
        formerly = _formerly(connection, history)
        if any(formerly):
            renamed[key] = {
                ref: number
                for (number, _), refs in zip(history, formerly, strict=True)
                for ref in refs
            }
            latest[key] = formerly[-1]
            last[key] = history[-1][0]
        if not any(formerly) or not formerly[-1]:
            _keep(connection, scheduler, key, [event for _, event in history])
    for (learner, item), refs in latest.items():
        if refs:
            found = connection.execute(
                HISTORY.replace("item = ?", f"item IN ({', '.join('?' * (len(refs) + 1))})")
                + " AND number <= ? ORDER BY number",
                (learner, item, *refs, last[learner, item]),
            )
            _keep(connection, scheduler, (learner, item), [*map(rows.to_event, found.fetchall())])
    for (learner, item), named in renamed.items():
        for ref, number in named.items():
            if ref != item:
                _drop(connection, learner, ref, number)


def _by_item(
    connection: sqlite3.Connection,
) -> Iterator[tuple[tuple[str, str], list[tuple[int, Event]]]]:
    """What bears on due dates, item by item in the order of the log, with the numbers of events."""
    found = connection.execute(_BEARING)
    told = ((row[0], rows.to_event(row[1:])) for row in found)
    keyed = (((event.learner_uuid, event.item), (number, event)) for number, event in told)
    for key, group in groupby(keyed, key=itemgetter(0)):
        yield key, [each for _, each in group]


def _formerly(
    connection: sqlite3.Connection, history: list[tuple[int, Event]]
) -> list[tuple[str, ...]]:
    """The former refs that each event of an item tells; what is taken back has those of the answer."""
    by_uuid: dict[str, tuple[str, ...]] = {}
    told = []
    for _, event in history:
        named = _refs(event.detail)
        if event.refers_to and event.type is not EventType.ANSWERED:
            if event.refers_to not in by_uuid:  # an answer that bears on no due date
                by_uuid[event.refers_to] = _refs_of(connection, event.refers_to)
            named = by_uuid[event.refers_to]
        by_uuid[event.uuid] = named
        told.append(named)
    return told


def _refs_of(connection: sqlite3.Connection, uuid: str) -> tuple[str, ...]:
    found = connection.execute("SELECT detail FROM event WHERE uuid = ?", (uuid,)).fetchone()
    return _refs(rows.to_asked(found[0])) if found else ()


def _refs(detail: Mapping[str, Any]) -> tuple[str, ...]:
    refs = detail.get("formerly", ())
    return tuple(ref for ref in refs if isinstance(ref, str)) if isinstance(refs, list) else ()


def _keep(
    connection: sqlite3.Connection,
    scheduler: Scheduler,
    key: tuple[str, str],
    history: list[Event],
) -> None:
    card = derive(key[1], reviews_in(history), scheduler)
    if card is not None:
        connection.execute(
            "INSERT INTO made_card VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (key[0], *rows.card_row(card)),
        )


def _drop(connection: sqlite3.Connection, learner: str, former: str, number: int) -> None:
    """Drop the card of a former ref, unless it was settled under it after that."""
    connection.execute(
        f"""DELETE FROM made_card WHERE learner_uuid = ?1 AND item = ?2 AND NOT EXISTS (
        SELECT 1 FROM event WHERE learner_uuid = ?1 AND item = ?2 AND {BEARING} AND number > ?3)""",  # noqa: S608
        (learner, former, number),
    )
