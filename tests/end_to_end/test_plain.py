"""The line mode of the real program, through a pipe and by typing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.end_to_end.conftest import Terminal

Start = Callable[..., "Terminal"]
RIGHT = ("Ada Park", "Eli Moss", "Fay Stone")


def test_through_a_pipe(bank: Path) -> None:
    """Lines in, lines out: no control sequence, status 0, nothing on standard error."""
    ran = subprocess.run(
        [sys.executable, "-m", "civicsquiz", "play", bank, "--plain", "--count", "2"],
        input="1\n\n2\n\n\n", capture_output=True, encoding="utf-8", timeout=60, check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "\x1b" not in ran.stdout
    assert ran.stdout.count("[Report on the lamp], paragraph") == 2
    assert "Results: " in ran.stdout


def test_a_test_through_a_pipe(bank: Path) -> None:
    """Feedback comes after `submit` and not before."""
    ran = subprocess.run(
        [sys.executable, "-m", "civicsquiz", "play", bank, "--plain", "--mode", "test"],
        input="1\n1\n1\nsubmit\nall\n\n", capture_output=True, encoding="utf-8", timeout=60,
        check=False, env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.index("[Report on the lamp]") > ran.stdout.index("Results: ")


def test_what_the_pipe_left_goes_on(bank: Path) -> None:
    """When the input ends in the middle the session is kept, and `resume` asks the next question."""
    library = {"CIVICSQUIZ_BANKS": str(bank.parent)}
    first = piped("play", bank, "--plain", "--seed", "1", lines="1\n\n", **library)
    second = piped("resume", "--plain", lines="1\n", **library)
    assert "Question 2 of 3" in first.stdout
    assert "Going on where you were, at question 2 of 3." in second.stdout
    asked = first.stdout.split("Question 2 of 3")[1].split("Your answer")[0]
    assert asked in second.stdout
    assert "You answered 2 of 3" in second.stdout


def test_a_tutor_through_a_pipe(bank: Path) -> None:
    """Several tries, with why the first was not right, and a hint."""
    one = ("--count", "1", "--seed", "3")
    ran = piped("play", bank, "--plain", "--mode", "tutor", *one, lines="1\n2\n\n")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "2 tries left (? help): 1\n\n✗ Not yet  You chose 1: Cleo Dunn" in ran.stdout
    assert "Look in [Report on the lamp], paragraph 3 of 3." in ran.stdout
    assert "On the 2nd try: 2 of 3 marks" in ran.stdout


def test_certainty_through_a_pipe(bank: Path) -> None:
    """It is asked for where that is wished, and comes back in the results."""
    ran = piped("play", bank, "--plain", "--certainty", "--count", "1", lines="1 c3\n\n\n")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "How sure? c1 guess" in ran.stdout
    assert re.search(r"certain +[01] of 1, ", ran.stdout)


def piped(*arguments: str | Path, lines: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "civicsquiz", *arguments],
        input=lines, capture_output=True, encoding="utf-8", timeout=60, check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **env},
    )  # fmt: skip


def test_by_typing(start: Start, bank: Path) -> None:
    """In a terminal it moves no cursor, colours nothing and leaves the screen alone."""
    terminal = start("play", bank, "--plain", "--count", "2", rows=60)

    def times(text: str, number: int) -> Callable[[], bool]:
        return lambda: terminal.text.count(text) == number

    for number in (1, 2):
        terminal.until(times("Your answer, 1 to 3 (? help):", number))
        page = terminal.text.split(f"Question {number} of 2")[1]
        option = re.search(rf"(\d)  ({'|'.join(RIGHT)})", page)
        assert option is not None
        terminal.press(f"{option[1]}\n", times("✓ Right", number))
        terminal.until(times("q quit, ? help:", number))
        terminal.press("\n")
    terminal.until("Results: 2 of 2 right")
    assert terminal.ended() == 0
    assert b"\x1b" not in terminal.raw


def test_ctrl_c_and_ctrl_d_end_it(start: Start, bank: Path) -> None:
    """Ctrl+C with 130, as a shell expects; Ctrl+D with 0, as the end of the input."""
    for key, status in (("\x03", 130), ("\x04", 0)):
        terminal = start("play", bank, "--plain")
        terminal.until("Your answer")
        terminal.press(key)
        assert terminal.ended() == status
        assert "Traceback" not in terminal.text


def test_it_needs_no_able_terminal(start: Start, bank: Path) -> None:
    """TERM=dumb is sent to the line mode, and the line mode works there."""
    terminal = start("play", bank, TERM="dumb")
    terminal.until(
        lambda: "--plain" in terminal.text.replace("\n", "")
    )  # a long path wraps the line
    assert terminal.ended() == 2
    terminal = start("play", bank, "--plain", TERM="dumb")
    terminal.until("Your answer")
