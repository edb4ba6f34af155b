"""The life of the program in its terminal: signals, suspending, resizing, a terminal that goes."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.end_to_end.conftest import Terminal

Start = Callable[..., "Terminal"]
ENTERED = b"\x1b[?1049h"
PAINTED = b"\x1b[48;"
"""The alternate screen, and the first background colour on it."""
PROMPT_END = 5.0
"""Seconds within which a program that is told to end has ended; more would be no answer."""


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT"])
def test_a_signal_ends_it_with_the_screen_restored(start: Start, bank: Path, name: str) -> None:
    """Promptly, not with 0, and the terminal is as it was: screen, cursor and line settings."""
    terminal = start("play", bank)
    terminal.until("1 of 3")
    assert terminal.is_raw()
    number = signal.Signals[name]
    terminal.signal(number)
    assert terminal.ended(PROMPT_END) == 128 + number
    assert terminal.is_restored()


def test_a_signal_ends_it_while_it_starts(start: Start, bank: Path) -> None:
    """From the moment on in which the screen is taken it must be given back."""
    terminal = start("play", bank)
    terminal.until(lambda: ENTERED in terminal.raw)
    terminal.signal(signal.SIGTERM)
    assert terminal.ended(PROMPT_END) == 128 + signal.SIGTERM
    assert terminal.is_restored()


def test_ctrl_c_ends_it_with_the_screen_restored(start: Start, bank: Path) -> None:
    """It is what everybody tries first."""
    terminal = start("play", bank)
    terminal.until("1 of 3")
    terminal.press("\x03")
    assert terminal.ended(PROMPT_END) in (0, 130)
    assert terminal.is_restored()


@pytest.mark.parametrize("wrapper", ["", 'trap "" HUP;'], ids=["", "nohup"])
def test_a_terminal_that_vanishes_ends_it(start: Start, bank: Path, wrapper: str) -> None:
    """Also where SIGHUP is ignored; it must not go on reading from nothing at full speed."""
    terminal = start("play", bank, wrapper=wrapper)
    terminal.until("1 of 3")
    assert terminal.vanish(deadline=15) != 0


def test_resizing_does_no_harm(start: Start, bank: Path) -> None:
    """Down to a single cell and back: the question is there, and can be answered."""
    terminal = start("play", bank, "--item", "lit")
    terminal.until("Eli Moss")
    for columns, rows in ((40, 15), (20, 6), (1, 1), (120, 40), (80, 24)):
        terminal.resize(columns, rows)
        if columns >= 40:
            terminal.until("Eli Moss")
    terminal.answer("Eli Moss")
    terminal.until("✓ Right")
    terminal.resize(40, 15)
    terminal.until("✓ Right")
    terminal.resize(80, 24)
    terminal.until("[Report on the lamp]")
    terminal.press("q", "Results")
    terminal.press("q")
    assert terminal.ended() == 0


@pytest.mark.parametrize("size", [(40, 15), (20, 6), (1, 1)], ids=str)
def test_it_starts_and_ends_in_a_small_terminal(
    start: Start, bank: Path, size: tuple[int, int]
) -> None:
    """Whatever is left to see."""
    columns, rows = size
    terminal = start("play", bank, "--item", "lit", columns=columns, rows=rows)
    if columns >= 40:
        terminal.answer("Eli Moss")
        terminal.until("✓ Right")
    else:
        terminal.until(lambda: PAINTED in terminal.raw.partition(ENTERED)[2])
    terminal.signal(signal.SIGTERM)
    assert terminal.ended(PROMPT_END) == 128 + signal.SIGTERM
    assert terminal.is_restored()


def test_columns_and_lines_of_a_shell_do_not_deceive_it(start: Start, bank: Path) -> None:
    """The terminal says how large it is, not what a shell exported long ago."""
    terminal = start("play", bank, "--item", "lit", COLUMNS="30", LINES="8")
    terminal.answer("Eli Moss")
    terminal.until("✓ Right")
    assert max(map(len, terminal.text.splitlines())) > 60


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs a shell with job control")
def test_ctrl_z_suspends_and_fg_returns(bank: Path) -> None:
    """The shell has its screen meanwhile; the question is there again afterwards."""
    import pexpect

    shell = pexpect.spawn(
        "bash", ["--norc", "--noprofile", "--noediting", "-i"],
        env={**os.environ, "PS1": "READY> "}, dimensions=(24, 80), timeout=20, encoding="utf-8",
        codec_errors="replace",
    )  # fmt: skip
    try:
        shell.expect_exact("READY> ")
        shell.sendline(f"'{sys.executable}' -m civicsquiz play '{bank}' --item lit")
        shell.expect_exact("Eli Moss")
        shell.expect_exact("help")
        shell.send("\x1a")
        shell.expect_exact("\x1b[?1049l")
        shell.expect("Stopped")
        shell.expect_exact("READY> ")
        shell.sendline("echo still-$((40 + 2))")
        shell.expect_exact("still-42")
        shell.sendline("fg")
        shell.expect_exact("\x1b[?1049h")
        shell.expect_exact("Eli Moss")
        shell.send("1")
        shell.expect("Right|Wrong")
        shell.send("q")
        shell.expect_exact("Results")
        shell.send("q")
        shell.expect_exact("\x1b[?1049l")
        shell.expect_exact("READY> ")
        shell.sendline("echo status-$?")
        shell.expect_exact("status-0")
    finally:
        shell.close(force=True)
