"""`civicsquiz due`: what is due, in words and as JSON."""

from __future__ import annotations

import gc
import json
from pathlib import Path
from typing import Any

import pytest
from tests.study.reviewing.things import Played, answered, day

from civicsquiz.record.cards import AGAIN, GOOD
from civicsquiz.record.store import Learner

ITEMS = "trop-who medical-care-standard brown-which-state brown-design-capacity".split()


@pytest.fixture
def command(tmp_path: Path) -> Played:
    """The program on one day, with a home of its own."""
    return Played(tmp_path)


def due(command: Played, *more: str) -> Any:
    ran = command("due", "--format", "json", *more)
    assert (ran.returncode, ran.stderr) == (0, "")
    return json.loads(ran.stdout)


def test_before_the_first_answer(command: Played) -> None:
    """It says how to begin, and that is no error."""
    ran = command("due")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == "Nothing has been asked yet: “civicsquiz play banishment” begins a bank.\n"
    assert due(command)["next_due"] is None


def test_what_is_due_and_what_is_new(command: Played) -> None:
    """Three days after a first right answer two are due; the others of the bank are new."""
    for name in ITEMS[:2]:
        answered(command.home, f"eighth-amendment/{name}", (-3, GOOD))
    answered(command.home, f"eighth-amendment/{ITEMS[2]}", (-1, GOOD))
    lines = command("due").stdout.splitlines()
    assert lines[:4] == [
        "Due today        2, and 14 new (at most 20 a day, where no plan spreads them)",
        "Due tomorrow     1",
        "Within a week    3",
        "Not asked yet    14",
    ]
    assert lines[-1] == "“civicsquiz review” asks them."


def test_as_json(command: Played) -> None:
    """The form is numbered, and has all that the text has."""
    answered(command.home, "eighth-amendment/trop-who", (-3, GOOD))
    answered(command.home, "eighth-amendment/gone", (-3, GOOD))
    answered(command.home, "citizenship/safe-from-what", (0, GOOD))
    told = due(command)
    assert told["civicsquiz-due"] == 1
    assert told["day"] == day(0).isoformat()
    assert told["today"] == {"due": 1, "reviews": 1, "new": 19, "done": {"reviews": 0, "new": 1}}
    assert [one["due"] for one in told["days"]] == [2, 0, 1, 0, 0, 0, 0]
    assert told["next_due"] == day(0).isoformat()
    assert (told["gone"], told["unmet"]) == (1, 32)
    assert (told["plan"], told["leeches"], told["banks"]) == (None, [], None)


def test_of_one_bank(command: Played) -> None:
    """Begun or not; an id that is none is told the nearest."""
    answered(command.home, "eighth-amendment/trop-who", (-3, GOOD))
    told = due(command, "--bank", "citizenship")
    assert (told["today"]["due"], told["unmet"], told["banks"]) == (0, 17, ["citizenship"])
    ran = command("due", "--bank", "citizenshop")
    assert ran.returncode == 2
    assert "did you mean citizenship?" in ran.stderr


def test_leeches_are_shown_with_their_question(command: Played) -> None:
    """Forgotten eight times."""
    times = [(at, AGAIN) for at in range(-9, 0)]
    answered(command.home, "eighth-amendment/trop-who", *times)
    ran = command("due")
    assert "  eighth-amendment/trop-who, forgotten 8 times\n    Which justice wrote" in ran.stdout
    assert due(command)["leeches"] == [{"item": "eighth-amendment/trop-who", "lapses": 8}]


def test_of_many_leeches_the_worst_are_shown(command: Played) -> None:
    """And how many more there are; the JSON has all."""
    for at in range(12):
        answered(command.home, f"gone/i{at:02}", *((ago, AGAIN) for ago in range(-9, 0)))
    text = command("due").stdout
    assert text.count("forgotten 8 times") == 10
    assert "  and 2 more: " in text
    assert len(due(command)["leeches"]) == 12


def test_whose_it_is(command: Played) -> None:
    """Each learner has their own."""
    answered(command.home, "eighth-amendment/trop-who", (-3, GOOD))
    answered(
        command.home, "citizenship/safe-from-what", (-1, GOOD), learner=Learner("second", "Ada")
    )
    assert due(command)["learner"] == {"uuid": "learner", "name": None}
    told = due(command, "--learner", "Ada")
    assert (told["learner"], told["unmet"]) == ({"uuid": "second", "name": "Ada"}, 16)


def test_nothing_is_due(command: Played) -> None:
    """When something will be, and what one can do meanwhile."""
    settings = "[review]\nnew_per_day = 0\n"
    (command.home / "settings.toml").write_text(settings, "utf-8")
    answered(command.home, "eighth-amendment/trop-who", (-1, GOOD))
    ran = command("due")
    assert "Nothing is due today. The next question is due tomorrow;" in ran.stdout
    assert "“civicsquiz play eighth-amendment” goes on" in " ".join(ran.stdout.split())
    answered(command.home, "eighth-amendment/brown-which-state", (0, GOOD))
    assert "That is all for today." in command("due").stdout


def test_a_limit_says_what_it_lets_through(command: Played) -> None:
    """Of what is due."""
    (command.home / "settings.toml").write_text("[review]\nreviews_per_day = 1\n", "utf-8")
    for name in ITEMS[:3]:
        answered(command.home, f"eighth-amendment/{name}", (-9, GOOD))
    assert (
        "Due today        3, of which today’s limit lets 1 through, and 14 new ("
        in command("due").stdout
    )


def test_what_is_in_no_bank_any_more_is_counted(command: Played) -> None:
    """In a sentence."""
    for name in ("one", "two", "three"):
        answered(command.home, f"nowhere/{name}", (-9, GOOD))
    assert "3 due questions are no longer in your banks." in command("due").stdout


def test_towards_a_day(command: Played) -> None:
    """What can be expected then; the same in both forms."""
    answered(command.home, "eighth-amendment/trop-who", (-3, GOOD))
    by = day(10).isoformat()
    plan = due(command, "--by", by)["plan"]
    assert (plan["by"], plan["days"], plan["items"], plan["new_per_day"]) == (by, 10, 17, 2)
    assert plan["expected"]["without"] < plan["expected"]["today"] < 1 < plan["expected"]["with"]
    text = command("due", "--by", by).stdout
    assert " ".join(text.split("\n\n")[0].split()) == plan["says"]
    assert plan["says"].startswith("On 20 March you can expect to know ")
    assert "Due today        1, and 2 new (by this plan)\n" in text
    assert text.splitlines()[-1] == f"“civicsquiz review --by {by}” asks them."


@pytest.mark.parametrize(
    ("ahead", "says"), [(0, "is today, and there is no day left"), (-9, "has gone by")]
)
def test_a_day_that_cannot_be_planned_for(command: Played, ahead: int, says: str) -> None:
    """A sentence, and what is due all the same; no error."""
    answered(command.home, "eighth-amendment/trop-who", (-3, GOOD))
    ran = command("due", "--by", day(ahead).isoformat())
    assert ran.returncode == 0
    assert says in ran.stdout
    assert "Due today        1" in ran.stdout


@pytest.mark.parametrize("wrong", ["soon", "2026-02-30", "2026-W10-1", "20260310", "10.3.2026", ""])
def test_what_is_no_day(command: Played, wrong: str) -> None:
    """One line, and how a day is written."""
    ran = command("due", f"--by={wrong}")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "write a day as year-month-day" in ran.stderr


def test_a_bank_that_cannot_be_used_is_told(command: Played, tmp_path: Path) -> None:
    """On standard error; the rest is told."""
    bad = tmp_path / "set" / "bad.yaml"
    bad.parent.mkdir()
    bad.write_text("civicsquiz: 1\nid: bad\n", "utf-8")
    answered(command.home, "bad/item", (-9, GOOD))
    answered(command.home, "eighth-amendment/trop-who", (-9, GOOD))
    ran = command("due", CIVICSQUIZ_BANKS=str(bad))
    assert ran.returncode == 0
    assert str(bad) in ran.stderr
    assert "Due today        1" in ran.stdout


def test_only_backups_are_there(command: Played) -> None:
    """The record was deleted: it is said how it comes back, and by `progress check` too."""
    answered(command.home, "eighth-amendment/trop-who", (-3, GOOD))
    command("progress", "backup")
    gc.collect()  # or its -wal would still be there
    for file in command.home.glob("progress.sqlite*"):
        file.unlink()
    said = "Your record holds nothing, but there are backups of one, the latest progress-"
    for words in (("due",), ("progress", "check")):
        ran = command(*words)
        assert (ran.returncode, ran.stderr) == (0, "")
        assert " ".join(ran.stdout.split()).startswith(said)
    assert command("progress", "restore").returncode == 0
    assert "Your record holds nothing" not in command("due").stdout
    assert "Your record holds nothing" not in command("progress", "check").stdout
