"""Reads out of a damaged record whatever can still be read, on a copy of it."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from civicsquiz.record.events import Event
from civicsquiz.record.revisions import Revision, canonical_json
from civicsquiz.record.sqlite import rows, trouble
from civicsquiz.record.sqlite.opening import APPLICATION
from civicsquiz.record.store import Learner

_PAGE = 4096
_GAP = 2000
"""Numbers of events that cannot be read, one after the other, after which no more is looked for."""


@dataclass
class Salvaged:
    """What can be read. Every event is as it was written, by its digest, and every revision by its
    hash; `events`, by uuid, are in the order of the log."""

    learners: dict[str, Learner] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    revisions: dict[str, Revision] = field(default_factory=dict)


def salvage(path: Path, wal: Path) -> Salvaged:
    """What can be read of the record at `path` with the `wal` that belongs to it (it need not be
    there). Neither is touched. Never raises for what is in them."""
    found = Salvaged()
    with suppress(OSError), TemporaryDirectory(prefix="civicsquiz-") as folder:
        copied = Path(folder) / "record"
        for mend in (False, True):
            for with_wal in (
                False,
                True,
            ):  # alone first: a -wal of another file would hide what is in it
                shutil.copyfile(path, copied)
                if with_wal and wal.exists():
                    shutil.copyfile(wal, copied.with_name("record-wal"))
                if mend:
                    _mend_head(copied)
                with suppress(*trouble.ERRORS), closing(_opened(copied)) as connection:
                    _read(connection, found)
                for left in copied.parent.iterdir():
                    left.unlink()
            if found.events:
                break
    return found


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.text_factory = lambda data: data.decode("utf-8", "replace")
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _mend_head(path: Path) -> None:
    """Write the 100 bytes with which every record begins over whatever is there.

    https://www.sqlite.org/fileformat2.html#the_database_header
    """
    with path.open("r+b") as file:
        pages = path.stat().st_size // _PAGE
        file.write(
            struct.pack(
                ">16sH6B12I20x2I",
                b"SQLite format 3\0", _PAGE, 2, 2, 0, 64, 32, 32,
                1, pages, 0, 0, 1, 4, 0, 0, 1, 1, 0, APPLICATION,
                1, 3040001,
            )
        )  # fmt: skip


def _read(connection: sqlite3.Connection, found: Salvaged) -> None:
    with suppress(*trouble.ERRORS):
        for uuid, name in connection.execute("SELECT uuid, name FROM learner ORDER BY number"):
            found.learners.setdefault(uuid, Learner(uuid, name))
    with suppress(*trouble.ERRORS):
        for hash_, text in connection.execute("SELECT hash, asked FROM revision"):
            _take_revision(found, hash_, text)
    for row in _rows(connection):
        with suppress(rows.Malformed, UnicodeEncodeError):
            event = rows.to_event(row[2:])
            if rows.digest(rows.values(event)) == row[1]:
                found.events.setdefault(event.uuid, event)
    for hash_ in (
        {event.revision for event in found.events.values()} - found.revisions.keys() - {""}
    ):
        with suppress(*trouble.ERRORS):
            asked = "SELECT hash, asked FROM revision WHERE hash = ?"
            for row in connection.execute(asked, (hash_,)):
                _take_revision(found, *row)


def _take_revision(found: Salvaged, hash_: str, text: str) -> None:
    with suppress(rows.Malformed):
        asked = rows.to_asked(text)
        if hashlib.sha256(canonical_json(asked)).hexdigest() == hash_:
            found.revisions[hash_] = Revision(hash_, asked)


def _rows(connection: sqlite3.Connection) -> Iterator[tuple[object, ...]]:
    """The rows of the log, as far as they go in one piece; then one by one, past what is damaged."""
    number = missed = 0
    asked = f"SELECT number, digest, {rows.COLUMNS} FROM event"  # noqa: S608
    with suppress(*trouble.ERRORS):
        for row in connection.execute(f"{asked} NOT INDEXED ORDER BY number"):
            number = row[0]
            yield row
        return
    while missed < _GAP:
        number += 1
        missed += 1
        with suppress(*trouble.ERRORS):
            for row in connection.execute(f"{asked} NOT INDEXED WHERE number = ?", (number,)):
                missed = 0
                yield row
