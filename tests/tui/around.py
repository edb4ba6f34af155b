"""What the tests of the screens around the quiz have in common: two banks, some words, patience."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from tests.tui.stage import BANKS, Stage
from textual.pilot import Pilot
from textual.widgets import Input

from civicsquiz.bank.library import Library, Origin
from civicsquiz.bank.models import Term
from civicsquiz.source.card import Card
from civicsquiz.source.guide import Guide, Passage, Summary, render
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.session import Mode, Session
from civicsquiz.tui.app import QuizApp
from civicsquiz.tui.screens.home import HomeScreen
from civicsquiz.tui.screens.reader import ReaderScreen
from civicsquiz.tui.screens.review import ReviewScreen
from civicsquiz.tui.screens.search import SearchScreen
from civicsquiz.tui.screens.sources import SourcesScreen

EIGHT = "town/eight-types.yaml"
TERMS = (
    Term("council", ("councils",), "A group of people who are elected to govern a town."),
    Term("clerk", ("town clerk",), "An officer who keeps a town’s papers and the minutes of its meetings."),
    Term("repeal", ("repealed",), "To end a law, so that it counts no longer."),
    Term("mayor", ("mayors",), "The head of a town’s government."),
    Term("minutes", (), "What was said and decided at a meeting, written down."),
    Term("voter", ("voters",), "Somebody who may vote, and does."),
)  # fmt: skip


Steps = Callable[[Pilot[None]], Awaitable[None]]
S = TypeVar("S")


def around(home: Path, first: str = EIGHT) -> Stage:
    """A stage whose library has two banks on one article, `first` and the other, and few words."""
    stage = Stage(home, first, "town")
    paths = dict.fromkeys([stage.path, BANKS / EIGHT, BANKS / "town/town-charter.yaml"])
    stage.builder.library = Library([(path, Origin.SET) for path in paths])
    stage.builder.terms = TERMS
    return stage


def earlier(
    stage: Stage,
    days: int,
    right: Sequence[bool],
    *,
    mode: Mode = Mode.PRACTICE,
    certainty: int | None = None,
    leave: bool = True,
) -> Session:
    """So many days ago the learner answered the first questions of the stage's bank, `right` or not,
    and then left the session, or with `leave` false was cut off."""
    now = stage.builder.clock
    vars(stage.builder).pop("record", None)  # which keeps the clock that it was made with
    stage.builder.clock = lambda: now() - timedelta(days)
    try:
        session = stage.session(mode, certainty=certainty is not None)
        for is_right in right:
            question = session.question
            key = set(question.item.key_response)
            wrong = next(one.id for one in question.options if one.id not in key)
            if certainty is not None:
                session.say_certainty(certainty)
            session.answer(question.write(question.item.key_response if is_right else (wrong,)))
            session.next()
        if leave:
            session.leave()
    finally:
        stage.builder.clock = now
        del stage.builder.record
    return session


async def until(pilot: Pilot[None], is_so: Callable[[], bool]) -> None:
    """Wait for what happens in a thread."""
    for _ in range(500):
        if is_so():
            break
        await pilot.pause(0.02)
    assert is_so()
    await pilot.pause()


async def settle(pilot: Pilot[None]) -> None:
    """Wait until nothing is under way beside the screen."""
    await pilot.pause()
    if not _is_settled(pilot):
        await until(pilot, lambda: _is_settled(pilot))


def _is_settled(pilot: Pilot[None]) -> bool:
    app = pilot.app
    assert isinstance(app, QuizApp)
    match app.screen:
        case SearchScreen() as screen:
            return app.indexing.done and screen.shown_for == screen.wanted
        case ReaderScreen() | SourcesScreen():
            return app.gathering.done
        case HomeScreen() | ReviewScreen() as screen:
            return screen.settled
        case _:
            return True


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys, each when what the one before began is done; letters in a field follow at once."""
    await settle(pilot)
    typing = False
    for key in keys:
        if typing and len(key) > 1:
            await settle(pilot)
        await pilot.press(key)
        typing = len(key) == 1 and isinstance(pilot.app.focused, Input)
        if not typing:
            await settle(pilot)
    await settle(pilot)


_SAYS = "No school of a town shall be closed unless a hearing has been held."
_ELSE = "Minutes shall be kept of every hearing."
_BANK = f"""\
civicsquiz: 1
id: the-law
title: The law of towns
sources:
  law: {{label: The law itself, genre: primary sources of law, rights: public domain}}
items:
  - id: closing
    type: choice
    topic: law
    stance: fact
    stem: What does the Act say has to be held before a school is closed?
    key: A hearing
    distractors: [{{text: A vote, why: It says nothing of one.}}]
    rationale: It says so in one sentence.
    evidence: [{{source: law, exact: "{_SAYS}"}}]
"""


def law(home: Path, folder: Path) -> Stage:
    """A stage with a bank on two passages of law and a summary of ours between them."""
    own = f"{_SAYS}\n\n{_ELSE}"
    card = Card("law", "The law itself", genre="primary sources of law", rights="public domain")
    blocks = (
        Passage(0, len(_SAYS), 0, _SAYS, "Town Act § 4"),
        Summary("Another section is about what is written down."),
        Passage(len(_SAYS) + 2, len(own), 0, _ELSE, "Town Act § 7"),
    )
    digest = hashlib.sha256(own.encode()).hexdigest()
    guide = Guide(card, "en", digest, len(own.split()), blocks)
    (folder / "law.md").write_text(render(guide), "utf-8")
    (folder / "law.yaml").write_text(_BANK, "utf-8")
    stage = Stage(home, EIGHT)
    stage.builder.library = Library([(folder / "law.yaml", Origin.SET)])
    stage.builder.terms = TERMS
    shelf = Shelf([folder])
    stage.builder.__dict__["shelf_for"] = lambda _path: shelf
    return stage


def perform(app: QuizApp, steps: Steps, size: tuple[int, int] = (80, 24)) -> None:
    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            await settle(pilot)
            await steps(pilot)

    asyncio.run(run())


def on_screen(pilot: Pilot[None], kind: type[S]) -> S:
    screen = pilot.app.screen
    assert isinstance(screen, kind), screen
    return screen


def shown(pilot: Pilot[None]) -> str:
    """All that is drawn, white space evened out."""
    strips = pilot.app.screen._compositor.render_strips()
    return " ".join(" ".join(strip.text for strip in strips).split())
