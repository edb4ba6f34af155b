"""Choosing one option: by number, by arrow and Enter, or by a click."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.content import Content

from civicsquiz.bank.models import Option
from civicsquiz.tui import text
from civicsquiz.tui.widgets.answering.rows import Row, Rows


class Choosing(Rows):
    """Numbered options. `chosen` is the number of the one that is already answered (test mode), 0
    for none; `out` are those that have been tried (tutor mode), which the arrows pass over."""

    AT_ONCE: ClassVar[bool] = True

    chosen = 0
    out: frozenset[int] = frozenset()

    def take(self, text: str) -> None:
        self.chosen = int(text or 0)
        self.out = frozenset()

    def tried(self, texts: Sequence[str]) -> None:
        self.out = frozenset(map(int, texts))
        self.set_reactive(Rows.highlighted, 0)
        self.redraw()

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
        style = f"bold {text.ACCENT}"
        if number in self.out:
            sign, style = "✗", text.QUIET
        lead = text.styled(f" {sign} {number}  ", style)
        lines = self.set_option(lead, option, width, self._style(number, bold=here or taken))
        return self.numbered(number, lines, width)

    def _style(self, number: int, *, bold: bool) -> str:
        if number in self.out:
            return f"strike {text.QUIET}"
        return text.BOLD if bold else ""

    def set_option(self, lead: Content, option: Option, width: int, style: str) -> list[Content]:
        """The text of an option in its style, after its number."""
        return text.hang(lead, text.styled(option.text, style), width)

    def first(self, by: int) -> int:
        return self.chosen or super().first(by)

    def action_move(self, by: int) -> None:
        super().action_move(by)
        for _ in range(self.count):
            if self.highlighted not in self.out:
                break
            super().action_move(by)

    def pick(self, key: str) -> None:
        self.answered(key)
