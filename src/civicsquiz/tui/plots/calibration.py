"""Calibration: for each certainty how often it was right, with its interval, over the band in which it
is the certainty to say."""

from __future__ import annotations

from textual.content import Content

from civicsquiz.record.certainty import Certainty
from civicsquiz.report import words
from civicsquiz.report.calibration import Calibration, Level
from civicsquiz.tui import text
from civicsquiz.tui.plots.canvas import Canvas

_LABEL = 13
_TICKS = ((0.0, "0%"), (2 / 3, "67%"), (0.8, "80%"), (1.0, "100%"))


def plot(told: Calibration, width: int, rows: int) -> list[Content]:
    """Nothing where no certainty was said. In few rows the figures are left out."""
    if not told.said.n:
        return []
    left = _LABEL if width >= text.NARROW else 0
    roomy = rows >= 12 and bool(left)
    lines: list[Content] = []
    for level in told.levels:
        name = Certainty(level.certainty).words
        if not left:
            lines += text.wrapped(_heading(level, name), width)
        lines.append(_line(level, name if left else "", left, width))
        said = words.judged(level, name)
        if roomy:
            lines += text.hang(" " * left, text.styled(said, text.QUIET), width)
            lines.append(Content(""))
    axis = _axis(left, width)
    return [axis, *lines, *_legend(width)] if roomy else [*lines, axis, *_legend(width)]


def _heading(level: Level, name: str) -> Content:
    """The words, where they have no room beside the plot."""
    told = f": {words.of(level.answers)}, {level.judgement}" if level.judgement else ": never said"
    return text.styled(name.capitalize(), text.BOLD) + Content(told)


def _line(level: Level, name: str, left: int, width: int) -> Content:
    """The band shaded, over it the interval and the share."""
    canvas = Canvas(width, 1)
    canvas.put(0, 0, name.capitalize(), text.BOLD)
    cells = width - left
    low, high = (_cell(share, cells) for share in level.band)
    canvas.put(left, 0, "·" * cells, text.RULE)
    canvas.put(left + low, 0, "▒" * (high - low + 1), text.RULE)
    if level.answers.n:
        first, last = (_cell(share, cells) for share in level.answers.interval)
        canvas.put(left + first, 0, "━" * (last - first + 1), text.QUIET)
        canvas.put(left + first, 0, "┣", text.QUIET)
        canvas.put(left + last, 0, "┫", text.QUIET)
        canvas.put(left + _cell(level.answers.share, cells), 0, "●", text.BOLD)
    return canvas.lines[0]


def _cell(share: float, cells: int) -> int:
    return round(share * (cells - 1))


def _axis(left: int, width: int) -> Content:
    canvas = Canvas(width, 1)
    for share, said in _TICKS:
        x = left + _cell(share, width - left) - (len(said) - 1 if share == 1 else len(said) // 2)
        canvas.put(max(left, x), 0, said, text.QUIET)
    return canvas.lines[0]


def _legend(width: int) -> list[Content]:
    parts = [
        text.styled("●", text.BOLD) + text.styled(" right", text.QUIET),
        text.styled("┣━┫ 95% interval", text.QUIET),
        text.styled("▒", text.RULE) + text.styled(" where it should be", text.QUIET),
    ]
    return text.wrapped(Content("   ").join(parts), width)
