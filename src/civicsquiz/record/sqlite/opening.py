"""A connection to the file, or the reason why there is none. Nothing that is there is overwritten.

SQLite takes an empty file for a new database, rolls back a journal and plays in a -wal whoever
left them there. So what lies at the path, and beside it, is looked at before SQLite may.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

from civicsquiz.errors import RecordError
from civicsquiz.record.sqlite import trouble
from civicsquiz.record.sqlite.migrations import STEPS, Step, migrate, version

APPLICATION = 0x43565351
"""“CVSQ”, at byte 68 of the file: says whose SQLite file it is."""

PATIENCE = 5.0
"""Seconds to wait for another program that writes."""


def connect(
    path: Path, *, steps: Sequence[Step] = STEPS, backups: Path | None
) -> sqlite3.Connection:
    """A connection that may write; the file is made where none is, and brought to the latest form
    after a copy of it has gone into the folder `backups`, if one is given.

    Raises:
        RecordError: it cannot be used; the file is as it was.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RecordError(
            path, f"its folder cannot be made ({error.strerror})", trouble.WRITABLE
        ) from None
    if not there(path):
        _make(path, steps)
    for place in (path, path.parent):
        if not os.access(place, os.R_OK | os.W_OK):
            raise RecordError(path, "cannot be written to", trouble.WRITABLE)
    examine_what_was_left(path, len(steps))
    try:
        connection = _opened(path, "rw")
        try:
            found = _form(path, connection, len(steps))
            if found < len(steps) and backups is not None:
                _copy_first(path, backups, found, len(steps))
            if found < len(steps):
                migrate(connection, steps)
            _whole(path, connection)
            (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
            if mode != "wal":
                connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
        except BaseException:
            connection.close()
            raise
    except trouble.ERRORS as error:
        raise trouble.told(path, error) from None
    return connection


def connect_reading(
    path: Path, *, known: int = len(STEPS), still: bool = False
) -> sqlite3.Connection:
    """A connection that writes nothing, not even what a crash left to be written; for a file that is
    there, also one that nobody may write to. With `still` nobody writes to it now, as to a backup:
    then nothing is made beside it either.

    Raises:
        RecordError: it cannot be read.
    """
    if not there(path):
        raise RecordError(path, "is not there", "nothing has been answered yet, or it was moved")
    if not os.access(path, os.R_OK):
        raise RecordError(path, "cannot be read", trouble.READABLE)
    try:
        connection = _opened(path, _reading_mode(path, still))
        try:
            _form(path, connection, known)
            _whole(path, connection)
        except BaseException:
            connection.close()
            raise
    except trouble.ERRORS as error:
        raise trouble.told(path, error) from None
    return connection


def in_memory(steps: Sequence[Step] = STEPS) -> sqlite3.Connection:
    """A database that lasts as long as its connection."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.execute(f"PRAGMA application_id = {APPLICATION}")
    migrate(connection, steps)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def beside(path: Path) -> tuple[Path, Path, Path]:
    """Where SQLite keeps what belongs to the file while it is open: -wal, -shm and -journal."""
    wal, shm, journal = (path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal"))
    return wal, shm, journal


def there(path: Path) -> bool:
    """Whether there is a file that SQLite may be let at.

    Raises:
        RecordError: there is something else.
    """
    wal, _, journal = beside(path)
    had_wal = False
    try:
        had_wal = size(wal) > 0  # before the file: another program makes the file first
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            kind = "a folder" if stat.S_ISDIR(found.st_mode) else "no file"
            raise RecordError(
                path, f"is {kind}", "move it away, or name another in CIVICSQUIZ_HOME"
            )
        if found.st_size == 0:
            raise trouble.damaged(path, "is empty: what was in it is gone")
        if size(journal) > 0:
            raise RecordError(
                path, f"{journal.name} lies beside it, which is not civicsquiz's",
                "move that away: SQLite would write it into the record",
            )  # fmt: skip
    except FileNotFoundError:
        if had_wal:
            raise trouble.damaged(path, f"is missing, while {wal.name} is still there") from None
        return False
    except OSError as error:
        raise RecordError(path, f"cannot be read ({error.strerror})", trouble.READABLE) from None
    return True


def size(path: Path) -> int:
    """Bytes in a file; 0 where there is none."""
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def _make(path: Path, steps: Sequence[Step]) -> None:
    """Make the file whole under another name and give it its own only then: a program that is
    killed leaves no empty one, and another that was faster is not disturbed."""
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        scratch.unlink(missing_ok=True)
        with closing(sqlite3.connect(scratch, isolation_level=None)) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            migrate(connection, steps)
            connection.execute("PRAGMA journal_mode = WAL")
        with suppress(FileExistsError):
            _link(scratch, path)
        sync_folder(path.parent)
    except trouble.ERRORS as error:
        raise trouble.told(path, error) from None
    except OSError as error:
        raise RecordError(path, f"cannot be made ({error.strerror})", trouble.WRITABLE) from None
    finally:
        for left in (scratch, *beside(scratch)):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def _link(scratch: Path, path: Path) -> None:
    try:
        path.hardlink_to(scratch)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if not path.exists():
            scratch.rename(path)


def sync_folder(folder: Path) -> None:
    """Have the disk know the names in the folder; not every file system can."""
    with suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def examine_what_was_left(path: Path, known: int) -> None:
    """Let pass a file with a -wal beside it that belongs to it and is whole; see `leftover.examine`."""
    wal = beside(path)[0]
    if size(wal) > 0:
        from civicsquiz.record.sqlite import leftover

        leftover.examine(path, wal, known)


def _reading_mode(path: Path, still: bool) -> str:
    """`ro`; where nothing may or can be made beside the file and nothing is, the file alone counts."""
    if (os.access(path.parent, os.W_OK) and not still) or size(beside(path)[0]) > 0:
        return "ro"
    return "ro&immutable=1"


def _opened(path: Path, mode: str) -> sqlite3.Connection:
    place = "".join(
        chr(byte) if (chr(byte).isalnum() and byte < 128) or byte in b"/._-" else f"%{byte:02X}"
        for byte in os.fsencode(path.absolute())
    )
    connection = sqlite3.connect(
        f"file:{place}?mode={mode}",
        uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False,
    )  # fmt: skip
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    return connection


def _form(path: Path, connection: sqlite3.Connection, known: int) -> int:
    """The version of the file's form.

    Raises:
        RecordError: it is another program's, or a newer civicsquiz's.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != APPLICATION:
        raise trouble.damaged(path, "is the SQLite file of another program, or damaged")
    found = version(connection)
    if found > known:
        raise trouble.newer(path, found, known)
    if found < 1:
        raise trouble.damaged(path, f"says that its form is {found}, which there is not")
    return found


def _whole(path: Path, connection: sqlite3.Connection) -> None:
    """Let pass a file that is as long as it says; SQLite takes the missing end of a page for zeros.

    Raises:
        RecordDamaged: it is shorter.
    """
    wal = beside(path)[0]
    if size(wal) == 0:  # else the end may still be there
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        (page,) = connection.execute("PRAGMA page_size").fetchone()
        if size(path) < pages * page and size(wal) == 0:
            raise trouble.damaged(path, f"is cut off after {size(path)} bytes of {pages * page}")


def _copy_first(path: Path, backups: Path, found: int, known: int) -> None:
    from civicsquiz.record.sqlite import copying

    name = f"{path.stem}-before-form-{found + 1}"
    target = copying.free(backups / f"{name}{path.suffix}")
    copying.copy(path, target, known=known)
