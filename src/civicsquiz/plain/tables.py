"""Tables as lines of text: the figures under each other, and where that is too wide each under its
name."""

from __future__ import annotations

from civicsquiz.plain.layout import WIDTH, columns, shortened, wrapped
from civicsquiz.report.tables import Table

_GAP = 2
_NAME = 16
"""The narrowest that the column of names may be, unless all names are shorter."""


def table(told: Table) -> list[str]:
    """The title, what it comes to, the rows and how to read them."""
    lines = [*wrapped(told.title), *(wrapped(told.said, "  ", "  ") if told.said else [])]
    if told.rows:
        lines += ["", *_rows(told)]
    for note in told.notes:
        lines += ["", *wrapped(note, "  ", "  ")]
    return lines


def _rows(told: Table) -> list[str]:
    rows = (told.head, *told.rows)
    longest = [max(columns(cell) for cell in column) for column in zip(*rows, strict=True)]
    name = min(longest[0], WIDTH - _GAP - sum(_GAP + width for width in longest[1:]))
    if name < min(longest[0], _NAME):
        return [line for row in told.rows for line in _stacked(told.head, row)]
    return [_row(row, [name, *longest[1:]]) for row in rows]


def _row(cells: tuple[str, ...], widths: list[int]) -> str:
    first = shortened(cells[0], widths[0])
    line = " " * _GAP + first + " " * (widths[0] - columns(first))
    for cell, width in zip(cells[1:], widths[1:], strict=True):
        line += " " * (_GAP + width - columns(cell)) + cell
    return line


def _stacked(head: tuple[str, ...], row: tuple[str, ...]) -> list[str]:
    told = ", ".join(f"{name.lower()} {cell}" for name, cell in zip(head[1:], row[1:], strict=True))
    return [*wrapped(row[0], "  ", "  "), *wrapped(told, "    ", "    ")]
