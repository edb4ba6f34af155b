"""The table as it is asked: one method a family, siblings, and names in running text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property, lru_cache
from typing import TypeVar, cast

from civicsquiz.draft.table.entries import (
    Amendment,
    Article,
    Body,
    Case,
    Clause,
    Country,
    Document,
    Entry,
    Office,
    Party,
    Person,
    Right,
    State,
    Statute,
    Term,
    War,
)
from civicsquiz.draft.table.naming import Finder, Found, folded
from civicsquiz.draft.table.siblings import siblings

_LATEST = 512
"""Texts of which the names are kept: about those of one article."""
_E = TypeVar("_E", bound=Entry)


class Table:
    """Lookups answer None for what the table does not know, which proves nothing.

    Names are compared without case, dots, commas, accents, kinds of apostrophe or a leading "the";
    "vs." is "v.", "U.S." is "United States".
    """

    def __init__(self, entries: Mapping[str, tuple[Entry, ...]]) -> None:
        self._entries = entries
        self._named: dict[str, dict[str, Entry]] = {}
        self._short: dict[str, dict[str, Entry | None]] = {}
        self._siblings: dict[tuple[Entry, Right | None, str], list[Entry]] = {}

    def entries(self, family: str) -> tuple[Entry, ...]:
        """All of a family, in the order of its file; raises KeyError for an unknown family."""
        return self._entries[family]

    def get(self, family: str, entry_id: str) -> Entry | None:
        """The entry with that id."""
        return next((one for one in self._entries[family] if one.id == entry_id), None)

    def case(self, text: str, *, allow_short: bool = False) -> Case | None:
        """A decision by its name; with `allow_short` also "Miranda"."""
        return cast("Case | None", self._find("case", text, allow_short))

    def amendment(self, text: str) -> Amendment | None:
        """An amendment by "Eighth Amendment", "8th Amendment", "Amendment VIII", "Eighth" or "8th"."""
        return cast("Amendment | None", self._find("amendment", text, allow_short=True))

    def right(self, text: str) -> Right | None:
        """A right, such as "double jeopardy"."""
        return cast("Right | None", self._find("right", text))

    def clause(self, text: str) -> Clause | None:
        """A clause of the Constitution by its name."""
        return cast("Clause | None", self._find("clause", text))

    def article(self, text: str) -> Article | None:
        """An article of the Constitution, as "Article III"."""
        return cast("Article | None", self._find("article", text))

    def statute(self, text: str) -> Statute | None:
        """An act by a name; a bare "Civil Rights Act" is several, and so none."""
        return cast("Statute | None", self._find("statute", text))

    def office(self, text: str) -> Office | None:
        """An office, such as "secretary of state"."""
        return cast("Office | None", self._find("office", text))

    def body(self, text: str) -> Body | None:
        """A body by a name or its abbreviation."""
        return cast("Body | None", self._find("body", text))

    def document(self, text: str) -> Document | None:
        """A document, such as "Federalist No. 10"."""
        return cast("Document | None", self._find("document", text))

    def war(self, text: str) -> War | None:
        """A war by a name."""
        return cast("War | None", self._find("war", text))

    def person(self, text: str, *, allow_short: bool = False) -> Person | None:
        """A person by a full name; with `allow_short` also by a surname that only one has here."""
        return cast("Person | None", self._find("person", text, allow_short))

    def state(self, text: str) -> State | None:
        """A state by its name."""
        return cast("State | None", self._find("state", text))

    def country(self, text: str) -> Country | None:
        """A country by its name."""
        return cast("Country | None", self._find("country", text))

    def party(self, text: str) -> Party | None:
        """A party by a name."""
        return cast("Party | None", self._find("party", text))

    def term(self, text: str) -> Term | None:
        """A term by a name or its plural."""
        return cast("Term | None", self._find("term", text))

    def excludes(self, amendment: int, right: str) -> bool:
        """Whether the amendment surely is not where the right is found; False where that is unknown."""
        known = self.right(right)
        return known is not None and known.excludes(amendment)

    def justices_in(self, year: int) -> tuple[Person, ...]:
        """The justices who surely sat throughout that year, as far as the table knows them."""
        people = (one for one in self._entries["person"] if isinstance(one, Person))
        return tuple(one for one in people if one.sat_in(year))

    def siblings(
        self, entry: _E, n_at_most: int = 3, *, right: Right | str | None = None, role: str = ""
    ) -> tuple[_E, ...]:
        """Entries of the same kind that may be wrong answers beside this one, nearest first.

        None of them may be right as well, as far as the table says. There may be fewer than
        `n_at_most`. For amendments, `right` admits all that surely do not hold that right (and only
        those: an unknown right admits none). For persons, `role` takes those who held that role, such
        as "justice", instead of the person's main one.
        """
        known = self.right(right) if isinstance(right, str) else right
        if right is not None and known is None:
            return ()
        key = (entry, known, role)
        if key not in self._siblings:
            self._siblings[key] = siblings(entry, self._entries[entry.family], known, role)
        return cast("tuple[_E, ...]", tuple(self._siblings[key][:n_at_most]))

    def names(self, text: str) -> list[Found]:
        """Names in running text: (start, end, family, entry), in order, the longest, none in another.

        Only with the capitals of the name; `short` names never; "'s" stays outside.
        """
        return list(self._found(text))

    @cached_property
    def _found(self) -> Callable[[str], list[Found]]:
        """`find`, with what was found in the latest texts: each is asked for more than once."""
        return lru_cache(maxsize=_LATEST)(self._finder.find)

    @cached_property
    def _finder(self) -> Finder:
        return Finder(one for family in _IN_TEXT for one in self._entries[family])

    def _find(self, family: str, text: str, allow_short: bool = False) -> Entry | None:
        name = folded(text)
        if family not in self._named:
            self._index(family)
        found = self._named[family].get(name)
        return self._short[family].get(name) if found is None and allow_short else found

    def _index(self, family: str) -> None:
        named = self._named.setdefault(family, {})
        short = self._short.setdefault(family, {})
        for entry in self._entries[family]:
            named.update((folded(name), entry) for name in (entry.name, *entry.also))
            for name in map(folded, entry.short):
                short[name] = None if name in short else entry


_IN_TEXT = (
    "case", "amendment", "clause", "article", "statute", "document", "war", "body", "person", "party",
    "office", "state", "country", "term", "right",
)  # fmt: skip
"""The families found in text; a name in two of them is the first's."""
