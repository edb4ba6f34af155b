"""The banks of the library, each with how far the learner is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets.option_list import Option

from civicsquiz.bank.library import Listed, Origin
from civicsquiz.source.visible import one_line
from civicsquiz.tui import text
from civicsquiz.tui.widgets.linked_list import LinkedList

if TYPE_CHECKING:
    from civicsquiz.tui.today import Standing


class BankList(LinkedList):
    """A row for each bank, numbered from 1. One that cannot be used says why, and cannot be picked."""

    def __init__(self, banks: Iterable[Listed], *, enter: str, tooltip: str) -> None:
        self._banks: dict[str, tuple[int, Listed]] = {}
        self._told: dict[str, Content] = {}
        super().__init__(*self._rows_of(banks), enter=enter, tooltip=tooltip)

    def _rows_of(self, banks: Iterable[Listed]) -> Iterator[Option]:
        for number, bank in enumerate(banks, 1):
            if bank.problem:
                yield Option(_broken(bank), disabled=True)
            else:
                path = str(bank.entry.path)
                self._banks[path] = number, bank
                self._told[path] = _line(number, bank)
                yield Option(self._told[path], id=path)

    @property
    def picked(self) -> Listed | None:
        """The bank that the arrows stand on, or stood on last."""
        option = self.highlighted_option
        return self._banks[option.id][1] if option is not None and option.id else None

    def pick(self, number: int) -> bool:
        """Stand on the bank of this number, if it can be used."""
        if number > self.option_count or self.get_option_at_index(number - 1).disabled:
            return False
        self.focus()
        self.highlighted = number - 1
        return True

    def tell(self, standings: Mapping[str, Standing]) -> None:
        """Say how far the learner is, by the ids of banks; no row changes its height."""
        for path, (number, bank) in self._banks.items():
            line = _line(number, bank, standings.get(bank.entry.id))
            if line != self._told[path]:
                self._told[path] = line
                self.replace_option_prompt(path, line)


def _line(number: int, bank: Listed, standing: Standing | None = None) -> Content:
    whose = "" if bank.entry.origin is Origin.SHIPPED else " · yours"
    told = f"{bank.asked} question{'' if bank.asked == 1 else 's'}"
    if not bank.asked and bank.unproven:
        told = f"{bank.unproven} without a passage"
    elif standing is not None:
        told = f"{min(standing.begun, bank.asked)} of {bank.asked} begun"
        told += f" · {standing.due} due" if standing.due else ""
    return (
        text.styled(f" {number}  ", f"bold {text.ACCENT}")
        + Content(bank.title)
        + text.styled(f"   {told}{whose}", text.QUIET)
    )


def _broken(bank: Listed) -> Content:
    """Why a bank cannot be used, without the path that its owner knows."""
    told, name = bank.problem, one_line(bank.entry.path.name)
    line = f"line {told.line}: " if told and told.line else ""
    problem = f"{line}{told.message}" if told else ""
    return text.styled(f"    {name} cannot be used: {one_line(problem)}", text.QUIET)
