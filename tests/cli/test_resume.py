"""`civicsquiz resume`: on where it was, or why not."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Command = Callable[..., subprocess.CompletedProcess[str]]


def test_a_session_goes_on(command: Command, bank: Path) -> None:
    """At the question after the last answer, in the same order, with the same seed."""
    begun = command(
        "play", "lamp", "--plain", "--seed", "3", stdin="1\n\n", CIVICSQUIZ_BANKS=str(bank.parent)
    )
    gone_on = command("resume", "--plain", CIVICSQUIZ_BANKS=str(bank.parent))
    assert (gone_on.returncode, gone_on.stderr) == (0, "")
    assert "Going on where you were, at question 2 of 2." in gone_on.stdout
    asked = begun.stdout[begun.stdout.index("Question 2 of 2") :].splitlines()[2]
    assert asked in gone_on.stdout.splitlines()


def test_there_is_none(command: Command, bank: Path) -> None:
    """Neither before the first answer, nor after the last, nor where nothing was kept."""
    places = {"CIVICSQUIZ_BANKS": str(bank.parent)}
    command("play", "lamp", "--plain", **places)
    command("play", "lamp", "--plain", "--no-record", stdin="1\n", **places)
    command("play", "lamp", "--plain", stdin="1\n\n1\n\n", **places)
    ran = command("resume", "--plain", **places)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == "There is no session to go on with. “civicsquiz” begins one.\n"


def test_its_bank_is_gone(command: Command, bank: Path) -> None:
    """That is another reason, with another way on."""
    command("play", "lamp", "--plain", stdin="1\n", CIVICSQUIZ_BANKS=str(bank.parent))
    ran = command("resume", "--plain")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "are in no bank of your list any more" in " ".join(ran.stdout.split())


OTHER = "other"


@pytest.fixture
def two(command: Command, bank: Path) -> dict[str, str]:
    """Two banks, of each of which the first of two questions was answered, the other's last; where
    they are."""
    text = bank.read_text("utf-8").replace("id: lamp\n", f"id: {OTHER}\n", 1)
    bank.with_name(f"{OTHER}.yaml").write_text(text.replace("The lamp", "The other"), "utf-8")
    places = {"CIVICSQUIZ_BANKS": str(bank.parent)}
    for name in ("lamp", OTHER):
        command("play", name, "--plain", "--seed", "3", stdin="1\n\n", **places)
    return places


def test_either_of_two_goes_on(command: Command, two: dict[str, str], bank: Path) -> None:
    """By id or path; without a name the last."""
    for names, title in (((), "The other"), (("lamp",), "The lamp"), ((bank,), "The lamp")):
        ran = command("resume", *names, "--plain", **two)
        assert (ran.returncode, ran.stderr) == (0, "")
        assert ran.stdout.startswith(f"{title}\n")
        assert "Going on where you were, at question 2 of 2." in ran.stdout


def test_there_is_none_over_this_bank(command: Command, two: dict[str, str]) -> None:
    command("resume", "lamp", "--plain", stdin="1\n\n", **two)
    ran = command("resume", "lamp", "--plain", **two)
    told = "There is no session over “The lamp” to go on with. “civicsquiz play lamp” begins one."
    assert (ran.returncode, " ".join(ran.stdout.split())) == (0, told)
    assert command("resume", "none-such", "--plain", **two).returncode == 2


def test_play_says_that_one_was_left(command: Command, two: dict[str, str]) -> None:
    """In a sentence, and begins anew; nothing is asked."""
    ran = command("play", "lamp", "--plain", **two)
    told = "You left this bank at question 2 of 2: “civicsquiz resume lamp --plain” goes on there."
    assert " ".join(ran.stdout.split()).startswith(told)
    assert "Question 1 of 2" in ran.stdout
    assert "at question 2 of 2" in command("resume", "lamp", "--plain", **two).stdout
    command("resume", "lamp", "--plain", stdin="1\n\n", **two)
    assert "You left" not in command("play", "lamp", "--plain", **two).stdout
