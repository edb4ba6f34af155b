"""Clock, randomness, stores and library: all that sessions are made of.

Everything below is handed what it needs. Nothing is built before it is asked for, so that the first
screen waits for nothing it does not show.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from civicsquiz import __version__, paths
from civicsquiz.bank.library import Library, Origin
from civicsquiz.errors import CivicsquizError, FileError, RecordError, UsageError
from civicsquiz.source.cache import Cache

if TYPE_CHECKING:
    from civicsquiz.bank.models import Bank, Term
    from civicsquiz.record.cards import Scheduler
    from civicsquiz.record.record import Record
    from civicsquiz.record.sqlite import SqliteStore
    from civicsquiz.record.store import Learner
    from civicsquiz.source.shelf import Shelf
    from civicsquiz.study.glossary import Glossary
    from civicsquiz.study.question import Question
    from civicsquiz.study.quotations import Quotations
    from civicsquiz.study.search import Search
    from civicsquiz.study.settings import Settings


def _now() -> datetime:
    """The time here; in UTC where the days that there are end before it is as late here."""
    now = datetime.now(UTC)
    try:
        return now.astimezone()
    except (OverflowError, ValueError):
        return now


@dataclass
class Parts:
    """The program around one command, without its sessions.

    `clock` returns the time with its zone, `timer` seconds from some moment on; `new_uuid` and
    `new_seed` are the only randomness. `learner_name` is whose answers are kept, empty for the only
    learner; with `forgetful` none are. With `only_reads` nothing is to be kept, and the record need
    not be there nor be writable.
    """

    env: Mapping[str, str] = field(default_factory=lambda: os.environ)
    clock: Callable[[], datetime] = _now
    new_uuid: Callable[[], str] = lambda: str(uuid.uuid4())
    new_seed: Callable[[], str] = lambda: os.urandom(4).hex()
    timer: Callable[[], float] = time.monotonic
    given_today: date | None = None
    learner_name: str = ""
    forgetful: bool = False
    only_reads: bool = False
    stdin: TextIO = field(default_factory=lambda: sys.stdin)
    out: TextIO = field(default_factory=lambda: sys.stdout)
    err: TextIO = field(default_factory=lambda: sys.stderr)

    def __post_init__(self) -> None:
        self._opened: dict[int, tuple[Bank, Path]] = {}  # by id(bank), which lives as long as this
        self.has_copy = False

    @property
    def today(self) -> date:
        """The learner's local day."""
        return self.given_today or self.clock().date()

    @cached_property
    def cache(self) -> Cache:
        return Cache(paths.cache_dir(self.env), __version__)

    @cached_property
    def library(self) -> Library:
        """CIVICSQUIZ_BANKS before the user's own banks before those that are shipped."""
        places = [(place, Origin.SET) for place in paths.bank_path(self.env)]
        places.append((paths.user_banks(self.env), Origin.YOURS))
        places.append((paths.shipped_banks(), Origin.SHIPPED))
        return Library(places, self.cache)

    def shelf(self, extra_folders: Sequence[Path] = ()) -> Shelf:
        """All sources that can be reached; `extra_folders` come first."""
        from civicsquiz.source.shelf import Shelf

        folders = [*extra_folders, *paths.source_path(self.env), paths.user_sources(self.env)]
        return Shelf([*folders, paths.shipped_seeds()], self.cache)

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The words to know that all banks share.

        Raises:
            FileError: the glossary that comes with the program cannot be used.
        """
        from civicsquiz.bank.glossary import load

        return load(paths.shipped_seeds() / "glossary.yaml", self.cache)

    def glossary(self, bank: Bank | None = None) -> Glossary:
        """The shared words, with those of `bank` before them; without the shared ones, and with the
        reason, where their file cannot be used."""
        from civicsquiz.source.visible import one_line
        from civicsquiz.study.glossary import Glossary

        own = bank.vocabulary if bank else ()
        try:
            return Glossary(self.terms, own)
        except CivicsquizError as error:
            return Glossary((), own, problem=one_line(str(error)))

    @cached_property
    def quotations(self) -> Quotations:
        """What the banks of the library quote; nothing of it is gathered yet."""
        from civicsquiz.study.quotations import Quotations

        return Quotations(self.library, self.shelf_for)

    @cached_property
    def search(self) -> Search:
        """The search over the library; its index is brought up to date by whoever searches."""
        from civicsquiz.study.search import Search

        return Search(self.library, self.cache, self.shelf_for)

    @cached_property
    def settings(self) -> Settings:
        """What the learner has set.

        Raises:
            FileError: the file of settings cannot be used.
        """
        from civicsquiz.study.settings import load

        return load(paths.settings_file(self.env))

    @cached_property
    def scheduler(self) -> Scheduler:
        from civicsquiz.study.scheduling import FsrsScheduler

        return FsrsScheduler(self.settings.review)

    @cached_property
    def store(self) -> SqliteStore:
        """The log, and the cards as they follow under what is set now; on disk.

        Raises:
            RecordError, FileError: the file, or that of the settings, cannot be used.
        """
        from civicsquiz.record.sqlite import SqliteStore

        if self.forgetful:
            return SqliteStore.in_memory()
        path = paths.progress_file(self.env)
        if self.only_reads:
            from civicsquiz.record.sqlite.only_reading import store_for_reading

            store = store_for_reading(path)
        else:
            store = SqliteStore.open(path)
        if store.scheduled_by != self.scheduler.settings:
            self._bring_into_step(store)
        return store

    def _bring_into_step(self, store: SqliteStore) -> None:
        """Make the cards again that were made under other settings. Where the file cannot be written
        they stay as they are: what is only read needs no more."""
        from civicsquiz.record.sqlite.rebuilding import in_step

        with contextlib.suppress(RecordError):
            in_step(store, self.scheduler)

    @cached_property
    def learner(self) -> Learner:
        """Whose answers are kept: the one that is named, else the only one, or the only one without a
        name; made where there is none yet. With `only_reads` it is then nobody, without a uuid.

        Raises:
            RecordError: the file cannot be used.
            UsageError: nobody has the name, or several could be meant.
        """
        from civicsquiz.record.store import Learner

        if found := self._who(self.store.learners()):
            return found
        if self.only_reads:
            return Learner("")
        return self.store.first_learner(self.new_uuid())

    @cached_property
    def record(self) -> Record:
        """The learner's log; errors as for `learner`."""
        from civicsquiz.record.record import Record

        return Record(self.store, self.learner.uuid, self.clock, self.new_uuid, self.scheduler)

    def keep_nothing(self) -> None:
        """From here on answers are remembered only as long as the program runs, beside a copy of what
        the record says, where that can be read as this learner's (then `has_copy`). What is set counts
        where it can be read, else what is set from the beginning. To be called when that has been
        said."""
        copy = None if self.forgetful else self._copy()
        self.forgetful, self.has_copy = True, copy is not None
        for made in ("store", "learner", "record", "scheduler"):
            self.__dict__.pop(made, None)
        try:
            _ = self.settings
        except FileError:
            from civicsquiz.study.settings import Settings

            self.set_for_now(Settings())
        if copy is not None:
            self.__dict__["store"] = copy
            self._bring_into_step(copy)

    def _copy(self) -> SqliteStore | None:
        """A copy of the record in memory; None where it cannot be read, or nobody knows whose it is."""
        from civicsquiz.record.sqlite.only_reading import copy_in_memory

        with contextlib.suppress(RecordError, UsageError):
            store = copy_in_memory(paths.progress_file(self.env))
            if store is not None and self._who(store.learners()):
                return store
        return None

    def _who(self, known: Sequence[Learner]) -> Learner | None:
        """Whose answers are kept, of those that are known; None where there is nobody yet.

        Raises:
            UsageError: nobody has the name, or several could be meant.
        """
        from civicsquiz.record import learners

        if self.learner_name and (known or not self.forgetful):
            return learners.named(self.learner_name, known)
        return learners.unnamed(known) if known else None

    def set_for_now(self, settings: Settings) -> None:
        """Other settings until the program ends; what is in the file stays."""
        self.__dict__["settings"] = settings

    def shelf_of(self, questions: Sequence[Question]) -> Shelf:
        """A shelf for the banks that questions are from: what lies beside each of them comes first."""
        banks = {question.bank.id for question in questions}
        opened = (self._opened.get(id(question.bank)) for question in questions)
        folders = [one[1].absolute().parent for one in opened if one]
        folders += (
            entry.path.absolute().parent for entry in self.library.shown if entry.id in banks
        )
        return self.shelf(list(dict.fromkeys(folders)))

    def shelf_for(self, bank_path: Path) -> Shelf:
        """The shelf for a bank file: what lies beside it comes first."""
        return self.shelf([bank_path.absolute().parent])

    def load(self, wanted: str) -> tuple[Bank, Shelf]:
        """A bank named by id or path, with the shelf for it.

        Raises:
            UnknownBank, FileError, InvalidBank: there is no such bank, or it cannot be used.
        """
        entry = self.library.find(wanted)
        bank = self.library.load(entry)
        if entry.origin is Origin.PATH and not self._in_library(bank.id, entry.path):
            self._opened[id(bank)] = bank, entry.path.parent.resolve() / entry.path.name
        return bank, self.shelf_for(entry.path)

    def _in_library(self, bank_id: str, path: Path) -> bool:
        """Whether the file at `path` is the one that the library has under this id."""
        entry = next((entry for entry in self.library.shown if entry.id == bank_id), None)
        with contextlib.suppress(OSError):
            return entry is not None and entry.path.samefile(path)
        return False
