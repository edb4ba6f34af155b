"""Choosing one of several quotations."""

from __future__ import annotations

from typing import cast

from textual.content import Content

from civicsquiz.bank.items import FindEvidence
from civicsquiz.bank.models import Option
from civicsquiz.tui import text
from civicsquiz.tui.widgets.answering.choosing import Choosing
from civicsquiz.tui.widgets.answering.rows import Row

_ABOVE = 6
"""Rows that the question takes, about, above its quotations."""


class Quoting(Choosing):
    """Numbered quotations, set off like passages, with the source that they are out of."""

    def draw(self, width: int, rows: int) -> list[Row]:
        sources = {self._label(option) for option in self.question.options}
        quotations = [
            self._quotation(number, option, width, named=len(sources) > 1)
            for number, option in enumerate(self.question.options, 1)
        ]
        lines = [_source(f"From: {sources.pop()}", "", width)] if len(sources) == 1 else []
        lines += quotations
        apart = sum(map(len, lines)) + len(lines) + _ABOVE <= rows
        return [
            row
            for at, part in enumerate(lines)
            for row in [*([Row(Content(""))] if at and apart else []), *part]
        ]

    def _label(self, option: Option) -> str:
        question = self.question
        source = cast("FindEvidence", question.item).quoted(option).source
        return question.bank.cards[source].label

    def _quotation(self, number: int, option: Option, width: int, *, named: bool) -> list[Row]:
        rows = self.option_rows(number, option, width)
        if named:
            lead = " " * len(f"   {number}  ")
            rows += [
                Row(row.content, rows[0].keys) for row in _source(self._label(option), lead, width)
            ]
        return rows

    def set_option(self, lead: Content, option: Option, width: int, style: str) -> list[Content]:
        told = text.styled(option.text, style)
        bar = text.styled("┃ ", text.RULE)
        room = width - lead.cell_length - bar.cell_length
        under = Content(" " * lead.cell_length)
        return [
            (under if at else lead) + bar + line for at, line in enumerate(text.wrapped(told, room))
        ]


def _source(told: str, lead: str, width: int) -> list[Row]:
    return [Row(line) for line in text.hang(lead, text.styled(told, text.QUIET), width)]
