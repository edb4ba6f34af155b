"""`civicsquiz progress`: calm words for each thing that can be done with the record, one line for a mistake."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta, timezone
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
from tests.record.sqlite.making import ADA, BEN, Clock, answer, fill, record_of

from civicsquiz.record.sqlite import SqliteStore
from civicsquiz.record.sqlite.backups import backups
from civicsquiz.record.sqlite.rebuilding import rebuild
from civicsquiz.record.store import Learner
from civicsquiz.study.scheduling import FsrsScheduler

Progress = Callable[..., CompletedProcess[str]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "progress.sqlite"


@pytest.fixture
def progress(command: Callable[..., CompletedProcess[str]], path: Path) -> Progress:
    """`progress("check")`, on the record at `path`."""

    def call(*arguments: str | Path, stdin: str = "") -> CompletedProcess[str]:
        return command("progress", *arguments, stdin=stdin, CIVICSQUIZ_HOME=str(path.parent))

    return call


@pytest.fixture
def answered(path: Path) -> Path:
    """A record of Ada and Ben, 20 answers each."""
    store = SqliteStore.open(path)
    store.add_learner(Learner(ADA, "Ada"))
    store.add_learner(Learner(BEN, "Ben"))
    fill(store, learner=ADA)
    fill(store, learner=BEN)
    rebuild(store, FsrsScheduler())
    store.close()
    return path


def said(done: CompletedProcess[str], status: int = 0) -> list[str]:
    """What a command printed, its lines without the indent; nothing on standard error."""
    assert (done.returncode, done.stderr) == (status, "")
    return [line.strip() for line in done.stdout.splitlines()]


def complained(done: CompletedProcess[str]) -> str:
    """The one line of a command that could not be carried out."""
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("civicsquiz: ")
    return done.stderr


def names(path: Path) -> set[str]:
    return {file.name for file in path.parent.iterdir() if file.stat().st_size}


@pytest.mark.parametrize("name", ["check", "backup", "rebuild", "forget", "learners"])
def test_before_anything_was_answered(progress: Progress, path: Path, name: str) -> None:
    assert said(progress(name)) == ["Nothing has been answered on this machine yet."]
    assert not path.exists()


def test_check_of_a_sound_record(progress: Progress, answered: Path) -> None:
    assert " ".join(said(progress("check"))) == (
        f"{answered} 58 events and 4 wordings of questions are as they were written; 8 cards for"
        " review follow from them. There is no backup yet: “civicsquiz progress backup”."
    )


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        ((1, 1), ""),
        (
            (1, 2),
            "moved once against UTC (summer time, or another time zone): each answer counts on",
        ),
        (
            (1, 2, 2, 1),
            "moved 2 times against UTC (summer time, or another time zone): each answer",
        ),
    ],
)
def test_check_over_a_change_to_summer_time(
    progress: Progress, path: Path, hours: tuple[int, ...], told: str
) -> None:
    """By the clock of each learner: that two live in two zones is no change."""
    store = SqliteStore.open(path)
    for learner, name, zones in ((ADA, "Ada", hours), (BEN, "Ben", [9] * len(hours))):
        store.add_learner(Learner(learner, name))
        clock = Clock()
        record = record_of(store, learner, clock)
        for day, hour in enumerate(zones):
            clock.then = (clock.then + timedelta(days=1)).astimezone(
                timezone(timedelta(hours=hour))
            )
            answer(record, f"bank/item-{day}", session=f"{name}-{day}")
    rebuild(store, FsrsScheduler())
    store.close()
    said_ = " ".join(said(progress("check")))
    assert (told in said_) if told else ("against UTC" not in said_)


def test_check_of_stale_cards_and_rebuild(progress: Progress, answered: Path) -> None:
    """The one mends what the other finds; the events are not touched."""
    with closing(sqlite3.connect(answered)) as by_hand:
        by_hand.execute("UPDATE card SET due = '2031-01-01' WHERE item = 'bank/item-2'")
        by_hand.commit()
    assert said(progress("check"), 1)[1:] == [
        "2 cards are not as they follow from the log.",
        "“civicsquiz progress rebuild” makes them again.",
    ]
    assert said(progress("rebuild")) == ["Made 8 cards again: 2 differed from what was kept."]
    assert said(progress("rebuild")) == ["Made 8 cards again: all were as they should be."]
    progress("check").check_returncode()


def test_check_of_a_changed_answer_and_restore(progress: Progress, answered: Path) -> None:
    """A wrong answer made right by hand is seen; what was written comes back out of the backup."""
    progress("backup").check_returncode()
    with closing(sqlite3.connect(answered)) as by_hand:
        by_hand.execute("DROP TRIGGER event_no_update")
        by_hand.execute("UPDATE event SET mark = 1.0 WHERE number = 3")
        by_hand.commit()
    told = " ".join(said(progress("check"), 1))
    assert "“event_no_update” is missing" in told
    assert "Event 3 (" in told
    assert "is not as it was written." in told
    assert "“civicsquiz progress restore” puts progress-" in told
    done = said(progress("restore"))
    assert done[0].startswith(f"The file that was there is now {answered.parent}/progress-aside-")
    assert done[1].startswith("Restored ")
    assert done[2:] == ["The record has 58 events."]
    progress("check").check_returncode()


def test_check_of_a_file_in_ruins(progress: Progress, answered: Path) -> None:
    answered.write_bytes(b"rubbish" * 99)
    told = " ".join(said(progress("check"), 1))
    assert "It is no SQLite file, or its beginning is damaged." in told
    assert "There is no backup." in told
    done = progress("restore")
    assert done.returncode == 1
    assert done.stdout.splitlines()[1:] == ["The record has 0 events."]
    assert done.stderr == "civicsquiz: Nothing could be saved: the record begins anew.\n"
    assert any(name.startswith("progress-aside-") for name in names(answered))


def test_restore_saves_what_can_be_read(progress: Progress, answered: Path) -> None:
    data = answered.read_bytes()
    answered.write_bytes(b"\xee" * 50 + data[50:])
    done = said(progress("restore"))
    assert done[1:] == [
        "Carried over 58 events that could still be read in it.",
        "The record has 58 events.",
    ]


def test_restore_without_need_or_backup(progress: Progress, answered: Path) -> None:
    before = answered.read_bytes()
    assert "There is no backup in" in complained(progress("restore"))
    assert answered.read_bytes() == before


def test_a_bad_backup_is_refused(progress: Progress, answered: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.sqlite"
    bad.write_bytes(b"rubbish" * 99)
    before = answered.read_bytes()
    told = complained(progress("restore", bad))
    assert f"{bad}: the backup is no SQLite file" in told
    assert told.endswith(": name another backup, or none for the latest that is sound\n")
    told = complained(progress("restore", tmp_path / "none.sqlite"))
    assert "the backup is not there: name another backup" in told
    assert "is the record itself, and no backup" in complained(progress("restore", answered))
    assert answered.read_bytes() == before
    assert names(answered) == {"progress.sqlite"}


def test_backup(progress: Progress, answered: Path, tmp_path: Path) -> None:
    target = tmp_path / "mine.sqlite"
    assert said(progress("backup", target)) == [f"Wrote {target}"]
    assert len([*SqliteStore.open(target).events()]) == 58
    assert "is there already" in complained(progress("backup", target))
    (line,) = said(progress("backup"))
    assert line == f"Wrote {backups(answered)[0]}"


def exported(progress: Progress, *arguments: str) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = json.loads(
        progress("export", "--format", "json", *arguments).stdout
    )
    return told


def test_export_as_json(progress: Progress, answered: Path) -> None:
    """An array of events in their order, with the names that the documentation has."""
    events = exported(progress)
    assert len(events) == 58
    assert (
        list(events[1])
        == (
            "uuid learner_uuid session type at tz_offset refers_to item revision response shown certainty"
            " hints try mark taken language seed mode scheduled rating note detail"
        ).split()
    )
    assert events[1]["try"] == 1
    assert (events[1]["response"], events[1]["shown"]) == (["a"], ["b", "a"])
    assert events[0]["detail"] == {"title": "Ä title"}
    assert exported(progress, "--learner", "Ben") == events[29:]
    assert "No learner “Eve”: there is Ada, Ben." in complained(
        progress("export", "--format", "json", "--learner", "Eve")
    )


def test_export_of_nothing(progress: Progress) -> None:
    assert exported(progress) == []


def test_export_as_csv(progress: Progress, answered: Path) -> None:
    """No text is a formula, a number is a number, and a line break stays in its cell."""
    notes = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", 'plain, "quoted"\nand broken', "\x1b]0;x\x07"]
    store = SqliteStore.open(answered)
    record = record_of(store, BEN, ids="more")
    for note in notes:
        answer(record, note=note)
    store.close()
    done = progress("export", "--format", "csv")
    assert "\x1b" not in done.stdout
    rows = [*csv.DictReader(io.StringIO(done.stdout, newline=""))]
    assert len(rows) == 58 + len(notes)
    assert [row["note"] for row in rows[58:]] == [
        "'=1+1", "'+1", "'-1", "'@SUM(A1)", "' =1", "plain, \"quoted\"\nand broken", "␛]0;x␇",
    ]  # fmt: skip
    assert rows[1]["response"] == '["a"]'
    assert (rows[1]["mark"], rows[1]["tz_offset"], rows[1]["scheduled"]) == ("1.0", "0", "1")


def test_export_to_a_file(progress: Progress, answered: Path, tmp_path: Path) -> None:
    """Whole or not at all."""
    target = tmp_path / "out.json"
    target.write_bytes(b"of before")
    assert f"{target}: is there already: name another file, or say --force" in complained(
        progress("export", "--format", "json", "-o", target)
    )
    assert target.read_bytes() == b"of before"
    done = progress("export", "--format", "json", "-o", target, "--force")
    assert said(done) == [f"Wrote {target}"]
    assert json.loads(target.read_bytes()) == exported(progress)
    with closing(sqlite3.connect(answered)) as by_hand:
        by_hand.execute("DROP TRIGGER event_no_update")
        by_hand.execute("UPDATE event SET at = 'then' WHERE number = 40")
        by_hand.commit()
    before = target.read_bytes()
    complained(progress("export", "--format", "csv", "-o", target, "--force"))
    assert target.read_bytes() == before
    assert not [*tmp_path.glob(".out*")]
    assert "cannot be written" in complained(
        progress("export", "--format", "csv", "-o", tmp_path / "nowhere" / "x.csv")
    )


def test_forget_asks(progress: Progress, answered: Path) -> None:
    """By name; anything else leaves all as it is."""
    before = answered.read_bytes()
    for typed in ("", "\n", "yes\n", "Ben\n"):
        done = progress("forget", "--learner", "Ada", stdin=typed)
        assert complained(done) == "civicsquiz: Nothing was deleted.\n"
        assert "This deletes all that is kept of “Ada”, with 20 answers." in done.stdout
    assert answered.read_bytes() == before
    done = progress("forget", "--learner", "Ada", stdin="Ada\n")
    assert "Deleted all that was kept of “Ada”: 29 events." in done.stdout
    assert ADA.encode() not in answered.read_bytes()
    assert len(exported(progress)) == 29


def test_forget_says_whose(progress: Progress, answered: Path) -> None:
    assert "Say whose with --learner: there is Ada, Ben." in complained(progress("forget", "--yes"))
    assert len(exported(progress)) == 58


def test_forget_the_only_learner(progress: Progress, path: Path) -> None:
    store = SqliteStore.open(path)
    fill(store)
    store.close()
    done = progress("forget", stdin="forget\n")
    assert "This deletes all that is kept of the learner without a name" in done.stdout
    assert exported(progress) == []
    assert said(progress("learners")) == ["Nothing has been answered on this machine yet."]


def test_forget_in_the_backups(progress: Progress, answered: Path) -> None:
    """First told of, then done, though the record itself knows nobody of that name any more."""
    progress("backup").check_returncode()
    done = progress("forget", "--yes", "--learner", "Ada")
    (kept,) = backups(answered)
    assert said(done)[1:] == [
        "These still hold it (with --backups it is deleted there too):",
        str(kept),
        f"civicsquiz progress forget --backups --learner {ADA}",
    ]
    assert ADA.encode() in kept.read_bytes()
    done = progress("forget", "--yes", "--backups", "--learner", ADA)
    assert said(done) == [f"Deleted it in {kept} too."]
    assert ADA.encode() not in kept.read_bytes()
    assert BEN.encode() in kept.read_bytes()
    assert "No learner" in complained(progress("forget", "--yes", "--backups", "--learner", ADA))


def test_learners(progress: Progress, answered: Path) -> None:
    assert said(progress("learners")) == [
        "Ada   20 answers, the last on 2026-01-06",
        "Ben   20 answers, the last on 2026-01-06",
    ]
    assert said(progress("learners", "add", " Cleo Dunn "))[0].startswith("Added “Cleo Dunn”")
    assert (
        said(progress("learners", "name", "--learner", "Ada", "Ada P."))[0]
        == "Ada is “Ada P.” now."
    )
    told = json.loads(progress("learners", "--format", "json").stdout)["learners"]
    assert [(one["name"], one["answers"]) for one in told] == [
        ("Ada P.", 20), ("Ben", 20), ("Cleo Dunn", 0),
    ]  # fmt: skip
    assert told[0]["uuid"] == ADA
    assert told[2]["last"] is None


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["add", "Ben"], "There is a learner “Ben” already."),
        (["name", "Eve"], "Say whose with --learner"),
        (["name", "--learner", "Ada", "Ben"], "There is a learner “Ben” already."),
        (["add", " "], "is no name"),
        (["add", "x" * 61], "is no name"),
        (["add", "two\nlines"], "is no name"),
        (["add", "\x1b[2J"], "is no name"),
        (["add", "(No name)"], "is no name"),
        (["add", BEN], "is no name"),
        (["name", "--learner", "Ada", BEN.replace("-", "")], "is no name"),
        (["add", " bEN"], "There is a learner “bEN” already."),
        (["add"], "the following arguments are required: NAME"),
        (["drop", "Ben"], "invalid choice"),
    ],
)
def test_what_learners_refuses(
    progress: Progress, answered: Path, arguments: list[str], problem: str
) -> None:
    assert problem in complained(progress("learners", *arguments))
    assert len(json.loads(progress("learners", "--format", "json").stdout)["learners"]) == 2


@pytest.mark.parametrize("name", ["backup", "rebuild", "forget", "learners", "export"])
@pytest.mark.parametrize("ruin", [b"", b"rubbish" * 99], ids=["empty", "rubbish"])
def test_a_damaged_file_is_one_line_for_each(
    progress: Progress, answered: Path, name: str, ruin: bytes
) -> None:
    """With the way on, and the file stays as it is."""
    answered.write_bytes(ruin)
    arguments = ["--format", "csv"] if name == "export" else []
    assert "civicsquiz progress restore" in complained(progress(name, *arguments))
    assert answered.read_bytes() == ruin
    assert names(answered) <= {"progress.sqlite"}


def test_hostile_names_are_shown_and_not_obeyed(progress: Progress, answered: Path) -> None:
    """Somebody else may have written the file."""
    with closing(sqlite3.connect(answered)) as by_hand:
        by_hand.execute("UPDATE learner SET name = ? WHERE uuid = ?", ("\x1b[2J\n", ADA))
        by_hand.commit()
    for arguments in (["learners"], ["forget", "--learner", ADA], ["forget"]):
        done = progress(*arguments)
        assert "\x1b" not in done.stdout + done.stderr
        assert "␛[2J" in done.stdout + done.stderr
