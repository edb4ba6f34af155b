"""The two ends of a conversation in lines: what is said, and what was typed."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TextIO

from civicsquiz.source.visible import one_line, visible

_ENDLESS = 1000
"""How often in a row a pipe may say the same before it counts as saying nothing."""


class Ended(Exception):
    """There is nothing more to read, or the reader wants to leave."""


class Talk:
    """Says lines and asks for lines.

    `echo` repeats what was read after its prompt, so that a transcript of piped input reads like
    one that was typed; None does so unless the input is a terminal.
    """

    def __init__(self, read: Iterable[str], write: TextIO, echo: bool | None = None) -> None:
        for stream, errors in ((read, "replace"), (write, "backslashreplace")):
            # A byte that is not UTF-8, or a terminal without a sign, must not end a quiz.
            if isinstance(stream, io.TextIOWrapper) and stream.errors == "strict":
                stream.reconfigure(errors=errors)
        self._lines = iter(read)
        self._write = write
        terminal = getattr(read, "isatty", None)
        self._after_empty = False
        self._echo = not (terminal and terminal()) if echo is None else echo
        self._last = ""
        self._repeated = 0

    def say(self, lines: Iterable[str] = ("",)) -> None:
        """Write lines; whatever control characters they still hold are shown. Of several empty
        lines on end only one is written."""
        for line in lines:
            if line or not self._after_empty:
                self._write.write(one_line(line) + "\n")
            self._after_empty = not line
        self._write.flush()

    def ask(self, prompt: str) -> str:
        """The next line typed, without white space around it.

        Raises:
            Ended: there is none, or a pipe says one thing without end (`yes 1 | civicsquiz …`).
        """
        self._write.write(one_line(prompt))
        self._after_empty = False
        self._write.flush()
        line = next(self._lines, None)
        if line is None:
            self._write.write("\n")
            raise Ended
        text = visible(line.rstrip("\r\n")).strip()
        if self._echo:
            self._write.write(one_line(text) + "\n")
            self._repeated = self._repeated + 1 if text == self._last else 0
            self._last = text
            if self._repeated >= _ENDLESS:
                raise Ended
        return text
