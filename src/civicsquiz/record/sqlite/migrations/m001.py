"""Version 1: the log, the revisions it speaks of, the learners, and what is derived."""

from __future__ import annotations

import sqlite3

_TABLES = (
    """CREATE TABLE learner (
    number INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    name TEXT UNIQUE)""",
    """CREATE TABLE revision (
    hash TEXT NOT NULL PRIMARY KEY,
    asked TEXT NOT NULL)""",
    """CREATE TABLE event (
    number INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    learner_uuid TEXT NOT NULL REFERENCES learner (uuid),
    session TEXT NOT NULL,
    type TEXT NOT NULL,
    refers_to TEXT,
    item TEXT NOT NULL,
    revision TEXT REFERENCES revision (hash),
    response TEXT NOT NULL,
    shown TEXT NOT NULL,
    certainty INTEGER,
    hints INTEGER NOT NULL,
    "try" INTEGER NOT NULL,
    mark REAL,
    taken INTEGER,
    language TEXT NOT NULL,
    seed TEXT NOT NULL,
    mode TEXT NOT NULL,
    scheduled INTEGER NOT NULL,
    rating INTEGER,
    note TEXT,
    detail TEXT NOT NULL,
    at TEXT NOT NULL,
    tz_offset INTEGER NOT NULL,
    digest TEXT NOT NULL)""",
    "CREATE INDEX event_by_session ON event (session)",
    """CREATE INDEX event_by_item ON event (learner_uuid, item)
    WHERE scheduled = 1 OR type IN ('undone', 'redone')""",
    """CREATE INDEX event_by_time ON event (learner_uuid)
    WHERE type = 'answered' AND mark = 1 AND taken IS NOT NULL""",
    """CREATE TABLE card (
    learner_uuid TEXT NOT NULL REFERENCES learner (uuid),
    item TEXT NOT NULL,
    stability REAL NOT NULL,
    difficulty REAL NOT NULL,
    due TEXT NOT NULL,
    last TEXT NOT NULL,
    first TEXT NOT NULL,
    reps INTEGER NOT NULL,
    lapses INTEGER NOT NULL,
    rating INTEGER NOT NULL,
    PRIMARY KEY (learner_uuid, item)) WITHOUT ROWID""",
    "CREATE INDEX card_by_due ON card (learner_uuid, due, item)",
    """CREATE TABLE unfinished (
    learner_uuid TEXT NOT NULL REFERENCES learner (uuid),
    session TEXT NOT NULL,
    PRIMARY KEY (learner_uuid, session)) WITHOUT ROWID""",
    "CREATE TABLE derivation (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)",
)

GUARDS = tuple(
    f"""CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table}
BEGIN SELECT RAISE (ABORT, 'the log is never changed'); END"""
    for table in ("event", "revision")
    for verb in ("UPDATE", "DELETE")
)


def step(connection: sqlite3.Connection) -> None:
    """Make the tables in an empty file."""
    for statement in (*_TABLES, *GUARDS):
        connection.execute(statement)
