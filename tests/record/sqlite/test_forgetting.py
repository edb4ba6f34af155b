"""Forgetting: of one learner nothing remains in the file, and of the others all does."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.record.sqlite.making import ADA, BEN, Clock, Doubling, answer, fill, record_of, revision

from civicsquiz.errors import RecordBusy
from civicsquiz.record.sqlite import SqliteStore, opening
from civicsquiz.record.sqlite.backups import backup_now
from civicsquiz.record.sqlite.checking import check
from civicsquiz.record.sqlite.forgetting import (
    elsewhere,
    elsewhere_only,
    forget,
    forget_in_copy,
)
from civicsquiz.record.store import Learner

NOW = datetime(2026, 1, 10, 18, tzinfo=UTC)
ONLY_ADAS = (b"Ada Lovelace", ADA.encode(), b"a note of Ada's", b"Asked of Ada alone", b"bank/adas")


def two_learners(path: Path) -> tuple[object, ...]:
    """A record of both; what is Ben's of it."""
    store = SqliteStore.open(path)
    store.add_learner(Learner(ADA, "Ada Lovelace"))
    store.add_learner(Learner(BEN, "Ben"))
    fill(store, learner=ADA)
    fill(store, learner=BEN)
    record = record_of(store, clock=Clock(), ids="more")
    for _ in range(200):
        answer(record, "bank/adas", revision=revision("Asked of Ada alone"), note="a note of Ada's")
    store.close()
    return bens(path)


def bens(path: Path) -> tuple[object, ...]:
    store = SqliteStore.open(path)
    try:
        events = tuple(store.events(learner_uuid=BEN))
        asked = [store.revision(event.revision) for event in events if event.revision]
        return events, store.cards(BEN), store.unfinished(BEN, 9), asked
    finally:
        store.close()


def everything(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in (path, *opening.beside(path)) if file.exists())


def test_nothing_of_the_learner_remains(path: Path) -> None:
    """Not in the tables, and not in the bytes of the file; the log is guarded again."""
    before = two_learners(path)
    assert all(text in everything(path) for text in ONLY_ADAS)
    assert forget(path, ADA) == 229
    assert not [text for text in ONLY_ADAS if text in everything(path)]
    assert bens(path) == before
    store = SqliteStore.open(path)
    assert store.learners() == (Learner(BEN, "Ben"),)
    assert store.counts() == {"event": 29, "revision": 4, "card": 4, "learner": 1}
    store.close()
    found = check(path, Doubling())
    assert (found.faults, found.stale) == ((), ())


def test_the_last_learner(path: Path) -> None:
    two_learners(path)
    forget(path, ADA)
    forget(path, BEN)
    store = SqliteStore.open(path)
    assert set(store.counts().values()) == {0}
    assert store.first_learner("new") == Learner("new")


def test_somebody_else(path: Path) -> None:
    before = two_learners(path)
    assert forget(path, "nobody") == 0
    assert bens(path) == before


def test_while_another_program_has_it_open(path: Path, checkout: Path) -> None:
    """It would keep what was deleted in its -wal."""
    two_learners(path)
    code = (
        "import sys; from pathlib import Path; from civicsquiz.record.sqlite import SqliteStore\n"
        "SqliteStore.open(Path(sys.argv[1])).counts(); print(flush=True); sys.stdin.read()"
    )
    program = subprocess.Popen(
        [sys.executable, "-c", code, str(path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=checkout,
    )  # fmt: skip
    assert program.stdout is not None
    program.stdout.readline()
    with pytest.raises(RecordBusy):
        forget(path, ADA)
    program.communicate()
    assert forget(path, ADA) == 229


def test_in_the_backups_too(path: Path) -> None:
    """Each keeps what is of others, its time, and being one file by itself."""
    before = two_learners(path)
    backup = backup_now(path, NOW)
    old = path.with_name("progress-aside-2025-01-01-000000.sqlite")
    old.write_bytes(backup.read_bytes())
    broken = path.with_name("progress-aside-2025-01-02-000000.sqlite")
    broken.write_bytes(b"rubbish" * 99)
    made = backup.stat().st_mtime_ns
    forget(path, ADA)
    found = elsewhere(path, ADA)
    assert found.holding == (backup, old)
    assert found.unreadable == (broken,)
    assert elsewhere_only(path, ADA) == elsewhere_only(path, "Ada Lovelace")
    for file in found.holding:
        forget_in_copy(file, ADA)
        assert not [text for text in ONLY_ADAS if text in everything(file)]
    assert backup.stat().st_mtime_ns == made
    assert [*backup.parent.iterdir()] == [backup]
    assert elsewhere(path, ADA).holding == ()
    assert elsewhere_only(path, ADA) is None
    assert bens(backup) == before
    assert elsewhere(path, BEN).holding == (backup, old)
