"""The collection in a deck's file. Pictures and sounds beside it are never unpacked."""

from __future__ import annotations

from civicsquiz.errors import FileError
from civicsquiz.formats.safe.archive import Archive, is_archive
from civicsquiz.formats.safe.database import is_database
from civicsquiz.formats.safe.limits import LIMITS, MIB, Limits, in_words

COMPRESSED = "collection.anki21b"
COLLECTIONS = (COMPRESSED, "collection.anki21", "collection.anki2")
"""The newest first: beside it the older ones hold one note that asks for a newer Anki."""
_PACKAGE = Limits(file=1024 * MIB, entry=1024 * MIB, total=4096 * MIB)
"""Decks come with pictures and sounds, which only have to be counted."""
_LARGEST = LIMITS.entry
_WINDOW = 128 * MIB
"""Of what is unpacked so much has to be kept in memory at most."""
_FRAME = b"\x28\xb5\x2f\xfd"


def collection(data: bytes, name: str) -> bytes:
    """The bytes of the database. FileError where the file is no deck."""
    if is_database(data):
        return data
    if not is_archive(data):
        raise FileError(name, "this is no deck of Anki’s", "export one in Anki, as a deck package")
    archive = Archive(data, name, _PACKAGE)
    entry = next((entry for entry in COLLECTIONS if entry in archive), None)
    if entry is None:
        raise FileError(
            name, "there is no collection in it", "export one in Anki, as a deck package"
        )
    if archive.size(entry) > _LARGEST:
        raise FileError(name, f"{entry} is larger than {in_words(_LARGEST)}", "split the deck")
    content = archive.read(entry)
    return _unpacked(content, name) if entry == COMPRESSED else content


def likeness(data: bytes) -> float:
    """How surely bytes are a deck: 1 is certain, 0 is something else."""
    if is_database(data):
        return 0.7
    if not is_archive(data):
        return 0.0
    try:
        names = Archive(data, "", _PACKAGE).names
    except FileError:
        # Whoever opens it says what is wrong; the names stand in the open.
        return 0.5 if b"collection.anki2" in data else 0.0
    return 1.0 if any(entry in names for entry in COLLECTIONS) else 0.0


def _unpacked(content: bytes, name: str) -> bytes:
    """What a frame of Zstandard holds, as Anki writes its collections since 2.1.50."""
    import zstandard

    if not content.startswith(_FRAME):
        raise FileError(name, f"its {COMPRESSED} is damaged", "export it once more")
    unpacker = zstandard.ZstdDecompressor(max_window_size=_WINDOW)
    try:
        with unpacker.stream_reader(content) as stream:
            unpacked = stream.read(_LARGEST + 1)
    except zstandard.ZstdError:
        raise FileError(name, f"its {COMPRESSED} is damaged", "export it once more") from None
    if len(unpacked) > _LARGEST:
        raise FileError(
            name, f"{COMPRESSED} unpacks to more than {in_words(_LARGEST)}", "split the deck"
        )
    if len(unpacked) < _stated(unpacked):  # a frame that is cut off is no error to Zstandard
        raise FileError(name, f"its {COMPRESSED} is damaged", "export it once more")
    return unpacked


def _stated(database: bytes) -> int:
    """The bytes that an SQLite database says it has (file format, section 1.3)."""
    size, pages = int.from_bytes(database[16:18], "big"), int.from_bytes(database[28:32], "big")
    return (65_536 if size == 1 else size) * pages
