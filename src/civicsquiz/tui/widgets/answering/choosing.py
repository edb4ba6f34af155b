"""Choosing one option: by number, by arrow and Enter, or by a click."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content

from civicsquiz.bank.models import Option
from civicsquiz.tui import text
from civicsquiz.tui.widgets.answering.rows import Row, Rows


class Choosing(Rows):
    """Numbered options. `chosen` is the number of the one that is already answered (test mode), 0
    for none."""

    AT_ONCE: ClassVar[bool] = True

    chosen = 0

    def take(self, text: str) -> None:
        self.chosen = int(text or 0)

    @property
    def response_text(self) -> str:
        number = self.highlighted or self.chosen
        return str(number) if number else ""

    @property
    def ready(self) -> bool:
        return bool(self.highlighted)

    def draw(self, width: int, rows: int) -> list[Row]:  # noqa: ARG002
        return [
            row
            for number, option in enumerate(self.question.options, 1)
            for row in self.option_rows(number, option, width)
        ]

    def option_rows(self, number: int, option: Option, width: int) -> list[Row]:
        """The lines of one option."""
        here, taken = number == self.highlighted, number == self.chosen
        sign = "▸" if here else ("●" if taken else " ")
        lead = text.styled(f" {sign} {number}  ", f"bold {text.ACCENT}")
        lines = self.set_option(lead, option, width, bold=here or taken)
        return self.numbered(number, lines, width)

    def set_option(self, lead: Content, option: Option, width: int, *, bold: bool) -> list[Content]:
        """The text of an option, after its number."""
        return text.hang(lead, text.styled(option.text, text.BOLD if bold else ""), width)

    def first(self, by: int) -> int:
        return self.chosen or super().first(by)

    def pick(self, key: str) -> None:
        self.answered(key)
