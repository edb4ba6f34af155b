"""Programs on a pseudo-terminal, timed by what they write, and the small table of figures.

A terminal here is 80 by 24 and answers no query, as the plainest ones do. All that is measured runs
with one environment: a home, a cache and compiled modules of its own in a temporary folder, so that
nothing of the machine's user is read or written.
"""

from __future__ import annotations

import codecs
import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

FLOOR = Path(__file__).resolve().with_name("floor.py")
"""The bare Textual app that everything is compared with."""

ROWS, COLUMNS = 24, 80
PATIENCE = 20.0
"""Seconds after which a text that does not come is a failure."""

_CONTROL = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_].*?(?:\x07|\x1b\\)|[@-Z\\^_=>])|[\x00-\x1f]", re.DOTALL
)


class Missing(Exception):
    """A program did not write what it should have."""


def program(*arguments: str) -> list[str]:
    """The command line of civicsquiz, as its console script runs it, in this interpreter."""
    return [sys.executable, "-c", "import sys; from civicsquiz.cli import main; sys.exit(main())",
            *arguments]  # fmt: skip


def floor() -> list[str]:
    """The command line of the bare app."""
    return [sys.executable, str(FLOOR)]


@contextlib.contextmanager
def surroundings() -> Iterator[dict[str, str]]:
    """The environment of everything that is measured, in a temporary folder."""
    with tempfile.TemporaryDirectory(prefix="civicsquiz-benchmark-") as folder:
        kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
        yield {
            **kept,
            "HOME": folder,
            "TMPDIR": folder,
            "CIVICSQUIZ_HOME": f"{folder}/civicsquiz",
            "PYTHONPYCACHEPREFIX": f"{folder}/compiled",
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
        }


class Terminal:
    """A program on a pseudo-terminal. `started` is the time just before it was forked."""

    def __init__(self, command: Sequence[str], environment: dict[str, str]) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._raw = ""
        self._before = ""
        self.started = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            size = struct.pack("HHHH", ROWS, COLUMNS, 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.execve(command[0], list(command), environment)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the program, which restores its screen; by force where it would not."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGTERM)
        deadline = time.perf_counter() + 5
        while os.waitpid(self.pid, os.WNOHANG) == (0, 0):
            if time.perf_counter() > deadline:
                os.kill(self.pid, signal.SIGKILL)
            self._read(0.01)
        os.close(self._fd)

    def press(self, keys: str) -> float:
        """Type; what is waited for afterwards has to be written after this. Returns when."""
        self._before, self._raw = self._raw, ""
        now = time.perf_counter()
        os.write(self._fd, keys.encode())
        return now

    def wait(self, *texts: str) -> float:
        """Wait until every one of `texts` has been written since the last key; returns when the
        last of them had been read.

        Raises:
            Missing: they do not come.
        """
        deadline = time.perf_counter() + PATIENCE
        while True:
            now = time.perf_counter()
            shown = self.shown
            if all(text in shown for text in texts):
                return now
            if now > deadline or not self._read(max(0.0, deadline - now)):
                missing = [text for text in texts if text not in shown]
                raise Missing(f"{missing} did not come; there was: {shown[-3000:]!r}")

    def settle(self, quiet: float) -> float:
        """Wait until nothing has been written for `quiet` seconds; returns when the last was."""
        last = time.perf_counter()
        while self._read(quiet):
            last = time.perf_counter()
        return last

    @property
    def shown(self) -> str:
        """The text written since the last key, without control sequences."""
        return _CONTROL.sub("", self._raw)

    def status(self, name: str) -> int:
        """A number out of the process's /proc status: `VmHWM`, `VmRSS`, in KiB."""
        for line in Path(f"/proc/{self.pid}/status").read_text(encoding="ascii").splitlines():
            if line.startswith(f"{name}:"):
                return int(line.split()[1])
        raise Missing(f"/proc/{self.pid}/status has no {name}")

    def _read(self, seconds: float) -> bool:
        """Read what there is within so many seconds; whether there was anything."""
        if not select.select([self._fd], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._fd, 1 << 16)
        except OSError:  # Linux's way to say that the program has gone
            return False
        self._raw += self._decoder.decode(data)
        return bool(data)


@dataclass(frozen=True)
class Figure:
    """A line of the table. The aim is for `value`, or for its ratio to the floor where
    `of_ratio`; without an aim it is only told."""

    name: str
    value: float
    unit: str
    floor: float
    aim: float | None = None
    of_ratio: bool = False

    @property
    def met(self) -> bool:
        reached = self.value / self.floor if self.of_ratio else self.value
        return self.aim is None or reached <= self.aim


def table(figures: Sequence[Figure]) -> int:
    """Print the table; the number of aims that were missed."""
    print(f"{'':<38}{'figure':>12}{'floor':>12}{'ratio':>8}  {'aim':<13}")
    for figure in figures:
        aim, met = "", ""
        if figure.aim is not None:
            aim = f"≤ {figure.aim:g} ×" if figure.of_ratio else f"≤ {figure.aim:g} {figure.unit}"
            met = "met" if figure.met else "MISSED"
        value, lowest = f"{figure.value:.1f} {figure.unit}", f"{figure.floor:.1f} {figure.unit}"
        ratio = figure.value / figure.floor
        print(f"{figure.name:<38}{value:>12}{lowest:>12}{ratio:>8.2f}  {aim:<13}{met}".rstrip())
    return sum(not figure.met for figure in figures)


def percentile(values: Sequence[float], of_100: int) -> float:
    """The smallest value that so many of a hundred do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * of_100 // 100) - 1)]


def spread(values: Sequence[float]) -> str:
    """Median and quartiles in words, for the line under a table."""
    low, middle, high = statistics.quantiles(values, n=4)
    return f"median {middle:.1f}, quartiles {low:.1f} to {high:.1f}"
