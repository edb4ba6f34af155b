"""A small bank and article of the tests' own, and a way to play them from a script."""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from civicsquiz import plain
from civicsquiz.bank import files
from civicsquiz.bank.models import Bank
from civicsquiz.record.record import Record
from civicsquiz.record.store import MemoryStore
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.feedback import explain
from civicsquiz.study.glossary import Glossary
from civicsquiz.study.question import Question
from civicsquiz.study.selection import question, select
from civicsquiz.study.session import Mode, Session

HERE = Path(__file__).resolve().parent.parent / "banks"


class Table:
    """A learner at a bank: makes sessions, plays scripts, keeps the store to look into."""

    def __init__(self, bank: Bank, folders: Sequence[Path]) -> None:
        self.bank = bank
        self.shelf = Shelf(folders)
        self.store = MemoryStore()
        ids = itertools.count(1)
        self.record = Record(
            self.store, "learner", lambda: datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
            lambda: f"uuid-{next(ids)}",
        )  # fmt: skip

    def session(self, questions: Sequence[Question] = (), mode: Mode = Mode.PRACTICE) -> Session:
        """A session over all ready items in the file's order, or over `questions`."""
        asked = questions or [question(self.bank, item, "7") for item in self.bank.asked]
        return Session(
            asked, self.record, lambda one, ids: explain(one, ids, self.shelf),
            mode=mode, seed="7", session_id=self.record._new_uuid(),
        )  # fmt: skip

    def play(
        self,
        lines: Iterable[str],
        mode: Mode = Mode.PRACTICE,
        *,
        count: int | None = None,
        again: bool = True,
    ) -> str:
        """The transcript of a session that is given these lines; it must end well."""
        questions = select([self.bank], seed="7", count=count) if count else ()
        out = io.StringIO()
        repeat: Callable[[Sequence[Question], Mode], Session] = self.session
        status = plain.run(
            self.session(questions, mode),
            (line + "\n" for line in lines),
            out,
            shelf=self.shelf,
            glossary=Glossary((), self.bank.vocabulary),
            again=repeat if again else None,
        )
        assert status == 0
        return out.getvalue()


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
def new_table(town: Bank) -> Callable[[], Table]:
    """Makes a table like `table`, for tests that need a fresh one for each of many examples."""
    return lambda: Table(town, [HERE / "town"])


@pytest.fixture
def types() -> Table:
    """A bank with one item of each type, a summary to read first and a discussion."""
    return Table(load("town/eight-types.yaml"), [HERE / "town"])


@pytest.fixture
def table(town: Bank) -> Table:
    """The town's bank with its article at hand; the pamphlet is not."""
    return Table(town, [HERE / "town"])
