"""The statistics as pictures: each page as a plot and as a table, in all looks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.report.simulate import MemoryLog, answered, library
from tests.tui.around import until
from tests.tui.statistics import of_weeks, stage
from textual.pilot import Pilot

from civicsquiz.record.revisions import Revision
from civicsquiz.tui.screens.stats import StatsScreen

Compare = Callable[..., bool]
PAGES = ("retention", "due", "topics", "certainty", "time")
LOOKS = {
    "dark": ((80, 24), False),
    "light": ((80, 24), True),
    "small": ((40, 15), False),
    "wide": ((120, 40), False),
}


async def _ready(pilot: Pilot[None]) -> StatsScreen:
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, StatsScreen)
    await until(pilot, lambda: screen.ready)
    await pilot.pause()
    return screen


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("page", PAGES)
def test_plot(
    snap_compare: Compare, home: Path, monkeypatch: pytest.MonkeyPatch, page: str, look: str
) -> None:
    """Weeks of answers on their plots."""
    size, light = LOOKS[look]
    at = PAGES.index(page)
    app = stage(home, monkeypatch, *of_weeks()).show(lambda: StatsScreen(at), light=light)

    async def run(pilot: Pilot[None]) -> None:
        await _ready(pilot)

    assert snap_compare(app, terminal_size=size, run_before=run)


@pytest.mark.parametrize("look", ["dark", "small"])
@pytest.mark.parametrize("page", PAGES)
def test_table(
    snap_compare: Compare, home: Path, monkeypatch: pytest.MonkeyPatch, page: str, look: str
) -> None:
    """The same figures as tables."""
    size, light = LOOKS[look]
    at = PAGES.index(page)
    app = stage(home, monkeypatch, *of_weeks()).show(lambda: StatsScreen(at), light=light)

    async def run(pilot: Pilot[None]) -> None:
        await _ready(pilot)
        await pilot.press("t")
        await pilot.pause()

    assert snap_compare(app, terminal_size=size, run_before=run)


@pytest.mark.parametrize("page", PAGES)
def test_without_colour(
    snap_compare: Compare, home: Path, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    """Shapes tell what is what."""
    monkeypatch.setenv("NO_COLOR", "1")
    at = PAGES.index(page)
    app = stage(home, monkeypatch, *of_weeks()).show(lambda: StatsScreen(at))

    async def run(pilot: Pilot[None]) -> None:
        await _ready(pilot)

    assert snap_compare(app, run_before=run)


def _a_day() -> MemoryLog:
    """Two answers, and nothing since."""
    log = MemoryLog()
    for number in range(2):
        mark, rating = (1.0, 3) if number else (0.0, 1)
        event = answered(
            f"civics/item-{number}", date(2026, 1, 1), number,
            mark=mark, rating=rating, scheduled=True, certainty=3, taken=8000,
        )  # fmt: skip
        log.written.append(event)
        log.revisions[event.revision] = Revision(event.revision, {"stem": "?"})
    return log


@pytest.mark.parametrize("page", PAGES)
def test_after_one_day(
    snap_compare: Compare, home: Path, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    """Where there is next to nothing, it is said."""
    at = PAGES.index(page)
    app = stage(home, monkeypatch, library(12), _a_day()).show(lambda: StatsScreen(at))

    async def run(pilot: Pilot[None]) -> None:
        await _ready(pilot)

    assert snap_compare(app, run_before=run)


@pytest.mark.parametrize("look", ["dark", "small"])
def test_before_the_first_answer(
    snap_compare: Compare, home: Path, monkeypatch: pytest.MonkeyPatch, look: str
) -> None:
    """What to do, instead of empty plots."""
    size, light = LOOKS[look]
    app = stage(home, monkeypatch, library(), MemoryLog()).show(StatsScreen, light=light)

    async def run(pilot: Pilot[None]) -> None:
        await _ready(pilot)

    assert snap_compare(app, terminal_size=size, run_before=run)
