"""The real program in a pseudo-terminal, read as a person reads it: by what is on the screen.

pyte keeps the screen, because what the program writes are differences, which say little alone.
"""

from __future__ import annotations

import contextlib
import os
import re
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

if sys.platform != "win32":
    import termios

    import pexpect
    import pyte

DEADLINE = 20.0
"""Seconds that anything may take; a machine under load needs some of them."""
ENTERED, LEFT = b"\x1b[?1049h", b"\x1b[?1049l"
HIDDEN, SHOWN = b"\x1b[?25l", b"\x1b[?25h"

_KITTY = re.compile(rb"\x1b\[[<>=][0-9;]*u")  # its keyboard protocol, which pyte takes for text
_UNFINISHED = re.compile(rb"\x1b(\[[<>=]?[0-9;]*)?\Z")
_GATE = 'read -r _; exec "$@"'


HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if sys.platform == "win32":
        for item in items:
            if item.path.is_relative_to(HERE):
                item.add_marker(pytest.mark.skip("Windows has no pseudo-terminals for pexpect"))


class Terminal:
    """A program in a pseudo-terminal of `columns` by `rows`."""

    def __init__(
        self, command: Sequence[str], env: dict[str, str], columns: int = 80, rows: int = 24
    ) -> None:
        # The program waits behind a gate until the terminal has been looked at.
        self.child: Any = pexpect.spawn(
            "sh",
            ["-c", _GATE, "sh", *command],
            env=env,
            dimensions=(rows, columns),
            timeout=DEADLINE,
        )
        self.before = termios.tcgetattr(self.child.child_fd)
        self.raw = self._held = b""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.child.sendline("")

    @property
    def text(self) -> str:
        """What is on the screen now."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def read(self, seconds: float) -> None:
        """Take in what the program writes, for so long at most."""
        with contextlib.suppress(pexpect.TIMEOUT, pexpect.EOF):
            written = self.child.read_nonblocking(65536, timeout=seconds)
            self.raw += written
            written = self._held + written
            held = _UNFINISHED.search(written)
            end = held.start() if held else len(written)
            self._held = written[end:]
            self._stream.feed(_KITTY.sub(b"", written[:end]))

    def until(self, what: str | Callable[[], bool], deadline: float = DEADLINE) -> None:
        """Read until `what` is on the screen, or is true; fails at the deadline."""
        end = time.monotonic() + deadline
        while not (what in self.text if isinstance(what, str) else what()):
            left = end - time.monotonic()
            assert left > 0, f"waited for {what!r}; on the screen is:\n{self.text}"
            self.read(min(left, 0.2))

    def press(self, keys: str, what: str | Callable[[], bool] | None = None) -> None:
        """Press keys, and wait for what they bring about."""
        self.child.send(keys)
        if what is not None:
            self.until(what)

    def answer(self, *options: str) -> None:
        """Press the number before whichever of the options is on the screen."""
        found: list[str] = []

        def asked() -> bool:
            found[:] = [
                match.group(1)
                for option in options
                if (match := re.search(rf"^ +(\d)  {re.escape(option)}$", self.text, re.MULTILINE))
            ]
            return bool(found)

        self.until(asked)
        self.press(found[0])

    def click(self, text: str) -> None:
        """Press and release the mouse on a text that is on the screen."""
        self.until(text)
        row = next(at for at, line in enumerate(self._screen.display, 1) if text in line)
        column = self._screen.display[row - 1].index(text) + 1
        self.press(f"\x1b[<0;{column};{row}M\x1b[<0;{column};{row}m")

    def resize(self, columns: int, rows: int) -> None:
        """What dragging a window's corner does; waits until the program has painted again."""
        written = len(self.raw)
        self._screen.resize(rows, columns)
        self.child.setwinsize(rows, columns)
        self.until(lambda: len(self.raw) > written)

    def signal(self, number: signal.Signals) -> None:
        os.kill(self.child.pid, number)

    def ended(self, deadline: float = DEADLINE) -> int:
        """The program's exit status, negative for the signal that ended it; fails at the deadline.

        What it writes until then is read, as a terminal would.
        """
        self.until(lambda: not self.child.isalive(), deadline)
        with contextlib.suppress(pexpect.TIMEOUT, pexpect.EOF):
            while True:
                self.raw += self.child.read_nonblocking(65536, timeout=0)
        if self.child.signalstatus is not None:
            return -int(self.child.signalstatus)
        return int(self.child.exitstatus)

    def vanish(self, deadline: float) -> int:
        """Close the terminal, as a window is closed; the exit status, or fail at the deadline."""
        self._close()
        statuses: list[int] = []

        def wait() -> None:
            with contextlib.suppress(ChildProcessError):  # `stop` was faster
                statuses.append(os.waitpid(self.child.pid, 0)[1])

        waiter = threading.Thread(target=wait, daemon=True)
        waiter.start()
        waiter.join(deadline)
        assert statuses, f"still there {deadline} s after its terminal vanished"
        self.child.terminated = True
        return os.waitstatus_to_exitcode(statuses[0])

    def is_raw(self) -> bool:
        """Whether the program has changed the line settings, to read keys one by one."""
        return bool(termios.tcgetattr(self.child.child_fd) != self.before)

    def is_restored(self) -> bool:
        """Whether the screen, the cursor and the line settings are as they were found."""
        return (
            self.raw.rfind(LEFT) > self.raw.rfind(ENTERED)
            and self.raw.rfind(SHOWN) > self.raw.rfind(HIDDEN)
            and not self.is_raw()
        )

    def stop(self) -> None:
        """Leave nothing behind, whatever a test left."""
        if not self.child.terminated:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.child.pid, signal.SIGKILL)
            with contextlib.suppress(ChildProcessError):
                os.waitpid(self.child.pid, 0)
            self.child.terminated = True
        self._close()

    def _close(self) -> None:
        """Close the descriptor, and have nobody close it again when it is another's."""
        self.child.ptyproc.fileobj.close()
        for owner in (self.child, self.child.ptyproc):
            owner.closed = True


BANK = """\
civicsquiz: 1
id: lamp
title: The lamp
language: en
as_of: The article is of March 2025.
sources:
  lamp-report: {label: Report on the lamp, genre: newspaper}
items:
"""
ITEM = """\
  - id: ITEM
    type: choice
    topic: TOPIC
    stance: fact
    stem: In the report, STEM?
    key: KEY
    distractors:
      - {text: Ben Carr, why: He is not named.}
      - {text: Cleo Dunn, why: She is not named.}
    rationale: The report says who it was.
    evidence:
      - {source: lamp-report, exact: PASSAGE}
"""
ITEMS = [
    ("wrote", "judges", "which judge wrote for all nine on the lamp", "Ada Park", "Judge Ada Park wrote for all nine."),
    ("lit", "lamps", "who lit the lamp of the town for the first time", "Eli Moss", "Mayor Eli Moss lit it in 1888."),
    ("paid", "lamps", "who has paid for the oil of the lamp since", "Fay Stone", "Fay Stone has paid for the oil."),
]  # fmt: skip
RIGHT = tuple(item[3] for item in ITEMS)
WRONG = "Ben Carr"


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A bank of three questions, with its article beside it. `WRONG` is an option of each."""
    items = []
    for values in ITEMS:
        text = ITEM
        for name, value in zip(("ITEM", "TOPIC", "STEM", "KEY", "PASSAGE"), values, strict=True):
            text = text.replace(name, value)
        items.append(text)
    path = tmp_path / "lamp.yaml"
    path.write_text(BANK + "".join(items), encoding="utf-8")
    article = "\n\n".join(f"So it was. {item[4]} That is all." for item in ITEMS)
    (tmp_path / "lamp.txt").write_text(article, encoding="utf-8")
    return path


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Terminal]]:
    """Starts civicsquiz in a terminal: `start("play", "x", columns=40, rows=15, NO_COLOR="1")`."""
    started: list[Terminal] = []

    def begin(
        *arguments: str | Path, columns: int = 80, rows: int = 24, wrapper: str = "", **env: Any
    ) -> Terminal:
        command = [sys.executable, "-m", "civicsquiz", *map(str, arguments)]
        if wrapper:
            command = ["sh", "-c", f'{wrapper} exec "$@"', "sh", *command]
        variables = {**os.environ, "CIVICSQUIZ_HOME": str(tmp_path / "home"), **env}
        started.append(Terminal(command, variables, columns, rows))
        return started[-1]

    yield begin
    for terminal in started:
        terminal.stop()
