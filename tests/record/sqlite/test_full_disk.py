"""A disk that is full at the Nth write: told so, nothing half written, and it goes on when there is room."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from tests.record.sqlite.making import Doubling, answer, answer_on, fill, filled, record_of

from civicsquiz.errors import RecordError, RecordFull
from civicsquiz.record.sqlite import SqliteStore, copying, opening
from civicsquiz.record.sqlite.checking import check
from civicsquiz.record.sqlite.rebuilding import rebuild


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 1 MiB; only root can have one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if os.geteuid() or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no file system can be mounted here")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def leave(folder: Path, room: int) -> Path:
    """Fill the disk until only so many bytes are free."""
    filler = folder / "filler"
    free = os.statvfs(folder).f_bavail * os.statvfs(folder).f_frsize
    filler.write_bytes(bytes(max(free - room, 0)))
    return filler


@pytest.mark.parametrize("pages", range(0, 40, 3))
def test_the_disk_is_full(small_disk: Path, pages: int) -> None:
    """With room for no page, for one, for a few: the log holds the answers that were told and no other;
    when there is room again the same answer is given again."""
    path = small_disk / "progress.sqlite"
    filled(path)
    store = SqliteStore.open(path)
    record = record_of(store, ids="more")
    told = [event.uuid for event in store.events()]
    filler = leave(small_disk, pages * 4096)
    with pytest.raises(RecordError) as full:
        answer_on(record, 60, told)
    assert isinstance(full.value, RecordFull)
    assert "free some space" in full.value.mend
    assert [event.uuid for event in store.events()] == told
    with suppress(RecordError):
        store.close()
    filler.unlink()
    store = SqliteStore.open(path)
    assert [event.uuid for event in store.events()] == told
    answer(record_of(store, ids="again"))
    rebuild(store, Doubling())
    store.close()
    assert check(path, Doubling()).faults == ()


def test_the_session_goes_on_with_the_same_store(small_disk: Path) -> None:
    path = small_disk / "progress.sqlite"
    store = SqliteStore.open(path)
    fill(store)
    record = record_of(store, ids="more")
    filler = leave(small_disk, 0)
    for _ in range(3):
        with pytest.raises(RecordFull):
            answer_on(record, 60)
    filler.unlink()
    before = store.counts()["event"]
    event, card = answer(record, "bank/next")
    assert store.counts()["event"] == before + 1
    assert store.card(event.learner_uuid, "bank/next") == card


@pytest.mark.parametrize("room", [0, 4096, 30_000, 60_000])
def test_no_room_for_a_new_record(small_disk: Path, room: int) -> None:
    """Nothing is left of the attempt, and the next one finds no half-made file."""
    path = small_disk / "progress.sqlite"
    filler = leave(small_disk, room)
    with pytest.raises(RecordFull):
        SqliteStore.open(path)
    assert [*small_disk.iterdir()] == [filler]
    filler.unlink()
    SqliteStore.open(path).close()


@pytest.mark.parametrize("room", [0, 4096, 40_000])
def test_no_room_for_a_backup(small_disk: Path, room: int) -> None:
    path = small_disk / "progress.sqlite"
    events = filled(path)
    target = small_disk / "backup.sqlite"
    filler = leave(small_disk, room)
    with pytest.raises(RecordError) as told:
        copying.copy(path, target)
    assert told.value.path in {path, target}
    assert "answer again" not in told.value.mend
    assert not target.exists()
    filler.unlink()
    assert {each.name for each in small_disk.iterdir()} <= {
        path.name, f"{path.name}-wal", f"{path.name}-shm",
    }  # fmt: skip
    assert tuple(SqliteStore.open(path).events()) == events


@pytest.mark.parametrize("pages", range(12))
def test_the_database_may_not_grow(path: Path, pages: int) -> None:
    """The same where nothing can be mounted: SQLite is told that N more pages are all there are."""
    store = SqliteStore.open(path)
    fill(store)
    told = [event.uuid for event in store.events()]
    record = record_of(store, ids="more")
    connection = store._connection._connected()
    (now,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {now + pages}")
    with pytest.raises(RecordFull):
        answer_on(record, 900, told)
    assert [event.uuid for event in store.events()] == told
    connection.execute("PRAGMA max_page_count = 100000")
    told.append(answer(record, "bank/next")[0].uuid)
    assert [event.uuid for event in store.events()] == told
    assert rebuild(store, Doubling()).cards_differed == 0


LIMITED = """
import resource, sys
from pathlib import Path
from civicsquiz.errors import RecordError
from civicsquiz.record.sqlite import SqliteStore
from tests.record.sqlite.making import answer, record_of
store = SqliteStore.open(Path(sys.argv[1]))
record = record_of(store, ids="limited")
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    for number in range(60):
        print(answer(record, f"bank/more-{number}")[0].uuid)
except RecordError as error:
    print(error, file=sys.stderr)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
print(answer(record, "bank/next")[0].uuid)
"""


@pytest.mark.parametrize("size", [0, 1000, 5000, 33_000, 100_000, 300_000])
def test_the_disk_refuses(path: Path, checkout: Path, size: int) -> None:
    """A write that fails otherwise, in the middle of a page: the program goes on afterwards."""
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[1] == resource.RLIM_INFINITY
    before = [event.uuid for event in filled(path)]
    ran = subprocess.run(
        [sys.executable, "-c", LIMITED, str(path), str(size)],
        capture_output=True, text=True, cwd=checkout, check=True,
    )  # fmt: skip
    assert ran.stderr.startswith(f"{path}: the disk refused")
    assert ran.stderr.count("\n") == 1
    assert len(ran.stdout.split()) < 60
    store = SqliteStore.open(path)
    assert [event.uuid for event in store.events()] == before + ran.stdout.split()
    store.close()
    assert not opening.beside(path)[0].exists()
    assert check(path, Doubling()).faults == ()
