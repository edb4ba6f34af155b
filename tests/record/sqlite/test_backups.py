"""Backups: one a day, sound before it counts, and never one deleted that may be needed."""

from __future__ import annotations

import os
import sqlite3
import threading
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from tests.record.sqlite.making import Clock, answer, content, fill, filled, record_of

from civicsquiz.errors import RecordDamaged, RecordError
from civicsquiz.record.sqlite import SqliteStore, copying
from civicsquiz.record.sqlite.backups import (
    backup_if_due,
    backup_now,
    backups,
    bringing_back,
    choose,
    dated_after,
    latest,
    old,
)
from civicsquiz.record.sqlite.migrations.m001 import GUARDS
from civicsquiz.record.sqlite.restoring import restore
from civicsquiz.record.sqlite.succession import latest_first
from civicsquiz.study.scheduling import FsrsScheduler

NOW = datetime(2026, 1, 10, 18, tzinfo=UTC)


def names(path: Path) -> list[str]:
    return sorted(file.name for file in (path.parent / "backups").iterdir())


def test_a_backup_has_all_that_was_committed(path: Path) -> None:
    """Also what is only in the -wal yet, and it is one file by itself."""
    store = SqliteStore.open(path)
    fill(store)
    made = backup_if_due(path, NOW)
    assert made == path.parent / "backups" / "progress-2026-01-10.sqlite"
    assert names(path) == ["progress-2026-01-10.sqlite"]
    alone = path.parent / "alone.sqlite"
    alone.write_bytes(made.read_bytes())
    assert tuple(SqliteStore.open(alone).events()) == tuple(store.events())


def test_one_a_day_and_only_when_something_happened(path: Path) -> None:
    assert backup_if_due(path, NOW) is None
    store = SqliteStore.open(path)
    assert backup_if_due(path, NOW) is None
    record = record_of(store)
    answer(record)
    assert backup_if_due(path, NOW) is not None
    answer(record)
    assert backup_if_due(path, NOW) is None
    assert backup_if_due(path, NOW + timedelta(days=1)) is not None
    assert backup_if_due(path, NOW + timedelta(days=2)) is None
    answer(record)
    assert backup_if_due(path, NOW + timedelta(days=3)) is not None
    assert names(path) == [f"progress-2026-01-{day}.sqlite" for day in (10, 11, 13)]


def test_while_the_program_works(path: Path) -> None:
    """In a thread, with answers coming in: the copy is a beginning of the log."""
    store = SqliteStore.open(path)
    fill(store, days=30, items=20)
    record = record_of(store, ids="more")
    made: list[Path | None] = []
    thread = threading.Thread(target=lambda: made.append(backup_if_due(path, NOW)))
    thread.start()
    for number in range(50):
        answer(record, f"bank/more-{number}")
    thread.join()
    assert made[0] is not None
    copied = tuple(SqliteStore.open(made[0]).events())
    assert len(copied) >= 659
    assert copied == tuple(store.events())[: len(copied)]


def test_a_damaged_record_is_not_copied(path: Path) -> None:
    """The backups of before stay, and no bad one joins them."""
    filled(path, days=30)
    assert backup_if_due(path, NOW) is not None
    data = bytearray(path.read_bytes())
    for place in range(4096 * 3, len(data), 4096):
        data[place : place + 8] = b"\xee" * 8
    path.write_bytes(data)
    before = content(path.parent)
    with pytest.raises(RecordDamaged):
        backup_now(path, NOW)
    with pytest.raises(RecordError):
        backup_if_due(path, NOW + timedelta(days=1))
    assert content(path.parent) == before


def test_a_year_of_backups(path: Path) -> None:
    """Every day for a year: a week of days and a month of weeks, at any time."""
    store = SqliteStore.open(path)
    clock = Clock()
    record = record_of(store, clock=clock)
    for number in range(120):
        answer(record, f"b/{number}")
        backup_if_due(path, clock.then)
        kept = [date.fromisoformat(name[9:19]) for name in names(path)]
        ages = [(clock.then.date() - day).days for day in kept]
        assert sorted(age for age in ages if age < 7) == list(range(min(number + 1, 7)))
        older = sorted(age for age in ages if age >= 7)
        assert len(older) <= 4
        if number > 40:
            assert len(older) == 4
            assert max(older) >= 21
            gaps = [b - a for a, b in pairwise(older)]
            assert gaps == [7, 7, 7]
        clock.then += timedelta(days=1)


def test_the_latest_are_kept_however_old() -> None:
    """A clock that is a year ahead for a day costs no backup but those that have had their time."""
    days = [date(2020, 1, day) for day in range(1, 9)]
    assert old(days[:1], date(2026, 6, 1)) == set()
    assert old(days[:7], date(2026, 6, 1)) == set()
    assert old([*days[:6], date(2026, 6, 1)], date(2026, 6, 1)) == set()
    weeks = [date(2020, 1, 6) + timedelta(7 * number) for number in range(12)]
    assert old(weeks, date(9999, 12, 31)) == {weeks[0]}


def test_what_lies_ahead_is_kept() -> None:
    """The clock was wrong, then or now."""
    today = date(2026, 6, 1)
    ahead = [date(2031, 1, day) for day in range(1, 20)]
    assert old([*ahead, today], today) == set()


def test_the_clock_is_ahead_for_a_day(path: Path) -> None:
    """The backups of before are all there, and when the clock is right again one a day is made."""
    record = record_of(SqliteStore.open(path))
    for day in range(7):
        answer(record, f"b/{day}")
        backup_if_due(path, NOW + timedelta(day))
    before = names(path)
    answer(record, "b/ahead")
    assert backup_if_due(path, NOW + timedelta(500)) is not None
    assert set(before[1:]) < set(names(path))
    assert backup_if_due(path, NOW + timedelta(7)) is None  # nothing has happened since
    answer(record, "b/right")
    right = backup_if_due(path, NOW + timedelta(7))
    assert right is not None
    assert latest(path) == right
    assert list(dated_after(path, (NOW + timedelta(7)).date())) == [
        path.parent / "backups" / "progress-2027-05-25.sqlite"
    ]


def touched(path: Path, when: datetime) -> Path:
    """A file that was written at this time, as far as its folder says."""
    os.utime(path, (when.timestamp(), when.timestamp()))
    return path


def test_which_is_the_latest_no_clock_says(path: Path) -> None:
    """It was made last and holds most; the clock has been set back by years meanwhile."""
    record = record_of(SqliteStore.open(path))
    made = []
    for number, year in enumerate((2031, 2027, 2029, 2026)):
        answer(record, f"b/{number}")
        when = NOW.replace(year=year)
        one = backup_if_due(path, when) if number != 2 else backup_now(path, when)
        assert one is not None
        made.append(touched(one, when))
    assert backups(path) != tuple(reversed(made))
    assert latest_first(backups(path)) == tuple(reversed(made))
    assert latest(path) == made[-1]
    made[-1].write_bytes(b"rubbish" * 999)
    assert latest(path) == made[-2]


def test_after_a_way_back_the_clock_says_which_is_the_latest(path: Path) -> None:
    """Who has restored an earlier backup and gone on has two logs, of which neither has all; the
    longer is not for that the later."""
    record = record_of(SqliteStore.open(path))
    answer(record)
    first = touched(backup_now(path, NOW), NOW)
    for number in range(3):
        answer(record, f"b/{number}")
    left = touched(backup_now(path, NOW + timedelta(1)), NOW + timedelta(1))
    restore(path, first, FsrsScheduler(), NOW)
    answer(record_of(SqliteStore.open(path), ids="other"), "b/other")
    gone_on = touched(backup_now(path, NOW + timedelta(2)), NOW + timedelta(2))
    assert latest_first(backups(path)) == (gone_on, left, first)


def test_what_is_dated_after_today(path: Path) -> None:
    """By its name, whoever made it and whatever else is in the folder."""
    folder = path.parent / "backups"
    folder.mkdir(parents=True)
    ends = (
        "2026-01-09", "2026-01-10", "2026-01-11", "2026-01-11-120000", "2026-01-11-120000-2",
        "2026-13-99", "before-form-2", "2026-01-11-mine",
    )  # fmt: skip
    for end in ends:
        (folder / f"progress-{end}.sqlite").touch()
    found = dated_after(path, NOW.date())
    assert {one.stem.removeprefix("progress-") for one in found} == set(ends[2:5])
    assert set(found.values()) == {date(2026, 1, 11)}


def test_what_somebody_made_is_never_deleted(path: Path) -> None:
    store = SqliteStore.open(path)
    record = record_of(store)
    answer(record)
    made = backup_now(path, NOW)
    again = backup_now(path, NOW)
    assert made != again
    (made.parent / "progress-2020-01-01-mine.sqlite").write_bytes(made.read_bytes())
    (made.parent / "holiday-2020-01-01.sqlite").write_bytes(b"")
    before = names(path)
    for day in range(60):
        answer(record)
        backup_if_due(path, NOW + timedelta(days=day))
    assert set(before) <= set(names(path))


def test_a_backup_to_a_place_of_ones_own(path: Path, tmp_path: Path) -> None:
    events = filled(path)
    target = tmp_path / "stick" / "mine.sqlite"
    with pytest.raises(RecordError, match="its folder is not there"):
        backup_now(path, NOW, target)
    assert not target.parent.exists()
    target.parent.mkdir()
    assert backup_now(path, NOW, target) == target
    assert tuple(SqliteStore.open(target).events()) == events
    with pytest.raises(RecordError, match="check its folder and its disk"):
        backup_now(path, NOW, Path("/proc/mine.sqlite"))
    before = target.read_bytes()
    with pytest.raises(RecordError, match="is there already"):
        backup_now(path, NOW, target)
    assert target.read_bytes() == before


def test_the_latest_that_is_sound(path: Path) -> None:
    assert latest(path) is None
    store = SqliteStore.open(path)
    record = record_of(store)
    for day in range(3):
        answer(record)
        made = backup_if_due(path, NOW + timedelta(days=day))
        assert made is not None
    first, second, third = reversed(backups(path))
    assert latest(path) == third
    third.write_bytes(third.read_bytes()[:5000])
    assert latest(path) == second
    second.write_bytes(b"")
    assert latest(path) == first
    first.write_bytes(b"rubbish" * 999)
    assert latest(path) is None


def change_an_event(path: Path) -> None:
    """A wrong answer made right by hand: SQLite finds nothing wrong with it."""
    with closing(sqlite3.connect(path)) as by_hand:
        by_hand.execute("DROP TRIGGER event_no_update")
        by_hand.execute("UPDATE event SET mark = 1.0 WHERE number = 3")
        by_hand.execute(GUARDS[0])
        by_hand.commit()


def test_a_log_that_was_changed_is_no_good_backup(path: Path) -> None:
    """However long it goes on, the last sound one stays; by hand it is copied, and is not the latest."""
    store = SqliteStore.open(path)
    fill(store)
    good = backup_if_due(path, NOW)
    change_an_event(path)
    record = record_of(store, ids="more")
    for day in range(1, 90):
        answer(record)
        with pytest.raises(RecordDamaged, match=r"Event 3 .* is not as it was written"):
            backup_if_due(path, NOW + timedelta(days=day))
    assert backups(path) == (good,)
    made = backup_now(path, NOW + timedelta(days=90))
    assert latest(path) == good
    assert choose(path).unsound == (made,)


def test_a_backup_by_hand_stands_for_no_daily_one(path: Path) -> None:
    """It may have been made while the log had a fault."""
    filled(path)
    assert backup_now(path, NOW) != backup_if_due(path, NOW)
    assert len(backups(path)) == 2


@pytest.mark.parametrize("end", ["-wal", "-shm", "-journal"])
@pytest.mark.parametrize("beside", ["progress.sqlite", "backups/progress-2026-01-10.sqlite"])
def test_no_backup_under_a_name_that_sqlite_uses(path: Path, end: str, beside: str) -> None:
    filled(path)
    backup_if_due(path, NOW)
    before = content(path.parent)
    with pytest.raises(RecordError, match="taken for a part of the file beside it"):
        backup_now(path, NOW, path.parent / f"{beside}{end}")
    assert content(path.parent) == before


def test_a_copy_that_is_not_sound_does_not_count(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was at its place before is still there."""
    filled(path)
    target = path.parent / "copy.sqlite"
    target.write_bytes(b"the one before")

    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(copying, "sync", fails)
    with pytest.raises(RecordError, match="No space left"):
        copying.copy(path, target)
    assert target.read_bytes() == b"the one before"
    assert sorted(content(path.parent)) == ["copy.sqlite", "progress.sqlite"]


def test_backups_of_a_record_that_holds_nothing(path: Path) -> None:
    """They are spoken of while it is missing or empty, and not where it holds anything."""
    assert bringing_back(path) == ""
    filled(path)
    made = backup_now(path, NOW)
    assert bringing_back(path) == ""
    for file in path.parent.glob("progress.sqlite*"):
        file.unlink()
    assert f"the latest {made.name}:" in bringing_back(path)
    SqliteStore.open(path).close()
    assert f"the latest {made.name}:" in bringing_back(path)
    made.write_bytes(b"")
    assert bringing_back(path) == ""
