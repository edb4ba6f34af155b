"""Home, the page of today and what is said of trouble as pictures, in the dark, in the light, small."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from tests.tui.around import around, earlier, press, settle
from tests.tui.stage import Stage
from textual.pilot import Pilot

from civicsquiz import paths
from civicsquiz.study.session import Mode
from civicsquiz.tui.screens.home import HomeScreen

Compare = Callable[..., bool]
LOOKS = {
    "dark": ((80, 24), False),
    "light": ((80, 24), True),
    "small": ((40, 15), False),
}


def nothing(_stage: Stage) -> None:
    """A first run."""


def due(stage: Stage) -> None:
    """A session was left, and what it asked is due."""
    earlier(stage, 10, [True, False, True])


def done(stage: Stage) -> None:
    """All was answered today."""
    earlier(stage, 0, [True, False, True, True, True])


def a_test(stage: Stage) -> None:
    """A test was left."""
    earlier(stage, 1, [True, False], mode=Mode.TEST)


def slipping(stage: Stage) -> None:
    """Two questions were forgotten, one of them again by somebody who was certain."""
    settings = stage.builder.settings
    review = replace(settings.review, leech_lapses=1)
    stage.builder.set_for_now(replace(settings, review=review))
    earlier(stage, 20, [False, True, False])
    earlier(stage, 12, [False, True, False], certainty=2)
    earlier(stage, 1, [False, True, True, True, True], certainty=3)


def no_record(stage: Stage) -> None:
    """What lies in the record's place is something else."""
    stage.builder.forgetful = False
    path = paths.progress_file(stage.builder.env)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("These are my notes of the summer.\n" * 100)


def no_settings(stage: Stage) -> None:
    """A setting that cannot be."""
    stage.builder.forgetful = False
    path = paths.settings_file(stage.builder.env)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("[certainty]\nask = 3\n")


def set_back(stage: Stage) -> None:
    """The clock was a year and more ahead when the last answers were given."""
    earlier(stage, -635, [True, False])


@dataclass(frozen=True)
class Picture:
    """Keys pressed at Home, after what has happened `before`."""

    before: Callable[[Stage], None]
    keys: tuple[str, ...] = ()


PICTURES = {
    "first-run": Picture(nothing),
    "due": Picture(due),
    "due-continue": Picture(due, ("up", "up")),
    "due-review": Picture(due, ("up",)),
    "letting-go": Picture(due, ("up", "up", "x")),
    "let-go": Picture(due, ("up", "up", "x", "x")),
    "let-go-of-a-test": Picture(a_test, ("up", "x", "x")),
    "going-on": Picture(due, ("c",)),
    "certainty": Picture(nothing, ("y",)),
    "nothing-due": Picture(done),
    "no-record": Picture(no_record),
    "no-settings": Picture(no_settings),
    "wrong-clock": Picture(set_back),
    "tutor": Picture(due, ("u",)),
    "help": Picture(due, ("question_mark",)),
    "today": Picture(due, ("v",)),
    "today-nothing-due": Picture(done, ("v",)),
    "today-slipping": Picture(slipping, ("v",)),
    "today-slipping-row": Picture(slipping, ("v", "down", "down")),
    "today-passage": Picture(slipping, ("v", "1")),
    "today-certain": Picture(slipping, ("v", "w")),
    "today-begun": Picture(slipping, ("v", "enter")),
    "today-help": Picture(slipping, ("v", "question_mark")),
}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("name", PICTURES)
def test_home(snap_compare: Compare, home: Path, name: str, look: str) -> None:
    """What Home shows and what its rows lead to."""
    picture, (size, light) = PICTURES[name], LOOKS[look]
    stage = around(home, "town/town-charter.yaml")
    picture.before(stage)
    app = stage.show(HomeScreen, light=light)

    async def run(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await press(pilot, *picture.keys)

    assert snap_compare(app, terminal_size=size, run_before=run)


def test_no_colour(snap_compare: Compare, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only one of the two lists says where the arrows are."""
    monkeypatch.setenv("NO_COLOR", "1")
    stage = around(home, "town/town-charter.yaml")
    due(stage)
    app = stage.show(HomeScreen)

    async def run(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await press(pilot, "up", "up")

    assert snap_compare(app, terminal_size=(80, 24), run_before=run)


@pytest.mark.parametrize("look", LOOKS)
def test_before_playing(snap_compare: Compare, home: Path, look: str) -> None:
    """`play` where nothing can be kept."""
    size, light = LOOKS[look]
    stage = around(home, "town/town-charter.yaml")
    no_record(stage)
    app = stage.show(lambda: app.screen_of(stage.session()), light=light)

    async def run(pilot: Pilot[None]) -> None:
        await settle(pilot)

    assert snap_compare(app, terminal_size=size, run_before=run)
