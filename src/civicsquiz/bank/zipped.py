"""Zip archives: made so that the same files give the same bytes, and read as from a stranger."""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from civicsquiz.errors import FileError
from civicsquiz.source.files import LARGEST

MOST = 500
"""The most members that are looked at."""

_ENTRY = b"PK\x01\x02"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x41
_EPOCH = (1980, 1, 1, 0, 0, 0)
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, LookupError, NotImplementedError, OSError,
    OverflowError, RuntimeError, ValueError, struct.error,
)  # fmt: skip
"""What `zipfile` raises over what is no archive, or a broken one."""


def archive(members: Mapping[str, bytes]) -> bytes:
    """The members as an archive. It depends on their names and bytes alone: they are sorted, stored
    without compression (whose bytes differ from one zlib to the next), and of one fixed time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, data in sorted(members.items()):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 3  # what the next line means
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            made.writestr(entry, data)
    return buffer.getvalue()


def members(data: bytes, path: Path, wanted: re.Pattern[str]) -> dict[str, bytes]:
    """The members of an archive, whose names must all be `wanted`; `path` is what errors call it.

    Nothing is written, and nothing is unpacked beyond what the archive declares and `LARGEST` allows
    for all of them together.

    Raises:
        FileError: it is broken, or holds anything but ordinary files of such names, each once.
    """
    if data.count(_ENTRY) > MOST:  # before zipfile makes an object of each
        raise FileError(path, f"has over {MOST} members", "a pack has one for each source")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            entries = [entry for entry in opened.infolist() if not _is_folder(entry, wanted)]
            for problem in _problems(entries, wanted):
                raise FileError(path, problem, _ASK)
            return {entry.filename: _read(opened, entry, path) for entry in entries}
    except _BROKEN as error:
        raise FileError(path, f"is broken as a zip archive ({error})", _ASK) from None


_ASK = "ask for it anew"


def _is_folder(entry: zipfile.ZipInfo, wanted: re.Pattern[str]) -> bool:
    """Whether it is the empty entry that some programs write for the folder of a wanted member."""
    name = entry.orig_filename
    return name.endswith("/") and not entry.file_size and bool(wanted.match(name + "a.md"))


def _problems(entries: list[zipfile.ZipInfo], wanted: re.Pattern[str]) -> Iterator[str]:
    seen: set[str] = set()
    for entry in entries:
        name = entry.orig_filename
        if name != entry.filename or not wanted.fullmatch(name):
            yield f"holds “{name[:100]}”, which is no part of a pack"
        if name in seen:
            yield f"holds “{name}” twice"
        seen.add(name)
        if stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG):
            yield f"holds “{name}” as a link or device"
        if entry.flag_bits & _ENCRYPTED:
            yield f"holds “{name}” encrypted"
        if entry.compress_type not in _METHODS:
            yield f"holds “{name}” compressed in a way that is not read (method {entry.compress_type})"
    if sum(entry.file_size for entry in entries) > LARGEST:
        yield f"unpacks to over {LARGEST // 2**20} MiB"


def _read(opened: zipfile.ZipFile, entry: zipfile.ZipInfo, path: Path) -> bytes:
    with opened.open(entry) as member:
        data = member.read(entry.file_size + 1)
    if len(data) != entry.file_size:
        raise FileError(path, f"holds “{entry.filename}”, which is not as long as it says", _ASK)
    return data
