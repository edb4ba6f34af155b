"""Home, and what it leads to, where the record can be read and not written, or not even read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.tui.around import around, earlier, on_screen, perform, press, shown, until
from tests.tui.stage import Stage
from textual.pilot import Pilot

from civicsquiz import paths
from civicsquiz.record.sqlite.backups import backup_now
from civicsquiz.tui.screens.home import FIRST, HomeScreen
from civicsquiz.tui.screens.quiz import QuizScreen
from civicsquiz.tui.screens.stats import StatsScreen

CHARTER = "town/town-charter.yaml"


@pytest.fixture
def charter(home: Path) -> Stage:
    """Two banks; the first begins with its first question, of five."""
    stage = around(home, CHARTER)
    stage.builder.forgetful = False
    return stage


def as_next_time(stage: Stage, home: Path) -> Stage:
    """The program as it is started again, with the same learner and banks."""
    stage.builder.store.close()
    again = around(home, CHARTER)
    again.builder.forgetful = False
    return again


@pytest.fixture
def unwritable(charter: Stage, home: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """Two of five questions were answered ten days ago and the program was cut off; nobody may write
    to the record now."""
    earlier(charter, 10, [True, False], leave=False)
    stage = as_next_time(charter, home)
    monkeypatch.setattr(os, "access", lambda _place, mode: mode == os.R_OK)
    return stage


async def statistics(pilot: Pilot[None]) -> str:
    """What the statistics say when the log has been gone through."""
    await press(pilot, "s")
    screen = on_screen(pilot, StatsScreen)
    await until(pilot, lambda: screen.ready)
    return shown(pilot)


def test_what_can_be_read_is_shown(unwritable: Stage) -> None:
    """And why nothing can be kept; all can be done, and the file stays as it is."""
    path = paths.progress_file(unwritable.builder.env)
    before = path.read_bytes()

    async def steps(pilot: Pilot[None]) -> None:
        told = shown(pilot)
        assert "No record" in told
        assert "cannot be written to: make the file and its folder writable" in told
        assert "Until then nothing you answer is kept." in told
        assert "c Continue Millbrook: a town and its charter, question 3 of 5" in told
        assert "v Review 2 due today, 3 new" in told
        assert "2 of 5 begun · 2 due" in told
        assert "2 answers on 1 day" in await statistics(pilot)
        await press(pilot, "escape", "c")
        session = on_screen(pilot, QuizScreen).session
        assert session.position == 2
        await press(pilot, "1")
        assert session.outcome is not None
        await press(pilot, "q", "q")
        assert "3 of 5 begun" in shown(pilot)

    perform(unwritable.show(HomeScreen), steps)
    assert path.read_bytes() == before


def test_what_cannot_be_read_is_not_denied(charter: Stage, home: Path) -> None:
    """The statistics say what is wrong with the record, and not that nothing was answered."""
    earlier(charter, 10, [True])
    stage = as_next_time(charter, home)
    paths.progress_file(stage.builder.env).write_text("These are my notes.\n" * 100)

    async def steps(pilot: Pilot[None]) -> None:
        assert "Continue" not in shown(pilot)
        told = await statistics(pilot)
        assert "Nothing has been answered yet" not in told
        assert "is no SQLite file" in told
        assert "civicsquiz progress restore" in told

    perform(stage.show(HomeScreen), steps)


def test_what_is_damaged_within_is_not_copied(charter: Stage, home: Path) -> None:
    """The copy of a record is looked through before it is believed."""
    earlier(charter, 10, [True, False])
    charter.builder.store.close()
    path = paths.progress_file(charter.builder.env)
    data = bytearray(path.read_bytes())
    data[4096 * 3 : 4096 * 8] = bytes(4096 * 5)
    path.write_bytes(data)
    builder = around(home, CHARTER).builder
    builder.forgetful = False
    builder.keep_nothing()
    assert not builder.has_copy
    assert builder.store.counts()["event"] == 0


def test_settings_that_can_be_read_count(unwritable: Stage) -> None:
    settings = paths.settings_file(unwritable.builder.env)
    settings.write_text("[certainty]\nask = true\n", "utf-8")
    unwritable.builder.keep_nothing()
    assert unwritable.builder.settings.certainty.ask


def test_only_backups_are_there(charter: Stage, home: Path) -> None:
    """The record was deleted; Home says how it comes back, also when it has begun a new one."""
    earlier(charter, 10, [True])
    path = paths.progress_file(charter.builder.env)
    kept = backup_now(path, charter.builder.clock())
    charter.builder.store.close()
    for file in path.parent.glob("progress.sqlite*"):
        file.unlink()
    said = f"Your record holds nothing, but there are backups of one, the latest {kept.name}"

    async def steps(pilot: Pilot[None]) -> None:
        assert said in shown(pilot)
        assert FIRST in shown(pilot)

    async def answered(pilot: Pilot[None]) -> None:
        assert said in shown(pilot)
        await press(pilot, "enter", "1", "q", "q")
        assert "backups" not in shown(pilot)

    perform(as_next_time_without(home).show(HomeScreen), steps)
    perform(as_next_time_without(home).show(HomeScreen), answered)


def as_next_time_without(home: Path) -> Stage:
    """The program as it is started where nothing is open."""
    stage = around(home, CHARTER)
    stage.builder.forgetful = False
    return stage


def test_whose_record_it_is(charter: Stage) -> None:
    """Said where several are kept here, or one was named, and not otherwise."""

    async def alone(pilot: Pilot[None]) -> None:
        assert "for Ada" not in shown(pilot)
        assert "for the learner" not in shown(pilot)

    perform(charter.show(HomeScreen), alone)
    store, uuid = charter.builder.store, charter.builder.learner.uuid
    store.name_learner(uuid, "Ada")
    charter.builder.learner_name = "ada"
    del charter.builder.learner

    async def named(pilot: Pilot[None]) -> None:
        assert "civicsquiz for Ada" in shown(pilot)

    perform(charter.show(HomeScreen), named)
