"""Each screen as a picture. A picture that changes is looked at before it is kept: that is the test.

`pytest --snapshot-update` keeps the new ones.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.tui.around import settle
from tests.tui.stage import Stage
from textual.pilot import Pilot

from civicsquiz.bank.library import Library, Origin
from civicsquiz.study.session import Mode
from civicsquiz.tui.app import QuizApp
from civicsquiz.tui.screens.home import HomeScreen

Compare = Callable[..., bool]
NORMAL, WIDE, SMALL = (80, 24), (120, 40), (40, 15)
MEMBERS = "members-of-the-council"
REPEAL = "repeal-of-the-rule"
PRICE = "price-of-a-hearing"


def pressing(*keys: str) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Press keys once the screen stands, and wait until everything is drawn."""

    async def run(pilot: Pilot[None]) -> None:
        await pilot.pause()
        for key in keys:
            await pilot.press(key)
        await settle(pilot)
        await pilot.pause()  # what a refresh of the keys has asked for is drawn one round later

    return run


@dataclass(frozen=True)
class Picture:
    """Keys pressed in a session over `items` (all of them where none are named)."""

    keys: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    size: tuple[int, int] = NORMAL
    mode: Mode = Mode.PRACTICE
    light: bool = False


THROUGH = ("1", "enter", "1", "enter", "1", "enter", "1", "enter", "1", "enter")

TOWN = {
    "asked": Picture(),
    "asked-an-option-under-the-arrow": Picture(("down", "down")),
    "asked-small": Picture(size=SMALL),
    "right": Picture(("3",), (MEMBERS,)),
    "wrong": Picture(("1",), (MEMBERS,)),
    "wrong-light": Picture(("1",), (MEMBERS,), light=True),
    "wrong-wide": Picture(("1",), (MEMBERS,), WIDE),
    "wrong-small": Picture(("1",), (MEMBERS,), SMALL),
    "wrong-small-scrolled": Picture(("1", "space"), (MEMBERS,), SMALL),
    "true-or-false": Picture(("2",), (PRICE,)),
    "sources-differ-one-not-at-hand": Picture(("2",), (REPEAL,)),
    "source": Picture(("1", "o"), (MEMBERS,)),
    "source-small": Picture(("1", "o"), (MEMBERS,), SMALL),
    "source-light": Picture(("1", "o"), (MEMBERS,), light=True),
    "source-second-passage": Picture(("2", "o", "n"), (REPEAL,)),
    "flag": Picture(("1", "f", *"too long"), (MEMBERS,)),
    "help": Picture(("1", "question_mark")),
    "help-small": Picture(("1", "question_mark"), size=SMALL),
    "results": Picture(THROUGH),
    "results-small": Picture(THROUGH, size=SMALL),
    "results-nothing-missed": Picture(("3", "enter"), (MEMBERS,)),
    "a-miss-looked-at": Picture((*THROUGH, "enter")),
    "test-an-answer-kept": Picture(("2",), mode=Mode.TEST),
    "test-marked": Picture(("2", "m"), mode=Mode.TEST),
    "test-overview": Picture(("2", "m", "enter", "1", "v"), mode=Mode.TEST),
    "test-overview-small": Picture(("2", "m", "enter", "1", "v"), size=SMALL, mode=Mode.TEST),
    "test-submitting-with-some-open": Picture(("2", "s", "s"), mode=Mode.TEST),
    "test-leaving": Picture(("2", "q"), mode=Mode.TEST),
    "test-results": Picture(("2", "s", "s", "s"), mode=Mode.TEST),
}


def taken(stage: Stage, picture: Picture) -> QuizApp:
    return stage.quiz(picture.mode, picture.items, light=picture.light)


@pytest.mark.parametrize("name", TOWN)
def test_quiz(snap_compare: Compare, town: Stage, name: str) -> None:
    """The quiz over a bank whose article is at hand."""
    picture = TOWN[name]
    app = taken(town, picture)
    assert snap_compare(app, terminal_size=picture.size, run_before=pressing(*picture.keys))


@pytest.mark.parametrize("keys", [("1",), ("1", "o")], ids=["answered", "source"])
def test_guide(snap_compare: Compare, guided: Stage, keys: tuple[str, ...]) -> None:
    """With a guide alone, its passages and our summaries stand in for the article."""
    app = guided.quiz(items=[MEMBERS])
    assert snap_compare(app, terminal_size=NORMAL, run_before=pressing(*keys))


@pytest.mark.parametrize(
    "keys",
    [(), ("1",), ("1", "o"), ("1", "enter"), ("f",)],
    ids=["asked", "answered", "source", "results", "flag"],
)
def test_hostile(snap_compare: Compare, hostile: Stage, keys: tuple[str, ...]) -> None:
    """Markup, links, actions and control sequences from a bank and an article are plain to see."""
    app = hostile.quiz()
    assert snap_compare(app, terminal_size=NORMAL, run_before=pressing(*keys))


@pytest.mark.parametrize("size", [NORMAL, SMALL], ids=["80x24", "40x15"])
def test_home(
    snap_compare: Compare, town: Stage, hostile: Stage, tmp_path: Path, size: object
) -> None:
    """Home lists the banks, a hostile one and one that cannot be used among them."""
    broken = tmp_path / "broken.yaml"
    broken.write_text("civicsquiz: 1\nid: broken\n", "utf-8")
    places = [(town.path, Origin.SET), (broken, Origin.YOURS), (hostile.path, Origin.SHIPPED)]
    town.builder.library = Library(places)
    app = town.show(HomeScreen)
    assert snap_compare(app, terminal_size=size, run_before=pressing())


def test_palette(snap_compare: Compare, town: Stage) -> None:
    """The palette holds what can be done on the screen below it."""
    app = town.quiz(items=[MEMBERS])
    assert snap_compare(app, terminal_size=NORMAL, run_before=pressing("1", "ctrl+p"))


def test_no_colour(snap_compare: Compare, town: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """With NO_COLOR signs, words and weight say what colour said."""
    monkeypatch.setenv("NO_COLOR", "1")
    app = town.quiz(items=[MEMBERS])
    assert snap_compare(app, terminal_size=NORMAL, run_before=pressing("1"))
