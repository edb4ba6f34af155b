"""What the screens ask of the one that puts the program together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from civicsquiz.bank.library import Library
from civicsquiz.bank.models import Bank
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.question import Question
from civicsquiz.study.session import Mode

if TYPE_CHECKING:
    from civicsquiz.record.store import Learner, Store
    from civicsquiz.study.glossary import Glossary
    from civicsquiz.study.quotations import Quotations
    from civicsquiz.study.reviewing.at_hand import AtHand
    from civicsquiz.study.search import Search
    from civicsquiz.study.session import Session
    from civicsquiz.study.session.resuming import Resumed
    from civicsquiz.study.settings import Settings


class Builder(Protocol):
    """Banks, shelves, words, the record and sessions; `civicsquiz.app.App` is one.

    Whatever is asked of the record raises `RecordError` where its file cannot be used, and whatever
    depends on what is set raises `FileError` where that cannot be read. With `forgetful` there is no
    file: what is answered is gone when the program ends.
    """

    forgetful: bool
    has_copy: bool
    """Whether, with nothing kept, there is a copy of what the record said before."""
    learner_name: str
    """The learner that was named; empty where none was."""

    @property
    def settings(self) -> Settings: ...

    def weakest_first(self, questions: Sequence[Question], seed: str) -> tuple[Question, ...]:
        """Questions in the order of a tutor; errors as for `learner`."""

    def set_for_now(self, settings: Settings) -> None:
        """Other settings until the program ends; what is in the file stays."""

    def keep_nothing(self) -> None:
        """From here on answers are remembered only as long as the program runs, beside what can be
        read of the record."""

    @property
    def env(self) -> Mapping[str, str]: ...

    @property
    def clock(self) -> Callable[[], datetime]: ...

    @property
    def today(self) -> date: ...

    @property
    def library(self) -> Library: ...

    @property
    def new_seed(self) -> Callable[[], str]: ...

    @property
    def quotations(self) -> Quotations: ...

    @property
    def search(self) -> Search: ...

    @property
    def store(self) -> Store: ...

    @property
    def learner(self) -> Learner: ...

    @property
    def at_hand(self) -> AtHand: ...

    def glossary(self, bank: Bank | None = None) -> Glossary:
        """The words that all banks share, with those of `bank` before them."""

    def shelf_for(self, bank_path: Path) -> Shelf:
        """The shelf for a bank file: what lies beside it comes first."""

    def shelf_of(self, questions: Sequence[Question]) -> Shelf:
        """A shelf for the banks that questions are from."""

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
    ) -> Session:
        """A session over `questions`, with feedback out of `shelf`, by default one for all of them.
        Whether `certainty` is asked for is by default as it is set."""

    def resumable(self, bank: Bank | None = None) -> tuple[str, Resumed] | None:
        """The latest session that can go on, with its id; None where there is none. With `bank` of
        those over that bank alone."""

    def elsewhere(self) -> Iterable[Bank]:
        """The banks that the learner opened by their paths and the library has not."""

    def lost_session(self) -> str:
        """A sentence where the session that was left last cannot go on because its bank is no longer
        where it was opened, or cannot be read; else empty."""

    def resume(self, session_id: str, found: Resumed) -> Session:
        """The session that goes on."""
