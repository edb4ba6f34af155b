"""Items, banks and sessions in a line each, and a source to prove them with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from civicsquiz.bank.items import Choice, TrueFalse
from civicsquiz.bank.models import (
    Bank,
    Evidence,
    Option,
    Role,
    Stance,
    option_id,
)
from civicsquiz.record.record import Record
from civicsquiz.record.sqlite import SqliteStore
from civicsquiz.record.store import Learner, Store
from civicsquiz.source.card import Card
from civicsquiz.source.selector import Selector
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.feedback import explain
from civicsquiz.study.question import Question
from civicsquiz.study.scheduling import FsrsScheduler
from civicsquiz.study.selection import question
from civicsquiz.study.session import Mode, Session


class Make:
    """Builders; whatever is not given is something harmless."""

    def choice(
        self, name: str = "item", key: str = "", others: Sequence[str] = (), **more: Any
    ) -> Choice:
        others = others or (f"wrong one of {name}", f"wrong two of {name}")
        values: dict[str, Any] = {
            "id": name, "topic": "topic", "stance": Stance.FACT, "stem": f"Stem of {name}?",
            "rationale": f"Because of {name}.", "evidence": (self.evidence(f"Words that prove {name}"),),
            "key": Option(option_id(key or f"right of {name}"), key or f"right of {name}"),
            "distractors": tuple(Option(option_id(text), text, f"{text} is wrong.") for text in others),
        }  # fmt: skip
        return Choice(**{**values, **more})

    def judgement(self, name: str = "judgement", *, key: bool = True, **more: Any) -> TrueFalse:
        values: dict[str, Any] = {
            "id": name, "topic": "topic", "stance": Stance.FACT, "stem": f"{name}. True or false?",
            "rationale": f"Because of {name}.", "evidence": (self.evidence(f"Words on {name}"),),
            "why": "It is the other way round.",
        }  # fmt: skip
        return TrueFalse(key=key, **{**values, **more})

    def evidence(
        self, exact: str, role: Role = Role.PROVES, source: str = "paper", prefix: str = ""
    ) -> Evidence:
        return Evidence(source, Selector(exact, prefix), role)

    def bank(self, *items: Choice | TrueFalse, name: str = "bank", **more: Any) -> Bank:
        cards = {
            "paper": Card("paper", "A paper", title="Paper", date="2025-02", genre="newspaper"),
            "other": Card("other", "Another paper"),
        }
        return Bank(**{"id": name, "title": name.title(), "cards": cards, "items": items, **more})

    def question(self, item: Choice | TrueFalse, seed: str = "1") -> Question:
        return question(self.bank(item), item, seed)

    def session(
        self,
        size: int,
        mode: Mode = Mode.PRACTICE,
        store: Store | None = None,
        topics: int = 2,
        **more: Any,
    ) -> Session:
        """A session over `size` items, whose topics take turns; every third is a judgement."""
        items = [
            self.judgement(f"j{at}", topic=f"topic-{at % topics}") if at % 3 == 2
            else self.choice(f"c{at}", topic=f"topic-{at % topics}")
            for at in range(size)
        ]  # fmt: skip
        bank = self.bank(*items)
        shelf = Shelf([])
        return Session(
            [question(bank, item, "1") for item in items], self.record(store or a_store()),
            lambda one, ids: explain(one, ids, shelf), mode=mode, seed="1", session_id="session",
            **more,
        )  # fmt: skip

    def record(self, store: Store) -> Record:
        """A record whose clock stands still."""
        numbers = count(sum(store.counts().values()))
        return Record(
            store, "learner", lambda: datetime(2026, 1, 2, tzinfo=UTC),
            lambda: f"uuid-{next(numbers)}", FsrsScheduler(),
        )  # fmt: skip


def a_store() -> SqliteStore:
    """A store with one learner, gone with the process."""
    store = SqliteStore.in_memory()
    store.add_learner(Learner("learner"))
    return store


@pytest.fixture(scope="session")
def make() -> Make:
    return Make()


ARTICLE = """\
The council of Millbrook met on Monday. It read out the new charter and sat down again.

The old charter dates from 1921. Under it, the council had seven members, and the new charter raised that number to nine. Nobody spoke.

“The council may not close a school,” the mayor told the paper. “The council may not close a school,” the clerk wrote down.
"""


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A shelf with one article, which is the source `paper` for whoever quotes only from it."""
    (tmp_path / "paper.txt").write_text(ARTICLE, encoding="utf-8")
    return Shelf([tmp_path])
