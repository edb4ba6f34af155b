"""Certainty, taking back, and leaving a test, as pictures. See `test_pictures`."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from tests.tui.stage import Stage
from tests.tui.test_pictures import NORMAL, SMALL, Compare, pressing
from tests.tui.test_unwritten import Disk
from textual.pilot import Pilot

from civicsquiz.study.session import Mode


@dataclass(frozen=True)
class Picture:
    """Keys pressed in a session that asks how sure one is, over items or all."""

    keys: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    mode: Mode = Mode.PRACTICE


TYPES = {
    "choice": Picture(("f3",), ("seats",)),
    "several": Picture(("2", "f2"), ("said-by-the-mayor",)),
    "typed": Picture((*"clerk", "f3"), ("who-keeps-minutes",)),
    "match": Picture(("f2",), ("numbers-of-the-town",)),
    "order": Picture(("2", "f2"), ("what-came-first",)),
    "quotations": Picture(("f2",), ("sentence-on-schools",)),
    "right": Picture(("f3", "2"), ("seats",)),
    "wrong": Picture(("f3", "1"), ("seats",)),
    "guessed": Picture(("f1", "1"), ("seats",)),
    "partly": Picture(("f2", "b", "d", "a", "enter"), ("numbers-of-the-town",)),
}
ANSWERED = ("f3", "3", "enter", "f1", "1", "enter", "f2", "1", "enter", "f3", "2", "enter")
TOWN = {
    "unsaid": Picture(),
    "test-kept": Picture(("f3", "1"), mode=Mode.TEST),
    "test-leaving": Picture((*ANSWERED, "q"), mode=Mode.TEST),
    "test-giving-up": Picture((*ANSWERED, "q", "x"), mode=Mode.TEST),
    "test-given-up": Picture((*ANSWERED, "q", "x", "x"), mode=Mode.TEST),
    "test-leaving-nothing-answered": Picture(("q",), mode=Mode.TEST),
    "test-results": Picture((*ANSWERED, "s", "s", "s"), mode=Mode.TEST),
    "test-how-sure": Picture((*ANSWERED, "s", "s", "s", "c"), mode=Mode.TEST),
    "results": Picture((*ANSWERED, "f2", "1", "enter")),
    "how-sure": Picture((*ANSWERED, "f2", "1", "enter", "c")),
    "how-sure-nothing-said": Picture(("1", "enter", "q", "c")),
    "taken-back": Picture((*ANSWERED, "u")),
    "results-with-answers-taken-back": Picture((*ANSWERED, "f2", "1", "enter", "u", "2", "enter")),
}
SMALL_TOO = ("unsaid", "test-kept", "test-leaving", "test-results", "test-how-sure", "taken-back")
LIGHT_TOO = ("test-kept", "how-sure")


SIZES = [(name, NORMAL) for name in TYPES] + [
    (name, SMALL)
    for name in TYPES
    if name not in ("right", "guessed")  # set as "wrong" is
]


@pytest.mark.parametrize(
    ("name", "size"), SIZES, ids=[f"{name}-{wide}x{high}" for name, (wide, high) in SIZES]
)
def test_certainty_type(
    snap_compare: Compare, eight: Stage, name: str, size: tuple[int, int]
) -> None:
    """Every type of item with the row below it, and what is said of it after the answer."""
    picture = TYPES[name]
    app = eight.quiz(picture.mode, picture.items, certainty=True)
    assert snap_compare(app, terminal_size=size, run_before=pressing(*picture.keys))


@pytest.mark.parametrize("name", TOWN)
def test_certainty(snap_compare: Compare, town: Stage, name: str) -> None:
    """A test and a practice with certainty, to their results."""
    picture = TOWN[name]
    app = town.quiz(picture.mode, certainty=True)
    assert snap_compare(app, terminal_size=NORMAL, run_before=pressing(*picture.keys))


@pytest.mark.parametrize("name", SMALL_TOO)
def test_certainty_small(snap_compare: Compare, town: Stage, name: str) -> None:
    picture = TOWN[name]
    app = town.quiz(picture.mode, certainty=True)
    assert snap_compare(app, terminal_size=SMALL, run_before=pressing(*picture.keys))


@pytest.mark.parametrize("name", LIGHT_TOO)
def test_certainty_light(snap_compare: Compare, town: Stage, name: str) -> None:
    picture = TOWN[name]
    app = town.quiz(picture.mode, light=True, certainty=True)
    assert snap_compare(app, terminal_size=NORMAL, run_before=pressing(*picture.keys))


@pytest.mark.parametrize("size", [NORMAL, SMALL], ids=["80x24", "40x15"])
@pytest.mark.parametrize("keys", [("1",), ("1", "u")], ids=["answer", "undo"])
def test_not_written(
    snap_compare: Compare, town: Stage, keys: tuple[str, ...], size: tuple[int, int]
) -> None:
    """What could not be written down says why, and Enter tries again."""
    disk = Disk(town)

    async def run(pilot: Pilot[None]) -> None:
        await pressing(*keys[:-1])(pilot)
        disk.full = True
        await pressing(keys[-1])(pilot)

    assert snap_compare(town.quiz(), terminal_size=size, run_before=run)
