"""The days to come, with how much is due on each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from textual.content import Content

from civicsquiz.tui import text, today
from civicsquiz.tui.widgets.lines import Lines

_NAME, _CELLS, _FEW_CELLS = 11, 20, 8


class Days(Lines):
    """A line for each day after today, with a bar; where rows are short, the nearest days."""

    def __init__(self) -> None:
        super().__init__()
        self._days: tuple[tuple[date, int], ...] = ()

    def show(self, days: Sequence[tuple[date, int]]) -> None:
        """Show days with their counts; the first is today."""
        self._days = tuple(days[1:])
        self.display = any(count for _, count in self._days)
        self.refresh(layout=True)

    def lines(self, width: int, rows: int) -> list[Content]:  # noqa: ARG002
        most = max((count for _, count in self._days), default=0) or 1
        cells = _CELLS if width >= text.NARROW else _FEW_CELLS
        lines = [text.styled("The days to come", text.QUIET)]
        for at, (day, count) in enumerate(self._days):
            name = "tomorrow" if at == 0 else today.weekday(day)
            bar = "━" * max(1, round(cells * count / most)) if count else ""
            number = f"{count or '–':>3}"
            lines.append(Content(f"{name:<{_NAME}}{number}  ") + text.styled(bar, text.QUIET))
        return lines
