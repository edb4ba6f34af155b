"""Reading a file that somebody else made: bounded, decoded, and refused in words."""

from __future__ import annotations

import codecs
import stat
from pathlib import Path

from civicsquiz.errors import FileError

LARGEST = 32 * 1024 * 1024
"""The largest bank, guide or article that is read, in bytes."""
_HEAD = 4096
"""Bytes by which a file that is no text is told."""


def read_bytes(path: Path) -> bytes:
    """The bytes of a regular file of at most `LARGEST` bytes.

    Raises:
        FileError: not there, a folder, a device or pipe, too large, or not readable.
    """
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise FileError(path, "is a folder", "name a file")
        if not stat.S_ISREG(found.st_mode):
            raise FileError(path, "is a device or a pipe", "name an ordinary file")
        if found.st_size > LARGEST:
            raise FileError(
                path,
                f"is {-(-found.st_size // 2**20)} MiB large",
                f"split it; at most {LARGEST // 2**20} MiB are read",
            )
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise FileError(path, "is not there", "check the path") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        mend = "check its permissions" if isinstance(error, PermissionError) else "check the path"
        raise FileError(path, f"cannot be read ({reason})", mend) from None
    if len(data) > LARGEST:
        raise FileError(path, "grew while it was read", "try again")
    return data


def decode(data: bytes, path: Path | str) -> str:
    """`data` as UTF-8 text, without a byte order mark; line ends as they are.

    Raises:
        FileError: UTF-16 or UTF-32, no text at all, bytes that are not UTF-8 (with line and column), or
            NUL.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        raise FileError(path, "is UTF-16 or UTF-32", "save it as UTF-8")
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_binary(data):
            raise FileError(
                path, "is no text", "name a text file, or one with its own ending"
            ) from None
        line, column = position(data, error.start)
        raise FileError(
            path, "a byte that is not UTF-8", "save the file as UTF-8", line, column
        ) from None
    if "\0" in text:
        line, column = position(data, data.find(b"\0"))
        raise FileError(path, "a NUL character", "remove it; is this a text file?", line, column)
    return text


def _is_binary(data: bytes) -> bool:
    """Whether bytes that are not UTF-8 are no text in another encoding either: it has control
    characters in its beginning, as pictures and archives have."""
    head = data[:_HEAD]
    return sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in head) * 50 > len(head)


def position(data: bytes, at: int) -> tuple[int, int]:
    """Line and column, both from 1, of byte `at`; the column counts characters."""
    before = data[:at].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", errors="replace"))
    return before.count(b"\n") + 1, column + 1
