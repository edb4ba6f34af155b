"""What all commands have in common: help, mistakes, statuses, and text that nothing obeys."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from subprocess import CompletedProcess
from typing import IO

import pytest

from civicsquiz import __version__, cli
from civicsquiz.app import App
from civicsquiz.cli import parser

Command = Callable[..., CompletedProcess[str]]


def program(
    *arguments: str, stdout: int | IO[bytes] = subprocess.PIPE, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """The real program in a process of its own, with nothing on standard input."""
    return subprocess.run(
        [sys.executable, "-m", "civicsquiz", *arguments],
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )


def test_version(command: Command) -> None:
    """One line: the name and the version."""
    ran = command("--version")
    assert (ran.returncode, ran.stdout) == (0, f"civicsquiz {__version__}\n")


def test_the_overview_names_every_command_and_fits_80_columns(command: Command) -> None:
    """--help is written by hand, so a command could be forgotten in it."""
    ran = command("--help")
    assert ran.returncode == 0
    for name in parser.COMMANDS:
        assert f"\n  {name} " in ran.stdout
    for name in ("show", "list", "add", "guide"):
        assert f"\n  source {name} " in ran.stdout
    assert max(map(len, ran.stdout.splitlines())) < 80


@pytest.mark.parametrize(
    "arguments",
    [
        ["play"], ["banks"], ["check"], ["schema"], ["source"], ["source", "show"],
        ["source", "list"], ["source", "add"], ["source", "guide"], ["add"], ["pack"], ["print"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_every_command_explains_itself(command: Command, arguments: list[str]) -> None:
    """--help of a command begins with its usage and goes to standard output."""
    ran = command(*arguments, "--help")
    assert ran.returncode == 0
    assert ran.stdout.startswith(f"usage: civicsquiz {' '.join(arguments)}")
    assert ran.stderr == ""


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["plya"], "plya"),
        (["play"], "BANK"),
        (["play", "x", "--mode", "exam"], "exam"),
        (["play", "x", "--count", "0"], "--count"),
        (["play", "x", "--count", "-1"], "--count"),
        (["play", "x", "--count", "9" * 5000], "no bank"),
        (["play", "x", "--count", "two"], "--count"),
        (["play", "x", "--se", "1"], "--se"),
        (["source"], "COMMAND"),
        (["source", "guide", "x.txt"], "--bank"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else "",
)
def test_a_mistake_in_the_command_line_is_one_line_and_status_2(
    command: Command, arguments: list[str], told: str
) -> None:
    """No usage in front of it, and nothing on standard output."""
    ran = command(*arguments)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith("civicsquiz: ")
    assert ran.stderr.count("\n") == 1
    assert told in ran.stderr


@pytest.mark.parametrize("arguments", [["\x1b[31m"], ["play", "\x1b]52;c;aGk=\x07\nx"]])
def test_a_hostile_argument_is_shown_and_not_obeyed(command: Command, arguments: list[str]) -> None:
    """Control characters of the command line come back as signs, on one line."""
    ran = command(*arguments)
    assert ran.returncode == 2
    assert "\x1b" not in ran.stderr
    assert "␛" in ran.stderr or r"\x1b" in ran.stderr
    assert ran.stderr.count("\n") == 1


def test_ctrl_c_ends_with_130_and_says_nothing(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An interrupted command is no error to explain."""

    def interrupted(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(parser.COMMANDS["banks"], "run", interrupted)
    ran = command("banks")
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, "", "")


def test_without_a_terminal_it_says_what_to_do_and_ends(bank: Path) -> None:
    """It must not hang, and Textual must not be imported to find out."""
    ran = program()
    assert ran.returncode == 2
    assert ran.stdout == b""
    assert ran.stderr.decode() == (
        "civicsquiz: there is no terminal to draw on: use civicsquiz play BANK --plain\n"
    )
    ran = program("play", str(bank))
    assert ran.returncode == 2
    assert ran.stderr.decode().endswith(f"use civicsquiz play {bank} --plain\n")


def test_a_dumb_terminal_is_sent_to_the_line_mode(monkeypatch: pytest.MonkeyPatch) -> None:
    """TERM=dumb (an editor's shell) cannot be drawn on though it is a terminal."""

    class Terminal:
        told = ""

        def isatty(self) -> bool:
            return True

        def write(self, text: str) -> None:
            self.told += text

    terminal = Terminal()
    app = App(env={"TERM": "dumb"}, stdin=terminal, err=terminal)  # type: ignore[arg-type]
    assert cli.run([], app) == 2
    assert "TERM=dumb" in terminal.told
    assert "--plain" in terminal.told


def test_no_command_imports_textual_before_a_screen_opens() -> None:
    """A list of banks must not wait for the screens, nor for pydantic where banks are cached."""
    code = (
        "import sys, civicsquiz.cli as c; c.main(['banks']); sys.stdout = sys.stderr;"
        " print('textual' in sys.modules, 'pydantic' in sys.modules)"
    )
    told = [
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True
        ).stderr.strip()
        for _ in range(2)
    ]
    assert told == ["False True", "False False"]


@pytest.mark.skipif(sys.platform == "win32", reason="closes descriptors as a POSIX shell does")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_do_no_harm(closed: str) -> None:
    """cron and daemons start programs without standard streams."""
    ran = subprocess.run(
        ["sh", "-c", f'"$0" -m civicsquiz banks {closed}', sys.executable],
        capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX pipes")
def test_a_reader_that_leaves_is_no_error() -> None:
    """`civicsquiz source show FILE | head -1` ends quietly."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ran = program("banks", stdout=writing)
    finally:
        os.close(writing)
    assert (ran.returncode, ran.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_a_full_disk_is_one_line() -> None:
    """Standard output that cannot be written is an error with a sentence, not a traceback."""
    with Path("/dev/full").open("wb") as full:
        ran = program("banks", stdout=full)
    assert ran.returncode == 2
    assert ran.stderr.decode() == "civicsquiz: No space left on device\n"


def test_a_poor_encoding_gets_the_nearest_signs() -> None:
    """With an ASCII terminal nothing raises, and quotation marks are still quotation marks."""
    poor = {"PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
    ran = program("play", "no-such-bänk", env=poor)
    assert ran.returncode == 2
    assert b'no bank "no-such-b' in ran.stderr
    assert ran.stderr.isascii()
    ran = program("banks", env=poor)
    assert ran.returncode == 0
    assert b"El Salvador's prisons" in ran.stdout


def test_what_is_shipped_is_found_from_any_working_directory(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, checkout: Path
) -> None:
    """Nothing depends on where the command is given."""
    ids = {path.stem for path in (checkout / "question_banks").glob("*.yaml")}
    for folder in (tmp_path, checkout, Path("/")):
        monkeypatch.chdir(folder)
        listed = command("banks")
        assert listed.returncode == 0
        assert ids <= set(listed.stdout.split())
        assert "guide with" in command("source", "list").stdout
