"""`civicsquiz stats`."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from tests.report.simulate import TODAY
from tests.tui.statistics import LEARNER, of_weeks, store_of

from civicsquiz import cli
from civicsquiz.app import App
from civicsquiz.cli import stats as command
from civicsquiz.record.store import Learner
from civicsquiz.report import known

Stats = Callable[..., tuple[int, str, str]]


@pytest.fixture
def stats(home: Path, monkeypatch: pytest.MonkeyPatch) -> Stats:
    """Calls the command over the simulated learner's record, or over an empty one."""

    def call(*arguments: str, empty: bool = False) -> tuple[int, str, str]:
        out, err = io.StringIO(), io.StringIO()
        noon = datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC)
        env = {"CIVICSQUIZ_HOME": str(home), "CIVICSQUIZ_LEARNER": "" if empty else "Ada"}
        app = App(env=env, clock=lambda: noon, out=out, err=err)
        if not empty:
            items, log = of_weeks()
            monkeypatch.setattr(known, "known_in", lambda _library, _elsewhere: items)
            app.store = store_of(log)
            app.store.name_learner(LEARNER, "Ada")
            app.store.add_learner(Learner("learner-2", "Ben"))
        return cli.run(["stats", *arguments], app), out.getvalue(), err.getvalue()

    return call


def test_the_tables(stats: Stats) -> None:
    """All of them, within the column, and what they say first."""
    status, out, err = stats()
    assert (status, err) == (0, "")
    assert out.startswith("643 answers on 54 days.\n\nRetention over time\n  You remembered ")
    titles = [line for line in out.splitlines() if line and not line.startswith(" ")]
    assert titles[1:] == [
        "Retention over time", "What was expected, and what came true", "What comes due",
        "Mastery by topic", "Certainty", "Certain, and wrong", "Time for an answer",
        "Time for an answer, by topic",
    ]  # fmt: skip
    assert max(map(len, out.splitlines())) <= 76


def _json(ran: tuple[int, str, str]) -> dict[str, Any]:
    status, out, err = ran
    assert (status, err) == (0, "")
    told: dict[str, Any] = json.loads(out)
    return told


def test_json(stats: Stats) -> None:
    told = _json(stats("--format", "json"))
    assert list(told)[:2] == ["civicsquiz-stats", "learner"]
    assert told["learner"] == {"uuid": LEARNER, "name": "Ada"}
    assert (told["today"], told["answers"]) == ("2026-01-02", 643)


def test_since(stats: Stats) -> None:
    """Fewer answers, and as many items due."""
    whole = _json(stats("--format", "json"))
    told = _json(stats("--format", "json", "--since", "2025-12-15"))
    assert told["since"] == "2025-12-15"
    assert 0 < told["answers"] < whole["answers"]
    assert told["forecast"] == whole["forecast"]
    assert stats("--since", "2025-12-15")[1].startswith(
        f"{told['answers']} answers on {told['days']} days since Dec 15, 2025.\n"
    )


def test_since_a_day_after_which_there_is_nothing(stats: Stats) -> None:
    status, out, _ = stats("--since", "2026-01-01")
    assert status == 0
    assert out.startswith("Nothing was answered since Jan 1, 2026.\n\nRetention over time\n")


def test_whose_statistics_they_are(stats: Stats) -> None:
    assert _json(stats("--format", "json", "--learner", "Ben"))["answers"] == 0
    status, _, err = stats("--learner", "Cleo")
    assert status == 2
    assert "Cleo" in err


@pytest.mark.parametrize("options", [(), ("--learner", "Ben")])
def test_before_the_first_answer_it_says_what_to_do(stats: Stats, options: Sequence[str]) -> None:
    status, out, err = stats(*options, empty=not options)
    assert (status, err) == (0, "")
    assert out == (
        "Nothing has been answered yet, so there is nothing to tell.\n"
        "Answer some questions: play a bank from Home, or with civicsquiz play. Come\n"
        "back the next day for what is due, and it shows here how much was kept.\n"
    )


@pytest.mark.parametrize("day", ["yesterday", "2026-02-30", "", "99999-01-01"])
def test_what_is_no_day(stats: Stats, capsys: pytest.CaptureFixture[str], day: str) -> None:
    assert stats("--since", day)[0] == 2
    assert "write a day like 2026-01-31" in capsys.readouterr().err


def test_a_long_log_is_announced(stats: Stats, monkeypatch: pytest.MonkeyPatch) -> None:
    """On standard error, so that the JSON stays whole."""
    monkeypatch.setattr(command, "_MANY", 643)
    status, out, err = stats("--format", "json")
    assert (status, json.loads(out)["answers"]) == (0, 643)
    assert err == "civicsquiz: 643 entries to go through: this takes a while …\n"
