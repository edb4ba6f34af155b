"""What comes due: a bar for each day, with how many above it where there is room."""

from __future__ import annotations

from textual.content import Content

from civicsquiz.report import words
from civicsquiz.report.forecast import Forecast
from civicsquiz.tui import text
from civicsquiz.tui.plots.canvas import Canvas

_EIGHTHS = " ▁▂▃▄▅▆▇█"
_LATE = 6  # the column of what is overdue, with the gap after it
_WEEK = 7
_LEAST = 5


def plot(told: Forecast, width: int, rows: int) -> list[Content]:
    """What is overdue stands at the left by itself; nothing where nothing comes due."""
    highest = max(told.days, default=0) or told.overdue
    if not highest:
        return []
    left = _LATE if told.overdue else 0
    each = max(1, min(3, (width - left) // len(told.days)))
    cut = told.overdue > highest
    height = max(_LEAST, min(rows - 2 - cut, 2 * highest))
    canvas = Canvas(width, height + 2)
    if told.overdue:
        share = min(1.0, told.overdue / highest)
        _bar(canvas, 1, (2, "$error"), share)
        if cut:
            canvas.put(1, 2, "≈≈", "$error")
        canvas.put(0, height + 1, "late", "$error")
        _number(canvas, 1, 2, told.overdue, share)
    wide = max(1, each - 1)
    for at, due in enumerate(told.days):
        style = text.QUIET if at else text.ACCENT
        _bar(canvas, left + at * each, (wide, style), due / highest)
    for at in sorted(range(len(told.days)), key=lambda at: -told.days[at]):
        if told.days[at]:
            _number(canvas, left + at * each, wide, told.days[at], told.days[at] / highest)
    for at in range(0, len(told.days), _WEEK):
        said = words.short_day(told.day(at)) if at else "today"
        if left + at * each + len(said) <= width:
            canvas.put(left + at * each, height + 1, said, text.QUIET if at else text.ACCENT)
    lines = canvas.lines
    if cut:
        lines += text.wrapped(text.styled("≈ a bar that is cut off", text.QUIET), width)
    return lines


def _eighths(canvas: Canvas, share: float) -> int:
    """The height of a bar; there is room for a number above it, and a line for dates below."""
    return round(8 * (canvas.height - 2) * share) or (1 if share else 0)


def _bar(canvas: Canvas, x: int, look: tuple[int, str], share: float) -> None:
    wide, style = look
    eighths = _eighths(canvas, share)
    for row in range(-(-eighths // 8)):
        fill = min(8, eighths - 8 * row)
        canvas.put(x, canvas.height - 2 - row, _EIGHTHS[fill] * wide, style)


def _number(canvas: Canvas, x: int, wide: int, number: int, share: float) -> None:
    """Above the bar, unless a number is there or beside it already."""
    said = str(number)
    row = canvas.height - 2 - -(-_eighths(canvas, share) // 8)
    left = max(0, x + (wide - len(said)) // 2)
    around = max(0, left - 1)
    if canvas.free(around, row, min(len(said) + left - around + 1, canvas.width - around)):
        canvas.put(left, row, said)
