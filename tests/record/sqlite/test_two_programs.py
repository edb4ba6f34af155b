"""Two programs on one record: real ones, at the same time."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from tests.record.sqlite.making import ADA, Doubling

from civicsquiz.errors import RecordBusy
from civicsquiz.record.sqlite import SqliteStore
from civicsquiz.record.sqlite.alone import alone
from civicsquiz.record.sqlite.checking import check
from civicsquiz.record.sqlite.rebuilding import rebuild

ANSWERING = """
import sys
from pathlib import Path
from datetime import timedelta
from civicsquiz.record.sqlite import SqliteStore
from tests.record.sqlite.making import Clock, answer, record_of
store = SqliteStore.open(Path(sys.argv[1]))
store.first_learner(sys.argv[2])
clock = Clock()
record = record_of(store, clock=clock, ids=sys.argv[2])
for number in range(60):
    print(answer(record, f"bank/{number % 7}")[0].uuid)
    clock.then += timedelta(hours=7)
store.close()
"""
WAITING = """
import sys
from pathlib import Path
from civicsquiz.record.sqlite import SqliteStore, opening
opening.PATIENCE = 0.2
store = SqliteStore.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


def started(code: str, checkout: Path, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        cwd=checkout,
    )  # fmt: skip


def test_answers_of_both_are_kept(path: Path, checkout: Path) -> None:
    """They begin at once, with no file there: one file is made, one first learner, one history."""
    programs = [started(ANSWERING, checkout, path, f"program {number}") for number in range(3)]
    told = [program.communicate()[0].split() for program in programs]
    assert [program.returncode for program in programs] == [0, 0, 0]
    store = SqliteStore.open(path)
    written = [event.uuid for event in store.events()]
    assert sorted(written) == sorted(uuid for each in told for uuid in each)
    for each in told:
        assert [uuid for uuid in written if uuid in each] == each
    assert len(store.learners()) == 2  # the first one, and the one of the records
    assert {name.name for name in path.parent.iterdir()} == {
        path.name, f"{path.name}-wal", f"{path.name}-shm",
    }  # fmt: skip
    before = store.cards(ADA)
    assert rebuild(store, Doubling()).cards_differed == 0
    assert store.cards(ADA) == before
    store.close()
    assert check(path, Doubling()).faults == ()


def test_one_that_wants_to_be_alone(path: Path, checkout: Path) -> None:
    """As long as another has it open, and no longer."""
    program = started(WAITING, checkout, path)
    assert program.stdout is not None
    assert program.stdout.readline() == "open\n"
    with pytest.raises(RecordBusy, match="another program has it open"), alone(path):
        pass
    program.communicate()
    with alone(path):
        other = started(WAITING, checkout, path)
        other.communicate()
        assert other.returncode != 0
    SqliteStore.open(path).close()
