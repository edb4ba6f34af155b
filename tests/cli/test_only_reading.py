"""`due` and `stats` only read: they work where nobody may write, and where nothing is yet."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.record.sqlite.making import content, filled

import civicsquiz
from civicsquiz.record.sqlite import SqliteStore
from civicsquiz.record.sqlite.only_reading import copy_in_memory, store_for_reading
from civicsquiz.record.sqlite.rebuilding import rebuild
from civicsquiz.study.scheduling import FsrsScheduler

Command = Callable[..., subprocess.CompletedProcess[str]]

PROGRAM = """
import os, sys
from civicsquiz import cli
from civicsquiz.app import App
before, home, *arguments = sys.argv[1:]
os.environ["CIVICSQUIZ_HOME"] = before
cli.run(arguments, App())  # what is imported now need not be read by whoever may not
sys.stdout.flush()
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
print("-----", flush=True)
os.environ["CIVICSQUIZ_HOME"] = home
sys.exit(cli.run(arguments, App()))
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder of data that can be closed to all writing, and is opened again in the end. It is in none
    of pytest's, which another run may close to others at any moment."""
    with tempfile.TemporaryDirectory() as above:
        Path(above).chmod(0o755)
        folder = Path(above) / "data"
        folder.mkdir()
        yield folder
        for closed in Path(above).iterdir():
            closed.chmod(0o755)


def read_by_another(folder: Path, *arguments: str) -> str:
    """What a command prints to somebody who may read the folder and all in it, and write nothing."""
    if os.geteuid() == 0 and not all(
        above.stat().st_mode & 0o001 for above in Path(civicsquiz.__file__).parents
    ):
        pytest.skip(
            "the program lies where only root may read it, and only another user can be kept out"
        )
    for path in (*folder.rglob("*"), folder):
        path.chmod(0o555 if path.is_dir() else 0o444)
    warm = folder.parent / "warm"
    shutil.rmtree(warm, ignore_errors=True)
    shutil.copytree(folder, warm)
    warm.chmod(0o755)
    before = content(folder)
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(warm), str(folder), *arguments],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (0, "")
    assert content(folder) == before
    return ran.stdout.partition("-----\n")[2]


@pytest.fixture
def answered(folder: Path) -> Path:
    """A folder with a record of some weeks."""
    path = folder / "progress.sqlite"
    filled(path)
    with closing(SqliteStore.open(path)) as store:
        rebuild(store, FsrsScheduler())
    return folder


@pytest.mark.parametrize("command_name", ["due", "stats"])
def test_where_nobody_may_write(command: Command, answered: Path, command_name: str) -> None:
    """They say what they say where one may."""
    arguments = (command_name, "--format", "json", "--learner", learner_of(answered))
    may = command(*arguments, CIVICSQUIZ_HOME=str(answered))
    assert may.returncode == 0
    assert json.loads(read_by_another(answered, *arguments)) == json.loads(may.stdout)


@pytest.mark.parametrize("shm", [True, False], ids=["with -shm", "without -shm"])
def test_with_what_a_crash_left(answered: Path, shm: bool) -> None:
    """Answers that are only in the -wal yet count too, also where SQLite could read them no more."""
    path = answered / "progress.sqlite"
    whose = learner_of(answered)
    with closing(SqliteStore.open(path)) as store:
        store.name_learner(whose, "Ada of the wal")
        crashed = answered.parent / "crashed"
        shutil.copytree(answered, crashed)
    assert (crashed / "progress.sqlite-wal").stat().st_size
    if not shm:
        (crashed / "progress.sqlite-shm").unlink()
    told = json.loads(read_by_another(crashed, "due", "--format", "json"))
    crashed.chmod(0o755)
    assert told["learner"] == {"uuid": whose, "name": "Ada of the wal"}


def test_a_file_of_an_earlier_form(answered: Path) -> None:
    """It is read in today's form, and stays as it is."""
    path = answered / "progress.sqlite"
    with closing(sqlite3.connect(path)) as by_hand:
        by_hand.execute("DROP INDEX card_by_last")
        by_hand.execute("PRAGMA user_version = 1")
    whose = learner_of(answered)
    told = json.loads(read_by_another(answered, "due", "--format", "json"))
    assert told["learner"]["uuid"] == whose


@pytest.mark.parametrize("command_name", ["due", "stats"])
def test_nothing_is_there(folder: Path, command_name: str) -> None:
    """There are no answers yet, and no learner; nothing is made."""
    told = " ".join(read_by_another(folder, command_name).split())
    assert told.startswith(("Nothing has been asked yet", "Nothing has been answered yet"))
    assert "civicsquiz play" in told
    as_json = json.loads(read_by_another(folder, command_name, "--format", "json"))
    assert as_json["learner"] == {"uuid": None, "name": None}
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("command_name", ["due", "stats"])
def test_nothing_is_made_where_it_could_be(
    command: Command, folder: Path, command_name: str
) -> None:
    ran = command(command_name, CIVICSQUIZ_HOME=str(folder))
    assert (ran.returncode, ran.stderr) == (0, "")
    assert not (folder / "progress.sqlite").exists()


def test_what_is_damaged_is_still_said(command: Command, answered: Path) -> None:
    """Also a -wal of which SQLite would silently leave something out."""
    path = answered / "progress.sqlite"
    (answered / "progress.sqlite-wal").write_bytes(os.urandom(1) * 5000)
    path.write_bytes(path.read_bytes()[:5000])
    ran = command("due", CIVICSQUIZ_HOME=str(answered))
    assert ran.returncode == 2
    assert "progress restore" in ran.stderr


def test_a_store_that_is_read_goes_on_after_an_error(
    answered: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is replaced while it is read: told once, and then what is there now is read."""
    path = answered / "progress.sqlite"
    whose = learner_of(answered)
    monkeypatch.setattr(os, "access", lambda place, mode: mode == os.R_OK)
    with closing(store_for_reading(path)) as store:
        data = path.read_bytes()
        path.rename(answered / "old.sqlite")
        path.write_bytes(data)
        with pytest.raises(Exception, match="replaced while civicsquiz had it open"):
            store.learners()
        assert [one.uuid for one in store.learners()] == [whose]


def learner_of(folder: Path) -> str:
    with closing(SqliteStore.reading(folder / "progress.sqlite")) as store:
        return store.learners()[0].uuid


def test_a_copy_can_be_written_to_and_the_file_stays(answered: Path) -> None:
    """All that is in the file is in it."""
    path = answered / "progress.sqlite"
    before = content(answered)
    with closing(SqliteStore.reading(path)) as store:
        counts, cards = store.counts(), store.cards(store.learners()[0].uuid)
    copy = copy_in_memory(path)
    assert copy is not None
    assert copy.counts() == counts
    assert copy.cards(copy.learners()[0].uuid) == cards
    copy.name_learner(copy.learners()[0].uuid, "Ada of the copy")
    assert copy.learners()[0].name == "Ada of the copy"
    assert content(answered) == before
    assert copy_in_memory(answered / "none.sqlite") is None
