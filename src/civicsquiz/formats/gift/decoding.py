"""The text of a file that says nothing about its encoding: UTF-8, or UTF-16 where a mark says so.

Nothing else is guessed: in the wrong encoding a file still reads, as other letters.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from civicsquiz.errors import FileError
from civicsquiz.formats.safe.limits import LIMITS, in_words

_PIECE = 1 << 20
"""Characters that are cut into lines at once: lines of no length would need many times their room."""
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decoded(data: bytes, name: str) -> str:
    """The text of a file, without its byte order mark. FileError where it is too large, or names the
    first place that is not UTF-8."""
    if len(data) > LIMITS.file:
        problem = f"has {in_words(len(data))}, and at most {in_words(LIMITS.file)} are read"
        raise FileError(name, problem, "cut it into several files")
    encoding = "utf-16" if data.startswith(_UTF_16) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start]
        if encoding == "utf-16":
            problem, line, column = "is cut off or damaged: it is not UTF-16", 0, 0
        else:
            byte = data[error.start]
            problem = f"is not UTF-8: the byte 0x{byte:02X} does not belong here"
            line = before.count(b"\n") + 1
            column = error.start - before.rfind(b"\n")
        mend = "open it in the program that wrote it and save it as UTF-8"
        raise FileError(name, problem, mend, line, column) from None


def lines(text: str) -> Iterator[str]:
    """The lines of a text: they end with LF or CRLF, and with CR alone only where there is no LF. The
    CR of a CRLF is left on its line."""
    end, at = "\n" if "\n" in text else "\r", 0
    while (stop := text.find(end, at + _PIECE)) >= 0:
        yield from text[at:stop].split(end)
        at = stop + 1
    yield from text[at:].split(end)


def opening(data: bytes, most: int = 1 << 16) -> str:
    """The beginning of a file's text, up to its last whole line; empty where it is no text."""
    head = data[:most]
    if len(data) > most:
        head = head[: max(head.rfind(b"\n"), head.rfind(b"\r")) + 1]
    try:
        text = decoded(head, "")
    except FileError:
        return ""
    return "" if "\0" in text else text
