"""A small bank and article of the tests' own, and a way to play them from a script."""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from civicsquiz import plain
from civicsquiz.bank import files
from civicsquiz.bank.models import Bank
from civicsquiz.plain.desk import Look
from civicsquiz.record.events import Event, EventType
from civicsquiz.record.record import Record
from civicsquiz.record.sqlite import SqliteStore
from civicsquiz.record.store import Learner, Store
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.coaching.coach import SourceCoach
from civicsquiz.study.feedback import explain
from civicsquiz.study.glossary import Glossary
from civicsquiz.study.question import Question
from civicsquiz.study.rating import rate
from civicsquiz.study.scheduling import FsrsScheduler
from civicsquiz.study.selection import question, select
from civicsquiz.study.session import Mode, Session
from civicsquiz.study.settings import RatingRules

HERE = Path(__file__).resolve().parent.parent / "banks"
NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


class Table:
    """A learner at a bank: makes sessions, plays scripts, keeps the store to look into.

    What the tests of one feature need is set on it: `certainty` is asked for, `scheduled` answers move
    due dates, `again` lets misses be tried again, `look` searches.
    """

    def __init__(self, bank: Bank, folders: Sequence[Path], store: Store | None = None) -> None:
        self.bank = bank
        self.shelf = Shelf(folders)
        self.store: Store = store or SqliteStore.in_memory()
        self.store.add_learner(Learner("learner"))
        self.certainty = self.scheduled = False
        self.again = True
        self.look: Look | None = None
        self.goes_on = ""
        self.status = 0
        ids = itertools.count(1)
        self.record = Record(
            self.store, "learner", lambda: NOW, lambda: f"uuid-{next(ids)}", FsrsScheduler()
        )

    def question(self, item_id: str) -> Question:
        """An item as the tests' seed shows it."""
        item = next(item for item in self.bank.items if item.id == item_id)
        return question(self.bank, item, "7")

    def session(
        self, questions: Sequence[Question] = (), mode: Mode = Mode.PRACTICE, **more: Any
    ) -> Session:
        """A session over all ready items in the file's order, or over `questions`; `more` goes to
        `Session`."""
        asked = questions or [question(self.bank, item, "7") for item in self.bank.asked]
        coach = SourceCoach(self.shelf, questions=asked, seed="7")
        made: dict[str, Any] = {
            "mode": mode,
            "seed": "7",
            "session_id": self.record._new_uuid(),
            "certainty": self.certainty,
            "coach": coach if mode in (Mode.TUTOR, Mode.REVIEW) else None,
            "rate": rated if self.scheduled else None,
        }
        return Session(
            asked, self.record, lambda one, ids: explain(one, ids, self.shelf), **(made | more)
        )

    def run(self, session: Session, lines: Iterable[str], **more: Any) -> str:
        """The transcript of a session that is given these lines, with the exit status in `status`."""
        out = io.StringIO()
        around: dict[str, Any] = {
            "shelf": self.shelf,
            "glossary": lambda bank: Glossary((), bank.vocabulary),
            "again": self.session if self.again else None,
            "look": self.look,
            "today": NOW.date(),
            "goes_on": self.goes_on,
        }
        self.status = plain.run(session, (line + "\n" for line in lines), out, **(around | more))
        return out.getvalue()

    def play(
        self, lines: Iterable[str], mode: Mode = Mode.PRACTICE, *, count: int | None = None
    ) -> str:
        """The transcript of a new session; it must end well."""
        questions = select([self.bank], seed="7", count=count) if count else ()
        transcript = self.run(self.session(questions, mode), lines)
        assert self.status == 0
        return transcript

    def events(self, *types: EventType) -> list[Event]:
        """What is in the log, of some types or of all."""
        return [event for event in self.store.events() if not types or event.type in types]


def rated(
    *,
    question: Question,
    mark: float,
    attempt: int,
    hints: int,
    certainty: int | None,
    taken: int | None,
) -> int:
    """The rating by the rules that come with the program."""
    return rate(
        item_type=question.item.type, mark=mark, attempt=attempt, hints=hints,
        certainty=certainty, taken=taken, median=None, rules=RatingRules(),
    )  # fmt: skip


def load(name: str) -> Bank:
    path = HERE / name
    return files.usable(files.parse(path.read_bytes(), path))


@pytest.fixture(scope="session")
def town() -> Bank:
    return load("town/town-charter.yaml")


@pytest.fixture
def hostile() -> Table:
    """A bank and an article that hold whatever a terminal could be made to obey."""
    return Table(load("hostile/hostile.yaml"), [HERE / "hostile"])


@pytest.fixture(scope="session")
def new_table(town: Bank) -> Callable[..., Table]:
    """Makes a table like `table`, for tests that need a fresh one for each of many examples; with a
    store where it is given."""
    return lambda store=None: Table(town, [HERE / "town"], store)


@pytest.fixture
def types() -> Table:
    """A bank with one item of each type, a summary to read first and a discussion."""
    return Table(load("town/eight-types.yaml"), [HERE / "town"])


@pytest.fixture
def table(town: Bank) -> Table:
    """The town's bank with its article at hand; the pamphlet is not."""
    return Table(town, [HERE / "town"])
