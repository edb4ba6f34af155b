"""Forms of the file: every one that there ever was opens, with the same events, after a copy was made."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from tests.record.sqlite.dump import VERSIONS, dump, load
from tests.record.sqlite.making import Doubling, content, filled

from civicsquiz.errors import RecordError
from civicsquiz.record.exporting import as_json
from civicsquiz.record.sqlite import SqliteStore, opening
from civicsquiz.record.sqlite.checking import check
from civicsquiz.record.sqlite.migrations import STEPS, Step, migrate, version
from civicsquiz.record.sqlite.rebuilding import rebuild

EVERY = sorted(path.stem for path in VERSIONS.glob("*.sql"))


def test_there_is_a_record_of_each_form() -> None:
    assert [f"{number:03}" for number in range(1, len(STEPS) + 1)] == EVERY


@pytest.mark.parametrize("name", EVERY)
def test_every_form_opens(path: Path, name: str) -> None:
    load((VERSIONS / f"{name}.sql").read_text(encoding="utf-8"), path)
    assert check(path, Doubling()).faults == ()  # which changes nothing, not even the form
    store = SqliteStore.open(path)
    events = json.loads("".join(as_json(store.events())))
    assert events == json.loads((VERSIONS / f"{name}.json").read_text(encoding="utf-8"))
    assert len(events) == 29
    assert rebuild(store, Doubling()).cards == 4
    store.close()
    found = check(path, Doubling())
    assert (found.faults, found.stale) == ((), ())


def test_the_form_of_today_is_as_it_is_kept(path: Path) -> None:
    """A table that was changed without a new number would show here."""
    filled(path)
    assert dump(path) == (VERSIONS / f"{EVERY[-1]}.sql").read_text(encoding="utf-8")


def add_a_column(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE learner ADD COLUMN school TEXT")


def fails(connection: sqlite3.Connection) -> None:
    connection.execute("DROP TABLE card")
    connection.execute("SELECT * FROM nowhere")


def opened(path: Path, steps: Sequence[Step]) -> int:
    with closing(opening.connect(path, steps=steps, backups=path.parent / "backups")) as connection:
        return version(connection)


def test_a_copy_is_made_before_the_form_changes(path: Path) -> None:
    """And none where it does not. The copy has the form of before."""
    events = filled(path)
    steps = [*STEPS, add_a_column]
    assert opened(path, steps) == len(STEPS) + 1
    copied = path.parent / "backups" / f"progress-before-form-{len(STEPS) + 1}.sqlite"
    assert [*copied.parent.iterdir()] == [copied]
    assert tuple(SqliteStore.open(copied).events()) == events
    assert opened(path, steps) == len(STEPS) + 1
    assert len([*copied.parent.glob("*.sqlite")]) == 1


def test_a_step_that_fails_changes_nothing(path: Path) -> None:
    """The copy is there, and the file is of the form that it had."""
    events = filled(path)
    before = path.read_bytes()
    with pytest.raises(RecordError):
        opened(path, [*STEPS, add_a_column, fails])
    assert path.read_bytes() == before
    assert tuple(SqliteStore.open(path).events()) == events


def test_nothing_changes_where_no_copy_can_be_made(path: Path) -> None:
    filled(path)
    (path.parent / "backups").write_bytes(b"in the way")
    before = content(path.parent)
    with pytest.raises(RecordError):
        opened(path, [*STEPS, add_a_column])
    assert content(path.parent) == before


def test_steps_are_taken_once_each_in_order() -> None:
    taken: list[int] = []

    def step(number: int) -> Step:
        return lambda _: taken.append(number)

    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for most in (1, 3, 3):
            migrate(connection, [step(number) for number in range(1, most + 1)])
        assert version(connection) == 3
    assert taken == [1, 2, 3]
