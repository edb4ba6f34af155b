"""Which entries of a list a text may speak of: those that have a hint which stands in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from ahocorasick_rs import AhoCorasick


class Hints:
    """The hints of the entries of a list; an entry is told by its place in it. A text is read once, however
    many hints there are (Aho and Corasick 1975, https://doi.org/10.1145/360825.360855)."""

    def __init__(self, entries: Iterable[Sequence[str]]) -> None:
        places: defaultdict[str, list[int]] = defaultdict(list)
        for place, hints in enumerate(entries):
            for hint in hints:
                places[hint].append(place)
        self._places = list(places.values())
        self._finder = AhoCorasick(places)

    def entries(self, text: str) -> list[int]:
        """The places of the entries that a text may speak of, in their order."""
        matches = self._finder.find_matches_as_indexes(text, overlapping=True)
        return sorted({place for hint, _, _ in matches for place in self._places[hint]})
