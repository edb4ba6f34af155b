"""`civicsquiz progress` where something is not as it should be: what it may not write over, and what it says."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from tests.record.sqlite.making import ADA, Doubling, answer, content, fill, record_of

from civicsquiz.record.sqlite import SqliteStore, trouble
from civicsquiz.record.sqlite.backups import backups
from civicsquiz.record.sqlite.migrations.m001 import GUARDS
from civicsquiz.record.sqlite.rebuilding import rebuild
from civicsquiz.record.store import Learner
from civicsquiz.study.scheduling import FsrsScheduler

Progress = Callable[..., CompletedProcess[str]]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record of Ada, 20 answers."""
    path = tmp_path / "data" / "progress.sqlite"
    store = SqliteStore.open(path)
    store.add_learner(Learner(ADA, "Ada"))
    fill(store, learner=ADA)
    rebuild(store, FsrsScheduler())
    store.close()
    return path


@pytest.fixture
def progress(command: Callable[..., CompletedProcess[str]], record: Path) -> Progress:
    def call(*arguments: str | Path, stdin: str = "") -> CompletedProcess[str]:
        return command("progress", *arguments, stdin=stdin, CIVICSQUIZ_HOME=str(record.parent))

    return call


def words(done: CompletedProcess[str], status: int) -> str:
    """What a command printed, in one line; and its errors after it."""
    assert done.returncode == status
    return " ".join((done.stdout + done.stderr).split())


def change(path: Path, *statements: str) -> None:
    """Change a record by hand, and leave it without its guards."""
    with closing(sqlite3.connect(path)) as by_hand:
        by_hand.execute("DROP TRIGGER IF EXISTS event_no_update")
        for statement in statements:
            by_hand.execute(statement)
        by_hand.commit()


CHANGE = "UPDATE event SET mark = 1.0 WHERE number = 3"


def go_on(path: Path, answers: int) -> None:
    store = SqliteStore.open(path)
    learner = record_of(store, ids="more")
    for number in range(answers):
        answer(learner, f"bank/more-{number}")
    store.close()


@pytest.mark.parametrize(
    "name",
    [
        "progress.sqlite", "progress.sqlite-wal", "progress.sqlite-shm", "progress.sqlite-journal",
        "backups/progress-2026-01-01.sqlite", "backups/new.json", "settings.toml",
        "progress-aside-2026-01-01-000000.sqlite", "progress-aside-2026-01-01-000000.sqlite-wal",
    ],
)  # fmt: skip
@pytest.mark.parametrize("way", ["itself", "by a link", "roundabout"])
def test_export_never_writes_over_what_is_kept(
    progress: Progress, record: Path, tmp_path: Path, name: str, way: str
) -> None:
    """Whether it is there or not, and however it is named."""
    (record.parent / "backups").mkdir()
    target = record.parent / name
    if way == "by a link":
        target = tmp_path / "link.json"
        target.symlink_to(record.parent / name)
    elif way == "roundabout":
        (tmp_path / "other").symlink_to(record.parent)
        target = tmp_path / "other" / ".." / "data" / name
    before = content(tmp_path)
    for force in ([], ["--force"]):
        told = words(progress("export", "--format", "json", "-o", target, *force), 2)
        assert told.startswith(f"civicsquiz: {target}: is ")
        assert "name " in told
    assert content(tmp_path) == before


def test_export_of_a_record_that_is_a_link(
    progress: Progress, record: Path, tmp_path: Path
) -> None:
    real = tmp_path / "disk" / "mine.sqlite"
    real.parent.mkdir()
    record.rename(real)
    record.symlink_to(real)
    before = real.read_bytes()
    for target in (real, real.with_name("mine.sqlite-wal"), record):
        done = progress("export", "--format", "json", "-o", target, "--force")
        assert "name another file" in words(done, 2)
    assert real.read_bytes() == before


def test_export_into_what_is_no_file(progress: Progress, tmp_path: Path) -> None:
    """It would be replaced by a file."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert "is no file" in words(progress("export", "--format", "csv", "-o", pipe, "--force"), 2)
    assert pipe.is_fifo()
    circle = tmp_path / "circle"
    circle.symlink_to(circle)
    assert "is there already" in words(progress("export", "--format", "csv", "-o", circle), 2)


def test_export_of_a_changed_event(progress: Progress, record: Path, tmp_path: Path) -> None:
    """Written out whole, and said; of another learner nothing is amiss."""
    change(record, CHANGE)
    done = progress("export", "--format", "json")
    assert done.returncode == 1
    assert done.stderr == (
        "civicsquiz: 1 event in it is not as written once: “civicsquiz progress check” says more.\n"
    )
    assert len(json.loads(done.stdout)) == 29
    target = tmp_path / "out.csv"
    assert "1 event in it" in words(progress("export", "--format", "csv", "-o", target), 1)
    assert target.read_text().count("\n") == 30


def test_backup_of_a_changed_event(progress: Progress, record: Path) -> None:
    """Copied, and said; restore passes it over for the one before, and says so."""
    progress("backup").check_returncode()
    go_on(record, 2)
    change(record, CHANGE)
    told = words(progress("backup"), 1)
    assert "as the record has, and no backup is made by itself until they are mended" in told
    late, good = backups(record)
    told = words(progress("check"), 1)
    assert f"The backup {late.name} is damaged." in told
    assert f"“civicsquiz progress restore” puts {good.name} in its place" in told
    told = words(progress("restore"), 0)
    assert f"Passed over {late}, which is damaged." in told
    assert f"Restored {good} Carried over 2 events" in told
    told = words(progress("check"), 0)
    assert f"The backup {late.name} is damaged. The latest sound backup is {good.name}." in told


def test_no_backup_is_sound(progress: Progress, record: Path) -> None:
    change(record, CHANGE)
    words(progress("backup"), 1)
    assert "There is no sound backup." in words(progress("check"), 1)
    (bad,) = backups(record)
    told = words(progress("restore"), 0)
    assert f"Passed over {bad}" in told
    assert "Carried over 28 events" in told
    assert "There is no sound backup in" in words(progress("restore"), 2)


def test_a_backup_with_faults_that_is_named(progress: Progress, record: Path) -> None:
    """Its owner wants it, and hears that it is not as it was written."""
    bad = record.with_name("bad.sqlite")
    progress("backup", bad).check_returncode()
    change(bad, CHANGE)
    told = words(progress("restore", bad), 1)
    assert "The backup has 2 faults, and so has the record: “civicsquiz progress check”" in told
    assert "is not as it was written." in words(progress("check"), 1)


def test_restore_of_an_older_backup(progress: Progress, record: Path) -> None:
    progress("backup").check_returncode()
    go_on(record, 3)
    assert "It holds 3 events that the backup does not have." in words(progress("restore"), 0)


def test_restore_where_only_the_wal_is_there(progress: Progress, record: Path) -> None:
    record.rename(record.with_name("elsewhere"))
    wal = record.with_name("progress.sqlite-wal")
    wal.write_bytes(b"answers" * 99)
    told = words(progress("restore"), 1)
    (aside,) = record.parent.glob("progress-aside-*")
    assert aside.name.endswith("-wal")
    assert told.startswith(f"progress.sqlite was not there; its rest is now {aside} ")
    assert told.endswith("Nothing could be saved: the record begins anew.")


def test_what_is_said_of_a_damaged_file(progress: Progress, record: Path) -> None:
    """No backup is promised where there is none."""
    data = record.read_bytes()
    record.write_bytes(b"")
    told = words(progress("rebuild"), 2)
    assert "there is no backup; “civicsquiz progress restore” keeps this file" in told
    assert "“civicsquiz play BANK --no-record” goes on without" in told
    record.write_bytes(data)
    progress("backup").check_returncode()
    record.write_bytes(b"")
    told = words(progress("rebuild"), 2)
    assert "makes the record of the latest backup that is sound, if one is, and" in told
    backups(record)[0].write_bytes(b"")
    assert "there is no backup" in words(progress("rebuild"), 2)


def test_what_may_not_be_written_can_do_without() -> None:
    assert trouble.WRITABLE.endswith("“civicsquiz play BANK --no-record” goes on without")
    assert "answer" not in trouble.SPACE


def test_check_of_cards_under_other_settings(progress: Progress, record: Path) -> None:
    """Nothing is wrong: the next command that needs them makes them anew."""
    store = SqliteStore.open(record)
    rebuild(store, Doubling())
    store.close()
    told = words(progress("check"), 0)
    assert "29 events and 4 wordings of questions are as they were written." in told
    assert "The cards for review follow other settings: they are made anew when next used." in told
    assert "rebuild" not in told


def test_check_of_sessions_of_nobody(progress: Progress, record: Path) -> None:
    """Once, with a count, and rebuild mends it, and counts it apart from the cards."""
    change(
        record,
        *(f"INSERT INTO unfinished VALUES ('nobody', 's-{number}')" for number in range(3)),
        "UPDATE card SET reps = 99 WHERE item = 'bank/item-2'",
    )
    with closing(sqlite3.connect(record)) as by_hand:
        by_hand.execute(GUARDS[0])
    told = words(progress("check"), 1)
    assert told == (
        f"{record} 1 card is not as it follows from the log. 3 sessions to go on with are of a learner"
        " who is not there. “civicsquiz progress rebuild” makes them again."
    )
    told = words(progress("rebuild"), 0)
    assert told == (
        "Made 4 cards again: 1 differed from what was kept."
        " 3 sessions to go on with differed from what was kept too."
    )
    assert "fault" not in words(progress("check"), 0)


def test_check_of_events_of_nobody(progress: Progress, record: Path) -> None:
    change(record, f"DELETE FROM learner WHERE uuid = '{ADA}'")
    told = words(progress("check"), 1)
    assert told.count("29 of the events are of a learner who is not there.") == 1


def test_backup_makes_no_folder_and_writes_on_nothing_kept(
    progress: Progress, record: Path, tmp_path: Path
) -> None:
    before = content(tmp_path)
    told = words(progress("backup", tmp_path / "stick" / "mine.sqlite"), 2)
    assert "its folder is not there: make it first" in told
    for name in ("progress.sqlite", "progress.sqlite-wal", "progress.sqlite-shm", "settings.toml"):
        assert "name another file" in words(progress("backup", record.parent / name), 2)
    assert content(tmp_path) == before
    assert not (tmp_path / "stick").exists()


def test_a_name_is_found_however_it_is_typed(progress: Progress) -> None:
    """The accent as a letter of its own, capitals, white space."""
    words(progress("learners", "add", " Zoe\u0301 "), 0)
    assert "already" in words(progress("learners", "add", "ZO\u00c9"), 2)
    told = json.loads(progress("learners", "--format", "json").stdout)["learners"]
    assert told[1]["name"] == "Zo\u00e9"
    for typed in ("zoe\u0301", "Zo\u00e9"):
        words(progress("learners", "name", "--learner", typed, "Zoe\u0301"), 0)
    done = progress("forget", "--learner", "ZOE\u0301", stdin="Zoe\u0301\n")
    assert "Deleted all that was kept of “Zo\u00e9”" in words(done, 0)
