"""SIGKILL at any moment loses no answer whose feedback was seen.

Twenty kills of the real program, and as many as CIVICSQUIZ_TEST_KILLS says where it is set: most of
them in lines, where what was shown can be counted exactly, every fifth on screens.
"""

from __future__ import annotations

import hashlib
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import IO, TYPE_CHECKING

import pytest

from civicsquiz.record.events import Event, EventType
from civicsquiz.record.sqlite import SqliteStore
from civicsquiz.record.sqlite.checking import check
from civicsquiz.study.scheduling import FsrsScheduler

if TYPE_CHECKING:
    from tests.end_to_end.conftest import Terminal

KILLS = int(os.environ.get("CIVICSQUIZ_TEST_KILLS", "20"))
IN_A_ROW = 5
"""Kills of one learner's program, one after the other, on one file."""
RUNS = max(1, KILLS // IN_A_ROW)
QUESTIONS = 200
"""More than can be answered before a kill: no session ever ends."""
BANK = """\
civicsquiz: 1
id: lamps
title: Many lamps
language: en
sources:
  lamp-report: {label: Report on the lamps, genre: newspaper}
items:
"""
ITEM = """\
  - id: lamp-NUMBER
    type: choice
    topic: lamps
    stance: fact
    stem: In the report, who lit lamp NUMBER?
    key: Ada Park
    distractors:
      - {text: Ben Carr, why: He is not named.}
      - {text: Cleo Dunn, why: She is not named.}
    rationale: The report says who it was.
    evidence:
      - {source: lamp-report, exact: Ada Park lit lamp NUMBER.}
"""

_VERDICT = re.compile(rb"^(?:\xe2\x9c\x93 (Right)|\xe2\x9c\x97 (Wrong))", re.MULTILINE)
_QUESTION = re.compile(rb"^Question (\d+) of (\d+)", re.MULTILINE)


def chance(run: int, kill: int, what: str) -> float:
    """A number from 0 to 1 that is the same in every run of the tests."""
    digest = hashlib.sha256(f"{run} {kill} {what}".encode()).digest()
    return int.from_bytes(digest[:6], "big") / 2**48


def read_record(home: Path) -> list[Event]:
    """The answers on the disk, read by somebody who opens the file after the kill."""
    path = home / "progress.sqlite"
    _is_whole(path)  # as the kill left it
    with closing(SqliteStore.open(path)) as store:
        answers = list(store.events(types=[EventType.ANSWERED]))
    _is_whole(path)
    return answers


def _is_whole(path: Path) -> None:
    checked = check(path, FsrsScheduler())
    assert (checked.faults, checked.stale) == ((), ())


@pytest.fixture
def banks(tmp_path: Path) -> Path:
    """A folder with a bank that is never through."""
    folder = tmp_path / "banks"
    folder.mkdir()
    items = (ITEM.replace("NUMBER", str(number)) for number in range(QUESTIONS))
    (folder / "lamps.yaml").write_text(BANK + "".join(items), encoding="utf-8")
    article = "\n\n".join(f"Ada Park lit lamp {number}." for number in range(QUESTIONS))
    (folder / "lamp.txt").write_text(article, encoding="utf-8")
    return folder


class Lines:
    """The program in lines, answered without a pause; what it writes is read as it comes."""

    def __init__(self, home: Path, banks: Path, *arguments: str) -> None:
        self.program = subprocess.Popen(
            [sys.executable, "-m", "civicsquiz", *arguments, "--plain"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env={
                **os.environ,
                "CIVICSQUIZ_HOME": str(home),
                "CIVICSQUIZ_BANKS": str(banks),
                "PYTHONUNBUFFERED": "1",
            },
            bufsize=0,
        )
        self.seen = b""
        self._threads = [
            threading.Thread(target=work, args=(end,), daemon=True)
            for work, end in ((self._read, self.program.stdout), (self._type, self.program.stdin))
            if end is not None
        ]
        for thread in self._threads:
            thread.start()

    def _read(self, end: IO[bytes]) -> None:
        while written := os.read(end.fileno(), 65536):
            self.seen += written

    def _type(self, end: IO[bytes]) -> None:
        for line in range(2000):
            try:
                os.write(end.fileno(), b"1\n" if line % 2 == 0 else b"\n")
            except (BrokenPipeError, ValueError, OSError):
                return
            time.sleep(0.004)

    def until(self, found: Callable[[], object], deadline: float = 30.0) -> None:
        end = time.monotonic() + deadline
        while not found() and self.program.poll() is None:
            assert time.monotonic() < end, self.seen.decode(errors="replace")
            time.sleep(0.001)

    def kill(self) -> None:
        self.program.send_signal(signal.SIGKILL)
        self.program.wait()
        for thread in self._threads:
            thread.join(10)
        for end in (self.program.stdin, self.program.stdout):
            if end is not None:
                end.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("run", range(RUNS))
def test_kills_in_lines_and_on_screens(
    run: int, tmp_path: Path, banks: Path, start: Callable[..., Terminal]
) -> None:
    """After each kill the file is whole, every verdict that was seen is on the disk with that mark,
    at most one more answer is, and the session goes on after the last of them."""
    home = tmp_path / "home"
    answers: list[Event] = []
    for kill in range(IN_A_ROW):
        before = len(answers)
        if kill == IN_A_ROW - 1:
            seen = _killed_on_screen(run, kill, banks, start)
        else:
            resumes = kill % 2 == 1 and before > 0
            arguments = ("resume",) if resumes else ("play", "lamps")
            seen, first = _killed_in_lines(run, kill, home, banks, arguments)
            session = answers[-1].session if resumes else ""
            assert first == 1 + sum(answer.session == session for answer in answers)
        answers = read_record(home)
        new = [answer.mark == 1 for answer in answers[before:]]
        assert new[: len(seen)] == seen
        assert len(new) <= len(seen) + 1


def _killed_in_lines(
    run: int, kill: int, home: Path, banks: Path, arguments: tuple[str, ...]
) -> tuple[list[bool], int]:
    """Kill it at some moment after it has asked; the verdicts that were seen, right or not, and the
    number of the first question that was asked."""
    lines = Lines(home, banks, *arguments)
    lines.until(lambda: _QUESTION.search(lines.seen))
    time.sleep(0.12 * chance(run, kill, "delay"))
    lines.kill()
    asked = _QUESTION.search(lines.seen)
    assert asked
    return [bool(right) for right, _ in _VERDICT.findall(lines.seen)], int(asked.group(1))


def _killed_on_screen(
    run: int, kill: int, banks: Path, start: Callable[..., Terminal]
) -> list[bool]:
    """The same on a screen: what was seen is read off it, as a person would."""
    terminal = start("play", "lamps", CIVICSQUIZ_BANKS=str(banks))
    terminal.until(f"1 of {QUESTIONS}")
    seen: list[bool] = []
    for _ in range(int(4 * chance(run, kill, "answers"))):
        terminal.press("1", lambda: "✓ Right" in terminal.text or "✗ Wrong" in terminal.text)
        seen.append("✓ Right" in terminal.text)
        terminal.press(
            "\r", lambda: "✓ Right" not in terminal.text and "✗ Wrong" not in terminal.text
        )
    terminal.child.send("1")
    end = time.monotonic() + 0.08 * chance(run, kill, "delay")
    while time.monotonic() < end:
        terminal.read(0.005)
    terminal.signal(signal.SIGKILL)
    terminal.ended()
    if "✓ Right" in terminal.text or "✗ Wrong" in terminal.text:
        seen.append("✓ Right" in terminal.text)
    return seen
