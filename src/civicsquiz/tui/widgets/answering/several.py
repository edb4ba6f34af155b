"""Choosing several options, each by number, by arrow and Space, or by a click."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding

from civicsquiz.study.answering.manner import listed
from civicsquiz.tui import text
from civicsquiz.tui.widgets.answering.rows import Row, Rows, hint


class Several(Rows):
    """Numbered options with boxes to tick; `chosen` are the numbers of those that are ticked."""

    MANY: ClassVar[bool] = True

    BINDINGS = [
        Binding("number", "name_keys", "choose", tooltip="Choose by number, or by a click"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.chosen: set[int] = set()

    def take(self, text: str) -> None:
        self.chosen = {int(number) for number in text.split()}

    @property
    def response_text(self) -> str:
        return " ".join(map(str, sorted(self.chosen)))

    def draw(self, width: int, rows: int) -> list[Row]:  # noqa: ARG002
        shown: list[Row] = []
        for number, option in enumerate(self.question.options, 1):
            taken = number in self.chosen
            box = text.styled(f"  {'☑' if taken else '☐'}  ", f"bold {text.ACCENT}")
            told = text.styled(option.text, text.BOLD if taken else "")
            lines = text.hang(self.lead(number) + box, told, width)
            shown += self.numbered(number, lines, width)
        return [*shown, *hint(self._told(), width)]

    def _told(self) -> str:
        if not self.chosen:
            return "Nothing is chosen yet."
        return f"Chosen: {listed(sorted(self.chosen))}."

    def pick(self, key: str) -> None:
        self.chosen ^= {int(key)}
        self.stepped()
