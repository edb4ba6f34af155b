"""Statistics as widgets: a page with a plot or its tables, and a plot of certainty by itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content

from civicsquiz.report import sentences
from civicsquiz.report.calibration import Calibration
from civicsquiz.report.tables import Table
from civicsquiz.tui import text
from civicsquiz.tui.plots import calibration, tables
from civicsquiz.tui.widgets.lines import Lines
from civicsquiz.tui.widgets.top_line import TopLine

Plot = Callable[[int, int], list[Content]]
"""Lines of a width, and if possible no more than so many; none where there is nothing to plot."""

_GAP = 2
_SHORT = 20
"""With fewer rows than this the line between the title and the names of the pages goes."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A page of statistics: its name in a word or two, what it comes to, its plot and its tables.
    `below` are tables that stand under the plot too. Without tables it is always told by `said`."""

    name: str
    said: str
    plot: Plot = lambda _width, _rows: []
    tables: tuple[Table, ...] = ()
    below: tuple[Table, ...] = ()


class Statistic(Lines):
    """One page at a time, as a plot or as tables. The plot takes the rows that are in sight."""

    DEFAULT_CSS = """
    Statistic { padding-right: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: Shown | None = None
        self._as_table = False
        self._said: Content | str = ""

    def tell(self, said: Content | str) -> None:
        """Show a paragraph and nothing else."""
        self._shown, self._said = None, said
        self.refresh(layout=True)

    def show(self, shown: Shown, *, as_table: bool) -> None:
        self._shown, self._as_table = shown, as_table
        self.refresh(layout=True)

    def lines(self, width: int, rows: int) -> list[Content]:
        if self._shown is None:
            return text.wrapped(self._said, width)
        if self._as_table and self._shown.tables:
            return _under_each_other([tables.table(one, width) for one in self._shown.tables])
        said = text.wrapped(self._shown.said, width)
        plot = self._shown.plot(width, rows - len(said) - 1)
        below = [tables.table(one, width) for one in self._shown.below]
        return _under_each_other([said, *([plot] if plot else []), *below])


def _under_each_other(blocks: Sequence[list[Content]]) -> list[Content]:
    lines: list[Content] = []
    for block in blocks:
        lines += [Content(""), *block] if lines else block
    return lines


class StatisticsHead(TopLine):
    """The title, and under it the pages with their numbers; each can be clicked."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._names: tuple[str, ...] = ()
        self._at = 0

    def pages(self, names: Sequence[str], at: int) -> None:
        """Show these pages, the one `at`, from 0, as the one that is open."""
        self._names, self._at = tuple(names), at
        self.refresh(layout=True)

    def lines(self, width: int, rows: int) -> list[Content]:
        title, gap = super().lines(width, rows)
        if not self._names:
            return [title, gap]
        labels = Content(" " * _GAP).join(self._labels(width)).truncate(width, ellipsis=True)
        return [title, labels, gap] if rows < _SHORT else [title, gap, labels, gap]

    def _labels(self, width: int) -> list[Content]:
        """All names, or where there is no room that of the open page alone."""
        labels = [self._label(at, name) for at, name in enumerate(self._names)]
        if sum(label.cell_length + _GAP for label in labels) - _GAP <= width:
            return labels
        return [label if at == self._at else self._label(at, "") for at, label in enumerate(labels)]

    def _label(self, at: int, name: str) -> Content:
        number = text.styled(str(at + 1), f"bold {text.ACCENT}")
        if at == self._at:
            return number + Content(" ") + text.styled(name, "bold underline")
        return number + text.styled(f" {name}", text.QUIET) if name else number

    async def on_click(self, event: events.Click) -> None:
        at = event.x
        if event.y != (1 if self._room < _SHORT else 2) or not self._names:
            return
        for number, label in enumerate(self._labels(self.size.width), 1):
            if 0 <= at < label.cell_length:
                self.app.simulate_key(str(number))
                return
            at -= label.cell_length + _GAP


class CalibrationPlot(Lines):
    """How often each certainty was right, in a sentence and as a plot; for the end of a test too."""

    def __init__(self, told: Calibration) -> None:
        super().__init__()
        self._told = told

    def lines(self, width: int, rows: int) -> list[Content]:
        said = text.wrapped(sentences.calibration(self._told), width)
        plot = calibration.plot(self._told, width, rows - len(said) - 1)
        return [*said, Content(""), *plot] if plot else said
