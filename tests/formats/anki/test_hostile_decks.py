"""Decks that are made to harm, or that are damaged."""

from __future__ import annotations

import pytest
from tests.formats.anki.making import BASIC, note, package, zipped

from civicsquiz.errors import FileError
from civicsquiz.formats import anki


def shown(data: bytes) -> list[tuple[str, str, str]]:
    return [
        (one.id, one.stem.value, one.answers[0].text.value if one.answers else "")
        for one in anki.read(data, "d.apkg")[0].questions
    ]


def lost(data: bytes) -> list[str]:
    return [str(loss) for loss in anki.read(data, "d.apkg")[1]]


def _all(statement: str) -> bytes:
    return package(note(BASIC, "q", "a"), change=lambda cursor: cursor.execute(statement))


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (_all("CREATE TRIGGER boom AFTER DELETE ON notes BEGIN SELECT 1; END"), "a trigger “boom”"),
        (_all("CREATE VIEW peek AS SELECT * FROM notes"), "a view “peek”"),
        (_all("ALTER TABLE notes ADD COLUMN x AS (1)"), "the column “x” in it is computed"),
        (_all("ALTER TABLE notes RENAME COLUMN flds TO fields"), "has no column “flds”"),
        (_all("DROP TABLE cards"), "no collection of Anki’s"),
        (_all("UPDATE col SET ver = 19"), "a newer Anki wrote this"),
        (_all("UPDATE col SET ver = 'x'"), "older than Anki 2.0"),
        (_all("DELETE FROM col"), "older than Anki 2.0"),
        (_all("UPDATE notes SET flds = zeroblob(20000000)"), "a value of more than 16 MiB|bombs"),
        (zipped({"other": b""}), "there is no collection in it"),
        (zipped({"collection.anki2": b"x" * 200}), "no SQLite database"),
        (zipped({"collection.anki2": b"", "../evil": b""}), "leads out of the archive"),
        (b"PK\x03\x04", "directory is damaged"),
    ],
)
def test_hostile_decks_are_refused_by_name(data: bytes, told: str) -> None:
    with pytest.raises(FileError, match=told) as refused:
        anki.read(data, "d.apkg")
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE col SET models = '['",
        'UPDATE col SET models = \'{"1": 2, "x": {}}\'',
        "UPDATE col SET models = replace(hex(zeroblob(200000)), '00', '[')",
        "UPDATE notes SET mid = 'x'",
        "UPDATE notes SET flds = x'00'",
    ],
)
def test_a_note_that_cannot_be_read_is_told(statement: str) -> None:
    assert lost(_all(statement)) == ["g1: its note type is not in the collection"]


def test_odd_values_are_read_around() -> None:
    for statement in (
        "UPDATE col SET decks = 'x'",
        "UPDATE cards SET did = 'x', ord = 99",
        "DELETE FROM cards",
        "UPDATE notes SET flds = 'q' || char(31) || 'a' || char(31) || 'z'",
    ):
        assert shown(_all(statement)) == [("g1", "q", "a")]
