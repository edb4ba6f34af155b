"""Deletes all that is kept of one learner, so that nothing of it remains in the file.

The one place that deletes from the log: the guards of the tables are taken away within the
transaction and made again in it.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from civicsquiz.errors import RecordBusy, RecordDamaged, RecordError
from civicsquiz.record.sqlite import backups, copying, opening, trouble
from civicsquiz.record.sqlite.alone import alone
from civicsquiz.record.sqlite.migrations.m001 import GUARDS
from civicsquiz.record.store import Learner, called

_GUARDS = "SELECT name FROM sqlite_master WHERE type = 'trigger'"


def forget(path: Path, learner_uuid: str) -> int:
    """Delete the learner, with all events, cards and revisions that only they speak of, and write the
    file anew without them. How many events there were.

    Raises:
        RecordBusy: another program has the record open.
        RecordError: the file cannot be written; nothing has been deleted.
    """
    with alone(path):
        pass  # who opens it between here and there is met by the exclusive lock
    connection = opening.connect(path, backups=None)
    try:
        with closing(connection):
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("PRAGMA foreign_keys = OFF")  # or each revision would search the log
            connection.execute("PRAGMA temp_store = MEMORY")
            number = _delete(connection, learner_uuid)
            connection.execute("VACUUM")
            (busy, *_) = connection.execute("PRAGMA wal_checkpoint (TRUNCATE)").fetchone()
            if busy:
                raise RecordBusy(
                    path, "all is deleted, but another program keeps what was in its -wal",
                    "close that program",
                )  # fmt: skip
    except trouble.ERRORS as error:
        told = trouble.told(path, error)
        if isinstance(told, RecordBusy):
            told = RecordBusy(path, "another program has it open", "close it, and try again")
        raise told from None
    return number


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Files beside the record that still hold a learner's events, and files of which nobody can say,
    because they are damaged."""

    holding: tuple[Path, ...]
    unreadable: tuple[Path, ...]


def elsewhere(path: Path, learner_uuid: str) -> Elsewhere:
    """Where else a learner's events are: backups, and files that `restore` moved aside."""
    holding, unreadable = [], []
    for file in (*backups.backups(path), *_aside(path)):
        try:
            with closing(opening.connect_reading(file, still=True)) as connection:
                asked = "SELECT 1 FROM learner WHERE uuid = ?"
                if connection.execute(asked, (learner_uuid,)).fetchone():
                    holding.append(file)
        except (RecordError, *trouble.ERRORS):
            unreadable.append(file)
    return Elsewhere(tuple(holding), tuple(unreadable))


def elsewhere_only(path: Path, name: str) -> Learner | None:
    """The learner of a name, or of a uuid, in the backups and the files moved aside; None where there
    is none. Who is deleted from the record alone is still found there."""
    for file in (*backups.backups(path), *_aside(path)):
        with suppress(RecordError, *trouble.ERRORS):
            with closing(opening.connect_reading(file, still=True)) as connection:
                rows = connection.execute("SELECT uuid, name FROM learner ORDER BY number")
                found = called(name, [Learner(*row) for row in rows])
            if found is not None:
                return found
    return None


def _aside(path: Path) -> list[Path]:
    return sorted(path.parent.glob(f"{path.stem}-aside-*{path.suffix}"))


def forget_in_copy(path: Path, learner_uuid: str) -> None:
    """As `forget`, in a backup or a file moved aside, which stays one file by itself, and keeps the
    time at which it was made.

    Raises:
        RecordError: it cannot be written or is damaged; it is as it was.
    """
    scratch = path.with_name(f".{path.name}.{os.getpid()}.less")
    try:
        made = path.stat()
        copying.copy(path, scratch)
        forget(scratch, learner_uuid)
        with closing(sqlite3.connect(scratch, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
        copying.sync(scratch)
        scratch.replace(path)
        os.utime(path, ns=(made.st_atime_ns, made.st_mtime_ns))
        for left in opening.beside(path):
            left.unlink(missing_ok=True)
    except RecordDamaged as error:
        raise RecordDamaged(path, error.problem, "delete it yourself") from None
    except trouble.ERRORS as error:
        raise trouble.told(path, error) from None
    except OSError as error:
        raise RecordError(
            path, f"cannot be written ({error.strerror})", "check its folder"
        ) from None
    finally:
        for left in (scratch, *opening.beside(scratch)):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def _delete(connection: sqlite3.Connection, learner_uuid: str) -> int:
    connection.execute("BEGIN EXCLUSIVE")
    try:
        for (name,) in connection.execute(_GUARDS).fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        gone = connection.execute("DELETE FROM event WHERE learner_uuid = ?", (learner_uuid,))
        for table in ("card", "unfinished"):
            connection.execute(f"DELETE FROM {table} WHERE learner_uuid = ?", (learner_uuid,))  # noqa: S608
        connection.execute("DELETE FROM learner WHERE uuid = ?", (learner_uuid,))
        connection.execute(
            "DELETE FROM revision WHERE hash NOT IN"
            " (SELECT revision FROM event WHERE revision IS NOT NULL)"
        )
        for guard in GUARDS:
            connection.execute(guard)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    return gone.rowcount
