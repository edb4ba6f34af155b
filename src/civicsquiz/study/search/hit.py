"""What a search finds, and the part of its text that is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

MOST = 200
"""The longest text of a hit, in characters."""

_BEFORE = 60
"""So many characters stand before the first match where the text is cut on both sides."""

Span = tuple[int, int]


class Kind(StrEnum):
    """What was found."""

    PASSAGE = "passage"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Hit:
    """An item, by its stem, or a passage with the items that rest on it.

    `text` is plain and in one line, `marks` are its spans that match (offsets, end exclusive,
    ascending). `bank` is the id of the bank in the file `path`, `title` its title; `also` are titles
    of further banks that quote the passage. `items` are ids in this bank. `source` is the bank's id
    for the source and `citation` says in words which it is; `start` to `end` are the quoted words in
    its canonical text, -1 where they were not found there. An item has none of these.
    """

    kind: Kind
    bank: str
    path: Path
    title: str
    items: tuple[str, ...]
    text: str
    marks: tuple[Span, ...] = ()
    source: str = ""
    citation: str = ""
    start: int = -1
    end: int = -1
    also: tuple[str, ...] = ()


def cut(hit: Hit, most: int = MOST) -> Hit:
    """The hit with no more of its text than `most` characters, around where most of it matches. It is
    cut between words where there are any, and “…” stands for what is left out."""
    text = hit.text
    if len(text) <= most:
        return hit
    room = most - 2
    first, last = _densest(hit.marks, room)
    start = max(0, min(first - min(_BEFORE, room - min(room, last - first)), len(text) - room))
    end = min(len(text), start + room)
    start, end = _at_words(text, start, end, first, min(last, end))
    lead, tail = "…" if start else "", "…" if end < len(text) else ""
    shift = len(lead) - start
    marks = tuple(
        (max(begin, start) + shift, min(stop, end) + shift)
        for begin, stop in hit.marks
        if begin < end and stop > start
    )
    return replace(hit, text=f"{lead}{text[start:end]}{tail}", marks=marks)


def _densest(marks: Sequence[Span], room: int) -> Span:
    """From the first to the last of the marks that stand together in `room` characters and are most;
    of several such groups the first."""
    best, most = (0, 0), 0
    for at, (first, end) in enumerate(marks):
        inside = [stop for start, stop in marks[at:] if stop <= first + room] or [end]
        if len(inside) > most:
            best, most = (first, inside[-1]), len(inside)
    return best


def _at_words(text: str, start: int, end: int, first: int, last: int) -> Span:
    """The span from `start` to `end`, made shorter so that it cuts no word; but what lies from
    `first` to `last` stays, and a single word that fills it is cut."""
    if start:
        begin = text.find(" ", start - 1, max(start, first))
        start = begin + 1 if begin >= 0 else start
    if end < len(text):
        stop = text.rfind(" ", max(last, start + 1), end + 1)
        end = stop if stop >= 0 else end
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return start, end
