"""The index on disk: SQLite's full-text search, version 5. The only module of `study` that knows it.

Each bank is written in one transaction with the state it was read in, so that what is found is a
bank as it was once, whole. Who reads never waits for who writes. Whatever is damaged, or was written
by a program that did it in another way, is thrown away: it can be made again.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar

from civicsquiz.errors import SearchUnavailable
from civicsquiz.source.visible import one_line
from civicsquiz.study.search.gather import Found
from civicsquiz.study.search.hit import Hit, Kind, Span
from civicsquiz.study.search.query import Asked

if TYPE_CHECKING:
    from sqlite3 import Connection

_T = TypeVar("_T")

_FORM = 1
"""Changes with the tables."""

_PATIENCE = 5.0
"""Seconds to wait for another program that writes."""

_BEGIN, _END = "\x02", "\x03"
"""Stand around what matches; no text that is kept has them."""

_TABLES = (
    """CREATE TABLE bank (
    number INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE, state TEXT NOT NULL, id TEXT NOT NULL)""",
    """CREATE TABLE found (
    number INTEGER PRIMARY KEY, bank INTEGER NOT NULL, kind TEXT NOT NULL, items TEXT NOT NULL,
    source TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL)""",
    "CREATE INDEX found_by_bank ON found (bank)",
    """CREATE VIRTUAL TABLE words USING fts5 (
    text, topic, title, citation, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')""",
)
_MATCHING = """
SELECT highlight(words, 0, char(2), char(3)), words.title, words.citation, found.kind, found.items,
    found.source, found.first, found.last, bank.path, bank.id
FROM words JOIN found ON found.number = words.rowid JOIN bank ON bank.number = found.bank
WHERE words MATCH ?
"""
_RANKED = " AND words.rank MATCH 'bm25(4.0, 2.0, 1.0, 1.0)' ORDER BY words.rank"


class _Damaged(Exception):
    """What is in the file is not what this program writes."""


@dataclass(frozen=True, slots=True)
class Writing:
    """What is to be kept of a bank: its file, the state it was read in (empty where that says nothing:
    then it is kept whatever there is), and what can be found."""

    path: Path
    state: str
    id: str
    title: str
    found: tuple[Found, ...]


class Index:
    """An index in the file `path`; its folder need not be there.

    Every method raises `SearchUnavailable` where this Python's SQLite has no full-text search, or
    the file cannot be used.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def states(self) -> dict[Path, str]:
        """The files of the banks that are kept, each with the state it was read in."""

        def read(database: Connection) -> dict[Path, str]:
            rows = database.execute("SELECT path, state FROM bank").fetchall()
            return {Path(os.fsdecode(path)): str(state) for path, state in rows}

        return self._with(read, {})

    def put(self, bank: Writing) -> None:
        """Keep a bank in place of what is kept of its file. Where another program has done so
        already, or writes all the time, nothing happens."""

        def write(database: Connection) -> None:
            path = os.fsencode(bank.path)
            kept = database.execute("SELECT number, state FROM bank WHERE path = ?", (path,))
            number, state = kept.fetchone() or (None, None)
            if state and state == bank.state:
                return
            _remove(database, number)
            row = (path, bank.state, bank.id)
            added = database.execute("INSERT INTO bank (path, state, id) VALUES (?, ?, ?)", row)
            for one in bank.found:
                _insert(database, added.lastrowid, one, bank.title)

        self._with(_at_once(write), None)

    def drop(self, paths: Iterable[Path]) -> None:
        """Keep nothing of these files."""

        def remove(database: Connection) -> None:
            for path in paths:
                kept = "SELECT number FROM bank WHERE path = ?"
                for (number,) in database.execute(kept, (os.fsencode(path),)).fetchall():
                    _remove(database, number)

        self._with(_at_once(remove), None)

    def tidy(self) -> None:
        """Put together what was written in many pieces: it is read faster."""
        self._with(
            lambda database: database.execute("INSERT INTO words (words) VALUES ('optimize')"), None
        )

    def matching(self, asked: Asked, choose: Callable[[Iterator[Hit]], _T], nothing: _T) -> _T:
        """What `choose` takes out of the hits, which come whole, the best first; `nothing` where
        there is no index."""
        if not self._path.is_file():
            _sqlite()
            return nothing

        def read(database: Connection) -> _T:
            matching = _MATCHING + (_RANKED if asked.ranked else "")
            return choose(map(_hit, database.execute(matching, (asked.expression,))))

        return self._with(read, nothing)

    def _with(self, work: Callable[[Connection], _T], otherwise: _T) -> _T:
        """What `work` makes of a connection of its own; `otherwise` where another program does not
        let it. A damaged file is thrown away, and the work done on an empty one."""
        sqlite = _sqlite()
        for _ in range(2):
            try:
                with closing(self._connected(sqlite)) as database:
                    return work(database)
            except _Damaged:
                self._throw_away()
            except sqlite.DatabaseError as error:
                code = getattr(error, "sqlite_errorcode", 0) & 0xFF
                if code in (sqlite.SQLITE_BUSY, sqlite.SQLITE_LOCKED):
                    return otherwise
                if "no such module" in str(error):
                    raise SearchUnavailable(_NO_FTS5) from None
                if code in (
                    sqlite.SQLITE_PERM, sqlite.SQLITE_READONLY, sqlite.SQLITE_IOERR,
                    sqlite.SQLITE_FULL, sqlite.SQLITE_CANTOPEN,
                ):  # fmt: skip
                    raise self._unusable(str(error)) from None
                self._throw_away()
            except OSError as error:
                raise self._unusable(error.strerror or str(error)) from None
        return otherwise

    def _connected(self, sqlite: ModuleType) -> Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        database: Connection = sqlite.connect(
            self._path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
        )
        try:
            database.execute("PRAGMA synchronous = NORMAL")
            if _form(database) == 0:
                with contextlib.suppress(sqlite.OperationalError):  # no matter if it cannot be had
                    database.execute("PRAGMA journal_mode = WAL")
                _at_once(_make_tables)(database)
            if _form(database) != _FORM:
                raise _Damaged
        except BaseException:
            database.close()
            raise
        return database

    def _throw_away(self) -> None:
        for suffix in ("", "-wal", "-shm", "-journal"):
            with contextlib.suppress(OSError):
                self._path.with_name(self._path.name + suffix).unlink()

    def _unusable(self, reason: str) -> SearchUnavailable:
        return SearchUnavailable(
            f"Search keeps its index in {self._path.parent}, which cannot be used ({reason})."
        )


_NO_FTS5 = (
    "Search needs an SQLite with full-text search (FTS5), which this Python does not have: install"
    " civicsquiz with another Python."
)


def _sqlite() -> ModuleType:
    try:
        import sqlite3
    except ImportError:
        raise SearchUnavailable(_NO_FTS5) from None
    return sqlite3


def _at_once(work: Callable[[Connection], _T]) -> Callable[[Connection], _T]:
    """`work` in one transaction: all of it is kept, or nothing."""

    def done(database: Connection) -> _T:
        database.execute("BEGIN IMMEDIATE")
        with database:  # commits, or rolls back
            return work(database)

    return done


def _form(database: Connection) -> int:
    (form,) = database.execute("PRAGMA user_version").fetchone()
    return int(form)


def _make_tables(database: Connection) -> None:
    if _form(database) == 0:  # no other program was faster
        for table in _TABLES:
            database.execute(table)
        database.execute(f"PRAGMA user_version = {_FORM}")


def _remove(database: Connection, number: int | None) -> None:
    database.execute(
        "DELETE FROM words WHERE rowid IN (SELECT number FROM found WHERE bank = ?)", (number,)
    )
    database.execute("DELETE FROM found WHERE bank = ?", (number,))
    database.execute("DELETE FROM bank WHERE number = ?", (number,))


def _insert(database: Connection, bank: int | None, one: Found, title: str) -> None:
    row = (bank, one.kind.value, json.dumps(one.items), one.source, one.start, one.end)
    added = database.execute(
        "INSERT INTO found (bank, kind, items, source, first, last) VALUES (?, ?, ?, ?, ?, ?)", row
    )
    words = (added.lastrowid, one.text, one.topic, title, one.citation)
    database.execute(
        "INSERT INTO words (rowid, text, topic, title, citation) VALUES (?, ?, ?, ?, ?)", words
    )


def _hit(row: tuple[Any, ...]) -> Hit:
    """A hit out of a row.

    Raises:
        _Damaged: it has another shape than what is put, or text that a terminal would obey.
    """
    try:
        marked, title, citation, kind, items, source, start, end, path, bank = row
        text, marks = _marks(marked)
        hit = Hit(
            Kind(kind), bank, Path(os.fsdecode(path)), title, tuple(json.loads(items)), text, marks,
            source, citation, start, end,
        )  # fmt: skip
    except (AttributeError, TypeError, ValueError):
        raise _Damaged from None
    texts = (text, title, citation, source, bank, *hit.items)
    if any(type(text) is not str or one_line(text) != text for text in texts):
        raise _Damaged
    if type(start) is not int or type(end) is not int:
        raise _Damaged
    return hit


def _marks(marked: str) -> tuple[str, tuple[Span, ...]]:
    """A text and its spans that match, out of the text with signs around them."""
    first, *rest = marked.split(_BEGIN)
    text, marks = first, []
    for part in rest:
        matching, _, after = part.partition(_END)
        marks.append((len(text), len(text) + len(matching)))
        text += matching + after
    return text, tuple(marks)
