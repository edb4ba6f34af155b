"""An answered item with everything that explains it."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive

from civicsquiz.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from civicsquiz.study.session import Outcome
    from civicsquiz.tui.answered import Page


class Explained(Lines):
    """The item with its outcome, set for the rows that the page has; `whole` unfolds it, `plain`
    says the passages in plain words too. With `today` it says when the question comes back."""

    outcome: reactive[Outcome | None] = reactive(None, layout=True)
    whole: reactive[bool] = reactive(False, layout=True)
    plain: reactive[bool] = reactive(False, layout=True)

    def __init__(self, today: date | None = None) -> None:
        super().__init__()
        self._today = today
        self._kept: dict[tuple[int, int], Page] = {}

    def watch_outcome(self) -> None:
        self._kept.clear()
        self.whole = False

    def watch_whole(self) -> None:
        self._kept.clear()

    def watch_plain(self) -> None:
        self._kept.clear()

    @property
    def folded(self) -> bool:
        """Whether something is folded away that `whole` would show."""
        return not self.whole and any(page.folded for page in self._kept.values())

    def lines(self, width: int, rows: int) -> list[Content]:
        """Asked several times for each frame, and slow to set: kept as long as the outcome is."""
        if self.outcome is None:
            return []
        if (width, rows) not in self._kept:
            self._kept = {(width, rows): self._set(self.outcome, width, rows)}
        return self._kept[width, rows].lines

    def _set(self, outcome: Outcome, width: int, rows: int) -> Page:
        from civicsquiz.tui import answered

        room = sys.maxsize if self.whole else rows
        return answered.page(outcome, width, room, plain=self.plain, today=self._today)
