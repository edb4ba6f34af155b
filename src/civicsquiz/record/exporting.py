"""The log as JSON or CSV, piece by piece, for other programs.

Both have the names of the columns of the file (`docs/record.md` explains each). In CSV a text that a
spreadsheet would take for a formula gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from civicsquiz.record.events import Event
from civicsquiz.record.sqlite import rows
from civicsquiz.source.visible import visible


def as_json(events: Iterable[Event]) -> Iterator[str]:
    """An array with an object for each event, one a line; nothing but ASCII."""
    before = "[\n"
    for event in events:
        yield before + json.dumps(rows.values(event))
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def as_csv(events: Iterable[Event]) -> Iterator[str]:
    """A line with the names, then one for each event. Lists and details are JSON."""
    yield _line(rows.NAMES.values())
    for event in events:
        yield _line(map(_cell, rows.values(event).values()))


def _line(cells: Iterable[Any]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow(cells)
    return text.getvalue()


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, list | dict):
        value = json.dumps(value, ensure_ascii=False, sort_keys=True)
    if not isinstance(value, str):
        return value
    text = visible(value)
    return f"'{text}" if text.lstrip()[:1] in tuple("=+-@") else text
