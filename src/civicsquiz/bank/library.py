"""The library: which banks there are, where each comes from, and what hides what."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from civicsquiz.bank import files, kept
from civicsquiz.bank.models import Bank
from civicsquiz.errors import CivicsquizError, FileError, InvalidBank, UnknownBank
from civicsquiz.source import files as raw
from civicsquiz.source.cache import Cache
from civicsquiz.source.visible import one_line

SUFFIXES = (".yaml", ".yml")
_HEAD = 4000
_ID = re.compile(r"^id[ \t]*:[ \t]*[\"']?([a-z0-9-]+)", re.MULTILINE)


class Origin(StrEnum):
    """Which of the places, in order of precedence, a bank was found in."""

    PATH = "path"
    SET = "CIVICSQUIZ_BANKS"
    YOURS = "yours"
    SHIPPED = "shipped"


@dataclass(frozen=True)
class Entry:
    """A bank file of the library. `hidden_by` is the path of a file with the same id that comes
    before it, if there is one."""

    id: str
    path: Path
    origin: Origin
    hidden_by: Path | None = None


class Library:
    """Bank files out of `places`: folders or files with their origin, first come, first served."""

    def __init__(self, places: Sequence[tuple[Path, Origin]], cache: Cache | None = None) -> None:
        self._places = tuple(places)
        self._cache = cache
        self._banks: dict[Path, Bank] = {}
        self.problems: list[FileError] = []
        """Folders and files that could not be looked at, found so far."""

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every bank file, those that are hidden by another included."""
        found: list[Entry] = []
        first: dict[str, Path] = {}
        for path, origin, bank_id in self._listed():
            found.append(Entry(bank_id, path, origin, first.get(bank_id)))
            first.setdefault(bank_id, path)
        return tuple(found)

    @property
    def shown(self) -> tuple[Entry, ...]:
        """The entries that nothing hides."""
        return tuple(entry for entry in self.entries if entry.hidden_by is None)

    def find(self, wanted: str) -> Entry:
        """The entry of a bank named by its id or its path.

        Raises:
            UnknownBank: there is none; the sentence names the nearest.
            FileError: a path that leads to no bank file.
        """
        if _looks_like_path(wanted):
            path = Path(wanted)
            if path.is_dir():
                raise FileError(path, "is a folder", "name one bank in it")
            return Entry(_bank_id(_head(path)) or path.stem, path, Origin.PATH)
        for entry in self.shown:
            if entry.id == wanted:
                return entry
        ids = [entry.id for entry in self.shown]
        close = difflib.get_close_matches(wanted, ids, n=1)
        hint = f"did you mean {close[0]}?" if close else f"there are: {', '.join(ids) or 'none'}"
        raise UnknownBank(f"no bank “{one_line(wanted)}”: {hint}")

    def load(self, entry: Entry) -> Bank:
        """The bank of an entry, out of the cache where the file's content is known.

        Raises:
            FileError, InvalidBank: the file cannot be read, or has errors of form.
        """
        if entry.path not in self._banks:
            self._banks[entry.path] = self._load(entry.path)
        return self._banks[entry.path]

    def _load(self, path: Path) -> Bank:
        data = raw.read_bytes(path)
        values = self._cache.get("bank", data) if self._cache else None
        if values is not None:
            try:
                return kept.unpack(values)
            except (AttributeError, KeyError, TypeError, ValueError):
                pass
        bank = files.usable(files.parse(data, path))
        if self._cache:
            self._cache.put("bank", data, kept.pack(bank))
        return bank

    def banks(self) -> Iterator[tuple[Entry, Bank | CivicsquizError]]:
        """Every shown entry with its bank, or with the error that keeps it from being one."""
        for entry in self.shown:
            try:
                yield entry, self.load(entry)
            except (FileError, InvalidBank) as error:
                yield entry, error

    def _listed(self) -> Iterator[tuple[Path, Origin, str]]:
        for place, origin in self._places:
            try:
                for path in bank_files(place):
                    yield path, origin, _bank_id(_head(path)) or path.stem
            except FileError as error:
                self.problems.append(error)


def bank_files(place: Path) -> Iterable[Path]:
    """The bank files at a place: a file itself, or those below a folder that carry the marker
    `civicsquiz:`, in the order of their names. A folder that is not there has none.

    Raises:
        FileError: the folder cannot be listed.
    """
    if place.is_file():
        return [place]
    try:
        below = sorted(path for path in place.rglob("*") if path.suffix.lower() in SUFFIXES)
    except OSError as error:
        raise FileError(place, f"cannot be listed ({error.strerror})") from None
    return [path for path in below if path.is_file() and files.is_bank(_head(path))]


def _head(path: Path) -> str:
    """The beginning of a file, enough to tell a bank and its id."""
    try:
        if not path.is_file():  # to open a pipe is to wait for whoever writes to it
            return ""
        with path.open("rb") as file:
            return file.read(_HEAD).decode("utf-8", errors="replace")
    except OSError:
        return ""


def _bank_id(head: str) -> str | None:
    found = _ID.search(head)
    return found.group(1) if found else None


def _looks_like_path(wanted: str) -> bool:
    return "/" in wanted or "\\" in wanted or wanted.lower().endswith(SUFFIXES)
