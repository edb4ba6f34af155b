"""What the table says of one thing. Every entry is frozen; an empty field is unknown.

There is one object for each thing, so entries are compared by identity.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

_LETTERS = re.compile(r"[^a-z0-9]+")
_PLAIN = str.maketrans({"’": None, "ñ": "n"})
_INCORPORATED = frozenset(range(1, 9))
"""Amendments whose rights may also be said to be protected, against states, by the Fourteenth."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Entry:
    """A thing with a name. `id` is unique in its family, `kind` is what siblings share.

    Two entries of a family with a common word in `apart` may both be right where one is: they are
    never used against each other. `short` are names that mean it only where the context says so.
    `about` is ours; how it goes into a sentence depends on the family (see each class).
    """

    family: str
    name: str
    also: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    kind: str = ""
    apart: frozenset[str] = frozenset()
    about: str = ""

    @cached_property
    def id(self) -> str:
        """The name in plain letters, such as "trop-v-dulles"."""
        return _LETTERS.sub("-", self.name.casefold().translate(_PLAIN)).strip("-")

    @property
    def dated(self) -> int | None:
        """The year by which nearness is measured."""
        return None


@dataclass(frozen=True, kw_only=True, eq=False)
class Case(Entry):
    """A decision of the U.S. Supreme Court. It is about `about`; its kind is the topic.

    `opinion` is "majority", "plurality", "per curiam", "judgment" (its author announced the judgment
    with no opinion that a majority joined) or "" where it is mixed or not known.
    `law` names whatever provisions can be said to have decided it.
    """

    year: int | None
    cite: str
    author: str
    opinion: str
    vote: str
    law: tuple[str, ...]

    @property
    def dated(self) -> int | None:
        return self.year

    @property
    def holds(self) -> bool:
        """Whether the main opinion spoke for the Court: only then has "the Court held" it."""
        return self.opinion in ("majority", "per curiam")


@dataclass(frozen=True, kw_only=True, eq=False)
class Amendment(Entry):
    """An amendment of the Constitution. It is about each of its `subjects`."""

    number: int
    word: str
    year: int
    """When it was ratified."""
    subjects: tuple[str, ...]

    @property
    def dated(self) -> int | None:
        return self.number


@dataclass(frozen=True, kw_only=True, eq=False)
class Right(Entry):
    """A right or rule, and the numbers of the amendments it is found in."""

    amendments: frozenset[int]
    near: frozenset[int]
    """Amendments that could be argued for."""

    def excludes(self, number: int) -> bool:
        """Whether that amendment surely is not where this right is found.

        The Fourteenth carries most of the first eight over to the states, and is never excluded there.
        """
        carried = number == 14 and not self.amendments.isdisjoint(_INCORPORATED)
        return number not in self.amendments and number not in self.near and not carried


@dataclass(frozen=True, kw_only=True, eq=False)
class Clause(Entry):
    """A clause of the Constitution. It `about` ("bars …", "lets Congress …")."""

    place: str
    amendment: int | None
    """None for the body of the Constitution, and where the clause stands in two amendments."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Article(Entry):
    """An article of the Constitution. It `about` ("sets up …")."""

    number: int

    @property
    def dated(self) -> int | None:
        return self.number


@dataclass(frozen=True, kw_only=True, eq=False)
class Statute(Entry):
    """An act of a legislature. It dealt with `about`."""

    year: int | None

    @property
    def dated(self) -> int | None:
        return self.year


@dataclass(frozen=True, kw_only=True, eq=False)
class Office(Entry):
    """An office, not who holds it. Its holder `about` ("presides over …")."""

    level: str
    """federal, state, local, legislative, judicial or foreign"""


@dataclass(frozen=True, kw_only=True, eq=False)
class Body(Entry):
    """A court, chamber, department, agency, commission or other body. It `about`."""

    abbr: str


@dataclass(frozen=True, kw_only=True, eq=False)
class Document(Entry):
    """A document or plan. It is `about`."""

    year: int | None

    @property
    def dated(self) -> int | None:
        return self.year


@dataclass(frozen=True, kw_only=True, eq=False)
class War(Entry):
    """A war. It is `about`."""

    start: int | None
    end: int | None

    @property
    def dated(self) -> int | None:
        return self.start or self.end


@dataclass(frozen=True, kw_only=True, eq=False)
class Person(Entry):
    """Somebody of public life. He or she is `about`; the first of the roles is the main one."""

    roles: tuple[str, ...]
    presidency: str
    """Such as "1885–1889, 1893–1897"; "2025–" is open."""
    bench: str
    """Years on the Supreme Court."""
    party: str

    @property
    def dated(self) -> int | None:
        found = re.match(r"\d{4}", self.bench or self.presidency)
        return int(found.group()) if found else None

    def sat_in(self, year: int) -> bool | None:
        """Whether a justice sat in that year; None where it is the year of coming or going, or unknown."""
        if not self.bench:
            return None
        for span in self.bench.split(", "):
            first, _, last = span.partition("–")
            if year in (int(first), int(last or 0)):
                return None
            if int(first) < year and (not last or year < int(last)):
                return True
        return False


@dataclass(frozen=True, kw_only=True, eq=False)
class State(Entry):
    """One of the fifty states."""

    postal: str
    capital: str
    adjective: str


@dataclass(frozen=True, kw_only=True, eq=False)
class Country(Entry):
    """A country; its kind is the region."""

    demonym: str


@dataclass(frozen=True, kw_only=True, eq=False)
class Party(Entry):
    """A political party. It is (or was) `about`."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Term(Entry):
    """A term with a definition: it is `about`. Its kind is its family of terms."""
