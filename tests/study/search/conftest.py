"""A library of banks that are made on the spot, and the search over it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from civicsquiz.bank.library import Entry, Library, Origin
from civicsquiz.bank.models import Bank
from civicsquiz.source.cache import Cache
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.search import Search


class LaterCache(Cache):
    """A cache on a disk whose clock runs an hour ahead: every file is old enough to be kept."""

    def disk_time(self) -> int | None:
        now = super().disk_time()
        return now and now + 3600 * 10**9


class Held(Library):
    """A library that has these banks; each has a file, so that it can be changed and removed."""

    def __init__(self, folder: Path, *banks: Bank) -> None:
        super().__init__([])
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.read_ones: list[str] = []
        self.held: dict[Path, Bank] = {}
        for bank in banks:
            self.hold(bank)

    def hold(self, bank: Bank) -> Path:
        """Put a bank into the library, or in place of the one with its id."""
        path = self.folder / f"{bank.id}.yaml"
        path.write_text(repr(bank), encoding="utf-8")
        self.held[path] = bank
        return path

    @property
    def shown(self) -> tuple[Entry, ...]:
        return tuple(Entry(bank.id, path, Origin.SET) for path, bank in self.held.items())

    def read(self, entry: Entry) -> Bank:
        self.read_ones.append(entry.id)
        return self.held[entry.path]


Searched = Callable[..., Search]


@pytest.fixture
def searched(tmp_path: Path) -> Searched:
    """A search over banks, with its index up to date; `shelf` has their sources."""

    def make(*banks: Bank, shelf: Shelf | None = None) -> Search:
        library = Held(tmp_path / "banks", *banks)
        known = shelf or Shelf([])
        search = Search(library, LaterCache(tmp_path / "cache", "1"), lambda _: known)
        for _ in search.steps():
            pass
        return search

    return make
