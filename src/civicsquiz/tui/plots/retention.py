"""Retention over time: a point for each week or month, its interval, and what was expected."""

from __future__ import annotations

from textual.content import Content

from civicsquiz.report import words
from civicsquiz.report.retention import Period, Retention
from civicsquiz.tui import text
from civicsquiz.tui.plots.canvas import Canvas

_LEFT = 6  # "100% ┤"
_WIDEST = 7
_FLOORS = (0.5, 0.4, 0.2, 0.0)
_STEPS = (0.1, 0.2, 0.25, 0.5)
_LEAST = 7


def plot(told: Retention, width: int, rows: int) -> list[Content]:
    """The latest periods that there is room for, from left to right; nothing where there is none."""
    room = width - _LEFT
    periods = told.periods[-max(1, room // 2) :]
    if not periods:
        return []
    each = max(2, min(_WIDEST, room // len(periods)))
    counted = each > max(len(str(period.recalled.answers.n)) for period in periods)
    scale = _Scale(periods, max(_LEAST, rows - 3 - counted))
    canvas = Canvas(width, scale.height + 1 + counted)
    for row, label in scale.ticks:
        canvas.put(0, row, f"{label:>4} ┤", text.QUIET)
    for row in range(scale.height):
        if canvas.free(_LEFT - 1, row, 1):
            canvas.put(_LEFT - 1, row, "│", text.RULE)
    for at, period in enumerate(periods):
        _draw(canvas, period, _LEFT + at * each, each, scale)
    _date(canvas, told, periods, each, scale.height)
    if counted:
        _count(canvas, periods, each)
    return [*canvas.lines, Content(""), *_legend(told, len(periods), width)]


class _Scale:
    """Which share is on which row: from 100% at the top down to a round share below all intervals."""

    def __init__(self, periods: tuple[Period, ...], rows: int) -> None:
        lowest = min(period.recalled.answers.interval[0] for period in periods)
        expected = [p.recalled.predicted for p in periods if p.recalled.predicted is not None]
        lowest = min([lowest, *expected])
        self._floor = next(floor for floor in _FLOORS if floor <= lowest)
        span = 1 - self._floor
        fitting = []
        for step in _STEPS:
            parts = round(span / step)
            if abs(parts * step - span) < 1e-9 and parts < rows:
                fitting.append((parts * ((rows - 1) // parts) + 1, parts))
        self.height, self._parts = max(fitting, default=(rows, 1))

    @property
    def ticks(self) -> list[tuple[int, str]]:
        """Rows with the shares that are written beside them."""
        by = (self.height - 1) // self._parts
        span = 1 - self._floor
        return [
            (part * by, f"{100 * (1 - span * part / self._parts):.0f}%")
            for part in range(self._parts + 1)
        ]

    def row(self, share: float) -> int:
        return round((1 - share) / (1 - self._floor) * (self.height - 1))


def _draw(canvas: Canvas, period: Period, left: int, each: int, scale: _Scale) -> None:
    middle = left + (each - 1) // 2
    answers, predicted = period.recalled.answers, period.recalled.predicted
    low, high = answers.interval
    bottom, top = scale.row(low), scale.row(high)
    for row in range(top, bottom + 1):
        canvas.put(middle, row, "│", text.QUIET)
    if predicted is not None:
        line = "─" * (each - 1) if each > 2 else "─"
        row = scale.row(predicted)
        canvas.put(left, row, line)
        if top <= row <= bottom and each > 2:
            canvas.put(middle, row, "┼", text.QUIET)
    canvas.put(middle, scale.row(answers.share), "●", text.BOLD)


def _date(
    canvas: Canvas, told: Retention, periods: tuple[Period, ...], each: int, row: int
) -> None:
    for at, period in enumerate(periods):
        told_ = words.short_day(period.first) if told.by == "week" else words.month(period.first)
        x = _LEFT + at * each + (each - 1) // 2
        x = max(0, x - 1)
        if canvas.free(x - 1 if at else x, row, len(told_) + 1) or (
            at == len(periods) - 1 and canvas.free(x, row, len(told_))
        ):
            canvas.put(x, row, told_, text.QUIET)


def _count(canvas: Canvas, periods: tuple[Period, ...], each: int) -> None:
    row = canvas.height - 1
    canvas.put(0, row, "n", text.QUIET)
    for at, period in enumerate(periods):
        told = str(period.recalled.answers.n)
        x = _LEFT + at * each + (each - 1) // 2 - (len(told) - 1) // 2
        canvas.put(x, row, told, text.QUIET)


def _legend(told: Retention, shown: int, width: int) -> list[Content]:
    parts = [
        text.styled("●", text.BOLD) + text.styled(" remembered", text.QUIET),
        text.styled("│ 95% interval", text.QUIET),
        Content("─") + text.styled(" expected", text.QUIET),
    ]
    if shown < len(told.periods):
        parts.append(text.styled(f"the latest {shown} {told.by}s", text.QUIET))
    return text.wrapped(Content("   ").join(parts), width)
