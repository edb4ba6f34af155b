"""What SQLite complains of, as one sentence with a way on."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from civicsquiz.errors import (
    RecordBusy,
    RecordDamaged,
    RecordError,
    RecordFull,
    RecordNewer,
)

WITHOUT = "; “civicsquiz play BANK --no-record” goes on without"
"""Said at the end, to whoever is not told anyway that it goes on without."""
RESTORE = (
    "“civicsquiz progress restore” keeps this file, and makes the record of the latest backup that is"
    f" sound, if one is, and of what can still be read here{WITHOUT}"
)
NO_BACKUP = (
    "there is no backup; “civicsquiz progress restore” keeps this file, and begins a record with what can"
    f" still be read here{WITHOUT}"
)
ANOTHER = "name another backup, or none for the latest that is sound"
BUSY = "wait a moment and try again, or close the other program"
SPACE = "free some space and try again"
WRITABLE = (
    f"make the file and its folder writable, or name another folder in CIVICSQUIZ_HOME{WITHOUT}"
)
READABLE = "see that the file and its folder can be read"

ERRORS = (sqlite3.Error, UnicodeDecodeError)
"""What the driver raises: the second where SQLite's own message quotes damaged text."""

_IOERR_SHMSIZE = sqlite3.SQLITE_IOERR_SHMSIZE


def told(path: Path, error: Exception) -> RecordError:
    """The error for the user that says what SQLite met, one of `ERRORS`."""
    if isinstance(error, UnicodeDecodeError):
        return damaged(path, "is damaged (it holds bytes that are no text)")
    extended = getattr(error, "sqlite_errorcode", None) or 0
    code = extended & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return RecordBusy(path, "another program is using it", BUSY)
    if code == sqlite3.SQLITE_FULL or extended == _IOERR_SHMSIZE:
        return RecordFull(path, "there is no room left on the disk", SPACE)
    if code == sqlite3.SQLITE_IOERR:
        return RecordError(
            path, f"the disk refused ({error})", "see that it has room and is not failing, and try again"
        )  # fmt: skip
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return RecordError(path, "cannot be written to", WRITABLE)
    if code == sqlite3.SQLITE_CANTOPEN:
        return RecordError(path, "cannot be opened", WRITABLE)
    if code == sqlite3.SQLITE_NOTADB:
        return damaged(path, "is no SQLite file, or its beginning is damaged")
    if code in (sqlite3.SQLITE_CORRUPT, 0) or isinstance(error, sqlite3.DataError):
        return damaged(path, f"is damaged ({error})")
    if "no such table" in str(error) or "no such column" in str(error):
        return damaged(path, f"is damaged ({error})")
    return RecordError(path, f"cannot be used ({error})", "“civicsquiz progress check” says more")


def damaged(path: Path, problem: str) -> RecordDamaged:
    """The file is not as civicsquiz wrote it; nothing of it is touched."""
    from civicsquiz.record.sqlite.backups import backups

    return RecordDamaged(path, problem, RESTORE if any(map(_some, backups(path))) else NO_BACKUP)


def of_backup(error: RecordError) -> RecordError:
    """The same of a file that was to take the place of the record."""
    mend = error.mend if isinstance(error, RecordNewer) else ANOTHER
    return type(error)(error.path, f"the backup {error.problem}", mend)


def _some(backup: Path) -> bool:
    """Whether there is anything in it; whether it is sound takes longer, and `restore` finds out."""
    try:
        return backup.stat().st_size > 0
    except OSError:
        return False


def newer(path: Path, version: int, known: int) -> RecordNewer:
    """The file has a form that this program cannot know."""
    return RecordNewer(
        path,
        f"has form {version}, and this civicsquiz knows form {known}",
        "update civicsquiz; the file has not been touched",
    )
