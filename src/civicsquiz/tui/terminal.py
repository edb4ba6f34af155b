"""The life of a program in a terminal: ended from outside, it leaves the screen as it found it."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from typing import Any

from textual.app import App

_ENDINGS = ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGINT")
_LOOK_EVERY = 2.0


def before_start() -> None:
    """Let the terminal say how large it is: COLUMNS and LINES, left over from a shell, would
    override it for good."""
    for name in ("COLUMNS", "LINES"):
        os.environ.pop(name, None)


def guard(app: App[Any]) -> None:
    """End `app` in order when a signal asks for it or its terminal vanishes.

    Textual restores the screen only when it ends by itself (textual#5140), and reads on at full
    speed from a terminal that is gone.
    """
    loop = asyncio.get_running_loop()
    for name in _ENDINGS:
        number = getattr(signal, name, None)
        if number is None or signal.getsignal(number) is signal.SIG_IGN:
            continue
        try:
            loop.add_signal_handler(number, _end, app, 128 + number)
        except (NotImplementedError, RuntimeError, ValueError):
            return
    if not app.is_headless:
        app.set_interval(_LOOK_EVERY, lambda: _look(app))


def _end(app: App[Any], status: int) -> None:
    app.exit(return_code=status)


def _look(app: App[Any]) -> None:
    """With SIGHUP ignored (nohup) nothing tells that the terminal is gone, so it is asked."""
    try:
        os.get_terminal_size(sys.__stdin__.fileno())  # type: ignore[union-attr]
    except (OSError, ValueError, AttributeError):
        _end(app, 129)


def settle() -> None:
    """After the first frame: what is alive now stays alive, so the collector need not look at it
    again. Without this a key press now and then waits 50 ms for it."""
    gc.collect()
    gc.freeze()
