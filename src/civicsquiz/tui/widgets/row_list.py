"""A list to pick from in which each row has a text and, under it, a quiet line about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.widgets.option_list import Option

from civicsquiz.tui import text
from civicsquiz.tui.widgets.pick_list import PickList

_SCROLLBAR = 1


@dataclass(frozen=True, slots=True)
class Row:
    """What a row says. A `closed` one is seen and cannot be picked."""

    text: Content
    told: str
    closed: bool = False


class RowList(PickList):
    """Rows that are wrapped to the width there is."""

    def __init__(self, rows: Sequence[Row] = (), *, enter: str, tooltip: str = "") -> None:
        super().__init__(enter=enter, tooltip=tooltip)
        self.rows: tuple[Row, ...] = tuple(rows)
        self._set_for = 0

    def show(self, rows: Iterable[Row]) -> None:
        """Show other rows, the arrows on the first."""
        self.rows = tuple(rows)
        self._set()
        self.action_first()

    def on_resize(self, event: events.Resize) -> None:
        if event.size.width != self._set_for:
            highlighted = self.highlighted
            self._set()
            self.highlighted = highlighted
            if highlighted is None:
                self.action_first()

    def _set(self) -> None:
        self._set_for = self.size.width
        width = (self._set_for or text.NARROW) - _SCROLLBAR
        self.clear_options()
        self.add_options(Option(_lines(row, width), disabled=row.closed) for row in self.rows)


def _lines(row: Row, width: int) -> Content:
    style = text.QUIET if row.closed else ""
    told = text.hang("  ", text.styled(row.told, text.QUIET), width)
    return text.joined([*text.wrapped(row.text.stylize_before(style), width), *told])
