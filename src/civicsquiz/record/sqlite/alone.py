"""Making sure that no other program has the record open, also where the file is damaged."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from civicsquiz.errors import RecordBusy, RecordError
from civicsquiz.record.sqlite import trouble

_SHARED, _SHARED_SIZE = 0x40000000 + 2, 510
"""The bytes that SQLite locks in the file as long as anybody has it open in WAL mode; see
https://www.sqlite.org/src/file?name=src/os.h (SHARED_FIRST)."""


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Within the block no other program can open the record. This program must not have it open
    either: the locks of a process end when it closes the file anywhere.

    Raises:
        RecordBusy: another program has it open.
        RecordError: the file cannot be looked at.
    """
    try:
        import fcntl
    except ImportError:  # Windows refuses to rename or replace a file that somebody has open
        yield
        return
    try:
        number = os.open(path, os.O_RDWR | os.O_NONBLOCK)  # a pipe would wait
    except OSError as error:
        if not path.exists() or path.is_dir():
            yield
            return
        raise RecordError(
            path, f"cannot be written to ({error.strerror})", trouble.WRITABLE
        ) from None
    try:
        try:
            fcntl.lockf(number, fcntl.LOCK_EX | fcntl.LOCK_NB, _SHARED_SIZE, _SHARED)
        except OSError:
            raise RecordBusy(
                path, "another program has it open", "close civicsquiz everywhere, and try again"
            ) from None
        yield
    finally:
        os.close(number)
