"""Plays the installed program through a real pseudo-terminal, the way a person at a keyboard does.

    quiz_in_terminal.py quiz COUNT COMMAND...   answers COUNT questions, sees the results, quits
    quiz_in_terminal.py home COMMAND...         waits for the first screen, quits

It ends with 0 if all of that happened, the program ended with 0 and gave the terminal back.
"""

from __future__ import annotations

import re
import sys
import time

import pexpect

ENTERED = "\x1b[?1049h"
LEFT = "\x1b[?1049l"
CONTROL_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_].*?(?:\x07|\x1b\\)|[@-Z\\^_=>])")
OUTCOME = re.compile(r"[✓✗◐]\s*(?:Right|Wrong|Partly)")
RESULTS = re.compile(r"results", re.IGNORECASE)
START, ANSWER, QUIET = 180.0, 3.0, 0.4
"""Seconds to wait: for the first screen (pip may run before it), for an outcome, for the end of a repaint."""


class Terminal:
    """A program in a terminal of 80 by 24, and what it has written."""

    def __init__(self, command: list[str]) -> None:
        self.child = pexpect.spawn(
            command[0],
            command[1:],
            dimensions=(24, 80),
            encoding="utf-8",
            codec_errors="replace",
        )
        self.raw = ""
        self.mark = 0

    def read(self, seconds: float) -> bool:
        """Whether anything came within so many seconds."""
        try:
            self.raw += self.child.read_nonblocking(65536, timeout=seconds)
        except pexpect.TIMEOUT:
            return False
        except pexpect.EOF:
            fail(self, "the program ended too early")
        return True

    @property
    def text(self) -> str:
        """What was written since `forget`, without control sequences."""
        return CONTROL_SEQUENCE.sub("", self.raw[self.mark :])

    def forget(self) -> None:
        self.mark = len(self.raw)

    def wait(self, pattern: re.Pattern[str], seconds: float) -> bool:
        """Whether text like that came within so many seconds."""
        end = time.monotonic() + seconds
        while not pattern.search(self.text):
            left = end - time.monotonic()
            if left <= 0:
                return False
            self.read(left)
        return True

    def settle(self) -> None:
        """Waits until the screen is painted."""
        for _ in range(100):
            if not self.read(QUIET):
                return
        fail(self, "the screen never comes to rest")

    def start(self) -> None:
        end = time.monotonic() + START
        while ENTERED not in self.raw:
            if time.monotonic() > end:
                fail(self, "no full-screen program started")
            self.read(1)
        self.settle()

    def quit(self, keys: str) -> None:
        """Tries one key after the other until the program ends, as it should."""
        for key in keys:
            self.child.send(key)
            try:
                self.child.expect(pexpect.EOF, timeout=5)
            except pexpect.TIMEOUT:
                continue
            self.raw += self.child.before or ""
            break
        else:
            fail(self, f"{keys!r} did not end the program")
        self.child.close()
        if self.child.exitstatus != 0:
            fail(self, f"ended with {self.child.exitstatus}, signal {self.child.signalstatus}")
        if LEFT not in self.raw:
            fail(self, "the terminal was not given back")


def fail(terminal: Terminal, reason: str) -> None:
    print(f"quiz_in_terminal: {reason}; it had written:\n{terminal.text[-4000:]}", file=sys.stderr)
    terminal.child.close(force=True)
    sys.exit(1)


def play(terminal: Terminal, count: int) -> None:
    for number in range(1, count + 1):
        terminal.settle()
        terminal.forget()
        for _ in range(5):  # a key may come before the screen listens; one too many writes nothing
            terminal.child.send("1")
            if terminal.wait(OUTCOME, ANSWER):
                break
        else:
            fail(terminal, f"question {number}: no outcome after pressing 1")
        print(f"question {number}: {OUTCOME.search(terminal.text).group()}")  # type: ignore[union-attr]
        terminal.settle()
        terminal.forget()
        terminal.child.send("\r")
    if not terminal.wait(RESULTS, 10):
        fail(terminal, "no results after the last question")
    print("results shown")
    terminal.settle()


def main(arguments: list[str]) -> None:
    what, *rest = arguments
    if what == "quiz":
        terminal = Terminal(rest[1:])
        terminal.start()
        play(terminal, int(rest[0]))
        terminal.quit("q")
    else:
        terminal = Terminal(rest)
        terminal.start()
        terminal.quit("q\x11")  # or Ctrl+Q
    print("ended with 0, the terminal restored")


if __name__ == "__main__":
    main(sys.argv[1:])
