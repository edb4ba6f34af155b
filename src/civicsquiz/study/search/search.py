"""Searching a library: its index, brought up to date bank by bank, and looked into."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from civicsquiz.bank.library import Entry, Library
from civicsquiz.errors import FileError, InvalidBank
from civicsquiz.source.cache import Cache
from civicsquiz.source.document import SUFFIXES
from civicsquiz.source.shelf import Shelf
from civicsquiz.source.signature import Signature, settled, signature
from civicsquiz.source.visible import one_line
from civicsquiz.study.search.gather import gather
from civicsquiz.study.search.hidden import NOTHING, Hidden
from civicsquiz.study.search.hit import Hit, cut
from civicsquiz.study.search.index import Index, Writing
from civicsquiz.study.search.query import asked

_UNSETTLED = ""
"""The state of a bank that has to be read again: it was changed just before it was read."""

_MANY = 10
"""After so many banks the index is put together."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the banks that have to be read have been."""

    done: int
    total: int


class Search:
    """Searches what `library` shows: stems of items, and passages as they stand in the sources that
    are at hand. `shelf_for` makes the shelf for the banks of a folder, out of the path of one. May be
    used by several threads at once.

    Both methods raise `SearchUnavailable` where there is no searching at all.
    """

    def __init__(self, library: Library, cache: Cache, shelf_for: Callable[[Path], Shelf]) -> None:
        self._library = library
        self._cache = cache
        self._shelf_for = shelf_for
        self._index = Index(cache.file("search.db"))

    def steps(self) -> Iterator[Progress]:
        """Bring the index up to date. Each step reads one bank that has changed, or is new, or whose
        sources have changed; there is none where all is up to date. What is done stays done if one
        stops in between."""
        now = self._cache.disk_time() or 0
        known = self._index.states()
        entries = self._library.shown
        paths = {entry.path for entry in entries}
        if gone := [path for path in known if path not in paths and not path.exists()]:
            self._index.drop(gone)
        sources = _Sources(self._shelf_for, now)
        changed: list[tuple[Entry, str]] = []
        for entry in entries:
            state = _state(entry.path, sources, now)
            if state == _UNSETTLED or known.get(entry.path) != state:
                changed.append((entry, state))
        for done, (entry, state) in enumerate(changed, 1):
            self._read(entry, state)
            yield Progress(done, len(changed))
        if len(changed) >= _MANY:
            self._index.tidy()

    def search(self, query: str, limit: int = 50, hidden: Hidden = NOTHING) -> tuple[Hit, ...]:
        """What is found for what somebody typed, the best first, and nothing that `hidden` hides.
        What has been indexed so far is searched. Nothing that is typed is an error."""
        shown = {entry.path for entry in self._library.shown}

        def choose(hits: Iterator[Hit]) -> tuple[Hit, ...]:
            return _chosen((hit for hit in hits if hit.path in shown), limit, hidden)

        found: tuple[Hit, ...] = ()
        for one in asked(query) if limit > 0 else ():
            found = found or self._index.matching(one, choose, found)
        return found

    def _read(self, entry: Entry, state: str) -> None:
        """Index a bank as it is now. One that cannot be used has nothing to be found. Its shelf goes
        with it: all banks and sources at once would fill the memory."""
        try:
            bank = self._library.read(entry)
        except FileError:
            self._index.drop([entry.path])
        except InvalidBank:
            self._index.put(Writing(entry.path, state, entry.id, "", ()))
        else:
            found = tuple(gather(bank, self._shelf_for(entry.path)))
            self._index.put(Writing(entry.path, state, bank.id, one_line(bank.title), found))


def _chosen(hits: Iterable[Hit], limit: int, hidden: Hidden) -> tuple[Hit, ...]:
    """The first hits that may be shown, as they are shown; one passage of several banks once."""
    chosen: dict[tuple[str, str], Hit] = {}
    for whole in hits:
        if hidden.hides(whole):
            continue
        same = whole.text, whole.citation or f"{whole.bank}/{whole.items}"
        if known := chosen.get(same):
            if whole.title not in (known.title, *known.also):
                chosen[same] = replace(known, also=(*known.also, whole.title))
            continue
        hit = cut(whole)
        if not hidden.shows_key(hit.text):
            chosen[same] = hit
        if len(chosen) == limit:
            break
    return tuple(chosen.values())


class _Sources:
    """What the sources are like that the banks of a folder may rest on."""

    def __init__(self, shelf_for: Callable[[Path], Shelf], now: int) -> None:
        self._shelf_for = shelf_for
        self._now = now
        self._known: dict[Path, str] = {}

    def state(self, bank: Path) -> str:
        """A text that changes when one of the files does; `_UNSETTLED` where one just has."""
        if bank.parent not in self._known:
            places = self._shelf_for(bank).folders
            found = [(str(path), _signature(path)) for place in places for path in _files(place)]
            is_settled = all(one is None or settled(one, self._now) for _, one in found)
            text = repr(found).encode("utf-8", "surrogatepass")
            self._known[bank.parent] = (
                hashlib.sha256(text).hexdigest()[:16] if is_settled else _UNSETTLED
            )
        return self._known[bank.parent]


def _state(path: Path, sources: _Sources, now: int) -> str:
    """What a bank and its sources are like, in a text that changes when one of them does."""
    found, around = _signature(path), sources.state(path)
    if found is None or around == _UNSETTLED or not settled(found, now):
        return _UNSETTLED
    return " ".join(map(str, (*found, around)))


def _files(place: Path) -> list[Path]:
    """The files at a place that may be sources."""
    if not place.is_dir():
        return [place]
    try:
        return sorted(path for path in place.iterdir() if path.suffix.lower() in SUFFIXES)
    except OSError:
        return []


def _signature(path: Path) -> Signature | None:
    try:
        return signature(path.stat())
    except (OSError, ValueError):
        return None
