"""Copies of the record, made by SQLite while other programs may be writing to it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from civicsquiz.errors import RecordDamaged, RecordError
from civicsquiz.record.sqlite import opening, trouble
from civicsquiz.record.sqlite.migrations import STEPS

_CHECK = "check its folder and its disk"


def copy(
    path: Path,
    target: Path,
    *,
    known: int = len(STEPS),
    approve: Callable[[Path], None] | None = None,
) -> None:
    """Copy the record at `path`, with all that has been committed, into one file that needs nothing
    beside it. It gets the name `target` only when it is whole and SQLite finds it sound, and `approve`
    has not raised for it; then it replaces what was there. Uses connections of its own, so any thread
    may call it.

    Raises:
        RecordError: the record cannot be read, or the copy cannot be written or is not sound.
    """
    scratch = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with closing(opening.connect_reading(path, known=known)) as source:
            target.parent.mkdir(parents=True, exist_ok=True)
            scratch.unlink(missing_ok=True)
            _fill(path, source, scratch, target)
        if approve is not None:
            approve(scratch)
        sync(scratch)
        scratch.replace(target)
        opening.sync_folder(target.parent)
    except OSError as error:
        raise RecordError(target, f"cannot be written ({error.strerror})", _CHECK) from None
    finally:
        for left in (scratch, *opening.beside(scratch)):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def free(wanted: Path) -> Path:
    """`wanted`, or the like with a number where that name is taken."""
    number, path = 1, wanted
    while os.path.lexists(path):
        number += 1
        path = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
    return path


def sync(path: Path) -> None:
    """Have a file's content on the disk."""
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)


def _fill(path: Path, source: sqlite3.Connection, scratch: Path, target: Path) -> None:
    try:
        with closing(sqlite3.connect(scratch, isolation_level=None)) as copied:
            source.backup(copied)
            copied.execute("PRAGMA journal_mode = DELETE")
            ((said_of_it,),) = copied.execute("PRAGMA quick_check (1)").fetchall()
    except trouble.ERRORS as error:
        told = trouble.told(target, error)
        if isinstance(told, RecordDamaged):
            told = trouble.told(path, error)
        elif told.mend == trouble.WRITABLE:
            told = RecordError(target, told.problem, _CHECK)
        raise told from None
    if said_of_it != "ok":
        raise trouble.damaged(
            path, f"is damaged, and was not copied ({said_of_it.splitlines()[0]})"
        )
