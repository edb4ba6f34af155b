"""The life of a program in a terminal: ended from outside, it leaves the screen as it found it."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

from textual.app import App

_ENDINGS = ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT")
_LOOK_EVERY = 2.0


def before_start() -> None:
    """Let the terminal say how large it is: COLUMNS and LINES, left over from a shell, would
    override it for good."""
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)


def guard(end: Callable[[int], None]) -> None:
    """Call `end` with an exit status when a signal asks the program to end.

    Textual restores the screen only when it ends by itself (textual#5140).
    """
    loop = asyncio.get_running_loop()
    for name in _ENDINGS:
        number = getattr(signal, name, None)
        if number is None or signal.getsignal(number) is signal.SIG_IGN:
            continue
        try:
            loop.add_signal_handler(number, _asked, end, 128 + number)
        except (NotImplementedError, RuntimeError, ValueError):
            return


def _asked(end: Callable[[int], None], status: int) -> None:
    _look()
    end(status)


def watch(app: App[Any]) -> None:
    """End the program when its terminal vanishes, from which Textual would read on at full speed."""
    if not app.is_headless:
        app.set_interval(_LOOK_EVERY, _look)


def _look() -> None:
    """With SIGHUP ignored (nohup) nothing tells that the terminal is gone, so it is asked."""
    try:
        os.get_terminal_size(sys.__stdin__.fileno())  # type: ignore[union-attr]
    except (OSError, ValueError, AttributeError):
        os._exit(129)  # Textual's writer has died of it, and an orderly end would wait for it


def settle() -> None:
    """After the first frame: what is alive now stays alive, so the collector need not look at it
    again. Without this a key press now and then waits 50 ms for it."""
    gc.collect()
    gc.freeze()
    gc.enable()
