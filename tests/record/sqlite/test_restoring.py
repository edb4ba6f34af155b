"""Restoring: the file that is there is kept, and what can be read of a damaged one is not lost."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.record.sqlite.making import (
    ADA,
    BEN,
    Doubling,
    answer,
    content,
    fill,
    filled,
    record_of,
)

from civicsquiz.errors import RecordBusy, RecordError
from civicsquiz.record.events import Event
from civicsquiz.record.sqlite import SqliteStore, opening, restoring
from civicsquiz.record.sqlite.backups import backup_now
from civicsquiz.record.sqlite.checking import check
from civicsquiz.record.sqlite.restoring import Restored
from civicsquiz.record.store import Learner

NOW = datetime(2026, 1, 10, 18, 5, 9, tzinfo=UTC)


def restore(path: Path, backup: Path | None, *, exact: bool = False) -> Restored:
    done = restoring.restore(path, backup, Doubling(), NOW, exact=exact)
    found = check(path, Doubling())
    assert (found.faults, found.stale) == ((), ())
    assert found.events == done.events
    return done


def events_of(path: Path) -> tuple[Event, ...]:
    store = SqliteStore.open(path)
    try:
        return tuple(store.events())
    finally:
        store.close()


def more(path: Path, answers: int = 5) -> tuple[Event, ...]:
    store = SqliteStore.open(path)
    record = record_of(store, ids="more")
    for number in range(answers):
        answer(record, f"bank/more-{number}")
    events = tuple(store.events())
    store.close()
    return events


def test_back_to_a_backup(path: Path) -> None:
    """Of a record that is sound nothing is carried over: its owner wants to go back."""
    before = filled(path)
    backup = backup_now(path, NOW)
    later = more(path)
    data = path.read_bytes()
    done = restore(path, backup)
    assert (done.events, done.carried) == (29, 0)
    assert events_of(path) == before
    assert done.aside == path.with_name("progress-aside-2026-01-10-180509.sqlite")
    assert done.aside.read_bytes() == data
    assert events_of(done.aside) == later
    assert backup.exists()


def test_what_only_the_file_moved_aside_holds_is_counted(path: Path) -> None:
    """Of a sound record; of a damaged one it is carried over."""
    filled(path)
    backup = backup_now(path, NOW)
    assert restore(path, backup).left == 0
    more(path)
    assert restore(path, backup).left == 5
    more(path)
    path.write_bytes(path.read_bytes()[:-100])
    done = restore(path, backup)
    assert done.left == 0
    assert done.carried > 0


def test_only_the_wal_was_there(path: Path) -> None:
    """What is said to have been moved is what was moved."""
    filled(path)
    backup = backup_now(path, NOW)
    path.unlink()
    wal = opening.beside(path)[0]
    wal.write_bytes(b"answers" * 99)
    done = restore(path, backup)
    assert done.aside is not None
    assert done.aside.name == "progress-aside-2026-01-10-180509.sqlite-wal"
    assert done.aside.read_bytes() == b"answers" * 99


def test_a_backup_that_was_changed(path: Path) -> None:
    """Who names it gets it, and hears of its faults; what cannot be read is refused as the backup's."""
    filled(path)
    backup = backup_now(path, NOW)
    for at, refused in (("2026-01-02T09:00:09.000Z", False), ("then", True)):
        with closing(sqlite3.connect(backup)) as by_hand:
            by_hand.execute("DROP TRIGGER IF EXISTS event_no_update")
            by_hand.execute("UPDATE event SET at = ? WHERE number = 3", (at,))
            by_hand.commit()
        before = path.read_bytes()
        if refused:
            with pytest.raises(RecordError, match="the backup holds what") as told:
                restoring.restore(path, backup, Doubling(), NOW)
            assert told.value.path == backup
            assert path.read_bytes() == before
        else:
            done = restoring.restore(path, backup, Doubling(), NOW)
            assert any("Event 3 " in fault for fault in done.faults)


def test_names_that_differ_by_capitals_are_carried_over(path: Path) -> None:
    """The learner of the backup keeps the name, the other the answers."""
    store = SqliteStore.open(path)
    store.add_learner(Learner(ADA, "Ada"))
    fill(store, learner=ADA)
    store.close()
    backup = backup_now(path, NOW, path.parent / "mine.sqlite")
    path.unlink()
    store = SqliteStore.open(path)
    store.add_learner(Learner(BEN, "ADA"))
    fill(store, learner=BEN)
    store.close()
    path.write_bytes(b"\xee" * 50 + path.read_bytes()[50:])
    assert restore(path, backup).carried == 29
    store = SqliteStore.open(path)
    assert store.learners() == (Learner(ADA, "Ada"), Learner(BEN, None))


def test_a_damaged_record(path: Path) -> None:
    """The backup, and what came after it and can be read; the damaged file is kept to the byte."""
    filled(path, days=12)
    backup = backup_now(path, NOW)
    later = more(path, 40)
    data = bytearray(path.read_bytes())
    place = data.find(later[5].uuid.encode())
    data[place : place + 30] = b"\0" * 30
    path.write_bytes(data)
    done = restore(path, backup)
    assert done.aside is not None
    assert done.aside.read_bytes() == data
    assert events_of(path) == later
    assert done.carried == 40


@pytest.mark.parametrize("place", [0, 4096 * 2, 4096 * 9, 4096 * 13])
def test_a_damaged_page_and_no_backup(path: Path, place: int) -> None:
    """A page in ruins, the first one too: all that does not stand on it is saved, in order."""
    before = filled(path, days=12)
    data = bytearray(path.read_bytes())
    data[place : place + 90] = b"\xee" * 90
    path.write_bytes(data)
    done = restore(path, None)
    after = events_of(path)
    assert set(after) <= set(before) if place else after == before
    assert [event for event in before if event in after] == [*after]
    assert done.events == len(after) > (len(before) // 3 if place != 4096 * 2 else -1)


@pytest.mark.parametrize("ruin", ["empty", "rubbish", "folder", "missing", "another's"])
def test_a_record_of_which_nothing_is_left(path: Path, ruin: str) -> None:
    before = filled(path)
    backup = backup_now(path, NOW, path.parent / "mine.sqlite")
    path.unlink()
    if ruin == "folder":
        path.mkdir()
    elif ruin == "another's":
        with closing(sqlite3.connect(path)) as other:
            other.execute("CREATE TABLE event (uuid)")
            other.commit()
    elif ruin != "missing":
        path.write_bytes(b"" if ruin == "empty" else b"rubbish " * 4000)
    done = restore(path, backup)
    assert (done.aside is None) == (ruin == "missing")
    assert done.aside is None or done.aside.exists()
    assert events_of(path) == before


def test_the_wal_goes_aside_too(path: Path) -> None:
    """It belongs to the file that was there, and its answers are in the new one."""
    store = SqliteStore.open(path)
    fill(store)
    events = tuple(store.events())
    copied = path.parent / "copy" / path.name
    copied.parent.mkdir()
    shutil.copy(path, copied)
    wal = opening.beside(copied)[0]
    data = bytearray(opening.beside(path)[0].read_bytes())
    data[len(data) * 2 // 3] ^= 0xFF
    wal.write_bytes(data)
    with pytest.raises(RecordError):
        SqliteStore.open(copied)
    done = restore(copied, None)
    assert done.aside is not None
    assert opening.beside(done.aside)[0].read_bytes() == data
    saved = events_of(copied)
    assert events[: len(saved)] == saved
    assert len(saved) > 10


def test_the_wal_of_another_file_hides_nothing(path: Path) -> None:
    """What the file has alone is saved; what the stranger has is too, for it was answered once."""
    store = SqliteStore.open(path)
    fill(store, days=40, items=7)
    wal = opening.beside(path)[0].read_bytes()
    other = path.parent / "other" / path.name
    mine = filled(other, days=6, items=40)
    opening.beside(other)[0].write_bytes(wal)
    restore(other, None)
    assert set(mine) <= set(events_of(other))


def test_exactly_the_backup(path: Path) -> None:
    before = filled(path)
    backup = backup_now(path, NOW)
    more(path)
    data = path.read_bytes()
    path.write_bytes(data[:-100])
    assert restore(path, backup, exact=True).carried == 0
    assert events_of(path) == before


@pytest.mark.parametrize("ruin", ["truncated", "flipped", "empty", "not there", "the record"])
def test_a_bad_backup_is_refused(path: Path, ruin: str) -> None:
    filled(path)
    backup = backup_now(path, NOW)
    data = backup.read_bytes()
    if ruin == "truncated":
        backup.write_bytes(data[:-5000])
    elif ruin == "flipped":
        backup.write_bytes(data[:4096] + bytes(4096) + data[8192:])
    elif ruin == "empty":
        backup.write_bytes(b"")
    elif ruin == "not there":
        backup.unlink()
    else:
        backup = path
    before = content(path.parent)
    with pytest.raises(RecordError):
        restore(path, backup)
    assert content(path.parent) == before


def test_while_another_program_has_it_open(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would go on writing into the file that was moved aside. (That another program is noticed is
    tested with one, in test_two_programs.)"""
    filled(path)
    backup = backup_now(path, NOW)
    before = content(path.parent)

    def busy(_: Path) -> None:
        raise RecordBusy(path, "another program has it open", "close it")

    monkeypatch.setattr(restoring, "alone", busy)
    with pytest.raises(RecordBusy):
        restore(path, backup)
    assert content(path.parent) == before


def test_nothing_is_replaced_twice(path: Path) -> None:
    """Two files moved aside in one second have two names."""
    filled(path)
    backup = backup_now(path, NOW)
    one, other = restore(path, backup), restore(path, backup)
    assert one.aside != other.aside
    assert one.aside is not None
    assert one.aside.exists()
