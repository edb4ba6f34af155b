"""Rows: an event survives the file as it was, and a changed byte is seen."""

from __future__ import annotations

import hashlib
import json
import string
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.record.events import Event, EventType
from civicsquiz.record.revisions import canonical_json
from civicsquiz.record.sqlite import rows

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
NUMBER = st.integers(0, 60_000)
EVENTS = st.builds(
    Event,
    uuid=TEXT, learner_uuid=TEXT, session=TEXT, type=st.sampled_from(EventType),
    at=st.sampled_from(["2026-01-02T03:04:05.678Z", "9999-12-31T23:59:59.999Z", "0001-01-01T00:00:00.000Z"]),
    tz_offset=st.integers(-1439, 1439), refers_to=st.none() | TEXT, item=TEXT, revision=TEXT,
    response=st.lists(TEXT, max_size=3).map(tuple), shown=st.lists(TEXT, max_size=3).map(tuple),
    certainty=st.none() | st.integers(1, 3), hints=NUMBER, attempt=NUMBER,
    mark=st.none() | st.floats(0, 1), taken=st.none() | NUMBER, language=TEXT, seed=TEXT, mode=TEXT,
    scheduled=st.booleans(), rating=st.none() | st.integers(1, 4), note=st.none() | TEXT,
    detail=st.dictionaries(TEXT, st.none() | TEXT | st.floats(allow_nan=False) | st.lists(TEXT), max_size=3),
)  # fmt: skip

EVENT = Event(
    "u", "l", "s", EventType.ANSWERED, "2026-01-02T03:04:05.678Z", -300, item="b/i", revision="r",
    response=("a",), shown=("b", "a"), hints=0, attempt=1, mark=1.0, taken=4000, rating=3,
    scheduled=True, detail={"formerly": ["x"]},
)  # fmt: skip


@given(EVENTS)
def test_an_event_comes_back_as_it_was(event: Event) -> None:
    *row, check = rows.to_row(event)
    assert rows.to_event(row) == event
    assert rows.digest(rows.values(rows.to_event(row))) == check


def test_the_digest_can_be_computed_by_anybody() -> None:
    """As `docs/record.md` says, with nothing but the export."""
    told = json.loads(json.dumps(rows.values(EVENT)))
    assert hashlib.sha256(canonical_json(told)).hexdigest()[:16] == rows.to_row(EVENT)[-1]
    assert rows.to_row(EVENT)[-1] == "0a2883b55486abdd"


@pytest.mark.parametrize("field", [field.name for field in fields(Event)])
def test_the_digest_is_of_every_field(field: str) -> None:
    others: dict[str, Any] = {
        "type": EventType.KEPT, "tz_offset": 0, "response": ("b",), "shown": (), "certainty": 1,
        "hints": 1, "attempt": 2, "mark": 0.5, "taken": None, "scheduled": False, "rating": None,
        "detail": {},
    }  # fmt: skip
    other = replace(EVENT, **{field: others.get(field, "2026-01-02T03:04:05.679Z")})
    assert rows.to_row(other)[-1] != rows.to_row(EVENT)[-1]


def test_the_columns_are_the_fields() -> None:
    """Only `attempt` has another name in the file: there it is a `try`."""
    assert list(rows.values(EVENT)) == list(rows.NAMES.values())
    assert {name for name, column in rows.NAMES.items() if name != column} == {"attempt"}


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("type", "forgotten"), ("at", "yesterday"), ("at", "2026-13-02T03:04:05.678Z"), ("at", None),
        ("at", 5), ("tz_offset", 1440), ("tz_offset", "0"), ("response", "[1]"), ("response", "{}"),
        ("response", "["), ("shown", None), ("mark", "much"), ("mark", 1), ("taken", "1"),
        ("scheduled", 2), ("rating", 0), ("rating", 5), ("detail", "[]"), ("detail", "["),
        ("detail", "[" * 100_000), ("uuid", None), ("uuid", b"u"), ("note", 5), ("hints", None),
    ],
)  # fmt: skip
def test_what_no_event_can_be_like(column: str, value: Any) -> None:
    """Whatever lies in the file, it is one error that comes out and never a half-made event."""
    told = dict(zip(rows.NAMES.values(), rows.to_row(EVENT), strict=False))
    with pytest.raises(rows.Malformed):
        rows.to_event([*(told | {column: value}).values()])


@given(st.lists(st.none() | st.text(string.printable) | st.integers() | st.floats() | st.binary(), min_size=23, max_size=23))  # fmt: skip
def test_no_row_at_all_raises_anything_else(row: list[Any]) -> None:
    with pytest.raises(rows.Malformed):
        rows.to_event(row)


@pytest.mark.parametrize(
    "row",
    [
        ("i", 1.0, 5.0, "2026-01-32", "2026-01-01", "2026-01-01", 1, 0, 3),
        ("i", "1", 5.0, "2026-01-02", "2026-01-01", "2026-01-01", 1, 0, 3),
        ("i", 1.0, 5.0, None, "2026-01-01", "2026-01-01", 1, 0, 3),
        ("i", 1.0, 5.0, "2026-01-02", "2026-01-01", "2026-01-01", 1, 0, None),
        (),
    ],
)
def test_what_no_card_can_be_like(row: tuple[Any, ...]) -> None:
    with pytest.raises(rows.Malformed):
        rows.to_card(row)
