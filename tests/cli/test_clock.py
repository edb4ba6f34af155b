"""What is told where the clock cannot be right, or is changed: one sentence, and everything goes on."""

from __future__ import annotations

import contextlib
import io
import os
import time as seconds
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, time
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from tests.study.reviewing.things import Played, answered

from civicsquiz import cli
from civicsquiz.app import App
from civicsquiz.record.cards import GOOD
from civicsquiz.record.sqlite import SqliteStore

ITEM = "eighth-amendment/trop-who"
AHEAD = (
    "Your last answer is dated 18 June 2026, which is after this computer’s date, 10 March 2026:"
)


class PlayedAt(Played):
    """The program around one command, at a time of its own."""

    def __init__(self, home: Path, now: datetime) -> None:
        super().__init__(home)
        self.now = now

    def __call__(
        self, *arguments: str | Path, stdin: str = "", **env: str
    ) -> CompletedProcess[str]:
        out, err = io.StringIO(), io.StringIO()
        app = App(
            env={**os.environ, "CIVICSQUIZ_HOME": str(self.home), **env},
            clock=lambda: self.now,
            new_seed=lambda: "seed",
            stdin=io.StringIO(stdin),
            out=out,
            err=err,
        )
        argv = [str(argument) for argument in arguments]
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = cli.run(argv, app)
        return CompletedProcess(argv, status, out.getvalue(), err.getvalue())


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("command", [("due",), ("review", "--plain"), ("progress", "check")])
def test_the_clock_was_set_back(tmp_path: Path, command: tuple[str, ...]) -> None:
    """A hundred days: it is said once, no error, and what was answered then is due now."""
    answered(tmp_path, ITEM, (100, GOOD))
    ran = Played(tmp_path)(*command, stdin="")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert flat(ran.stdout).count(AHEAD) == 1
    if command == ("due",):
        assert "Due today        1" in ran.stdout


def test_as_json_it_is_said_beside_it(tmp_path: Path) -> None:
    answered(tmp_path, ITEM, (100, GOOD))
    ran = Played(tmp_path)("due", "--format", "json")
    assert AHEAD in ran.stderr
    assert "18 June" not in ran.stdout


@pytest.mark.parametrize("command", [("due",), ("review", "--plain"), ("progress", "check")])
def test_a_clock_that_is_right(tmp_path: Path, command: tuple[str, ...]) -> None:
    answered(tmp_path, ITEM, (-100, GOOD), (0, GOOD))
    assert "date" not in flat(Played(tmp_path)(*command).stdout).replace("dates", "")


@pytest.mark.parametrize(
    "now",
    [datetime.max.replace(tzinfo=UTC), datetime.min.replace(tzinfo=UTC)],
    ids=["the year 9999", "the year 1"],
)
@pytest.mark.parametrize(
    "command",
    [
        ("due",),
        ("due", "--by", "9999-12-31"),
        ("stats",),
        ("review", "--plain"),
        ("play", "eighth-amendment", "--plain", "--count", "2"),
        ("play", "eighth-amendment", "--plain", "--mode", "tutor", "--count", "2"),
        ("progress", "check"),
        ("progress", "backup"),
    ],
    ids=" ".join,
)
def test_the_ends_of_the_calendar(tmp_path: Path, now: datetime, command: tuple[str, ...]) -> None:
    """Nothing overflows; answers that are given then are kept, and harm nothing later."""
    answered(tmp_path, ITEM, (0, GOOD))
    ran = PlayedAt(tmp_path, now)(*command, stdin="1\n\n1\n\n\n")
    assert (ran.returncode, ran.stderr) == (0, "")
    if command in [("due",), ("progress", "check")]:
        assert f"{now.day} {now:%B} {now.year}" in flat(ran.stdout)
    after = Played(tmp_path)("due", "--format", "json")
    assert after.returncode == 0
    assert Played(tmp_path)("progress", "check").returncode == 0


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The zone of the process, for as long as the test runs."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    seconds.tzset()
    yield
    monkeypatch.setenv("TZ", "UTC")
    seconds.tzset()


@pytest.mark.parametrize(
    ("first", "last", "next_"),
    [
        # 29 March 2026 has 23 hours: 00:30 and 23:30 are on it, half an hour after is not
        ("2026-03-28T23:30", "2026-03-29T21:30", "2026-03-29T22:15"),
        # 25 October 2026 has 25: 24 hours and a half after its first minutes it is not over
        ("2026-10-24T22:05", "2026-10-25T22:35", "2026-10-25T23:15"),
    ],
    ids=["forward", "back"],
)
def test_a_day_is_a_local_day_also_when_the_hour_changes(
    berlin: None, tmp_path: Path, first: str, last: str, next_: str
) -> None:
    """One answer of a day schedules: of three the first and the third do."""
    for at in (first, last, next_):
        now = datetime.fromisoformat(at).replace(tzinfo=UTC).astimezone()
        ran = PlayedAt(tmp_path, now)(
            "play", "eighth-amendment", "--plain", "--item", "trop-who", stdin="1\n\n"
        )
        assert ran.returncode == 0
        assert "date is right" not in PlayedAt(tmp_path, now)("due").stdout
    with closing(SqliteStore.reading(tmp_path / "progress.sqlite")) as store:
        events = [event for event in store.events() if event.type.value == "answered"]
    assert [event.scheduled for event in events] == [True, False, True]
    assert {event.tz_offset for event in events} == {60, 120}
    days = [event.day for event in events]
    assert days[0] == days[1]
    assert (days[2] - days[0]).days == 1


def test_backups_that_are_dated_after_today(tmp_path: Path) -> None:
    """`check` and `restore` list them; what is restored is what holds most."""
    answered(tmp_path, ITEM, (100, GOOD))
    later = PlayedAt(tmp_path, datetime.combine(date(2026, 6, 18), time(12), UTC))
    assert later("progress", "backup").returncode == 0
    ahead = next((tmp_path / "backups").iterdir())
    answered(tmp_path, ITEM, (0, GOOD))
    now = Played(tmp_path)
    assert now("progress", "backup").returncode == 0
    made = next(one for one in (tmp_path / "backups").iterdir() if one != ahead)
    os.utime(ahead, (4e9, 4e9))
    told = (
        f"The backup {ahead.name} is dated 18 June 2026, which is after today, 10 March 2026: the"
        " clock was wrong then, or is now."
    )
    check = flat(now("progress", "check").stdout)
    assert told in check
    assert f"The latest sound backup is {made.name}." in check
    (tmp_path / "progress.sqlite").write_bytes(b"")
    ran = now("progress", "restore")
    assert ran.returncode == 0
    assert told in flat(ran.stdout)
    assert f"Restored {made}" in ran.stdout
