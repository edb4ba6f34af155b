"""Trouble: one sentence with a way on, and the file is as it was, to the byte."""

from __future__ import annotations

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest
from tests.record.sqlite.making import ADA, answer, content, filled, in_steps, record_of

from civicsquiz.errors import RecordBusy, RecordDamaged, RecordError, RecordNewer
from civicsquiz.record.sqlite import SqliteStore, opening, trouble
from civicsquiz.record.sqlite.checking import check
from civicsquiz.study.scheduling import FsrsScheduler


def refused(path: Path) -> RecordError:
    """The error with which the record is refused, twice, for writing and for reading; all files of
    the folder are as they were."""
    before = content(path.parent)
    with pytest.raises(RecordError) as told:
        SqliteStore.open(path)
    with pytest.raises(RecordError):
        SqliteStore.open(path)
    with suppress(RecordError):
        SqliteStore.reading(path).close()
    assert content(path.parent) == before
    assert_is_a_sentence(told.value, path)
    return told.value


def assert_is_a_sentence(error: RecordError, path: Path) -> None:
    """It names the file, what is wrong and the mend, in one line."""
    assert str(error).startswith(f"{path}: ")
    assert error.problem
    assert error.mend
    assert "\n" not in str(error)
    assert "Traceback" not in str(error)


def changed(path: Path, place: int, byte: int | None = None) -> None:
    data = bytearray(path.read_bytes())
    data[place] = data[place] ^ 0xFF if byte is None else byte
    path.write_bytes(data)


def test_an_empty_file(path: Path) -> None:
    """SQLite would take it for a new database, and all would seem well."""
    filled(path)
    path.write_bytes(b"")
    error = refused(path)
    assert isinstance(error, RecordDamaged)
    assert "is empty" in error.problem
    assert "civicsquiz progress restore" in error.mend


def test_an_empty_file_with_a_wal(path: Path) -> None:
    """SQLite would delete the -wal."""
    filled(path)
    path.write_bytes(b"")
    opening.beside(path)[0].write_bytes(b"answers" * 99)
    assert "is empty" in refused(path).problem


def test_a_missing_file_with_a_wal(path: Path) -> None:
    """SQLite would delete the -wal here too."""
    path.parent.mkdir()
    opening.beside(path)[0].write_bytes(b"answers" * 99)
    assert "is missing" in refused(path).problem
    assert not path.exists()


@pytest.mark.parametrize("text", [b"x", b"Dear diary, " * 3, b"Dear diary, " * 500, b"\0" * 8192])
def test_no_sqlite_file(path: Path, text: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(text)
    error = refused(path)
    assert isinstance(error, RecordDamaged)


def test_another_programs_file(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE event (uuid TEXT)")
        other.commit()
    assert "another program" in refused(path).problem


def test_a_newer_form(path: Path) -> None:
    """The way on is to update; restoring would throw away what the newer program wrote."""
    filled(path)
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("PRAGMA user_version = 99")
    error = refused(path)
    assert isinstance(error, RecordNewer)
    assert "update civicsquiz" in error.mend
    assert "restore" not in str(error)


def test_a_folder(path: Path) -> None:
    path.mkdir(parents=True)
    assert "is a folder" in refused(path).problem


def test_no_file_at_all(path: Path) -> None:
    """A pipe would be waited for, a socket cannot be read."""
    path.parent.mkdir()
    os.mkfifo(path)
    assert "is no file" in refused(path).problem
    path.unlink()
    with closing(socket.socket(socket.AF_UNIX)) as made:
        made.bind(str(path)[-100:] if len(str(path)) < 100 else os.path.relpath(path))
        assert "is no file" in refused(path).problem


def test_a_folder_of_data_that_is_a_file(path: Path) -> None:
    path.parent.write_bytes(b"")
    with pytest.raises(RecordError, match="cannot be made") as told:
        SqliteStore.open(path)
    assert_is_a_sentence(told.value, path)


def test_a_journal_that_lies_beside_it(path: Path) -> None:
    """SQLite would roll it back into the file."""
    filled(path)
    opening.beside(path)[2].write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" * 99)
    assert "-journal lies beside it" in refused(path).problem


def read_everything(path: Path) -> None:
    store = SqliteStore.open(path)
    try:
        for event in store.events():
            if event.revision:
                store.revision(event.revision)
        store.cards(ADA)
        store.unfinished(ADA, 99)
        store.times(ADA, 99)
        store.learners()
        store.counts()
    finally:
        store.close()


@pytest.mark.parametrize("share", [0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
def test_a_truncated_file(path: Path, share: float) -> None:
    """Cut off anywhere, it is refused at once or when it is read; what is left stays as it is."""
    filled(path, days=20)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    before = path.read_bytes()
    with pytest.raises(RecordError) as told:
        read_everything(path)
    assert_is_a_sentence(told.value, path)
    assert path.read_bytes() == before
    with suppress(RecordDamaged):
        assert check(path, FsrsScheduler()).faults


def test_a_byte_of_the_head(path: Path, tmp_path: Path) -> None:
    """Any of the first hundred: refused, or nothing that matters; never an error of another kind."""
    events = filled(path)
    data = path.read_bytes()
    for place in range(100):
        copied = tmp_path / "copy" / "progress.sqlite"
        shutil.rmtree(copied.parent, ignore_errors=True)
        copied.parent.mkdir()
        copied.write_bytes(data)
        changed(copied, place)
        before = copied.read_bytes()
        try:
            store = SqliteStore.open(copied)
        except RecordError as error:
            assert_is_a_sentence(error, copied)
            assert copied.read_bytes() == before
            continue
        try:
            assert tuple(store.events()) == events
        except RecordError as error:
            assert_is_a_sentence(error, copied)
        finally:
            store.close()


def test_a_byte_anywhere(path: Path, tmp_path: Path) -> None:
    """What SQLite does not see, `check` does: no change of the log goes unseen."""
    events = filled(path, days=12)
    data = path.read_bytes()
    copied = tmp_path / "copy" / "progress.sqlite"
    copied.parent.mkdir()
    seen = harmless = 0
    for place in in_steps(data, 331):
        for left in copied.parent.iterdir():
            left.unlink()
        copied.write_bytes(data)
        changed(copied, place)
        with suppress(RecordError):  # and of no other kind
            read_everything(copied)
        copied.write_bytes(data)
        changed(copied, place)
        try:
            found = check(copied, FsrsScheduler())
        except RecordDamaged:
            seen += 1
            continue
        if found.faults:
            seen += 1
            continue
        harmless += 1
        assert tuple(SqliteStore.open(copied).events()) == events
    assert seen > 50
    assert harmless > 5  # free space, names of learners, and cards, which follow from the rest


def test_every_letter_of_an_answer_is_watched(path: Path, tmp_path: Path) -> None:
    """A letter for another within a text: SQLite finds nothing wrong with it."""
    filled(path)
    data = path.read_bytes()
    for text in (b"practice", b"answered", b"2026-01-04T", b"Question 2?", b"title"):
        for place in (data.find(text), data.find(text) + len(text) - 1):
            assert place > 0
            copied = tmp_path / "copy.sqlite"
            copied.write_bytes(data)
            changed(copied, place, ord("3") if text[:1].isdigit() else ord("x"))
            assert check(copied, FsrsScheduler()).faults


WRITABLE: list[Callable[[Path], Path]] = [lambda path: path, lambda path: path.parent]


@pytest.mark.parametrize("which", WRITABLE, ids=["file", "folder"])
def test_what_may_not_be_written(path: Path, which: Callable[[Path], Path]) -> None:
    """Whoever may only read is told so, can read all the same, and nothing has changed."""
    events = filled(path)
    before = content(path.parent)
    which(path).chmod(0o555 if which(path).is_dir() else 0o444)
    try:
        told = as_another(
            f"""
import sys
from pathlib import Path
from civicsquiz.errors import RecordError
from civicsquiz.record.sqlite import SqliteStore
path = Path({str(path)!r})
try:
    SqliteStore.open(path)
except RecordError as error:
    print(error)
print(len(list(SqliteStore.reading(path).events())))
""",
            path,
        )
    finally:
        which(path).chmod(0o755 if which(path).is_dir() else 0o644)
    assert told.splitlines() == [
        f"{path}: cannot be written to: {trouble.WRITABLE}",
        str(len(events)),
    ]
    assert content(path.parent) == before


def test_what_may_not_be_read(path: Path) -> None:
    filled(path)
    path.chmod(0)
    told = as_another(
        f"""
from pathlib import Path
from civicsquiz.errors import RecordError
from civicsquiz.record.sqlite import SqliteStore
for way in SqliteStore.open, SqliteStore.reading:
    try:
        way(Path({str(path)!r}))
    except RecordError as error:
        print(error.problem, "-", bool(error.mend))
""",
        path,
    )
    assert told == "cannot be written to - True\ncannot be read - True\n"


def as_another(code: str, path: Path) -> str:
    """What a program prints that has no more rights than anybody; root may write everything."""
    if os.geteuid() == 0:
        for folder in path.parents:
            mode = folder.stat().st_mode
            if not mode & 1 and folder.is_relative_to(path.parents[4]):
                folder.chmod(mode | 0o11)
        for place in (path.parent, path):
            os.chown(place, 65534, 65534)
        # The modules first: nobody may read root's Python.
        modules = "import os, urllib.parse, civicsquiz.record.sqlite.leftover\n"
        code = f"{modules}os.setgroups([])\nos.setgid(65534)\nos.setuid(65534)\n{code}"
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return ran.stdout


def test_a_locked_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program writes and does not end: told so, and the answer can be given again."""
    monkeypatch.setattr(opening, "PATIENCE", 0.05)
    filled(path)
    store = SqliteStore.open(path)
    record = record_of(store, ids="more")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(RecordBusy) as told:
            answer(record)
        assert_is_a_sentence(told.value, path)
        assert store.counts()["event"] == 29  # reading goes on
        other.execute("ROLLBACK")
    answer(record)
    assert store.counts()["event"] == 30


@pytest.mark.parametrize("by", ["deleted", "moved", "replaced"])
def test_the_file_goes_away_meanwhile(path: Path, by: str) -> None:
    """SQLite would go on writing into a file that nobody finds again."""
    filled(path)
    store = SqliteStore.open(path)
    record = record_of(store, ids="more")
    answer(record)
    if by == "replaced":
        other = path.with_name("other")
        filled(other)
        for name in opening.beside(path):
            name.unlink(missing_ok=True)
        other.replace(path)
    elif by == "moved":
        path.rename(path.with_name("elsewhere"))
    else:
        path.unlink()
    with pytest.raises(RecordError, match="while civicsquiz had it open") as told:
        answer(record)
    assert_is_a_sentence(told.value, path)
    if by == "replaced":
        answer(record)
        assert store.counts()["event"] == 30


def test_the_learner_is_forgotten_meanwhile(path: Path) -> None:
    """What is deleted does not come back by the next answer."""
    store = SqliteStore.open(path)
    record = record_of(store)
    answer(record)
    with closing(sqlite3.connect(path)) as other:
        other.execute("DROP TRIGGER event_no_delete")
        for table in ("event", "card", "learner"):
            other.execute(f"DELETE FROM {table}")
        other.commit()
    with pytest.raises(RecordError, match="deleted by another program") as told:
        answer(record)
    assert_is_a_sentence(told.value, path)
    assert store.counts()["event"] == 0
