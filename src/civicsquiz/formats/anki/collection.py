"""The notes of a collection, whatever version of Anki wrote it."""

from __future__ import annotations

from dataclasses import dataclass, field

from civicsquiz.errors import FileError
from civicsquiz.formats.anki.package import collection
from civicsquiz.formats.anki.stored import NoteType, decks, note_types
from civicsquiz.formats.safe.database import Database
from civicsquiz.formats.safe.limits import QUESTIONS

OLDEST, NEWEST = 11, 18
"""The versions of a collection's form that are read: Anki 2.0 of 2012 is the oldest."""
_SEPARATOR = "\x1f"
_MEND = "open it in a current Anki and export a deck package"
_FILTERED = 0
_TAGS = 1_000
"""Of one note."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it is stored: HTML in its fields. `deck` is the path of the deck that its first card lies in,
    `cards` are the places of its cards among the templates (or the numbers of its clozes, less one)."""

    guid: str
    type: NoteType
    fields: tuple[str, ...]
    tags: tuple[str, ...] = ()
    deck: tuple[str, ...] = ()
    cards: tuple[int, ...] = ()

    @property
    def named(self) -> dict[str, str]:
        """Its fields by their names; a field that is not stored is empty."""
        given = (*self.fields, *[""] * len(self.type.fields))
        return dict(zip(self.type.fields, given, strict=False))


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a file in the order in which they were made. `lost` says what could not be read, by the
    guid of the note."""

    name: str
    notes: tuple[Note, ...] = field(repr=False)
    lost: tuple[tuple[str, str], ...] = ()


def opened(data: bytes, name: str) -> Notes:
    """The notes of a package or of a bare collection. FileError where it is neither."""
    with Database(collection(data, name), name) as database:
        row = _of_the_collection(database, name)
        kinds = note_types(database, row[1])
        paths = decks(database, row[2])
        cards = _cards(database)
        notes: list[tuple[int, Note]] = []
        lost: list[tuple[str, str]] = []
        for number, guid, kind, tags, fields in database.rows(
            "notes", ("id", "guid", "mid", "tags", "flds")
        ):
            known = kinds.get(kind) if isinstance(kind, int) else None
            if not (isinstance(number, int) and isinstance(fields, str)) or known is None:
                lost.append((str(guid), "its note type is not in the collection"))
                continue
            if len(notes) == QUESTIONS:
                lost.append(("", f"after {QUESTIONS} notes nothing more was read"))
                break
            made = cards.get(number, [])
            made.sort()
            note = Note(
                guid=str(guid),
                type=known,
                fields=tuple(fields.split(_SEPARATOR, len(known.fields))),
                tags=tuple(str(tags or "").split(None, _TAGS)[:_TAGS]),
                deck=paths.get(made[0][1], ()) if made else (),
                cards=tuple(place for place, _ in made),
            )
            notes.append((number, note))
    notes.sort(key=lambda pair: pair[0])
    return Notes(name, tuple(note for _, note in notes), tuple(lost))


def _of_the_collection(database: Database, name: str) -> tuple[object, ...]:
    """Version, note types and decks."""
    tables = database.tables
    if {"facts", "cardModels"} <= tables:
        raise FileError(name, "this is a deck of Anki 1", _MEND)
    if {"facts", "data_for_fact"} <= tables:
        raise FileError(name, "this is a deck of Mnemosyne", "import it into Anki first")
    if not {"col", "notes", "cards"} <= tables:
        raise FileError(name, "this database is no collection of Anki’s", _MEND)
    row = next(database.rows("col", ("ver", "models", "decks")), (None, None, None))
    version = row[0]
    if not isinstance(version, int) or version < OLDEST:
        raise FileError(name, "this collection is older than Anki 2.0", _MEND)
    if version > NEWEST:
        raise FileError(
            name,
            "a newer Anki wrote this collection",
            "export it with “Support older Anki versions”",
        )
    return row


def _cards(database: Database) -> dict[int, list[tuple[int, int]]]:
    """The places and decks of each note's cards. A card in a filtered deck belongs to the deck from which
    it was taken."""
    found: dict[int, list[tuple[int, int]]] = {}
    for note, place, deck, home in database.rows("cards", ("nid", "ord", "did", "odid")):
        if isinstance(note, int) and isinstance(place, int) and isinstance(deck, int):
            taken = isinstance(home, int) and home != _FILTERED
            found.setdefault(note, []).append((place, home if taken else deck))  # type: ignore[arg-type]
    return found
