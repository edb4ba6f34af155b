"""A session that begins with something to be said of it: that it goes on, or towards which day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civicsquiz.source.shelf import Shelf
from civicsquiz.source.visible import one_line
from civicsquiz.tui.screens.quiz import QuizScreen
from civicsquiz.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from civicsquiz.study.session import Session


class NotedScreen(QuizScreen):
    """Says `note` before the question that it begins with."""

    def __init__(self, session: Session, shelf: Shelf, note: str) -> None:
        super().__init__(session, shelf)
        self._first, self._note = session.question, note

    def head(self) -> TopLine:
        return TopLine(one_line(self.session.title))  # out of the log

    def _opening(self) -> str:
        told = super()._opening()
        if self.session.question is not self._first:
            return told
        return f"{self._note} {told}".strip()
