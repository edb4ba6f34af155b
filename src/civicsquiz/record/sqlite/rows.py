"""Events, cards and revisions as rows, and back; what comes out of a file is checked for its form."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import fields
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from civicsquiz.record.cards import Card
from civicsquiz.record.events import Event, EventType, local_day, on_the_clock

NAMES = {field.name: "try" if field.name == "attempt" else field.name for field in fields(Event)}
"""The fields of `Event`, with the column (and the name in an export) of each."""

COLUMNS = ", ".join(f'"{name}"' for name in NAMES.values())
"""The columns that make an event, in the order of `to_event`."""

INSERT = f"INSERT INTO event ({COLUMNS}, digest) VALUES ({'?, ' * len(NAMES)}?)"  # noqa: S608

CARD_COLUMNS = ", ".join(field.name for field in fields(Card))

_JSON = {"response": "[]", "shown": "[]", "detail": "{}"}
"""The columns of JSON, with what is in them where there is nothing."""

_WHOLE, _REAL, _TEXT = ((kind, type(None)) for kind in (int, float, str))
_BOOLEANS = {0: False, 1: True}
_NOTHING: dict[str, Any] = {}
_TYPES = {type_.value: type_ for type_ in EventType}

_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
"""As `revisions.canonical_json`, without making the encoder anew for each of many rows."""


class Malformed(Exception):
    """A row that civicsquiz did not write like this."""


def values(event: Event) -> dict[str, Any]:
    """An event as JSON has it, under the names of the columns; this is what an export holds."""
    return {
        "uuid": event.uuid,
        "learner_uuid": event.learner_uuid,
        "session": event.session,
        "type": event.type.value,
        "at": event.at,
        "tz_offset": event.tz_offset,
        "refers_to": event.refers_to,
        "item": event.item,
        "revision": event.revision,
        "response": list(event.response),
        "shown": list(event.shown),
        "certainty": event.certainty,
        "hints": event.hints,
        "try": event.attempt,
        "mark": None if event.mark is None else float(event.mark),
        "taken": event.taken,
        "language": event.language,
        "seed": event.seed,
        "mode": event.mode,
        "scheduled": bool(event.scheduled),
        "rating": event.rating,
        "note": event.note,
        "detail": dict(event.detail),
    }


def digest(told: dict[str, Any]) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of the canonical JSON of `values`."""
    return hashlib.sha256(_encode(told).encode()).hexdigest()[:16]


def holds(event: Event, written: object) -> bool:
    """Whether an event is as it was when this digest was written."""
    try:
        return digest(values(event)) == written
    except UnicodeEncodeError:
        return False


def to_row(event: Event) -> tuple[Any, ...]:
    """What `INSERT` takes."""
    told = values(event)
    try:
        check = digest(told)
    except UnicodeEncodeError:  # half a character, which no file can hold
        whole = json.loads(_encode(told).encode("utf-8", "replace"))
        told = {name: whole[name] for name in told}
        check = digest(told)
    for name, empty in _JSON.items():
        told[name] = _encode(told[name]) if told[name] else empty
    told["revision"] = told["revision"] or None
    told["scheduled"] = int(told["scheduled"])
    return (*told.values(), check)


def to_event(row: Sequence[Any]) -> Event:
    """An event out of `COLUMNS`.

    Raises:
        Malformed: no event can be like that.
    """
    try:
        (
            uuid, learner_uuid, session, type_, at, tz_offset, refers_to, item, revision, response,
            shown, certainty, hints, attempt, mark, taken, language, seed, mode, scheduled, rating,
            note, detail,
        ) = row  # fmt: skip
        told = _NOTHING if detail == "{}" else json.loads(detail)
        event = Event(
            uuid, learner_uuid, session, _TYPES[type_], _time(at), tz_offset, refers_to, item,
            revision or "", _texts(response), _texts(shown), certainty, hints, attempt, mark, taken,
            language, seed, mode, _BOOLEANS[scheduled], rating, note, told,
        )  # fmt: skip
        sound = (
            type(uuid) is type(learner_uuid) is type(session) is type(item) is str
            and type(event.revision) is type(language) is type(seed) is type(mode) is str
            and type(tz_offset) is type(hints) is type(attempt) is int
            and type(certainty) in _WHOLE
            and type(taken) in _WHOLE
            and type(rating) in _WHOLE
            and type(refers_to) in _TEXT
            and type(note) in _TEXT
            and type(mark) in _REAL
            and type(told) is dict
            and -1440 < tz_offset < 1440
            and (rating is None or 1 <= rating <= 4)
        )
    except (KeyError, TypeError, ValueError, RecursionError):
        raise Malformed from None
    if not sound:
        raise Malformed
    return event


def to_moment(row: Sequence[Any]) -> datetime:
    """When an event happened, on the learner's clock as it went then, out of `at` and `tz_offset`.

    Raises:
        Malformed: it is no such thing.
    """
    try:
        at, offset = row
        return on_the_clock(_time(at), offset)
    except (OverflowError, TypeError, ValueError):
        raise Malformed from None


@lru_cache(4096)
def _time(at: str) -> str:
    local_day(at, 0)
    return at


@lru_cache(4096)
def _texts(value: str) -> tuple[str, ...]:
    texts = json.loads(value)
    if type(texts) is not list or any(type(text) is not str for text in texts):
        raise ValueError("not a list of texts")
    return tuple(texts)


def asked_json(asked: Any) -> str:
    """What was asked, as the table of revisions has it."""
    return _encode(asked if isinstance(asked, dict) else dict(asked))


def to_asked(text: str) -> dict[str, Any]:
    """What was asked, out of the table of revisions.

    Raises:
        Malformed: it is no such thing.
    """
    try:
        asked = json.loads(text)
    except (TypeError, ValueError, RecursionError):
        raise Malformed from None
    if type(asked) is not dict:
        raise Malformed
    return asked


def card_row(card: Card) -> tuple[Any, ...]:
    """The values of `CARD_COLUMNS`; days are ISO texts, which reach to the year 9999 and sort."""
    return (
        card.item, card.stability, card.difficulty, card.due.isoformat(), card.last.isoformat(),
        card.first.isoformat(), card.reps, card.lapses, card.rating,
    )  # fmt: skip


def to_card(row: Sequence[Any]) -> Card:
    """A card out of `CARD_COLUMNS`.

    Raises:
        Malformed: no card can be like that.
    """
    try:
        item, stability, difficulty, due, last, first, reps, lapses, rating = row
        due, last, first = map(date.fromisoformat, (due, last, first))
        sound = (
            type(item) is str
            and all(type(number) is float for number in (stability, difficulty))
            and all(type(number) is int for number in (reps, lapses, rating))
        )
    except (TypeError, ValueError):
        raise Malformed from None
    if not sound:
        raise Malformed
    return Card(item, stability, difficulty, due, last, first, reps, lapses, rating)
