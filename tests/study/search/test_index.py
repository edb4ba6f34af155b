"""The index on disk: what happens to it never matters, and where it cannot be, one sentence says so."""

from __future__ import annotations

import builtins
import contextlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from civicsquiz.errors import SearchUnavailable
from civicsquiz.study.search import Hit, Kind, index
from civicsquiz.study.search.gather import Found
from civicsquiz.study.search.index import Index, Writing
from civicsquiz.study.search.query import Asked

if TYPE_CHECKING:
    from tests.study.conftest import Make
    from tests.study.search.conftest import Searched

OF = Asked('"of"')


def writing(path: Path, *stems: str, state: str = "1") -> Writing:
    found = tuple(Found(Kind.ITEM, (f"i{at}",), stem) for at, stem in enumerate(stems))
    return Writing(path, state, "bank", "A bank", found)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "search.db"


@pytest.fixture
def one(path: Path) -> Index:
    """An index with one bank of two items."""
    made = Index(path)
    made.put(writing(Path("/banks/one.yaml"), "Of this?", "Of that?"))
    return made


def found(one: Index, asked: Asked = OF) -> list[str]:
    nothing: list[str] = []
    return one.matching(asked, lambda hits: [hit.text for hit in hits], nothing)


def test_there_is_none_before_something_is_put(path: Path) -> None:
    """Nothing is found, and no file made."""
    assert found(Index(path)) == []
    assert not path.exists()


def test_a_bank_replaces_itself(one: Index) -> None:
    """Whole, and only where its state is another; without a state always."""
    bank = Path("/banks/one.yaml")
    one.put(writing(bank, "Of something else?"))
    assert found(one) == ["Of this?", "Of that?"]
    one.put(writing(bank, "Of something else?", state="2"))
    assert found(one) == ["Of something else?"]
    for stem in ("Of one more?", "Of the last?"):
        one.put(writing(bank, stem, state=""))
        assert found(one) == [stem]
    assert one.states() == {bank: ""}


def test_a_bank_can_be_dropped(one: Index) -> None:
    """The others stay; one that is not there is no trouble."""
    one.put(writing(Path("/banks/two.yaml"), "Of two?"))
    one.drop([Path("/banks/one.yaml"), Path("/banks/three.yaml")])
    one.tidy()
    assert found(one) == ["Of two?"]
    assert list(one.states()) == [Path("/banks/two.yaml")]


def test_a_path_that_is_no_text(path: Path) -> None:
    """File names are bytes."""
    bank = Path(os.fsdecode(b"/banks/caf\xe9.yaml"))
    one = Index(path)
    one.put(writing(bank, "Of this?"))
    assert list(one.states()) == [bank]
    assert one.matching(OF, lambda hits: [hit.path for hit in hits], [bank]) == [bank]


def test_nothing_is_put_by_halves(one: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever fails in between, the bank is as it was."""
    insert = index._insert
    done: list[None] = []

    def failing(*arguments: Any) -> None:
        if done:
            raise KeyboardInterrupt
        insert(*arguments)
        done.append(None)

    monkeypatch.setattr(index, "_insert", failing)
    with pytest.raises(KeyboardInterrupt):
        one.put(writing(Path("/banks/one.yaml"), "Of a?", "Of b?", state="2"))
    assert found(one) == ["Of this?", "Of that?"]
    assert one.states() == {Path("/banks/one.yaml"): "1"}


# ---- damaged ------------------------------------------------------------------------------------


def page(data: bytes, number: int, by: bytes) -> bytes:
    return data[: number * 4096] + by + data[number * 4096 + len(by) :]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"", lambda data: b"\xff" * 5000, lambda data: b"no index at all",
        lambda data: data[:4096], lambda data: data[: len(data) // 2],
        lambda data: page(data, 0, b"SQLite format 4\0"), lambda data: page(data, 1, b"\xff" * 4096),
        lambda data: page(data, 3, b"\0" * 4096), lambda data: data[:4096] + b"\x55" * 30_000,
    ],
)  # fmt: skip
def test_a_damaged_index_is_made_anew(one: Index, path: Path, damage: Any) -> None:
    """Found or not, nothing fails; what was in it can be put again."""
    checkpointed(path)
    path.write_bytes(damage(path.read_bytes()))
    assert found(one) in ([], ["Of this?", "Of that?"])
    one.states()
    one.put(writing(Path("/banks/one.yaml"), "Of this?", state="3"))
    one.drop([Path("/banks/two.yaml")])
    assert found(one) == ["Of this?"]
    assert one.states() == {Path("/banks/one.yaml"): "3"}


def checkpointed(path: Path) -> None:
    """Have everything in the one file."""
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@pytest.mark.parametrize(
    "change",
    [
        "PRAGMA user_version = 99", "DROP TABLE found", "DROP TABLE words", "DROP TABLE bank",
        "UPDATE found SET kind = 'poem'", "UPDATE found SET items = '7'",
        "UPDATE found SET items = 'nonsense'", "UPDATE found SET items = '[7]'",
        "UPDATE found SET first = 'x'", "UPDATE found SET source = 7.5", "UPDATE bank SET id = x'00ff'",
        "UPDATE bank SET path = 7", "UPDATE words SET title = char(27) || '[31m'",
        "UPDATE words SET text = 'of' || char(10)", "UPDATE words SET citation = 7",
    ],
)  # fmt: skip
def test_rows_of_another_shape_are_thrown_away(one: Index, path: Path, change: str) -> None:
    """With all others: another program may have written them. Nothing that a terminal obeys comes
    out of the cache."""
    with contextlib.closing(sqlite3.connect(path)) as database, database:
        database.execute(change)
    hits: list[Hit] = one.matching(OF, list, [])
    assert all("\x1b" not in hit.title and "\n" not in hit.text for hit in hits)
    assert len(hits) in (0, 2)
    one.put(writing(Path("/banks/one.yaml"), "Of this?", state="2"))
    assert found(one) == ["Of this?"]


def test_a_half_made_index_is_made_whole(path: Path) -> None:
    """As a program leaves it that was ended in between: an empty file."""
    path.parent.mkdir()
    path.touch()
    one = Index(path)
    assert one.states() == {}
    one.put(writing(Path("/banks/one.yaml"), "Of this?"))
    assert found(one) == ["Of this?"]


# ---- two at once --------------------------------------------------------------------------------


def test_two_programs_at_once(path: Path) -> None:
    """Processes that begin with nothing and put the same banks leave each of them once."""
    code = """if True:
        import sys
        from pathlib import Path
        from civicsquiz.study.search.gather import Found
        from civicsquiz.study.search.hit import Kind
        from civicsquiz.study.search.index import Index, Writing
        from civicsquiz.study.search.query import Asked
        index = Index(Path(sys.argv[1]))
        for number in range(30):
            found = (Found(Kind.ITEM, ("i",), f"Of {number}?"),)
            index.put(Writing(Path(f"/banks/{number}.yaml"), "1", "bank", "Bank", found))
            assert index.matching(Asked('"of"'), lambda hits: len(list(hits)), 0) >= number
    """
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(path)], stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    assert [process.communicate()[1] for process in running] == ["", "", ""]
    assert sorted(found(Index(path))) == sorted(f"Of {number}?" for number in range(30))


def test_who_reads_does_not_wait_for_who_writes(one: Index, path: Path) -> None:
    """While another program writes, what was there before is found; what cannot be written is left."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM found")
        index._PATIENCE, patience = 0.05, index._PATIENCE
        try:
            assert found(one) == ["Of this?", "Of that?"]
            one.put(writing(Path("/banks/two.yaml"), "Of two?"))
        finally:
            index._PATIENCE = patience
        other.execute("ROLLBACK")
    assert found(one) == ["Of this?", "Of that?"]
    one.put(writing(Path("/banks/two.yaml"), "Of two?"))
    assert len(found(one)) == 3


# ---- where it cannot be -------------------------------------------------------------------------


@pytest.fixture
def without_fts5(monkeypatch: pytest.MonkeyPatch) -> None:
    """An SQLite that was built without full-text search."""

    class Poor(sqlite3.Connection):
        def execute(self, sql: str, *parameters: Any) -> sqlite3.Cursor:
            if "USING fts5" in sql:
                raise sqlite3.OperationalError("no such module: fts5")
            return super().execute(sql, *parameters)

    names = {name: getattr(sqlite3, name) for name in dir(sqlite3) if name.startswith("SQLITE_")}
    poor = SimpleNamespace(
        **names, DatabaseError=sqlite3.DatabaseError, OperationalError=sqlite3.OperationalError,
        connect=lambda *given, **named: sqlite3.connect(*given, **named, factory=Poor),
    )  # fmt: skip
    monkeypatch.setattr(index, "_sqlite", lambda: poor)


@pytest.mark.usefixtures("without_fts5")
def test_a_python_without_full_text_search(make: Make, searched: Searched) -> None:
    """One sentence, and no more."""
    with pytest.raises(
        SearchUnavailable, match=r"^Search needs an SQLite with full-text .* Python\.$"
    ):
        searched(make.bank(make.choice()))


@pytest.fixture
def without_sqlite(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A Python that was built without SQLite."""
    really = builtins.__import__

    def refuse(name: str, *more: Any) -> Any:
        if name == "sqlite3":
            raise ImportError(name)
        return really(name, *more)

    with monkeypatch.context() as patch:
        patch.setattr(builtins, "__import__", refuse)
        yield


@pytest.mark.usefixtures("without_sqlite")
def test_a_python_without_sqlite(path: Path) -> None:
    """The same sentence, for whoever reads and for whoever searches."""
    for work in (Index(path).states, lambda: found(Index(path))):
        with pytest.raises(SearchUnavailable, match="Search needs an SQLite"):
            work()


@pytest.mark.parametrize("obstacle", ["a file for the folder", "a folder for the file"])
def test_where_nothing_can_be_written(path: Path, obstacle: str) -> None:
    """The sentence names the place."""
    if obstacle == "a file for the folder":
        path.parent.write_text("in the way", encoding="utf-8")
    else:
        (path / "inside").mkdir(parents=True)
    with pytest.raises(
        SearchUnavailable, match=r"^Search keeps its index in .*cache, which cannot"
    ):
        Index(path).put(writing(Path("/banks/one.yaml"), "Of this?"))
