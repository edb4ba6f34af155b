"""Time for an answer: for each type of item and each topic the middle half, around its median."""

from __future__ import annotations

from textual.content import Content

from civicsquiz.report import words
from civicsquiz.report.sentences import type_name
from civicsquiz.report.times import CAP, TimeReport, Times
from civicsquiz.tui import text
from civicsquiz.tui.plots.canvas import Canvas

_TICKS = (0, 15, 30, 45, 60)


def plot(told: TimeReport, width: int, rows: int) -> list[Content]:  # noqa: ARG001
    """Nothing where nothing was timed. A line for each, or two where it is narrow; there is no limit
    to their number."""
    if told.whole is None:
        return []
    types = [("All answers", told.whole), *((type_name(name), one) for name, one in told.types)]
    topics = [(topic.name, one) for topic, one in told.topics]
    left = right = 0
    if width >= text.NARROW:
        longest = max(len(name) for name, _ in (*types, *topics))
        left = min(longest, width // 3 + 3) + 2
        right = max(len(_figures(one, told.whole)) for _, one in types) + 2
    lines: list[Content] = []
    for group in (types, topics):
        if group:
            for name, one in group:
                lines += _row(name, one, _figures(one, told.whole), (left, right, width))
            lines += [_axis(left, width - left - right), Content("")]
    return [*lines, *_legend(width)]


def _figures(one: Times, whole: Times) -> str:
    return f"{words.seconds(one.median, CAP):>5}  n {one.n:>{len(str(whole.n))}}"


def _row(name: str, one: Times, figures: str, room: tuple[int, int, int]) -> list[Content]:
    """Name, box and figures on one line, or the box below the others."""
    left, right, width = room
    said = text.styled(figures, text.QUIET)
    if not left:
        return [text.between(Content(name), said, width), _box(one, width)]
    label = Content(name).truncate(left - 2, ellipsis=True)
    label = label.pad_right(left - label.cell_length)
    return [label + _box(one, width - left - right) + Content("  ") + said]


def _box(one: Times, cells: int) -> Content:
    canvas = Canvas(cells, 1)
    canvas.put(0, 0, "·" * cells, text.RULE)
    at = [
        _cell(value, cells)
        for value in (one.tenth, one.lower, one.median, one.upper, one.ninetieth)
    ]
    canvas.put(at[0], 0, "─" * (at[4] - at[0] + 1), text.QUIET)
    canvas.put(at[1], 0, "━" * (at[3] - at[1] + 1), text.QUIET)
    canvas.put(at[2], 0, "●", text.BOLD)
    return canvas.lines[0].pad_right(cells - canvas.lines[0].cell_length)


def _cell(seconds: float, cells: int) -> int:
    return round(min(seconds, CAP) / CAP * (cells - 1))


def _axis(left: int, cells: int) -> Content:
    canvas = Canvas(left + cells, 1)
    for value in _TICKS:
        said = f"{value} s" if value in (_TICKS[0], _TICKS[-1]) else str(value)
        x = left + _cell(value, cells) - (len(said) - 1 if value == CAP else len(said) // 2)
        canvas.put(max(left, x), 0, said, text.QUIET)
    return canvas.lines[0]


def _legend(width: int) -> list[Content]:
    said = text.styled("●", text.BOLD) + text.styled(
        " median   ━ the middle half   ─ all but the quickest and slowest tenth", text.QUIET
    )
    return text.wrapped(said, width)
