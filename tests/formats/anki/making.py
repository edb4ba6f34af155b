"""Decks of other people, made by genanki alone."""

from __future__ import annotations

import io
import itertools
import sqlite3
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import genanki  # type: ignore[import-untyped]

Change = Callable[[sqlite3.Cursor], object]
BASIC: Any = genanki.BASIC_MODEL
REVERSED: Any = genanki.BASIC_AND_REVERSED_CARD_MODEL
CLOZE: Any = genanki.CLOZE_MODEL


def note(model: Any, *fields: str, guid: str = "g1", tags: tuple[str, ...] = ()) -> Any:
    return genanki.Note(model=model, fields=list(fields), guid=guid, tags=tags)


def database(*notes: Any, deck: str = "Default", change: Change | None = None) -> bytes:
    """A collection with these notes in one deck; `change` is done to it at the end."""
    made = genanki.Deck(1 if deck == "Default" else 12345, deck)
    for one in notes:
        made.add_note(one)
    connection = sqlite3.connect(":memory:")
    cursor = connection.cursor()
    genanki.Package(made).write_to_db(cursor, 1.0, itertools.count(1000))
    if change:
        change(cursor)
    connection.commit()
    data = bytes(connection.serialize())
    connection.close()
    return data


def zipped(entries: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return out.getvalue()


def package(*notes: Any, deck: str = "Default", change: Change | None = None) -> bytes:
    return zipped({"collection.anki2": database(*notes, deck=deck, change=change), "media": b"{}"})
