"""Putting entries into order: picked first to last by number, by arrow and Space, or by a click."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding

from civicsquiz.study.marking import ordinal
from civicsquiz.tui import text
from civicsquiz.tui.widgets.answering.rows import Row, Rows, hint

_PLACE = 6


class Ordering(Rows):
    """Numbered entries, each with the place it has been given; `picked` are their numbers in the
    order in which they were picked."""

    MANY: ClassVar[bool] = True

    BINDINGS = [
        Binding("number", "name_keys", "place", tooltip="Pick what comes next, or by a click"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.picked: list[int] = []

    def take(self, text: str) -> None:
        self.picked = [int(number) for number in text.split()]

    @property
    def response_text(self) -> str:
        return " ".join(map(str, self.picked))

    def draw(self, width: int, rows: int) -> list[Row]:  # noqa: ARG002
        shown: list[Row] = []
        for number, option in enumerate(self.question.options, 1):
            taken = number in self.picked
            said = ordinal(self.picked.index(number) + 1) if taken else "·"
            place = text.styled(f"  {said:<{_PLACE}}", text.BOLD if taken else text.QUIET)
            told = text.styled(option.text, text.BOLD if taken else "")
            lines = text.hang(self.lead(number) + place, told, width)
            shown += self.numbered(number, lines, width)
        return [*shown, *hint(self._told(), width)]

    def _told(self) -> str:
        placed = len(self.picked)
        asked = "" if placed == self.count else " Which comes next?"
        return f"{placed} of {self.count} placed.{asked}" if placed else "Which comes first?"

    def pick(self, key: str) -> None:
        number = int(key)
        if number in self.picked:
            self.picked.remove(number)
        else:
            self.picked.append(number)
        self.stepped()

    @property
    def can_take_back(self) -> bool:
        return bool(self.picked)

    def take_back(self) -> None:
        self.picked.pop()
        self.stepped()
