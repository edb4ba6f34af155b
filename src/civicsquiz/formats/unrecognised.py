"""What is wrong with a file that is in none of the formats, said by the reader that it was meant for."""

from __future__ import annotations

from civicsquiz.errors import FileError
from civicsquiz.formats.registry import FORMATS, load

_MEND = "name the file that the other program exported"
_KINDS = (
    (b"\x89PNG", "a PNG picture"), (b"\xff\xd8\xff", "a JPEG picture"), (b"GIF8", "a GIF picture"),
    (b"%PDF", "a PDF"), (b"{\\rtf", "a text with layout (RTF)"), (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x1f\x8b", "packed with gzip"), (b"7z\xbc\xaf", "packed with 7-Zip"), (b"Rar!", "packed with RAR"),
    (b"\x7fELF", "a program"), (b"MZ\x90", "a program"), (b"ID3", "a sound"), (b"OggS", "a sound"),
    (b"RIFF", "a sound or a film"),
)  # fmt: skip
"""What files of other kinds begin with."""
_OFFICE = (
    (b"word/", "a Word document", "save it as plain text"),
    (b"xl/", "an Excel workbook", "save the sheet as “CSV UTF-8”"),
    (b"ppt/", "a PowerPoint document", "take the questions out as text"),
    (b"oasis.opendocument", "an OpenDocument file", "save it as plain text, or a sheet as CSV"),
)
_ZIP = b"PK\x03\x04"
_ROOTS = (
    (b"<questestinterop", "qti12"), (b"<assessmentItem", "qti21"), (b"<assessmentTest", "qti21"),
    (b"<quiz", "moodle-xml"),
)  # fmt: skip
_OPEN = (".txt", ".xml", ".zip", ".apkg", ".colpkg")
"""Endings that say nothing of a text."""
_LOOKED_AT = 64 << 10


def reason(data: bytes, name: str) -> FileError:
    """Why a content that no format recognises cannot be read: what else it is, or what its likeliest
    reader says."""
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        return FileError(name, "is empty", _MEND)
    for begin, kind in _KINDS:
        if data.startswith(begin):
            return FileError(name, f"is {kind}, and no file of questions", _MEND)
    office = _office(data)
    if office:
        return FileError(name, f"is {office[0]}, and no file of questions", office[1])
    for known in _likeliest(data, name):
        try:
            load(known).read(data, name)
        except FileError as error:
            return error
    mend = f"say which one it is with --from: {', '.join(FORMATS)}"
    return FileError(name, "is in no format that is read", mend)


def _office(data: bytes) -> tuple[str, str] | None:
    """What program a zip is a document of, and what to do in it."""
    if not data.startswith(_ZIP):
        return None
    names = data[:4096] + data[-_LOOKED_AT:]
    if b"[Content_Types].xml" not in names and b"mimetype" not in names[:64]:
        return None
    return next(((kind, mend) for sign, kind, mend in _OFFICE if sign in names), None)


def _likeliest(data: bytes, name: str) -> tuple[str, ...]:
    """The formats that a file may have been meant for, of which the first refusal is passed on."""
    low = name.lower()
    if data.startswith((b"PK", b"SQLite format 3")):
        decks = low.endswith(FORMATS["anki"].suffixes) or data.startswith(b"SQLite")
        return ("anki",) if decks or b"collection.anki2" in data[:_LOOKED_AT] else ("qti12",)
    beginning = data[:_LOOKED_AT]
    bare = beginning.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0")
    if bare.startswith(b"<"):
        narrow = beginning.replace(b"\0", b"")
        return (next((known for root, known in _ROOTS if root in narrow), "moodle-xml"),)
    named = [
        known
        for known, about in FORMATS.items()
        if low.endswith(tuple(end for end in about.suffixes if end not in _OPEN))
    ]
    return (*_text(data), *named[:1])


def _text(data: bytes) -> tuple[str, ...]:
    """A reader that says what is wrong with a text that is none; what is one may be any."""
    try:
        return ("csv",) if "\0" in data.decode() else ()
    except UnicodeDecodeError:
        return ("csv",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("gift",)
