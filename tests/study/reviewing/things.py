"""Cards, items and banks in a line each, and a deck that is kept in memory."""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any
from uuid import uuid4

from civicsquiz import cli
from civicsquiz.app import App
from civicsquiz.bank.items import Choice
from civicsquiz.bank.models import Bank, Evidence, Item, Option, Stance, option_id
from civicsquiz.record.cards import AGAIN, GOOD, Card, Review
from civicsquiz.record.record import Record
from civicsquiz.record.revisions import revision_of
from civicsquiz.record.sqlite import SqliteStore
from civicsquiz.record.store import Learner
from civicsquiz.source.card import Card as SourceCard
from civicsquiz.source.selector import Selector
from civicsquiz.study.reviewing.deck import Deck
from civicsquiz.study.scheduling import FsrsScheduler

LEARNER = Learner("learner")
TODAY = date(2026, 3, 10)


def day(number: int) -> date:
    """So many days after today."""
    return TODAY + timedelta(number)


def choice(
    name: str, key: str = "", others: Sequence[str] = (), quotes: str = "", **more: Any
) -> Choice:
    """An item that gets in nobody's way, unless it `quotes` what another does."""
    key = key or f"right-{name}"
    others = others or (f"wrong-{name}", f"awry-{name}")
    values: dict[str, Any] = {
        "id": name, "topic": "topic", "stance": Stance.FACT, "stem": f"Stem-{name}?",
        "rationale": f"Because-{name}.",
        "evidence": (Evidence("paper", Selector(quotes or f"proof-{name}")),),
        "key": Option(option_id(key), key),
        "distractors": tuple(Option(option_id(text), text, f"No {text}.") for text in others),
    }  # fmt: skip
    return Choice(**{**values, **more})


def bank(*items: Item, name: str = "bank", **more: Any) -> Bank:
    cards = {"paper": SourceCard("paper", "A paper")}
    return Bank(**{"id": name, "title": name.title(), "cards": cards, "items": items, **more})


def card(item: str, *, due: int = 0, last: int = -5, **more: Any) -> Card:
    """A card; `due` and `last` are days from today."""
    values: dict[str, Any] = {
        "stability": 5.0, "difficulty": 5.0, "due": day(due), "last": day(last),
        "first": day(min(last, -9)), "reps": 2, "lapses": 0, "rating": GOOD,
    }  # fmt: skip
    return Card(item, **{**values, **more})


class Doubling:
    """A scheduler that one can calculate in one's head: a right answer doubles the stability, a wrong
    one makes it one day, and the next day is as far off as the stability."""

    settings = "doubling"

    def advance(self, item: str, card: Card | None, review: Review) -> Card:
        right = review.rating > AGAIN
        stability = max(1.0, card.stability * 2) if card and right else 2.0 if right else 1.0
        due = review.day + timedelta(max(1, round(stability)))
        if card is None:
            return Card(item, stability, 5.0, due, review.day, review.day, 1, 0, review.rating)
        return replace(
            card, stability=stability, due=due, last=review.day, reps=card.reps + 1,
            lapses=card.lapses + (not right), rating=review.rating,
        )  # fmt: skip

    def recall_on(self, card: Card, day: date) -> float:
        """A tenth is lost by the due date, and so on."""
        return float(0.9 ** (max(0, (day - card.last).days) / card.stability))


class Cards:
    """Of a store the part that holds cards."""

    def __init__(self, cards: Iterable[Card]) -> None:
        self.held = {card.item: card for card in cards}
        self.asked: list[int | None] = []

    def card(self, learner_uuid: str, item: str) -> Card | None:
        return self.held.get(item)

    def cards(
        self,
        learner_uuid: str,
        *,
        due_by: date | None = None,
        answered_on: date | None = None,
        answered_after: date | None = None,
        limit: int | None = None,
    ) -> tuple[Card, ...]:
        if answered_after is None:
            self.asked.append(limit)
        due = [
            card
            for card in self.held.values()
            if (due_by is None or card.due <= due_by)
            and answered_on in (None, card.last)
            and (answered_after is None or card.last > answered_after)
        ]
        return tuple(sorted(due, key=lambda card: (card.due, card.item))[:limit])

    def begun(self, learner_uuid: str) -> dict[str, date]:
        latest: dict[str, date] = {}
        for card in self.held.values():
            bank = card.item.partition("/")[0]
            latest[bank] = max(card.first, latest.get(bank, card.first))
        return latest

    def items(self, learner_uuid: str, bank: str) -> frozenset[str]:
        return frozenset(ref for ref in self.held if ref.startswith(f"{bank}/"))


def deck(*cards: Card) -> Deck:
    return Deck(Cards(cards), "learner")  # type: ignore[arg-type]  # more is never asked of it


def _at(moment: datetime) -> datetime:
    return moment


def answered(
    home: Path,
    ref: str,
    *answers: tuple[int, int],
    certainty: int | None = None,
    learner: Learner = LEARNER,
) -> None:
    """Have the record of a home say that an item was answered, each time so many days from today
    with a rating."""
    store = SqliteStore.open(home / "progress.sqlite")
    if learner not in store.learners():
        store.add_learner(learner)
    for ahead, rating in answers:
        noon = datetime.combine(day(ahead), time(12), UTC)
        record = Record(
            store, learner.uuid, partial(_at, noon), lambda: str(uuid4()), FsrsScheduler()
        )  # fmt: skip
        asked = revision_of(choice(ref.partition("/")[2]), "en")
        record.answered(
            session="earlier", item=ref, revision=asked, mark=float(rating > AGAIN), rating=rating,
            certainty=certainty, response=("x",), shown=("x", "y"), language="en", mode="practice",
        )  # fmt: skip
    store.close()


class Played:
    """The program around one command, on `TODAY`."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def __call__(
        self, *arguments: str | Path, stdin: str = "", **env: str
    ) -> CompletedProcess[str]:
        out, err = io.StringIO(), io.StringIO()
        app = App(
            env={**os.environ, "CIVICSQUIZ_HOME": str(self.home), **env},
            clock=lambda: datetime.combine(TODAY, time(12), UTC),
            new_seed=lambda: "seed",
            stdin=io.StringIO(stdin),
            out=out,
            err=err,
        )
        argv = [str(argument) for argument in arguments]
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = cli.run(argv, app)
        return CompletedProcess(argv, status, out.getvalue(), err.getvalue())
