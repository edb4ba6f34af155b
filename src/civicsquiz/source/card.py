"""A source's card: what is known of a document, and nothing guessed."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Card:
    """Who says something, and where. What the document does not state is None, never guessed.

    `label` names a source whose title is not stated. `date` is ISO 8601, to the day, month or year.
    `genre` is the kind of source in words ("broadcaster", "essay that argues a case"). `sha256` is
    of the document's raw bytes, in hexadecimal.
    """

    id: str
    label: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    date: str | None = None
    url: str | None = None
    rights: str | None = None
    genre: str | None = None
    sha256: str | None = None

    @property
    def public_domain(self) -> bool:
        """Whether nobody owns the words, so that as much may be quoted as is useful."""
        return self.rights == "public domain"


def citation(card: Card, place: str = "") -> str:
    """What a reader needs to find the passage again, in words.

    The title is set in quotation marks; where the document states none, the label stands in
    brackets. `place` says where in the source ("paragraph 11").
    """
    name = f"“{card.title}”" if card.title else f"[{card.label}]"
    parts = [card.author or "", name, card.publisher or "", place]
    parts.append(in_words(card.date) if card.date else "date not stated")
    return ", ".join(part for part in parts if part)


_MONTHS = (
    "January February March April May June July August September October November December"
).split()


def in_words(date: str) -> str:
    """An ISO date as it is read in American English: "February 5, 2025", "February 2025".

    What is no such date stays as it is written.
    """
    if not is_date(date):
        return date
    year, *rest = date.split("-")
    if not rest:
        return year
    month = _MONTHS[int(rest[0]) - 1]
    return f"{month} {int(rest[1])}, {year}" if len(rest) > 1 else f"{month} {year}"


def is_date(text: str) -> bool:
    """Whether a text is an ISO 8601 date to the day, month or year, of the years 1 to 9999."""
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?", text):
        return False
    try:
        datetime.date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True
