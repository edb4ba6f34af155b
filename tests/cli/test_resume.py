"""`civicsquiz resume`: on where it was, or why not."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

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
