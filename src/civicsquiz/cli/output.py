"""What the commands print: text that no terminal obeys, in whatever encoding it has."""

from __future__ import annotations

import codecs
import json
import os
import shutil
import sys
import textwrap
from io import TextIOWrapper
from typing import Any

from civicsquiz.app import App
from civicsquiz.source.visible import one_line, visible

COLUMN = 76
"""The widest that text is set, as on the screens."""

_POOR = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "--", "…": "...",
        "·": "-", "•": "*", "✓": "+", "✗": "x", "◐": "~", "┃": "|", "│": "|", "█": "#", "░": ".",
        "⟨": "<", "⟩": ">",
    }
)  # fmt: skip


def make_safe() -> None:
    """Have the standard streams take any text, and be there even where they were closed.

    Where the encoding has no such character (LC_ALL=en_US.ISO-8859-1, a Windows code page), the
    nearest ASCII is written, or the character's number.
    """
    codecs.register_error("civicsquiz", _nearest)
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115
        elif isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="civicsquiz" if mode == "w" else "backslashreplace")


def _nearest(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    text = error.object[error.start : error.end].translate(_POOR)
    return text.encode("ascii", "backslashreplace").decode("ascii"), error.end


def say(app: App, text: str = "") -> None:
    """Print lines of text on standard output."""
    print(visible(text), file=app.out)


def say_json(app: App, value: Any) -> None:
    """Print a value as JSON; all but ASCII is escaped, so no terminal obeys what is in it."""
    print(json.dumps(value, indent=2), file=app.out)


def complain(app: App, text: str) -> None:
    """Print one line, and no more, on standard error."""
    print(f"civicsquiz: {one_line(text)}", file=app.err)


def wrapped(text: str, indent: str = "    ") -> str:
    """`text` set in a column that fits the terminal, every line indented."""
    width = max(len(indent) + 20, min(COLUMN, shutil.get_terminal_size().columns))
    return textwrap.fill(
        text, width, initial_indent=indent, subsequent_indent=indent,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
