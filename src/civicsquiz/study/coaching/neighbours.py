"""The other items of a bank or a session that rest on the words of a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from civicsquiz.bank.models import Item, Role
from civicsquiz.source.selector import Folded, Found, find
from civicsquiz.study.coaching.words import related, tokens, with_numbers, words

_RUN = 4
"""So many words in a row make a passage the same."""


class Neighbours:
    """Which of `items` rest on which words. It takes about as long to build as their quotations
    take to read, and is built when it is first asked."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = tuple(items)
        self._by_run: dict[tuple[str, ...], set[int]] | None = None

    def on(self, text: str, item: Item) -> tuple[Item, ...]:
        """The items besides `item` of which words stand in `text`, in their order."""
        if self._by_run is None:
            self._by_run = self._read()
        found: set[int] = set()
        said = words(text)
        for length in range(1, _RUN + 1):
            for run in _runs(said, length):
                found |= self._by_run.get(run, set())
        return tuple(
            other for other in (self._items[at] for at in sorted(found)) if other.id != item.id
        )

    def others(self, item: Item) -> tuple[Item, ...]:
        """All items but `item`."""
        return tuple(other for other in self._items if other.id != item.id)

    def _read(self) -> dict[tuple[str, ...], set[int]]:
        found: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
        for at, item in enumerate(self._items):
            for evidence in item.evidence_in(Role.PROVES):
                said = words(evidence.selector.exact)
                for run in _runs(said, min(_RUN, len(said))):
                    found[run].add(at)
        return dict(found)


def spans_in(text: str, neighbour: Item, telling: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where the `telling` words of a neighbour's key stand in its own passages in a text."""
    folded = Folded(text)
    for evidence in neighbour.evidence_in(Role.PROVES) if telling else ():
        found = find(folded, evidence.selector, excerpt=True)
        if isinstance(found, Found):
            said = tokens(text[found.start : found.end])
            for token in (*said, *with_numbers(said)):
                if any(related(token.word, word) for word in telling):
                    yield found.start + token.start, found.start + token.end


def _runs(said: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    for at in range(len(said) - length + 1 if length else 0):
        yield tuple(said[at : at + length])
