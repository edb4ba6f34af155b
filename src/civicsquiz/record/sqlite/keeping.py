"""Keeps one connection to the file that lies at a path, also when another comes to lie there."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from civicsquiz.errors import RecordError
from civicsquiz.record.sqlite import trouble
from civicsquiz.record.sqlite.writing import Known, SqliteWriting


class KeptConnection:
    """One connection, which threads may share: each waits until another's query or transaction is
    done.

    Where it was lost, the next to ask gets a new one. Where the file was moved, deleted or replaced,
    the next is told so, and the one after gets a connection to what lies there then.
    """

    def __init__(
        self, connection: sqlite3.Connection, path: Path, again: Callable[[], sqlite3.Connection]
    ) -> None:
        """`connection` is the first. `again` makes those after it; it raises RecordError where it
        cannot."""
        self._path = path
        self._connection: sqlite3.Connection | None = connection
        self._again = again
        self._lock = threading.RLock()
        self._known = Known()
        self._closed = False
        self._writing = False
        self._identity = _identity(path)

    def ask(self, question: str, arguments: Sequence[Any] = ()) -> list[Any]:
        """All rows of the answer; within a transaction of this thread, with what that has put.

        Raises:
            RecordError: the file does not allow it, or is another than the one that was opened.
            RuntimeError: it has been closed.
        """
        with self._lock:
            try:
                return self._connected().execute(question, arguments).fetchall()
            except trouble.ERRORS as error:
                raise trouble.told(self._path, error) from None

    @contextmanager
    def writing(self) -> Iterator[SqliteWriting]:
        """One transaction: see `record.store.Store`.

        Raises:
            RecordError: as `ask`.
            RuntimeError: this thread has one open already, or it has been closed.
        """
        with self._lock:
            if self._writing:
                raise RuntimeError("a transaction is open already")
            connection = self._connected()
            self._writing = True
            writing = SqliteWriting(connection, self._path, self._known)
            try:
                connection.execute("BEGIN IMMEDIATE")
                yield writing
                connection.execute("COMMIT")
            except BaseException as error:
                self._take_back(connection)
                if isinstance(error, trouble.ERRORS):
                    raise trouble.told(self._path, error) from None
                raise
            finally:
                self._writing = False
            writing.keep()

    def close(self) -> None:
        """For good; a second time it does nothing."""
        with self._lock:
            self._closed = True
            if self._connection is not None:
                self._drop(self._connection)

    def _connected(self) -> sqlite3.Connection:
        """The connection, to the file that lies at the path now.

        Raises:
            RecordError: it is another than the one that was opened. The next time it is opened.
        """
        if self._closed:
            raise RuntimeError("the store has been closed")
        if self._connection is not None and _identity(self._path) != self._identity:
            if self._writing:
                return self._connection
            self._drop(self._connection)
            raise RecordError(
                self._path, "was moved, deleted or replaced while civicsquiz had it open",
                "put it back, or try again to go on with what is there now",
            )  # fmt: skip
        if self._connection is None:
            self._connection = self._again()
            self._identity = _identity(self._path)
            self._known = Known()
        return self._connection

    def _take_back(self, connection: sqlite3.Connection) -> None:
        """Leave no transaction open; where even that fails, the next one gets a new connection."""
        try:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        except sqlite3.Error:
            self._drop(connection)

    def _drop(self, connection: sqlite3.Connection) -> None:
        self._connection = None
        with suppress(sqlite3.Error):  # what was told to be kept is kept
            connection.close()


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file it is, whatever it is called; None where there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 - at each answer, and half as long as Path.stat
    except OSError:
        return None
    return found.st_dev, found.st_ino
