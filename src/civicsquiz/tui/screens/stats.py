"""Statistics: what the log adds up to, one page each for retention, forecast, topics, certainty, time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget

from civicsquiz.tui.screens.page import PageScreen
from civicsquiz.tui.widgets.statistics import Shown, Statistic, StatisticsHead

if TYPE_CHECKING:
    from civicsquiz.report.forecast import Forecast
    from civicsquiz.report.learner import Gathering
    from civicsquiz.tui.background import Background

_WAITING = "Going through your answers…"


class StatsScreen(PageScreen[None]):
    """The log is gone through beside the screen; each page is shown as soon as it is known."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "table", "table", tooltip="As a table, or as a plot again"),
        Binding("right", "turn(1)", "next", key_display="→", tooltip="The next page"),
        Binding("n", "turn(1)", "Next", show=False),
        Binding("left,p", "turn(-1)", "Previous", show=False),
        *(Binding(str(number), f"open({number})", "Page", show=False) for number in range(1, 6)),
        Binding("space", "scroll_page(1)", "more", key_display="Space", tooltip="Read on"),
        Binding("escape", "leave", "back", key_display="Esc"),
        Binding("q", "leave", "back", show=False),
        Binding("up,k", "scroll_lines(-1)", "Up", show=False),
        Binding("down,j", "scroll_lines(1)", "Down", show=False),
        Binding("pagedown", "scroll_page(1)", "Page down", show=False),
        Binding("pageup", "scroll_page(-1)", "Page up", show=False),
    ]

    def __init__(self, at: int = 0) -> None:
        """`at` is the page to begin with, from 0."""
        super().__init__()
        self._at = at
        self._as_table = False
        self._pages: tuple[Shown, ...] = ()
        self._gathering: Gathering | None = None
        self._background: Background | None = None
        self._left = False

    def head(self) -> StatisticsHead:
        return StatisticsHead("Statistics")

    def body(self) -> Iterable[Widget]:
        yield Statistic()

    @property
    def _unread(self) -> Content | None:
        """Why nothing of the record could be read; None where that could be."""
        return None if self.builder.has_copy else self.quiz_app.trouble

    @property
    def ready(self) -> bool:
        """Whether the log has been gone through, or could not be."""
        return self._background is not None and self._background.done

    def on_mount(self) -> None:
        from civicsquiz.tui.background import Background

        self._background = Background(self.app, "statistics", self._steps)
        self._background.moved.subscribe(self, self._moved)
        self._background.start()
        self._moved(self._background)

    def on_unmount(self) -> None:
        self._left = True

    def _steps(self) -> Iterator[tuple[int, int]]:
        """In a thread; ends early where the screen has been left."""
        from civicsquiz.report.known import known_in
        from civicsquiz.report.learner import Gathering
        from civicsquiz.study.scheduling import FsrsScheduler

        builder = self.builder
        scheduler = FsrsScheduler(builder.settings.review)
        gathering = self._gathering = Gathering(
            builder.store, builder.learner.uuid, known_in(builder.library, builder.elsewhere()),
            today=builder.today, scheduler=scheduler, recall=scheduler.recall_on,
        )  # fmt: skip
        total = builder.store.counts()["event"]
        for done in gathering.steps():
            if self._left:
                return
            yield done, total

    def _moved(self, background: Background) -> None:
        """Show what there is by now: what follows from the cards is there before the rest."""
        from civicsquiz.report import sentences

        gathering, statistic = self._gathering, self.query_one(Statistic)
        if background.problem:
            self._pages = ()
            self.query_one(StatisticsHead).pages((), 0)
            statistic.tell(background.problem)
        elif gathering is None or gathering.forecast is None:
            statistic.tell(_WAITING)
        elif gathering.report is not None and not gathering.report.answers:
            self._pages = ()
            self.query_one(StatisticsHead).pages((), 0)
            nothing = f"{sentences.NOTHING_YET} {sentences.WHAT_TO_DO}"
            statistic.tell(self._unread or nothing)
        else:
            self._set_pages(gathering, gathering.forecast, background.progress)
        self.refresh_bindings()

    def _set_pages(
        self, gathering: Gathering, planned: Forecast, progress: tuple[int, int]
    ) -> None:
        from civicsquiz.report import sentences
        from civicsquiz.tui.screens.stats_pages import pages

        first, report = not self._pages, gathering.report
        waiting = f"{_WAITING} {progress[0]:,} of {progress[1]:,}"
        self._pages = pages(planned, gathering.mastery, report, waiting)
        if report is not None:
            self.query_one(StatisticsHead).show(sentences.whole(report).removesuffix("."))
        if first:
            self._show()
        else:
            self._show_page()

    def _show(self) -> None:
        self._show_page()
        self.back_to_top()

    def _show_page(self) -> None:
        self.query_one(StatisticsHead).pages([page.name for page in self._pages], self._at)
        self.query_one(Statistic).show(self._pages[self._at], as_table=self._as_table)
        self.call_after_refresh(self.refresh_bindings)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("table", "turn", "open"):
            return bool(self._pages)
        if action == "scroll_page" and parameters == (1,):
            return self.more_below
        return True

    def action_table(self) -> None:
        self._as_table = not self._as_table
        self._show()

    def action_turn(self, by: int) -> None:
        self._at = (self._at + by) % len(self._pages)
        self._show()

    def action_open(self, number: int) -> None:
        """The page of this number, from 1."""
        self._at = number - 1
        self._show()

    def action_scroll_lines(self, by: int) -> None:
        self.page.scroll_relative(y=by, animate=False)
        self.call_after_refresh(self.refresh_bindings)

    def action_scroll_page(self, by: int) -> None:
        super().action_scroll_page(by)
        self.call_after_refresh(self.refresh_bindings)

    def action_leave(self) -> None:
        self.app.pop_screen()
