"""A stage whose learner has answered for weeks, and the statistics on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.report.simulate import MemoryLog, library, weeks
from tests.tui.stage import Stage

from civicsquiz.record.cards import derive, reviews_in
from civicsquiz.record.events import Event
from civicsquiz.record.sqlite import SqliteStore
from civicsquiz.record.store import Learner
from civicsquiz.report import known
from civicsquiz.report.known import Known
from civicsquiz.study.scheduling import FsrsScheduler

LEARNER = "learner-1"


def of_weeks() -> tuple[Known, MemoryLog]:
    """A library and what the simulated learner answered of it, scheduled by FSRS."""
    items, scheduler = library(), FsrsScheduler()
    return items, weeks(items, scheduler=scheduler, foretold=scheduler.recall_on)


def stage(home: Path, monkeypatch: pytest.MonkeyPatch, items: Known, log: MemoryLog) -> Stage:
    """A stage with this library and this log in a store of its own."""
    monkeypatch.setattr(known, "known_in", lambda _library, _elsewhere: items)
    made = Stage(home, "town/town-charter.yaml")
    made.builder.store = store_of(log)
    made.builder.learner = Learner(LEARNER)
    return made


def store_of(log: MemoryLog) -> SqliteStore:
    """The log in a real store, with the cards that follow from it."""
    store, scheduler = SqliteStore.in_memory(), FsrsScheduler()
    store.add_learner(Learner(LEARNER))
    answers: dict[str, list[Event]] = {}
    with store.writing() as writing:
        for event in log.written:
            writing.append(event, log.revisions[event.revision])
            answers.setdefault(event.item, []).append(event)
        for item, events in answers.items():
            card = derive(item, reviews_in(events), scheduler)
            if card is not None:
                writing.put_card(LEARNER, card)
    return store
