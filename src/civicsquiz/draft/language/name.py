"""A name in a sentence, and of what kind it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class NameKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    COURT = "court"
    LEGISLATURE = "legislature"
    COMMITTEE = "committee"
    AGENCY = "agency"
    ORGANIZATION = "organization"
    PARTY = "party"
    STATE = "state"
    COUNTRY = "country"
    PLACE = "place"
    CASE = "case"
    AMENDMENT = "amendment"
    CLAUSE = "clause"
    STATUTE = "statute"
    DOCUMENT = "document"
    WAR = "war"
    EVENT = "event"
    OFFICE = "office"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence, from `start` to `end` (offsets in the sentence; no title, no “’s”).

    `key` is what is named, in the fullest form that the article has: equal for “Judge Marrero” and
    “Victor Marrero”. `title` is what stands right before a person's name, `whole` where the title,
    or “the”, begins.
    """

    start: int
    end: int
    text: str
    kind: NameKind
    key: str
    title: str = ""
    whole: int = -1

    @property
    def begins(self) -> int:
        """Where the name begins with its title."""
        return self.start if self.whole < 0 else self.whole
