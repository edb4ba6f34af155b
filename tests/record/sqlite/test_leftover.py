"""What a program that ended suddenly leaves: its answers come back, and a stranger's -wal does no harm."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.record.sqlite.making import answer, content, fill, filled, record_of

from civicsquiz.errors import RecordDamaged
from civicsquiz.record.events import Event
from civicsquiz.record.sqlite import SqliteStore, leftover, opening

KILLED = """
import os, signal, sys
from pathlib import Path
from civicsquiz.record.sqlite import SqliteStore
from tests.record.sqlite.making import answer, record_of
store = SqliteStore.open(Path(sys.argv[1]))
record = record_of(store, ids="killed")
for number in range(int(sys.argv[2])):
    print(answer(record, f"bank/killed-{number}")[0].uuid, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def killed(path: Path, checkout: Path, answers: int = 12) -> list[str]:
    """Answer in a program that is then killed; the uuids of the answers that it told."""
    ran = subprocess.run(
        [sys.executable, "-c", KILLED, str(path), str(answers)],
        capture_output=True, text=True, cwd=checkout, check=False,
    )  # fmt: skip
    assert ran.returncode == -signal.SIGKILL, ran.stderr
    assert opening.beside(path)[0].stat().st_size > 0
    return ran.stdout.split()


def all_events(path: Path) -> tuple[Event, ...]:
    store = SqliteStore.open(path)
    try:
        return tuple(store.events())
    finally:
        store.close()


def refused(path: Path) -> RecordDamaged:
    """The error; file and -wal are as they were, however often it is tried."""
    before = content(path.parent)
    with pytest.raises(RecordDamaged) as told:
        SqliteStore.open(path)
    with pytest.raises(RecordDamaged):
        SqliteStore.open(path)
    assert content(path.parent) == before
    assert "civicsquiz progress restore" in told.value.mend
    return told.value


def test_answers_of_a_program_that_was_killed(path: Path, checkout: Path) -> None:
    before = filled(path)
    told = killed(path, checkout)
    assert [event.uuid for event in all_events(path)] == [*(one.uuid for one in before), *told]


def test_a_shm_that_says_something_else(path: Path, checkout: Path) -> None:
    """Stale or corrupt, it is made again."""
    filled(path)
    told = killed(path, checkout)
    shm = opening.beside(path)[1]
    for data in (b"", b"\xff" * 32768, b"x" * 100, bytes(reversed(shm.read_bytes()))):
        copied = path.parent / "copy" / path.name
        shutil.rmtree(copied.parent, ignore_errors=True)
        copied.parent.mkdir()
        shutil.copy(path, copied)
        shutil.copy(opening.beside(path)[0], opening.beside(copied)[0])
        opening.beside(copied)[1].write_bytes(data)
        assert [event.uuid for event in all_events(copied)][-12:] == told


@pytest.mark.parametrize("place", [0, 8, 16, 24, 32 + 3, 32 + 20, 32 + 24 + 9, 0.1, 0.3, 0.5])
def test_a_changed_byte_in_it(path: Path, checkout: Path, place: float) -> None:
    """SQLite would silently leave out the answers behind it."""
    filled(path)
    killed(path, checkout)
    wal = opening.beside(path)[0]
    data = bytearray(wal.read_bytes())
    data[place if isinstance(place, int) else int(len(data) * place)] ^= 0xFF
    wal.write_bytes(data)
    assert "-wal" in refused(path).problem


def test_the_last_transaction_in_pieces(path: Path, checkout: Path) -> None:
    """The power went while it was written: it was told to nobody, and all before it is there."""
    before = filled(path)
    told = killed(path, checkout)
    wal = opening.beside(path)[0]
    data = wal.read_bytes()
    wal.write_bytes(data[:-5000])
    uuids = [event.uuid for event in all_events(path)]
    assert uuids == [*(event.uuid for event in before), *told[:-1]]


def test_what_was_rolled_back_is_no_fault(path: Path) -> None:
    """Pages of a transaction that was never committed, behind those of one that was."""
    store = SqliteStore.open(path)
    fill(store)
    record = record_of(store, ids="more")
    store._connection._connected().execute("PRAGMA cache_size = 10")

    def too_much() -> None:
        with record.together():
            for number in range(300):
                answer(record, f"bank/{number}")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        too_much()
    answer(record, "bank/one")
    wal = opening.beside(path)[0]
    assert wal.stat().st_size > 300_000
    assert not leftover.loses(wal)
    copied = path.parent / "copy" / path.name
    copied.parent.mkdir()
    shutil.copy(path, copied)
    shutil.copy(wal, opening.beside(copied)[0])
    assert all_events(copied) == tuple(store.events())


def test_the_wal_of_another_file(path: Path, checkout: Path) -> None:
    """A backup was copied to the place of the record, and the -wal of before is still beside it."""
    filled(path, days=3, items=40)
    old = path.read_bytes()
    path.unlink()
    filled(path, days=60, items=7)
    killed(path, checkout)
    path.write_bytes(old)
    assert "does not go together" in refused(path).problem
    assert path.read_bytes() == old


def test_a_wal_of_rubbish(path: Path) -> None:
    """Nothing in it can have been an answer, and nothing of the file is lost."""
    filled(path)
    opening.beside(path)[0].write_bytes(os.urandom(50_000))
    refused(path)


def test_a_wal_of_zeros(path: Path) -> None:
    """What some file systems make of a file that was never written."""
    before = filled(path)
    opening.beside(path)[0].write_bytes(bytes(50_000))
    assert all_events(path) == before


def test_a_program_that_is_still_running(path: Path) -> None:
    """Its -wal is nothing left over: both see each other's answers."""
    one = SqliteStore.open(path)
    fill(one)
    other = SqliteStore.open(path)
    answer(record_of(other, ids="other"))
    answer(record_of(one, ids="one"))
    assert tuple(one.events()) == tuple(other.events())
    one.close()
    assert other.counts()["event"] == 31
    other.close()
    assert not opening.beside(path)[0].exists()
