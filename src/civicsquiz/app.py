"""The one builder: clock, randomness, stores and library put together, for the commands and tests.

Everything below this module is handed what it needs. Nothing is built before it is asked for, so
that the first screen waits for nothing it does not show.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
import uuid
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from civicsquiz import __version__, paths
from civicsquiz.bank.library import Library, Origin
from civicsquiz.errors import CivicsquizError, RecordError, UsageError
from civicsquiz.source.cache import Cache

if TYPE_CHECKING:
    from civicsquiz.bank.models import Bank, Term
    from civicsquiz.record.cards import Scheduler
    from civicsquiz.record.record import Record
    from civicsquiz.record.sqlite import SqliteStore
    from civicsquiz.record.store import Learner
    from civicsquiz.source.shelf import Shelf
    from civicsquiz.study.coaching import Coach
    from civicsquiz.study.feedback import Feedback
    from civicsquiz.study.glossary import Glossary
    from civicsquiz.study.question import Question
    from civicsquiz.study.quotations import Quotations
    from civicsquiz.study.reviewing.at_hand import AtHand
    from civicsquiz.study.search import Search
    from civicsquiz.study.session import Mode, Session
    from civicsquiz.study.session.log import Rate
    from civicsquiz.study.session.resuming import Resumed
    from civicsquiz.study.settings import Settings


_TIMES = 100
"""How many of the learner's latest times say what is usual."""

_BANKS = 30
"""In a library of up to so many banks a coach knows what is asked in all of them."""

_UNFINISHED = 20
"""How many unfinished sessions are looked at for one that can go on."""


def _now() -> datetime:
    return datetime.now(UTC).astimezone()


@dataclass
class App:
    """The program around one command. Tests replace what they must control.

    `clock` returns the time with its zone, `timer` seconds from some moment on; `new_uuid` and
    `new_seed` are the only randomness. `learner_name` is whose answers are kept, empty for the only
    learner; with `forgetful` none are.
    """

    env: Mapping[str, str] = field(default_factory=lambda: os.environ)
    clock: Callable[[], datetime] = _now
    new_uuid: Callable[[], str] = lambda: str(uuid.uuid4())
    new_seed: Callable[[], str] = lambda: os.urandom(4).hex()
    timer: Callable[[], float] = time.monotonic
    given_today: date | None = None
    learner_name: str = ""
    forgetful: bool = False
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
        store = SqliteStore.open(paths.progress_file(self.env))
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
        name; made where there is none yet.

        Raises:
            RecordError: the file cannot be used.
            UsageError: nobody has the name, or several could be meant.
        """
        from civicsquiz.record import learners

        known = self.store.learners()
        if self.learner_name and not self.forgetful:
            return learners.named(self.learner_name, known)
        return learners.unnamed(known) if known else self.store.first_learner(self.new_uuid())

    @cached_property
    def record(self) -> Record:
        """The learner's log; errors as for `learner`."""
        from civicsquiz.record.record import Record

        return Record(self.store, self.learner.uuid, self.clock, self.new_uuid, self.scheduler)

    def keep_nothing(self) -> None:
        """From here on answers are remembered only as long as the program runs, and nothing is set but
        what is set from the beginning. To be called when that has been said."""
        from civicsquiz.study.settings import Settings

        self.forgetful = True
        for made in ("store", "learner", "record", "scheduler"):
            self.__dict__.pop(made, None)
        self.set_for_now(Settings())

    def set_for_now(self, settings: Settings) -> None:
        """Other settings until the program ends; what is in the file stays."""
        self.__dict__["settings"] = settings

    @cached_property
    def at_hand(self) -> AtHand:
        """The items of the library by their refs; none is read yet."""
        from civicsquiz.study.reviewing.at_hand import AtHand

        return AtHand(self.library)

    def session(
        self,
        questions: Sequence[Question],
        *,
        mode: Mode,
        seed: str,
        shelf: Shelf | None = None,
        title: str = "",
        certainty: bool | None = None,
        leeches: Collection[str] = (),
        resumed: Resumed | None = None,
        session_id: str = "",
    ) -> Session:
        """A session over `questions`, with feedback out of `shelf` (by default one for all the banks
        they are from). Whether `certainty` is asked for is by default as it is set. With `resumed` it
        goes on under its `session_id`.

        Raises:
            RecordError, FileError: the record or the settings cannot be used.
        """
        from civicsquiz.study.session import Session

        known = shelf or self.shelf_of(questions)

        def explained(question: Question, response: tuple[str, ...]) -> Feedback:
            from civicsquiz.study.feedback import explain  # not before there is an answer

            return explain(question, response, known)

        return Session(
            tuple(questions),
            self.record,
            explained,
            mode=mode,
            seed=seed,
            session_id=session_id or self.new_uuid(),
            title=title,
            certainty=self.settings.certainty.ask if certainty is None else certainty,
            rate=self._rate(),
            timer=self.timer,
            coach=self._coach(questions, known, seed) if mode == "tutor" or leeches else None,
            penalty=self.settings.tutor.penalty,
            leeches=leeches,
            past=resumed.past if resumed else (),
            written=resumed.written if resumed else 0,
        )

    def weakest_first(self, questions: Sequence[Question], seed: str) -> tuple[Question, ...]:
        """Questions in the order of a tutor: topics in turn, those the learner knows least first.

        Raises:
            RecordError: the record cannot be used.
        """
        from civicsquiz.study.reviewing.topics import tutor_order
        from civicsquiz.study.selection import question

        cards = {card.item: card for card in self.store.cards(self.learner.uuid)}
        items = [(one.bank, one.item) for one in questions]
        ordered = tutor_order(items, cards, self.today, seed)
        return tuple(question(*pair, seed) for pair in ordered)

    def _rate(self) -> Rate:
        """The rating of an answer by the rules that are set and the learner's usual time."""
        usual: list[float | None] = []

        def rate(*, question: Question, **answered: Any) -> int:
            from civicsquiz.study import rating

            rules = self.settings.rating
            if not usual:
                times = self.store.times(self.learner.uuid, _TIMES)
                usual.append(rating.usual_time(times, rules))
            return rating.rate(
                item_type=question.item.type, median=usual[0], rules=rules, **answered
            )

        return rate

    def _coach(self, questions: Sequence[Question], shelf: Shelf, seed: str) -> Coach:
        """Without a glossary fewer other names of an answer are known; hints there are all the same."""
        from civicsquiz.study.coaching.coach import SourceCoach

        try:
            terms = self.terms
        except CivicsquizError:
            terms = ()
        misses = self.settings.tutor.misses_before_reading
        banks = self.library.banks() if len(self.library.shown) <= _BANKS else ()
        usable = [bank for _, bank in banks if not isinstance(bank, CivicsquizError)]
        return SourceCoach(
            shelf, terms=terms, questions=questions, banks=usable, seed=seed, misses=misses
        )

    def resumable(self) -> tuple[str, Resumed] | None:
        """The latest session that can go on, and what it goes on with; None where there is none.

        Raises:
            RecordError: the record cannot be used.
        """
        from civicsquiz.study.reviewing.typed import variants
        from civicsquiz.study.session.resuming import resumed

        for session_id in self.store.unfinished(self.learner.uuid, _UNFINISHED):
            events = tuple(self.store.events(session=session_id))
            try:
                found = resumed(events, self.at_hand.find, variants)
            except UsageError:
                continue
            return session_id, found
        return None

    def resume(self, session_id: str, found: Resumed) -> Session:
        """The session that goes on; errors as for `session`."""
        return self.session(
            found.questions,
            mode=found.mode,
            seed=found.seed,
            title=found.title,
            certainty=found.certainty,
            leeches=found.leeches,
            resumed=found,
            session_id=session_id,
        )

    def shelf_of(self, questions: Sequence[Question]) -> Shelf:
        """A shelf for the banks that questions are from: what lies beside each of them comes first."""
        banks = {question.bank.id for question in questions}
        folders = (
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
        return self.library.load(entry), self.shelf_for(entry.path)
