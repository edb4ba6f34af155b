"""Note types and decks as a collection holds them: as JSON in one row (Anki 2.0 to 2.1.27, and all packages
for older versions), or in tables of their own (collections of Anki 2.1.28 and later)."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from civicsquiz.formats.safe.database import Database

CLOZE = 1
_FIELDS = 500
_KIND, _FRONT, _BACK = 1, 1, 2
"""Of the messages of a note type and of a template: the numbers of the fields that are looked at."""


@dataclass(frozen=True, slots=True)
class NoteType:
    """`templates` are the fronts and backs of its cards."""

    name: str
    fields: tuple[str, ...]
    cloze: bool
    templates: tuple[tuple[str, str], ...]


def note_types(database: Database, models: object) -> dict[int, NoteType]:
    """By their numbers, but for those with more fields than any has. `models` is the JSON of the
    collection's row."""
    tables = "notetypes" in database.tables
    kinds = _from_tables(database) if tables else _from_json(models)
    return {number: kind for number, kind in kinds if len(kind.fields) <= _FIELDS}


def decks(database: Database, stated: object) -> dict[int, tuple[str, ...]]:
    """The path of each deck by its number. `stated` is the JSON of the collection's row."""
    if "notetypes" in database.tables and "decks" in database.tables:
        rows = database.rows("decks", ("id", "name"))
        return {
            number: tuple(part for part in name.split("\x1f") if part)
            for number, name in rows
            if isinstance(number, int) and isinstance(name, str)
        }
    return {
        int(key): tuple(part for part in str(deck.get("name", "")).split("::") if part)
        for key, deck in _objects(stated)
    }


def _from_json(models: object) -> Iterator[tuple[int, NoteType]]:
    for key, model in _objects(models):
        fields = [str(one.get("name", "")) for one in _list(model.get("flds"))]
        cards = _list(model.get("tmpls"))
        yield (
            int(key),
            NoteType(
                name=str(model.get("name", "")),
                fields=tuple(fields),
                cloze=model.get("type") == CLOZE,
                templates=tuple(
                    (str(one.get("qfmt", "")), str(one.get("afmt", ""))) for one in cards
                ),
            ),
        )


def _from_tables(database: Database) -> Iterator[tuple[int, NoteType]]:
    fields: defaultdict[object, dict[int, str]] = defaultdict(dict)
    for kind, place, name in database.rows("fields", ("ntid", "ord", "name")):
        if isinstance(place, int):
            fields[kind][place] = str(name)
    cards: defaultdict[object, dict[int, tuple[str, str]]] = defaultdict(dict)
    for kind, place, config in database.rows("templates", ("ntid", "ord", "config")):
        if isinstance(place, int):
            message = dict(_message(config))
            cards[kind][place] = (_said(message.get(_FRONT)), _said(message.get(_BACK)))
    for kind, name, config in database.rows("notetypes", ("id", "name", "config")):
        if isinstance(kind, int):
            yield (
                kind,
                NoteType(
                    name=str(name),
                    fields=tuple(fields[kind][place] for place in sorted(fields[kind])),
                    cloze=dict(_message(config)).get(_KIND) == CLOZE,
                    templates=tuple(cards[kind][place] for place in sorted(cards[kind])),
                ),
            )


def _objects(stated: object) -> Iterator[tuple[str, Mapping[str, object]]]:
    """The entries of a JSON object that are objects themselves, by keys that are numbers."""
    try:
        whole = json.loads(stated) if isinstance(stated, str) else None
    except (ValueError, RecursionError):
        whole = None
    for key, value in whole.items() if isinstance(whole, dict) else ():
        if isinstance(value, dict) and key.isascii() and key.isdigit() and len(key) < 20:
            yield key, value


def _list(value: object) -> list[Mapping[str, object]]:
    """The objects of a list in the order that they state, as far as they do."""
    found = [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
    if all(isinstance(one.get("ord"), int) for one in found):
        found.sort(key=lambda one: int(one["ord"]))
    return list(found)


def _message(stored: object) -> Iterator[tuple[int, int | bytes]]:
    """The fields of a message of Protocol Buffers by their numbers, as far as it can be read."""
    if not isinstance(stored, bytes):
        return
    at = 0
    while at < len(stored):
        key, at = _number(stored, at)
        kind = key & 7
        if kind == 0:
            value, at = _number(stored, at)
            yield key >> 3, value
        elif kind == 2:
            length, at = _number(stored, at)
            yield key >> 3, stored[at : at + length]
            at += length
        elif kind in (1, 5):
            at += 8 if kind == 1 else 4
        else:
            return


def _number(stored: bytes, at: int) -> tuple[int, int]:
    value = 0
    for shift in range(0, 70, 7):
        if at >= len(stored):
            break
        value |= (stored[at] & 0x7F) << shift
        at += 1
        if not stored[at - 1] & 0x80:
            break
    return value, at


def _said(value: int | bytes | None) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else ""
