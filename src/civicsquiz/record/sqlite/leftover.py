"""Looks at what a program that ended suddenly left in the -wal, before SQLite makes it part of the file.

SQLite takes any -wal that is whole by its own sums, also one that belongs to another file (somebody
copied a backup to the record's place), and of one with a fault in the middle it takes what comes
before, silently. Both lose answers. The form of a -wal: https://www.sqlite.org/fileformat2.html#walformat
"""

from __future__ import annotations

import sqlite3
import struct
from contextlib import closing
from itertools import islice
from pathlib import Path

from civicsquiz.errors import RecordDamaged
from civicsquiz.record.sqlite import opening, rows, trouble

SMALL = 32 << 20
"""Bytes up to which the whole file is gone through; of a larger one the latest events are."""

_LATEST = 200

_HEAD, _FRAME = 32, 24
_MAGIC = 0x377F0682  # its last bit says that the sums are over big-endian words


def examine(path: Path, wal: Path, known: int) -> None:
    """Let pass a file and the -wal beside it that belong together. Neither is changed.

    Raises:
        RecordDamaged: answers would be lost, or the file damaged, if the -wal became part of it.
        RecordError: they cannot be read.
    """
    if loses(wal):
        raise trouble.damaged(path, f"{wal.name} beside it, with the latest answers, is damaged")
    try:
        with closing(opening.connect_reading(path, known=known)) as connection:
            fits = _fits(connection, opening.size(path) + opening.size(wal) <= SMALL)
    except RecordDamaged as error:
        raise _stranger(path, wal, error.problem) from None
    except trouble.ERRORS as error:
        said = trouble.told(path, error)
        if isinstance(said, RecordDamaged):
            raise _stranger(path, wal, said.problem) from None
        raise said from None
    if fits is not None:
        raise _stranger(path, wal, fits)


def loses(wal: Path) -> bool:
    """Whether commits stand behind a fault, where SQLite does not see them.

    What was being written when the power went is no fault: a commit is on the disk before the next
    begins, so only the last can be in pieces.
    """
    for _ in range(3):
        data = _read(wal)
        found = _loses(data)
        if not found or _read(wal)[:_HEAD] == data[:_HEAD]:  # else another program began it anew
            return found
    return False


def _loses(data: bytes) -> bool:
    if len(data) < _HEAD + _FRAME:
        return False
    magic, _, page, _, salt1, salt2, *sums = struct.unpack(">8I", data[:_HEAD])
    if (
        magic & ~1 != _MAGIC
        or not 512 <= page <= 65536
        or page & (page - 1)
        or _sum(data[: _HEAD - 8], magic & 1, (0, 0)) != tuple(sums)
    ):
        return any(data)
    so_far = (sums[0], sums[1])
    broken = False
    commits_behind = 0
    for start in range(_HEAD, len(data) - _FRAME - page + 1, _FRAME + page):
        head = struct.unpack(">6I", data[start : start + _FRAME])
        ours = head[2:4] == (salt1, salt2)
        if broken:
            if ours and commits_behind:
                return True
            commits_behind += bool(ours and head[1])
            continue
        if ours:
            body = data[start : start + 8] + data[start + _FRAME : start + _FRAME + page]
            so_far = _sum(body, magic & 1, so_far)
            if so_far == head[4:6]:
                continue
            commits_behind += bool(head[1])
        broken = True
    return False


def _sum(data: bytes, big: int, so_far: tuple[int, int]) -> tuple[int, int]:
    """SQLite's running sum over pairs of 32-bit words."""
    one, two = so_far
    words = struct.unpack(f"{'>' if big else '<'}{len(data) // 4}I", data)
    for first, second in zip(islice(words, 0, None, 2), islice(words, 1, None, 2), strict=True):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return one, two


def _fits(connection: sqlite3.Connection, whole: bool) -> str | None:
    """What is wrong with the file as it would be with the -wal in it."""
    if whole:
        for (said,) in connection.execute("PRAGMA integrity_check (1)"):
            if said != "ok":
                return str(said).splitlines()[0]
    latest = f"SELECT digest, {rows.COLUMNS} FROM event ORDER BY number DESC LIMIT {_LATEST}"  # noqa: S608
    for written, *row in connection.execute(latest).fetchall():
        try:
            if rows.digest(rows.values(rows.to_event(row))) != written:
                return "an event is not as it was written"
        except rows.Malformed:
            return "an event is malformed"
        by_index = "SELECT 1 FROM event WHERE uuid = ?"
        if connection.execute(by_index, row[:1]).fetchone() is None:
            return "an event cannot be found by its uuid"
    return None


def _stranger(path: Path, wal: Path, problem: str) -> RecordDamaged:
    return trouble.damaged(path, f"does not go together with {wal.name} beside it ({problem})")


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:  # another program has just closed
        return b""
