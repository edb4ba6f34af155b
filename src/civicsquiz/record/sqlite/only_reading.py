"""The store for whoever only reads: it works too where nobody may write, and where nothing is yet."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from civicsquiz.errors import RecordDamaged, RecordError
from civicsquiz.record.sqlite import opening, trouble
from civicsquiz.record.sqlite.migrations import STEPS, version
from civicsquiz.record.sqlite.store import SqliteStore


def store_for_reading(path: Path) -> SqliteStore:
    """The store at `path`; one in memory, with nothing in it, where none is. A file that can be
    written is opened as always, for it may have to be brought to today's form.

    Raises:
        RecordError: it cannot be read.
    """
    if not opening.there(path):
        return SqliteStore.in_memory()
    try:
        return SqliteStore.open(path)
    except RecordError as error:
        if error.mend != trouble.WRITABLE:
            raise

    def again() -> sqlite3.Connection:
        return _connected(path)

    return SqliteStore(again(), path, again)


def copy_in_memory(path: Path) -> SqliteStore | None:
    """All that is in the file, in a store in memory that can be written to; None where there is none.

    Raises:
        RecordError: it cannot be read, or is damaged.
    """
    if not opening.there(path):
        return None
    memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    try:
        with closing(_connected(path)) as connection:
            connection.backup(memory)
        (found,) = memory.execute("PRAGMA quick_check (1)").fetchone()
        if found != "ok":
            raise trouble.damaged(path, f"is damaged ({found.splitlines()[0]})")
        memory.execute("PRAGMA foreign_keys = ON")
    except trouble.ERRORS as error:
        raise trouble.told(path, error) from None
    return SqliteStore(memory, Path(":memory:"), opening.in_memory)


def _connected(path: Path) -> sqlite3.Connection:
    """A connection that reads the file, or what is a copy of it in today's form."""
    try:
        opening.examine_what_was_left(path, len(STEPS))
        connection = opening.connect_reading(path)
    except RecordDamaged:
        raise
    except RecordError as error:
        if error.mend != trouble.WRITABLE:
            raise
        return _copied(path)  # a -wal beside it that SQLite cannot read without writing
    if version(connection) == len(STEPS):
        return connection
    connection.close()
    return _copied(path)


def _copied(path: Path) -> sqlite3.Connection:
    """All that is in the file and its -wal, in memory and in today's form."""
    wal = opening.beside(path)[0]
    with tempfile.TemporaryDirectory(prefix="civicsquiz-") as folder:
        copy = Path(folder, path.name)
        try:
            for one, other in ((path, copy), (wal, opening.beside(copy)[0])):
                if one.exists():
                    shutil.copyfile(one, other)
        except OSError as error:
            reason = f"cannot be read ({error.strerror})"
            raise RecordError(path, reason, trouble.READABLE) from None
        connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        with closing(opening.connect(copy, backups=None)) as copied:
            copied.backup(connection)
    return connection
