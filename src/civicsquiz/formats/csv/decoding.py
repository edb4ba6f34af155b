"""The text of a table. Guessing at an encoding would give wrong letters, so there is no guessing."""

from __future__ import annotations

import codecs

from civicsquiz.errors import FileError
from civicsquiz.formats.safe.limits import MIB, in_words

LARGEST = 64 * MIB
"""Bytes of a table; one of 100,000 questions has less."""
_MEND = "save it as UTF-8 (in a spreadsheet: “CSV UTF-8”)"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decoded(data: bytes, name: str) -> str:
    """UTF-8, with or without its mark, or UTF-16 with its mark, which is left out."""
    if len(data) > LARGEST:
        raise FileError(name, f"it is larger than {in_words(LARGEST)}", "split it up")
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        raise FileError(name, "its text is in UTF-32", _MEND)
    mark, encoding = next((pair for pair in _MARKS if data.startswith(pair[0])), (b"", "utf-8"))
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        before = data[len(mark) : len(mark) + error.start].decode(encoding, "replace")
        called = {"utf-8": "UTF-8"}.get(encoding, "UTF-16")
        raise FileError(
            name, f"it is no text in {called}", _MEND, line=before.count("\n") + 1, column=1
        ) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise FileError(name, "it has a NUL, which no text has", _MEND, line=line, column=1)
    return text
