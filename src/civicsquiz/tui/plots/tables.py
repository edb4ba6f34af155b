"""Tables as lines: the figures under each other, and where that is too wide each under its name."""

from __future__ import annotations

from textual.content import Content

from civicsquiz.report.tables import Table
from civicsquiz.tui import text

_GAP = 2
_NAME = 16
"""The narrowest that the column of names may be, unless all names are shorter."""


def table(told: Table, width: int) -> list[Content]:
    """The title, what it comes to, the rows and how to read them."""
    lines = text.wrapped(text.styled(told.title, text.BOLD), width)
    if told.said:
        lines += text.wrapped(told.said, width)
    if told.rows:
        lines += [Content(""), *rows(told, width)]
    for note in told.notes:
        lines += [Content(""), *text.wrapped(text.styled(note, text.QUIET), width)]
    return lines


def rows(told: Table, width: int) -> list[Content]:
    """The head and the rows alone."""
    columns = list(zip(told.head, *told.rows, strict=True))
    longest = [max(Content(cell).cell_length for cell in column) for column in columns]
    name = min(longest[0], width - sum(_GAP + cells for cells in longest[1:]))
    if name < min(longest[0], _NAME):
        return [line for row in told.rows for line in _stacked(told.head, row, width)]
    widths = [name, *longest[1:]]
    lines = _row(told.head, widths, text.QUIET)
    for row in told.rows:
        lines += _row(row, widths, "")
    return lines


def _row(cells: tuple[str, ...], widths: list[int], style: str) -> list[Content]:
    """One row; a name that is too long goes on below."""
    first, *more = text.wrapped(text.styled(cells[0], style), widths[0])
    line = first.pad_right(widths[0] - first.cell_length)
    for cell, cells_wide in zip(cells[1:], widths[1:], strict=True):
        figure = text.styled(cell, style)
        line += Content(" " * (_GAP + cells_wide - figure.cell_length)) + figure
    return [line, *more]


def _stacked(head: tuple[str, ...], row: tuple[str, ...], width: int) -> list[Content]:
    figures = [
        text.styled(f"{name} ", text.QUIET) + Content(cell)
        for name, cell in zip(head[1:], row[1:], strict=True)
    ]
    return [*text.wrapped(row[0], width), *text.hang("  ", _flowing(figures, width - 2), width)]


def _flowing(figures: list[Content], width: int) -> Content:
    """As many on a line as there is room for, none of them parted."""
    lines: list[Content] = []
    for figure in figures:
        if lines and lines[-1].cell_length + 3 + figure.cell_length <= width:
            lines[-1] = lines[-1] + Content("   ") + figure
        else:
            lines.append(figure)
    return Content("\n").join(lines)
