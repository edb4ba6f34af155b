"""The library: which banks there are, where each comes from, and what hides what.

What reads a bank is imported where one is read: a list out of the cache waits for none of it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from civicsquiz.bank.catalogue import NO_HEAD, Catalogue, Head, Summary
from civicsquiz.bank.pack_head import SUFFIX, refuse_pack
from civicsquiz.errors import CivicsquizError, FileError, InvalidBank, UnknownBank
from civicsquiz.source import files as raw
from civicsquiz.source.cache import Cache
from civicsquiz.source.visible import one_line

if TYPE_CHECKING:
    from civicsquiz.bank.finding import Finding
    from civicsquiz.bank.models import Bank

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


@dataclass(frozen=True, kw_only=True)
class Listed(Summary):
    """An entry with what lists say of it."""

    entry: Entry


class Library:
    """Bank files out of `places`: folders or files with their origin, first come, first served.

    What lists need is kept in the cache's catalogue, so that a library that has not changed is listed
    without reading a bank file.
    """

    def __init__(self, places: Sequence[tuple[Path, Origin]], cache: Cache | None = None) -> None:
        self._places = tuple(places)
        self._cache = cache
        self._catalogue = Catalogue(cache, [place for place, _ in self._places])
        self._banks: dict[Path, Bank] = {}
        self.problems: list[FileError] = []
        """Folders and files that could not be looked at, found so far."""

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every bank file, those that are hidden by another included."""
        found: list[Entry] = []
        first: dict[str, Path] = {}
        for path, origin, bank_id in self._found():
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
            FileError: a path that leads to a folder or a pack.
        """
        path = Path(wanted)
        if _looks_like_path(wanted) or (wanted.lower().endswith(SUFFIX) and path.is_file()):
            if path.is_dir():
                raise FileError(path, "is a folder", "name one bank in it")
            refuse_pack(path)
            return Entry(_head(path).id or path.stem, path, Origin.PATH)
        for entry in self.shown:
            if entry.id == wanted:
                return entry
        import difflib

        ids = [entry.id for entry in self.shown]
        close = difflib.get_close_matches(wanted, ids, n=1)
        hint = f"did you mean {close[0]}?" if close else f"there are: {', '.join(ids) or 'none'}"
        raise UnknownBank(f"no bank “{one_line(wanted)}”: {hint}")

    def listed(self) -> Iterator[Listed]:
        """Every shown entry with what lists say of it. A file that has changed, or was never met, is
        read when its turn comes."""
        entries = self.shown
        try:
            for entry in entries:
                yield Listed(entry=entry, **vars(self._summary(entry)))
        finally:
            self._catalogue.save()

    def load(self, entry: Entry) -> Bank:
        """The bank of an entry, out of the cache where the file's content is known. It is held as
        long as the library.

        Raises:
            FileError, InvalidBank: the file cannot be read, or has errors of form.
        """
        if entry.path not in self._banks:
            self._banks[entry.path] = self.read(entry)
        return self._banks[entry.path]

    def read(self, entry: Entry) -> Bank:
        """The bank that is in the file of an entry now, for whoever goes through many and holds
        none; else as `load`."""
        from civicsquiz.bank import kept

        data = raw.read_bytes(entry.path)
        values = self._cache.get("bank", data) if self._cache else None
        if values is not None:
            try:
                return kept.unpack(values)
            except (AttributeError, KeyError, TypeError, ValueError):
                pass
        from civicsquiz.bank import files

        bank = files.usable(files.parse(data, entry.path))
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

    def _summary(self, entry: Entry) -> Summary:
        try:
            return self._catalogue.summary(entry.path, lambda _: _summarised(self.read, entry))
        except FileError as error:
            from civicsquiz.bank.finding import Finding, Severity

            path = str(entry.path)
            return _unusable([Finding(path, 0, 0, Severity.ERROR, "F1", error.problem, error.mend)])

    def _found(self) -> Iterator[tuple[Path, Origin, str]]:
        for place, origin in self._places:
            try:
                for path in bank_files(place, self._head):
                    yield path, origin, self._head(path).id or path.stem
            except FileError as error:
                self.problems.append(error)
        self._catalogue.save()

    def _head(self, path: Path) -> Head:
        return self._catalogue.head(path, _read_head)


def bank_files(place: Path, head: Callable[[Path], Head] | None = None) -> list[Path]:
    """The bank files at a place: a file itself, or those below a folder that carry the marker
    `civicsquiz:`, in the order of their names. A folder that is not there has none, links to folders
    are not followed, and folders that are hidden (`.name`) are passed over: a bank may be half
    written in one. `head` tells what a file begins with.

    Raises:
        FileError: the folder cannot be listed.
    """
    if place.is_file():
        return [place]
    below: list[Path] = []

    def fail(error: OSError) -> None:
        absent = isinstance(error, (FileNotFoundError, NotADirectoryError))
        if error.filename == str(place) and not absent:
            raise FileError(place, f"cannot be listed ({error.strerror})") from None

    for folder, folders, names in os.walk(place, onerror=fail):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below += [Path(folder, name) for name in names if name.lower().endswith(SUFFIXES)]
    told = head or _head
    return [path for path in sorted(below) if path.suffix and told(path).marked]


def _head(path: Path) -> Head:
    """What a file begins with, if it can be read."""
    try:
        if path.is_file():  # to open a pipe is to wait for whoever writes to it
            return _read_head(path)
    except OSError:
        pass
    return NO_HEAD


def _read_head(path: Path) -> Head:
    """The beginning of a file, enough to tell a bank and its id.

    Raises:
        OSError: it cannot be read.
    """
    from civicsquiz.bank import files

    with path.open("rb") as file:
        text = file.read(_HEAD).decode("utf-8", errors="replace")
    found = _ID.search(text)
    return Head(files.is_bank(text), found.group(1) if found else "")


def _summarised(read: Callable[[Entry], Bank], entry: Entry) -> Summary:
    """What lists say of a bank file, which is read.

    Raises:
        FileError: it cannot be.
    """
    from civicsquiz.bank.models import Status

    try:
        bank = read(entry)
    except InvalidBank as error:
        return _unusable(error.findings)
    return Summary(
        title=bank.title,
        description=bank.description,
        as_of=bank.as_of or "",
        items=len(bank.items),
        asked=len(bank.asked),
        drafts=sum(item.status is Status.DRAFT for item in bank.items),
        unproven=sum(item.status is Status.UNPROVEN for item in bank.items),
    )


def _unusable(findings: Sequence[Finding]) -> Summary:
    return Summary(problem=findings[0], problems=len(findings))


def _looks_like_path(wanted: str) -> bool:
    return "/" in wanted or "\\" in wanted or wanted.lower().endswith(SUFFIXES)
