"""What the banks of a library quote: source by source, passage by passage, and the items that rest
on each passage.

It is gathered bank by bank, for a reader has to have gone through all of them before every passage
is marked; what is gathered so far can be looked at any time. Items that are never asked count for
nothing.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from civicsquiz.bank.library import Library
from civicsquiz.bank.models import Bank, Evidence, Role
from civicsquiz.errors import CivicsquizError
from civicsquiz.source.card import Card
from civicsquiz.source.placing import Placed, Source
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.passages import source_of


@dataclass(frozen=True, slots=True)
class Resting:
    """An item that rests on a passage. `ref` is "bank-id/item-id", `title` the bank's, `path` its
    file."""

    ref: str
    item: str
    stem: str
    title: str
    path: Path


@dataclass(frozen=True, slots=True)
class Passage:
    """`[start:end]` of a source's canonical text, and the items that rest on any of it."""

    start: int
    end: int
    items: tuple[Resting, ...]


class QuotedSource:
    """A source with what is quoted of it. Where it is not at hand, the `texts` quoted, parted by an
    empty line, stand for its canonical text."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.texts: dict[str, int] = {}
        self._spans: dict[tuple[int, int], dict[str, Resting]] = {}

    @property
    def items(self) -> int:
        """How many items rest on the source."""
        return len({ref for items in self._spans.values() for ref in items})

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages in the order of the source; quotations that overlap are one passage."""
        found: list[tuple[int, int, dict[str, Resting]]] = []
        for (start, end), items in sorted(self._spans.items()):
            if found and start < found[-1][1]:
                first, last, before = found[-1]
                found[-1] = first, max(last, end), {**before, **items}
            else:
                found.append((start, end, items))
        return tuple(Passage(start, end, tuple(items.values())) for start, end, items in found)

    def add(self, evidence: Evidence, source: Source, resting: Resting) -> None:
        """Take in that an item rests on a passage; words that the source does not have are none."""
        placed = source.find(evidence.selector)
        if isinstance(placed, Placed):
            span = placed.start, placed.end
        elif placed is None:
            text = evidence.selector.exact
            length = sum(len(known) + 2 for known in self.texts)
            start = self.texts.setdefault(text, length)
            span = start, start + len(text)
        else:
            return
        self._spans.setdefault(span, {})[resting.ref] = resting


_Key = tuple[str, str] | Card


class Quotations:
    """The sources that the banks of a library rest on."""

    def __init__(self, library: Library, shelf_for: Callable[[Path], Shelf]) -> None:
        self._library = library
        self._shelf_for = shelf_for
        self._shelves: dict[Path, Shelf] = {}
        self._sources: dict[_Key, QuotedSource] = {}
        self._steps = self._gather()
        self._lock = threading.Lock()

    @property
    def sources(self) -> tuple[QuotedSource, ...]:
        """The sources gathered so far, in the order in which the banks name them."""
        return tuple(quoted for quoted in tuple(self._sources.values()) if quoted.items)

    def of(self, source: Source) -> QuotedSource | None:
        """What is gathered so far of one source, whichever bank has it."""
        return self._sources.get(_key(source))

    def steps(self) -> Iterator[tuple[int, int]]:
        """Gather what is not yet gathered, one bank at a step: how many are done, and how many there
        are. Two threads that go through it share the work."""
        while True:
            with self._lock:
                step = next(self._steps, None)
            if step is None:
                return
            yield step

    def _gather(self) -> Iterator[tuple[int, int]]:
        entries = self._library.shown
        for done, entry in enumerate(entries, 1):
            try:
                bank = self._library.read(entry)
            except CivicsquizError:
                pass  # Home says of it why it cannot be used
            else:
                self._add(bank, entry.path)
            yield done, len(entries)
        self._shelves.clear()
        for quoted in self._sources.values():
            quoted.source = replace(quoted.source)  # without what only searching in it needs

    def _add(self, bank: Bank, path: Path) -> None:
        folder = path.absolute().parent
        shelf = self._shelves.get(folder) or self._shelf_for(path)
        self._shelves[folder] = shelf
        sources = {name: source_of(bank, name, shelf) for name in bank.cards}
        for item in bank.asked:
            resting = Resting(f"{bank.id}/{item.id}", item.id, item.stem, bank.title, path)
            for evidence in _shown(item.evidence):
                source = sources[evidence.source]
                key = _key(source)
                if key not in self._sources:
                    self._sources[key] = QuotedSource(source)
                self._sources[key].add(evidence, source, resting)


def _shown(evidence: Iterable[Evidence]) -> Iterator[Evidence]:
    """Without the wrong sentences of an item that asks for one: nothing rests on those."""
    return (one for one in evidence if one.role is not Role.CANDIDATE)


def _key(source: Source) -> _Key:
    """What two banks have in common where they rest on one source."""
    if source.document is not None:
        return "article", source.document.sha256
    if source.guide is not None:
        return "guide", source.guide.canonical_sha256
    return source.card
