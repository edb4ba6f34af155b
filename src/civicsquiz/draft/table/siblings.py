"""Which entries may stand beside another as wrong answers: of one kind, nearest first, none right too."""

from __future__ import annotations

from collections.abc import Iterable

from civicsquiz.draft.table.entries import Amendment, Entry, Person, Right
from civicsquiz.draft.table.naming import folded

_ACROSS_KINDS = frozenset({"case", "statute", "document", "country", "clause", "party"})
"""Families in which another kind is still a thing of the same sort; the own kind comes first."""
_FAR = 10_000


def siblings(
    entry: Entry, pool: tuple[Entry, ...], right: Right | None = None, role: str = ""
) -> list[Entry]:
    """All of the pool that may be used against the entry, nearest first.

    `right`: amendments that surely do not hold it. `role`: persons who held it, instead of the
    entry's own main role.
    """
    order = {id(one): place for place, one in enumerate(pool)}
    at = order.get(id(entry), 0)
    mine = entry.dated

    def distance(one: Entry) -> tuple[bool, int, int, int]:
        years = _FAR if mine is None or one.dated is None else abs(one.dated - mine)
        place = order[id(one)]
        return one.kind != entry.kind, years, abs(place - at), place

    return sorted(_possible(entry, pool, right, role), key=distance)


def _possible(
    entry: Entry, pool: Iterable[Entry], right: Right | None, role: str
) -> Iterable[Entry]:
    for one in pool:
        if one is entry or _same_name(one, entry):
            continue
        if isinstance(one, Amendment) and isinstance(entry, Amendment):
            if _other_amendment(one, entry, right):
                yield one
        elif isinstance(one, Person) and isinstance(entry, Person):
            if (role or entry.kind) in one.roles and one.apart.isdisjoint(entry.apart):
                yield one
        elif one.apart.isdisjoint(entry.apart) and (
            one.kind == entry.kind or one.family in _ACROSS_KINDS
        ):
            yield one


def _other_amendment(one: Amendment, key: Amendment, right: Right | None) -> bool:
    if right is not None:
        return right.excludes(one.number)
    # Without a right in hand, whatever the Fourteenth carries over to the states stays away from it.
    low, high = sorted((one.number, key.number))
    return one.apart.isdisjoint(key.apart) and not (high == 14 and low <= 9)


def _same_name(one: Entry, other: Entry) -> bool:
    """Whether two persons share a surname: nobody is asked to tell Marshall from Marshall."""
    if not isinstance(one, Person):
        return False
    return _surname(one.name) == _surname(other.name)


def _surname(name: str) -> str:
    words = [word for word in folded(name).split() if word not in ("jr", "sr", "ii", "iii")]
    return words[-1]
