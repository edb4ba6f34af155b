"""The same fact in several sources: who says it too, and who says otherwise.

Two facts are about the same thing where their frames are alike and what identifies them is: the words
of a quotation, the name of a case. They corroborate each other where the rest is alike as well, and
else they conflict, and then no plain question is asked about either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from civicsquiz.draft.facts.fact import Fact, Frame, normalised

_ALIKE = 0.8
"""The share of words that two reports of one quotation have in common, at least."""

_IDENTIFIED = {
    Frame.QUOTATION: ("words", "speaker"),
    Frame.CASE: ("case", "year"),
    Frame.ACRONYM: ("acronym", "expansion"),
}
"""By which slot facts are about the same thing, and by which they agree on it."""


@dataclass(frozen=True)
class Links:
    """Which facts of several articles belong together."""

    facts: tuple[Fact, ...]

    @cached_property
    def _index(self) -> dict[tuple[Frame, str], list[Fact]]:
        """Facts by each rare word of what identifies them."""
        found: dict[tuple[Frame, str], list[Fact]] = {}
        for fact in self.facts:
            for word in _telling(fact):
                found.setdefault((fact.frame, word), []).append(fact)
        return found

    def corroborating(self, fact: Fact) -> list[Fact]:
        """Facts of other sources that say the same, one a source, in the order of the sources."""
        found = {other.source: other for other in self._about(fact) if _agree(fact, other)}
        return [found[source] for source in sorted(found)]

    def conflicting(self, fact: Fact) -> list[Fact]:
        """Facts, of this or another source, that say otherwise about the same thing."""
        return [other for other in self._about(fact, own=True) if not _agree(fact, other)]

    def _about(self, fact: Fact, *, own: bool = False) -> Iterator[Fact]:
        if fact.frame not in _IDENTIFIED:
            return
        seen: set[int] = {id(fact)}
        for word in _telling(fact):
            for other in self._index.get((fact.frame, word), ()):
                if id(other) in seen or (other.source == fact.source and not own):
                    continue
                seen.add(id(other))
                if _same_thing(fact, other):
                    yield other


def _telling(fact: Fact) -> Sequence[str]:
    if fact.frame not in _IDENTIFIED:
        return ()
    words = normalised(fact[_IDENTIFIED[fact.frame][0]]).split()
    return sorted({word for word in words if len(word) > 4}, key=lambda word: (-len(word), word))[
        :4
    ]


def _same_thing(one: Fact, other: Fact) -> bool:
    name = _IDENTIFIED[one.frame][0]
    mine, theirs = (normalised(fact[name]).split() for fact in (one, other))
    if one.frame is not Frame.QUOTATION:
        return mine == theirs
    if not mine or not theirs:
        return False
    shared = len(set(mine) & set(theirs))
    return shared >= _ALIKE * min(len(set(mine)), len(set(theirs)))


def _agree(one: Fact, other: Fact) -> bool:
    name = _IDENTIFIED[one.frame][1]
    mine, theirs = normalised(one[name]).split(), normalised(other[name]).split()
    if not mine or not theirs:
        return True
    if one.frame is Frame.QUOTATION:
        return mine[-1] == theirs[-1]
    return mine == theirs
