"""`civicsquiz` alone: what is settled before Home opens."""

from __future__ import annotations

from pathlib import Path

import pytest

from civicsquiz import paths
from civicsquiz.app import App
from civicsquiz.cli import home as command
from civicsquiz.errors import UsageError
from civicsquiz.record.store import Learner


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[App]:
    """For which programs Home was opened; here is no terminal."""
    opened: list[App] = []

    def run_home(app: App) -> int:
        opened.append(app)
        return 0

    monkeypatch.setattr("civicsquiz.cli.terminal.need", lambda *_: None)
    monkeypatch.setattr("civicsquiz.tui.running.run_home", run_home)
    return opened


def test_a_name_that_nobody_has(home: Path, opened: list[App]) -> None:
    """Nobody gets to answer under another name than he gave."""
    with pytest.raises(UsageError, match="No learner “Bo”"):
        command.run(App(env={"CIVICSQUIZ_HOME": str(home)}, learner_name="Bo"))
    assert opened == []


def test_a_name_that_somebody_has(home: Path, opened: list[App]) -> None:
    """His record is opened."""
    app = App(env={"CIVICSQUIZ_HOME": str(home)}, learner_name="Bo")
    app.store.add_learner(Learner("uuid-of-ann", "Ann"))
    app.store.add_learner(Learner("uuid-of-bo", "Bo"))
    assert command.run(app) == 0
    assert opened == [app]
    assert app.learner.uuid == "uuid-of-bo"


@pytest.mark.parametrize("name", ["", "Bo"])
def test_what_is_wrong_with_the_record_home_says(home: Path, opened: list[App], name: str) -> None:
    """It opens nevertheless."""
    app = App(env={"CIVICSQUIZ_HOME": str(home)}, learner_name=name)
    paths.progress_file(app.env).write_bytes(b"")
    assert command.run(app) == 0
    assert opened == [app]
