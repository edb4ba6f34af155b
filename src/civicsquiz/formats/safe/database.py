"""SQLite databases from anywhere: bytes that are read as data, and in which nothing is run.

The bytes are copied into memory: there is no file that could be locked, written or attached. Triggers,
views, virtual tables and columns that are computed are refused by name, before any row is read; SQLite
is told to trust nothing in the schema, to do nothing but read, and to give up after so much work.
"""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from civicsquiz.errors import FileError
from civicsquiz.formats.safe.limits import LIMITS, MIB, in_words, shortened

MAGIC = b"SQLite format 3\x00"
_HEADER = 100
_VERSIONS = slice(18, 20)
"""Of the header: whether it is written by way of a second file, which is not at hand; 1 is no."""
_PLAIN = b"\x01\x01"
_MEND = "export it once more"


@dataclass(frozen=True, slots=True)
class Bounds:
    """`value` and `statement` are bytes, `work` is in steps of SQLite's machine."""

    file: int = LIMITS.entry
    value: int = 16 * MIB
    statement: int = 64 << 10
    columns: int = 200
    objects: int = 1_000
    work: int = 200_000_000
    rows: int = 1_000_000


BOUNDS = Bounds()
_STEPS = 100_000
"""Between two looks at how much has been done."""


def is_database(data: bytes) -> bool:
    """Whether bytes begin as an SQLite database does."""
    return data.startswith(MAGIC)


class Database:
    """A database in memory; a context manager. Opening it raises FileError where the bytes are none or are
    out of bounds, reading rows where anything in it is more than data."""

    def __init__(self, data: bytes, name: str, bounds: Bounds = BOUNDS) -> None:
        if not is_database(data) or len(data) < _HEADER:
            raise FileError(name, "this is no SQLite database", _MEND)
        if len(data) > bounds.file:
            raise FileError(name, f"it is larger than {in_words(bounds.file)}", "split it up")
        self._name = name
        self._bounds = bounds
        self._left = bounds.work
        self._judged = False
        copy = bytearray(data)
        copy[_VERSIONS] = _PLAIN
        self._connection = sqlite3.connect(":memory:", isolation_level=None)
        try:
            self._connection.deserialize(copy)
            self._confine()
            self._objects = self._schema()
        except BaseException:
            self._connection.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._connection.close()

    @property
    def tables(self) -> frozenset[str]:
        """The names of its tables, whatever else it has."""
        return frozenset(name for kind, name, _ in self._objects if kind == "table")

    def rows(self, table: str, columns: Sequence[str]) -> Iterator[tuple[object, ...]]:
        """The values of these columns, row by row as they are stored: int, float, str, bytes or None,
        whatever the schema says. FileError where there is no such table or column, where the database
        is damaged or holds more than data, and where it is too much work."""
        self._judge()
        if table not in self.tables:
            raise self._refusal(f"there is no table “{shortened(table)}” in it")
        self._judge_columns(table, columns)
        chosen = ", ".join(_named(column) for column in columns)
        try:
            # Not by an index: what a foreign index holds need not be what the table holds.
            found = self._connection.execute(
                f"SELECT {chosen} FROM main.{_named(table)} NOT INDEXED"  # noqa: S608
            )
            yield from itertools.islice(found, self._bounds.rows)
            if found.fetchone() is not None:
                raise self._refusal(
                    f"“{shortened(table)}” in it has more than {self._bounds.rows} rows"
                )
        except sqlite3.Error as error:
            raise self._told(error) from None

    def _confine(self) -> None:
        connection, bounds = self._connection, self._bounds
        connection.text_factory = _text
        for limit, value in (
            (sqlite3.SQLITE_LIMIT_LENGTH, bounds.value),
            (sqlite3.SQLITE_LIMIT_SQL_LENGTH, bounds.statement),
            (sqlite3.SQLITE_LIMIT_COLUMN, bounds.columns),
            (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 50),
            (sqlite3.SQLITE_LIMIT_COMPOUND_SELECT, 2),
            (sqlite3.SQLITE_LIMIT_VDBE_OP, 25_000),
            (sqlite3.SQLITE_LIMIT_FUNCTION_ARG, 8),
            (sqlite3.SQLITE_LIMIT_ATTACHED, 0),
            (sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100),
            (sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 10),
            (sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH, 1),
            (sqlite3.SQLITE_LIMIT_WORKER_THREADS, 0),
        ):
            connection.setlimit(limit, value)
        for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "query_only = ON"):
            connection.execute(f"PRAGMA {pragma}")
        connection.set_progress_handler(self._too_much, _STEPS)
        connection.set_authorizer(_only_reading)

    def _too_much(self) -> int:
        self._left -= _STEPS
        return int(self._left < 0)

    def _schema(self) -> tuple[tuple[str, str, bool], ...]:
        """Kind and name of everything in it, and whether it has a place of its own: what is virtual has
        none."""
        try:
            found = self._connection.execute(
                "SELECT type, name, rootpage FROM main.sqlite_master"
            ).fetchmany(self._bounds.objects + 1)
        except sqlite3.Error as error:
            raise self._told(error) from None
        if len(found) > self._bounds.objects:
            raise self._refusal(f"it has more than {self._bounds.objects} tables and indexes")
        return tuple((str(kind), str(name), bool(root)) for kind, name, root in found)

    def _judge(self) -> None:
        """Refuses what is more than data. What SQLite itself keeps (`sqlite_…`) is data."""
        if self._judged:
            return
        for kind, name, root in self._objects:
            told = shortened(name)
            if kind in ("trigger", "view"):
                raise self._refusal(f"there is a {kind} “{told}” in it, which nothing here runs")
            if kind == "table" and not root:
                raise self._refusal(
                    f"there is a virtual table “{told}” in it, which nothing here runs"
                )
        self._judged = True

    def _judge_columns(self, table: str, wanted: Sequence[str]) -> None:
        try:
            stated = self._connection.execute(
                f"PRAGMA main.table_xinfo({_named(table)})"
            ).fetchall()
        except sqlite3.Error as error:
            raise self._told(error) from None
        for _, column, *_, hidden in stated:
            if hidden:
                told = shortened(str(column))
                raise self._refusal(
                    f"the column “{told}” in it is computed, which nothing here runs"
                )
        # SQLite takes the name of a column that is not there for a text.
        names = {str(column).lower() for _, column, *_ in stated}
        for column in wanted:
            if column.lower() not in names:
                raise self._refusal(f"“{shortened(table)}” in it has no column “{column}”")

    def _told(self, error: sqlite3.Error) -> FileError:
        said = str(error)
        if said == "interrupted":
            return self._refusal("it takes more work to read than any honest one")
        if "too big" in said:
            return self._refusal(f"it has a value of more than {in_words(self._bounds.value)}")
        return self._refusal("the database is damaged")

    def _refusal(self, problem: str) -> FileError:
        return FileError(self._name, problem, _MEND)


def built(fill: Callable[[sqlite3.Cursor], None]) -> bytes:
    """The bytes of a database that `fill` makes; the same for the same statements."""
    connection = sqlite3.connect(":memory:")
    try:
        fill(connection.cursor())
        connection.commit()
        return bytes(connection.serialize())
    finally:
        connection.close()


def _named(name: str) -> str:
    """A name as SQL has it."""
    return '"' + name.replace('"', '""') + '"'


def _text(stored: bytes) -> str:
    return stored.decode("utf-8", "replace")


def _only_reading(
    action: int, first: str | None, _second: str | None, _schema: str | None, inner: str | None
) -> int:
    allowed = action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ) or (
        action == sqlite3.SQLITE_PRAGMA and first == "table_xinfo"
    )
    allowed = allowed and inner is None
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY
