"""The statistics under keys and clicks, while they are worked out, and where they cannot be."""

from __future__ import annotations

import asyncio
import functools
import itertools
import threading
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any, ParamSpec

import pytest
from tests.report.simulate import MemoryLog, library
from tests.tui.around import until
from tests.tui.stage import Stage
from tests.tui.statistics import of_weeks, stage
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from civicsquiz.errors import FileError
from civicsquiz.record.events import Event
from civicsquiz.report import learner
from civicsquiz.report.calibration import calibrate
from civicsquiz.tui.app import QuizApp
from civicsquiz.tui.screens.stats import StatsScreen
from civicsquiz.tui.widgets.statistics import CalibrationPlot, Statistic, StatisticsHead

P = ParamSpec("P")


def in_loop(test: Callable[P, Coroutine[Any, Any, None]]) -> Callable[P, None]:
    """A test that waits for the screens."""

    @functools.wraps(test)
    def run(*arguments: P.args, **named: P.kwargs) -> None:
        asyncio.run(test(*arguments, **named))

    return run


@pytest.fixture
def weeks(home: Path, monkeypatch: pytest.MonkeyPatch) -> Stage:
    """A learner who has answered for weeks."""
    return stage(home, monkeypatch, *of_weeks())


def _shown(pilot: Pilot[None]) -> str:
    """The text of the page."""
    statistic = pilot.app.screen.query_one(Statistic)
    return "\n".join(line.plain for line in statistic.lines(76, 17))


def _open(pilot: Pilot[None]) -> str:
    """The name of the page that is open."""
    screen = pilot.app.screen
    assert isinstance(screen, StatsScreen)
    return screen._pages[screen._at].name


async def _ready(pilot: Pilot[None]) -> None:
    await pilot.pause()
    screen = pilot.app.screen
    assert isinstance(screen, StatsScreen)
    await until(pilot, lambda: screen.ready)


@in_loop
async def test_pages_by_number_and_by_arrow(weeks: Stage) -> None:
    """Round and round."""
    async with weeks.show(StatsScreen).run_test() as pilot:
        await _ready(pilot)
        seen = [_open(pilot)]
        for key in ("right", "4", "5", "right", "left"):
            await pilot.press(key)
            seen.append(_open(pilot))
        assert seen == ["Retention", "Due", "Certainty", "Time", "Retention", "Time"]


@in_loop
async def test_a_click_on_a_page(weeks: Stage) -> None:
    async with weeks.show(StatsScreen).run_test() as pilot:
        await _ready(pilot)
        head = pilot.app.screen.query_one(StatisticsHead)
        for name in ("Topics", "Due", "Time"):
            line = head.lines(head.size.width, 24)[2].plain
            await pilot.click(StatisticsHead, offset=(line.index(name), 2))
            await pilot.pause()
            assert _open(pilot) == name


@in_loop
async def test_a_click_beside_the_pages_does_nothing(weeks: Stage) -> None:
    async with weeks.show(StatsScreen).run_test() as pilot:
        await _ready(pilot)
        for offset in ((70, 2), (3, 0), (3, 1)):
            await pilot.click(StatisticsHead, offset=offset)
        assert _open(pilot) == "Retention"


@pytest.mark.parametrize("page", ["1", "2", "3", "4", "5"])
@in_loop
async def test_a_table_for_each_plot(weeks: Stage, page: str) -> None:
    """By one key, and back by the same; it stays so on the other pages."""
    async with weeks.show(StatsScreen).run_test() as pilot:
        await _ready(pilot)
        await pilot.press(page)
        plot = _shown(pilot)
        await pilot.press("t")
        table = _shown(pilot)
        assert plot != table
        await pilot.press("right", "left")
        assert _shown(pilot) == table
        await pilot.press("t")
        assert _shown(pilot) == plot


@in_loop
async def test_the_page_begins_at_its_top(weeks: Stage) -> None:
    """Even where the one before was scrolled."""
    async with weeks.show(StatsScreen).run_test(size=(80, 24)) as pilot:
        await _ready(pilot)
        await pilot.press("5", "space")
        await pilot.pause()
        screen = pilot.app.screen
        assert isinstance(screen, StatsScreen)
        assert screen.page.scroll_y > 0
        await pilot.press("4")
        await pilot.pause()
        assert screen.page.scroll_y == 0


@in_loop
async def test_escape_leads_back(weeks: Stage) -> None:
    async with weeks.show(StatsScreen).run_test() as pilot:
        await _ready(pilot)
        app = pilot.app
        app.push_screen(StatsScreen())
        await _ready(pilot)
        below = app.screen_stack[-2]
        await pilot.press("escape")
        assert app.screen is below


class _Slow(MemoryLog):
    """A log in which the reading stops until it is let go on; then it may fail."""

    def __init__(self) -> None:
        super().__init__()
        self.go_on = threading.Event()
        self.closed = False
        self.problem: FileError | None = None

    def events(self, **asked: Any) -> Iterator[Event]:
        if asked.get("types"):
            self.go_on.wait(30)
            if self.problem:
                raise self.problem
        return super().events(**asked)


@pytest.fixture
def slow(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[QuizApp, _Slow]]:
    items, log = of_weeks()
    held = _Slow()
    held.written, held.revisions = log.written, log.revisions
    made = stage(home, monkeypatch, items, MemoryLog())
    monkeypatch.setattr(made.builder, "store", held)
    yield made.show(StatsScreen), held
    held.go_on.set()


@in_loop
async def test_what_is_due_is_shown_before_the_log_is_read(slow: tuple[QuizApp, _Slow]) -> None:
    """And keys work meanwhile."""
    app, log = slow
    async with app.run_test() as pilot:
        await until(pilot, lambda: bool(getattr(app.screen, "_pages", ())))
        assert "Going through your answers… 0 of 643" in _shown(pilot)
        await pilot.press("2")
        assert "items are due" in _shown(pilot)
        await pilot.press("t", "4")
        assert "Going through your answers" in _shown(pilot)
        log.go_on.set()
        await _ready(pilot)
        assert _open(pilot) == "Certainty"
        assert "You said" in _shown(pilot)


@in_loop
async def test_who_leaves_early_leaves_nothing_behind(
    slow: tuple[QuizApp, _Slow], monkeypatch: pytest.MonkeyPatch
) -> None:
    app, log = slow
    monkeypatch.setattr(learner, "STRIDE", 100)
    async with app.run_test() as pilot:
        await pilot.pause()
        left = app.screen
        app.push_screen(screen := StatsScreen())
        await until(pilot, lambda: bool(screen._pages))
        await pilot.press("escape")
        assert app.screen is left
        log.go_on.set()
        await _ready(pilot)
        await app.workers.wait_for_complete()
        assert screen._gathering is not None
        assert screen._gathering.report is None


@in_loop
async def test_a_log_that_cannot_be_read(slow: tuple[QuizApp, _Slow]) -> None:
    """The sentence, and nothing else."""
    app, log = slow
    log.problem = FileError("progress.sqlite", "is damaged\x1b[2J", "see civicsquiz progress check")
    async with app.run_test() as pilot:
        log.go_on.set()
        await _ready(pilot)
        assert _shown(pilot) == "progress.sqlite: is damaged␛[2J: see civicsquiz progress check"
        await pilot.press("t", "2", "right")
        assert "is damaged" in _shown(pilot)


@in_loop
async def test_before_the_first_answer(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = stage(home, monkeypatch, library(), MemoryLog()).show(StatsScreen)
    async with app.run_test() as pilot:
        await _ready(pilot)
        assert _shown(pilot).startswith("Nothing has been answered yet")
        await pilot.press("t", "2", "right")
        assert _shown(pilot).startswith("Nothing has been answered yet")


@in_loop
async def test_everything_fits_at_any_size(weeks: Stage) -> None:
    """No line is wider than the column, plots and tables alike."""
    async with weeks.show(StatsScreen).run_test() as pilot:
        await _ready(pilot)
        statistic = pilot.app.screen.query_one(Statistic)
        head = pilot.app.screen.query_one(StatisticsHead)
        for page, _ in itertools.product("12345", range(2)):
            await pilot.press(page, "t")
            for width, rows in itertools.product((20, 37, 56, 75), (1, 8, 17, 40)):
                lines = [*statistic.lines(width, rows), *head.lines(width, rows)]
                assert max(line.cell_length for line in lines) <= width


class _Alone(App[None]):
    def __init__(self, plot: CalibrationPlot) -> None:
        super().__init__()
        self._plot = plot

    def compose(self) -> ComposeResult:
        yield self._plot


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ([(1.0, 3), (0.0, 1)], "You said 2 times how certain you were: too few to judge."),
        ([(1.0, 3)] * 5, "These are so few that chance decides most of it."),
        ([(1.0, None)], "You have not said yet how certain you are."),
    ],
)
@in_loop
async def test_the_plot_of_certainty_stands_alone(
    answers: list[tuple[float, int | None]], said: str
) -> None:
    """As at the end of a test."""
    plot = CalibrationPlot(calibrate(answers))
    async with _Alone(plot).run_test() as pilot:
        await pilot.pause()
        lines = [line.plain for line in plot.lines(76, 20)]
        assert said in " ".join(lines)
        assert any("●" in line for line in lines) == (answers[0][1] is not None)
