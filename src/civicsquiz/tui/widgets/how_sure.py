"""How sure one is, said before the answer: by F1 to F3, or by a click on the words."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.content import Content
from textual.reactive import reactive

from civicsquiz.record.certainty import Certainty
from civicsquiz.tui import text
from civicsquiz.tui.widgets.lines import Lines

_ASKED = "How sure are you?"


class HowSure(Lines):
    """The question with its three answers. `certainty` is the one that was given, None where none was;
    a click on one calls `said` with it."""

    certainty: reactive[int | None] = reactive(None)

    def __init__(self, said: Callable[[int], None]) -> None:
        super().__init__()
        self._said = said

    def lines(self, width: int, rows: int) -> list[Content]:  # noqa: ARG002
        lead = Content("") if width < text.NARROW else Content(f"{_ASKED}  ")
        gap, sign = (" ", "●") if width < text.NARROW else ("  ", "● ")
        answers = lead + Content(gap).join([self._answer(one, sign) for one in Certainty])
        return [answers] if lead else [Content(_ASKED), answers]

    def _answer(self, one: Certainty, sign: str) -> Content:
        chosen = one == self.certainty
        before = sign if chosen else " " * len(sign)
        key = text.styled(f"{before}{one.key.upper()}", f"bold {text.ACCENT}")
        return key + text.styled(f" {one.words}", text.BOLD if chosen else "")

    def on_click(self, event: events.Click) -> None:
        lines = self.lines(self.size.width, 0)
        if event.y != len(lines) - 1:
            return
        line = lines[-1].plain
        for one in reversed(Certainty):
            if event.x >= line.index(one.key.upper()) - 1:
                self._said(one.value)
                return
