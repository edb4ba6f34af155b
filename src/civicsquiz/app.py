"""The one builder: clock, randomness, stores and library put together, for the commands and tests.

Everything below this module is handed what it needs. Nothing is built before it is asked for, so
that the first screen waits for nothing it does not show.
"""

from __future__ import annotations

import os
import sys
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from civicsquiz import __version__, paths
from civicsquiz.bank.library import Library, Origin
from civicsquiz.errors import CivicsquizError
from civicsquiz.source.cache import Cache

if TYPE_CHECKING:
    from civicsquiz.bank.models import Bank, Term
    from civicsquiz.record.record import Record
    from civicsquiz.source.shelf import Shelf
    from civicsquiz.study.feedback import Feedback
    from civicsquiz.study.glossary import Glossary
    from civicsquiz.study.question import Question
    from civicsquiz.study.quotations import Quotations
    from civicsquiz.study.search import Search
    from civicsquiz.study.session import Mode, Session


def _now() -> datetime:
    return datetime.now(UTC).astimezone()


@dataclass
class App:
    """The program around one command. Tests replace what they must control.

    `clock` returns the time with its zone; `new_uuid` and `new_seed` are the only randomness.
    """

    env: Mapping[str, str] = field(default_factory=lambda: os.environ)
    clock: Callable[[], datetime] = _now
    new_uuid: Callable[[], str] = lambda: str(uuid.uuid4())
    new_seed: Callable[[], str] = lambda: os.urandom(4).hex()
    given_today: date | None = None
    stdin: TextIO = field(default_factory=lambda: sys.stdin)
    out: TextIO = field(default_factory=lambda: sys.stdout)
    err: TextIO = field(default_factory=lambda: sys.stderr)

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
    def record(self) -> Record:
        """The learner's log. It lives as long as the process."""
        from civicsquiz.record.record import Record
        from civicsquiz.record.store import MemoryStore

        return Record(MemoryStore(), self.new_uuid(), self.clock, self.new_uuid)

    def session(
        self,
        questions: Sequence[Question],
        *,
        mode: Mode,
        seed: str,
        shelf: Shelf | None = None,
    ) -> Session:
        """A session over `questions`, with feedback out of `shelf` (by default the usual one)."""
        from civicsquiz.study.session import Session

        known = shelf or self.shelf()

        def explained(question: Question, response: tuple[str, ...]) -> Feedback:
            from civicsquiz.study.feedback import explain  # not before there is an answer

            return explain(question, response, known)

        return Session(
            tuple(questions),
            self.record,
            explained,
            mode=mode,
            seed=seed,
            session_id=self.new_uuid(),
        )

    def shelf_for(self, bank_path: Path) -> Shelf:
        """The shelf for a bank file: what lies beside it comes first."""
        return self.shelf([bank_path.absolute().parent])

    def load(self, wanted: str) -> tuple[Bank, Shelf]:
        """A bank named by id or path, with the shelf for it.

        Raises:
            UnknownBank, FileError, InvalidBank: there is no such bank, or it cannot be used.
        """
        entry = self.library.find(wanted)
        return self.library.load(entry), self.shelf_for(entry.path)
