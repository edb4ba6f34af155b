"""An answered item with everything that explains it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive

from civicsquiz.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from civicsquiz.study.session import Outcome


class Explained(Lines):
    """The item with its outcome, set for the rows that the page has."""

    outcome: reactive[Outcome | None] = reactive(None, layout=True)

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[tuple[int, int], list[Content]] = {}

    def watch_outcome(self) -> None:
        self._kept.clear()

    def lines(self, width: int, rows: int) -> list[Content]:
        """Asked several times for each frame, and slow to set: kept as long as the outcome is."""
        if (width, rows) not in self._kept:
            self._kept[width, rows] = self._lines(width, rows)
        return self._kept[width, rows]

    def _lines(self, width: int, rows: int) -> list[Content]:
        if self.outcome is None:
            return []
        from civicsquiz.study.feedback import Chosen
        from civicsquiz.tui import answered

        question, response = self.outcome.question, self.outcome.response
        shown = {*response, *question.item.key_ids}
        others = [
            Chosen(number, option.text, option.why, False)
            for number, option in enumerate(question.options, 1)
            if option.id not in shown
        ]
        return answered.page(question.item.stem, self.outcome.feedback, others, width, rows)
