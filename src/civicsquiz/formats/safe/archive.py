"""Zip archives: judged by their directory before anything is unpacked, and packed the same every time.

Python's `zipfile` reads the directory; the entries are unpacked here, because it would unpack all that a
stream holds before it cuts the result to the size that the directory states.
"""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterable

from civicsquiz.errors import FileError
from civicsquiz.formats.safe.limits import LIMITS, Limits, in_words, shortened

_LOCAL = struct.Struct("<4s5H3I2H")
_ENTRY_MARK = b"PK\x01\x02"
_LOCAL_MARK = b"PK\x03\x04"
_EMPTY_MARK = b"PK\x05\x06"
_ENCRYPTED = 0x0001 | 0x0040 | 0x2000
_SIZES_FOLLOW = 0x0008
_LONG = 0xFFFFFFFF
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DATE = (1980, 1, 1, 0, 0, 0)
_FINISHED = 100
"""An entry that shrinks to less than this part of itself is stored as it is, so that no reader takes
it for a bomb."""


def is_archive(data: bytes) -> bool:
    """Whether bytes begin as a zip archive does."""
    return data[:4] in (_LOCAL_MARK, _EMPTY_MARK)


class Archive:
    """A zip archive in memory. Opening it unpacks nothing and raises FileError for whatever in its
    directory no honest archive has. `names` are the files in it, with `/` between folders."""

    def __init__(self, data: bytes, name: str, limits: Limits = LIMITS) -> None:
        self._data = memoryview(data)
        self._name = name
        self._limits = limits
        self._entries = self._directory(data)
        self.names = tuple(self._entries)

    def __contains__(self, entry: object) -> bool:
        return entry in self._entries

    def size(self, entry: str) -> int:
        """The bytes that `read` would return; KeyError where there is no such file."""
        return self._entries[entry].file_size

    def read(self, entry: str) -> bytes:
        """A file's bytes, never more than the directory states. FileError where there is no such
        file, where it is itself a zip archive, or where it is not what the directory states."""
        info = self._entries.get(entry)
        if info is None:
            raise self._refusal(f"it lacks {shortened(entry)}", "export it once more")
        packed = self._packed(info)
        if info.compress_type == zipfile.ZIP_STORED:
            content = bytes(packed)
            whole = True
        else:
            unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
            try:
                content = unpacker.decompress(packed, info.file_size + 1)
                whole = unpacker.eof or (not content and info.file_size == 0)
            except zlib.error:
                raise self._damaged(entry) from None
        if not whole or len(content) != info.file_size:
            raise self._refusal(
                f"{shortened(entry)} unpacks to another size than its directory states",
                "export it once more",
            )
        if zlib.crc32(content) != info.CRC:
            raise self._damaged(entry)
        if is_archive(content):
            raise self._refusal(
                f"{shortened(entry)} in it is an archive too", "unpack it and use the inner file"
            )
        return content

    def _directory(self, data: bytes) -> dict[str, zipfile.ZipInfo]:
        limits = self._limits
        if len(data) > limits.file:
            raise self._refusal(f"it is larger than {in_words(limits.file)}", "split it up")
        if not is_archive(data):
            raise self._refusal("this is no zip archive", "export it once more")
        # Counted before zipfile makes an object of each.
        if data.count(_ENTRY_MARK) > limits.entries:
            raise self._refusal(f"it has more than {limits.entries} entries", "split it up")
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                infos, end = archive.infolist(), archive.start_dir
        except (zipfile.BadZipFile, ValueError, struct.error, NotImplementedError, OSError):
            raise self._refusal("its directory is damaged", "export it once more") from None
        entries: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            path = self._path(info)
            if path in entries:
                raise self._refusal(f"it has {shortened(path)} twice", "export it once more")
            entries[path] = info
        self._judge_sizes(entries)
        self._judge_places(infos, end)
        return {path: info for path, info in entries.items() if not info.is_dir()}

    def _path(self, info: zipfile.ZipInfo) -> str:
        """The name of an entry as a path below the archive's top."""
        stated = info.orig_filename
        told = shortened(stated)
        if len(stated) > self._limits.name or any(ord(sign) < 32 for sign in stated):
            raise self._refusal("the name of an entry is not one", "export it once more")
        whole = stated.replace("\\", "/")
        parts = [part for part in whole.split("/") if part not in ("", ".")]
        if whole.startswith("/") or whole[1:2] == ":":
            raise self._refusal(f"{told} names a place outside the archive", "do not use it")
        if ".." in parts:
            raise self._refusal(f"{told} leads out of the archive", "do not use it")
        if not parts:
            raise self._refusal("an entry has no name", "export it once more")
        if info.flag_bits & _ENCRYPTED:
            raise self._refusal(f"{told} is encrypted", "export it without a password")
        form = stat.S_IFMT(info.external_attr >> 16)
        if form == stat.S_IFLNK:
            raise self._refusal(f"{told} is a symbolic link", "put the file itself into it")
        if form not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise self._refusal(f"{told} is no ordinary file", "export it once more")
        if info.compress_type not in _METHODS:
            raise self._refusal(
                f"{told} is packed by a method that is not read here",
                "pack it with the usual one, deflate",
            )
        return "/".join(parts)

    def _judge_sizes(self, entries: dict[str, zipfile.ZipInfo]) -> None:
        limits = self._limits
        total = 0
        for path, info in entries.items():
            told = shortened(path)
            total += info.file_size
            if info.file_size > limits.entry:
                raise self._refusal(
                    f"{told} would unpack to more than {in_words(limits.entry)}", "split it up"
                )
            if (
                info.file_size > limits.ratio_from
                and info.file_size > limits.ratio * info.compress_size
            ):
                raise self._refusal(
                    f"{told} would unpack to more than {limits.ratio} times its size, as bombs do",
                    "do not use it",
                )
            if info.compress_type == zipfile.ZIP_STORED and info.file_size != info.compress_size:
                raise self._refusal(f"{told} has two sizes", "export it once more")
        if total > limits.total:
            raise self._refusal(
                f"it would unpack to more than {in_words(limits.total)}", "split it up"
            )

    def _judge_places(self, infos: list[zipfile.ZipInfo], end: int) -> None:
        """That no two entries share bytes, and that each says of itself what the directory says."""
        reached = 0
        for info in sorted(infos, key=lambda info: info.header_offset):
            if info.header_offset < reached:
                raise self._refusal(
                    f"{shortened(info.orig_filename)} overlaps another entry, as bombs do",
                    "do not use it",
                )
            reached = self._start(info) + info.compress_size
            if reached > end:
                raise self._refusal(
                    f"{shortened(info.orig_filename)} is cut off", "export it once more"
                )

    def _start(self, info: zipfile.ZipInfo) -> int:
        """Where the packed bytes of an entry begin."""
        offset = info.header_offset
        if offset + _LOCAL.size > len(self._data):
            raise self._damaged(info.orig_filename)
        (mark, _, flags, method, _, _, crc, packed, size, names, extras) = _LOCAL.unpack_from(
            self._data, offset
        )
        if mark != _LOCAL_MARK:
            raise self._damaged(info.orig_filename)
        encoding = "utf-8" if flags & 0x0800 else "cp437"
        named = bytes(self._data[offset + _LOCAL.size : offset + _LOCAL.size + names])
        follow = bool(flags & _SIZES_FOLLOW)
        stated = (
            (crc, (info.CRC,)),
            (packed, (info.compress_size, _LONG)),
            (size, (info.file_size, _LONG)),
        )
        if (
            named.decode(encoding, "replace") != info.orig_filename
            or method != info.compress_type
            or flags & _ENCRYPTED
            or not all(value in (*right, *((0,) if follow else ())) for value, right in stated)
        ):
            raise self._refusal(
                f"what it says of {shortened(info.orig_filename)} differs from its directory",
                "export it once more",
            )
        return int(offset + _LOCAL.size + names + extras)

    def _packed(self, info: zipfile.ZipInfo) -> memoryview:
        start = self._start(info)
        return self._data[start : start + info.compress_size]

    def _damaged(self, entry: str) -> FileError:
        return self._refusal(f"{shortened(entry)} in it is damaged", "export it once more")

    def _refusal(self, problem: str, mend: str) -> FileError:
        return FileError(self._name, problem, mend)


def pack(entries: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip archive of these files, in this order; the same bytes for the same files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in entries:
            info = zipfile.ZipInfo(name, _DATE)
            info.create_system = 3
            info.external_attr = (stat.S_IFREG | 0o644) << 16
            shrunk = len(zlib.compress(content, 6)) * _FINISHED < len(content)
            info.compress_type = zipfile.ZIP_STORED if shrunk else zipfile.ZIP_DEFLATED
            archive.writestr(info, content, compresslevel=6)
    return out.getvalue()
