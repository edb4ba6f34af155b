"""Whether there is a terminal to draw on. Textual hangs without one, so it is asked beforehand."""

from __future__ import annotations

import gc
import shlex
from typing import TextIO

from civicsquiz.app import App
from civicsquiz.errors import UsageError


def need(app: App, *command: str) -> None:
    """Make sure that screens can be drawn (on standard error) and keys be read.

    From then until the first frame (`tui.terminal.settle`) the garbage collector rests: what is
    loaded meanwhile stays, and looking through it again and again is a tenth of the start.

    Raises:
        UsageError: they cannot; names `command`, the arguments of civicsquiz, in lines of text.
    """
    if not (_is_terminal(app.stdin) and _is_terminal(app.err)):
        problem = "there is no terminal to draw on"
    elif app.env.get("TERM") == "dumb":
        problem = "this terminal (TERM=dumb) cannot be drawn on"
    else:
        gc.disable()
        return
    raise UsageError(f"{problem}: use civicsquiz {shlex.join(command)} --plain")


def _is_terminal(stream: TextIO) -> bool:
    try:
        return stream.isatty()
    except ValueError:  # closed
        return False
