"""Databases from anywhere are data, or are refused by name."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.often import examples

from civicsquiz.errors import FileError
from civicsquiz.formats.safe.database import MAGIC, Bounds, Database, built, is_database


def made(*statements: str) -> bytes:
    def fill(cursor: sqlite3.Cursor) -> None:
        for statement in ("CREATE TABLE t (a, b)", "INSERT INTO t VALUES (1, 'x')", *statements):
            cursor.execute(statement)

    return built(fill)


def rows(data: bytes, table: str = "t", **bounds: int) -> list[tuple[object, ...]]:
    with Database(data, "d.db", Bounds(**bounds)) as database:
        return list(database.rows(table, ("a", "b")))


def test_rows_are_read_as_they_are_stored() -> None:
    data = made(
        "INSERT INTO t VALUES (x'00ff', 2.5)", "INSERT INTO t VALUES (NULL, CAST(x'61ff' AS TEXT))"
    )
    assert rows(data) == [(1, "x"), (b"\0\xff", 2.5), (None, "a\ufffd")]
    with Database(data, "d.db") as database:
        assert database.tables == {"t"}
    assert is_database(data)
    assert made() == made()


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("CREATE TRIGGER boom AFTER INSERT ON t BEGIN SELECT 1; END", "a trigger “boom”"),
        ("CREATE VIEW peek AS SELECT * FROM t", "a view “peek”"),
        ("CREATE VIRTUAL TABLE words USING fts5(a)", "a virtual table “words”"),
    ],
)
def test_what_is_more_than_data_is_refused_by_name(statement: str, told: str) -> None:
    with pytest.raises(FileError, match=rf"^d\.db: there is {told} in it"):
        rows(made(statement))


def test_computed_columns_are_refused_by_name() -> None:
    data = made(
        "CREATE TABLE u (a, b AS/**/ (hex(zeroblob(100000000))))", "INSERT INTO u VALUES (1)"
    )
    with pytest.raises(FileError, match="the column “b” in it is computed"):
        rows(data, "u")
    assert rows(data) == [(1, "x")]


def test_a_view_in_the_place_of_a_table() -> None:
    data = made(
        "CREATE VIEW v AS WITH RECURSIVE n(a) AS (SELECT 1 UNION ALL SELECT a + 1 FROM n) SELECT a, a AS b FROM n"
    )
    with pytest.raises(FileError, match="a view “v”"):
        rows(data, "v")


def test_a_database_of_a_second_file_is_read_without_it(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("CREATE TABLE t (a, b)")
    connection.execute("INSERT INTO t VALUES (1, 'x')")
    connection.commit()
    connection.close()
    data = path.read_bytes()
    assert data[18:20] == b"\x02\x02"
    assert rows(data) == [(1, "x")]


def test_bounds() -> None:
    big = made("INSERT INTO t VALUES (2, zeroblob(100000))")
    with pytest.raises(FileError, match="larger than 1000 bytes"):
        rows(big, file=1000)
    with pytest.raises(FileError, match="a value of more than 50000 bytes"):
        rows(big, value=50_000)
    many = made(*("INSERT INTO t SELECT a, b FROM t" for _ in range(17)))
    with pytest.raises(FileError, match="more work to read than any honest one"):
        rows(many, work=300_000)
    with pytest.raises(FileError, match="“t” in it has more than 1 rows"):
        rows(big, rows=1)
    assert len(rows(big, rows=2)) == 2
    with pytest.raises(FileError, match="more than 3 tables"):
        rows(made(*(f"CREATE TABLE t{number} (a)" for number in range(5))), objects=3)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "no SQLite database"),
        (MAGIC, "no SQLite database"),
        (MAGIC + bytes(2000), "damaged"),
        (made()[:4096], "damaged"),
    ],
)
def test_what_is_none(data: bytes, told: str) -> None:
    with pytest.raises(FileError, match=told):
        rows(data)


def test_what_is_not_there() -> None:
    with pytest.raises(FileError, match="there is no table “u” in it"):
        rows(made(), "u")
    with (
        Database(made(), "d.db") as database,
        pytest.raises(FileError, match="“t” in it has no column “c”"),
    ):
        list(database.rows("t", ("a", "c")))


def test_nothing_is_written_and_nothing_attached(tmp_path: Path) -> None:
    with Database(made(), "d.db") as database:
        inside = database._connection
        for statement in (
            "INSERT INTO t VALUES (2, 'y')",
            f"ATTACH '{tmp_path / 'x.db'}' AS x",
            "PRAGMA query_only = OFF",
            "CREATE TEMP TABLE u (a)",
            "SELECT load_extension('x')",
        ):
            with pytest.raises(sqlite3.DatabaseError):
                inside.execute(statement)
    assert not list(tmp_path.iterdir())


WHOLE = made(
    "CREATE INDEX i ON t (a)", *("INSERT INTO t VALUES (7, hex(zeroblob(300)))" for _ in range(40))
)


@settings(max_examples=examples(150, 40), deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(16, len(WHOLE) - 1) | st.integers(16, 300), st.integers(0, 255)),
        min_size=1,
        max_size=8,
    )
)
def test_damage_is_told_or_read_around(damages: list[tuple[int, int]]) -> None:
    damaged = bytearray(WHOLE)
    for place, byte in damages:
        damaged[place] = byte
    with contextlib.suppress(FileError):
        assert len(rows(bytes(damaged))) < 10_000
