"""Home: the banks there are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from civicsquiz.bank.library import Entry, Origin
from civicsquiz.bank.models import Bank
from civicsquiz.errors import CivicsquizError
from civicsquiz.source.visible import one_line
from civicsquiz.study.selection import select
from civicsquiz.study.session import Mode
from civicsquiz.tui import text
from civicsquiz.tui.screens.page import PageScreen
from civicsquiz.tui.widgets.lines import Prose
from civicsquiz.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from civicsquiz.app import App as Builder


class HomeScreen(PageScreen[None]):
    """Lists the library; Enter practises a bank, `t` takes it as a test."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "practise", "practice", tooltip="Practice: feedback after each answer"),
        Binding("t", "test", "test", tooltip="Test: feedback at the end"),
        Binding("q,escape", "app.quit", "quit", key_display="q"),
        *(Binding(str(n), f"pick({n})", f"Bank {n}", show=False) for n in range(1, 10)),
    ]

    def __init__(self, builder: Builder) -> None:
        super().__init__()
        self.builder = builder
        self._banks: dict[str, tuple[Entry, Bank]] = {}

    def head(self) -> TopLine:
        return TopLine("civicsquiz", "every answer opens the passage that proves it")

    def body(self) -> Iterable[Widget]:
        yield Prose("Pick a bank of questions.", classes="quiet")
        yield OptionList(*self._options(), markup=False)

    def _options(self) -> Iterable[Option]:
        number = 0
        for entry, bank in self.builder.library.banks():
            number += 1
            if isinstance(bank, CivicsquizError):
                yield Option(_broken(entry, bank), disabled=True)
            else:
                self._banks[str(entry.path)] = entry, bank
                yield Option(_line(number, entry, bank), id=str(entry.path))

    def on_mount(self) -> None:
        options = self.query_one(OptionList)
        options.focus()
        if self._banks and options.highlighted is None:
            options.action_first()

    def action_pick(self, number: int) -> None:
        options = self.query_one(OptionList)
        if number <= options.option_count:
            options.highlighted = number - 1
            self.action_practise()

    @on(OptionList.OptionSelected)
    def action_practise(self) -> None:
        self._open(Mode.PRACTICE)

    def action_test(self) -> None:
        self._open(Mode.TEST)

    def _open(self, mode: Mode) -> None:
        from civicsquiz.tui.screens.quiz import QuizScreen

        option = self.query_one(OptionList).highlighted_option
        if option is None or option.id not in self._banks:
            return
        entry, bank = self._banks[option.id]
        seed = self.builder.new_seed()
        try:
            questions = select([bank], seed=seed)
        except CivicsquizError as error:
            self.notify(one_line(str(error)), severity="error", markup=False)
            return
        shelf = self.builder.shelf_for(entry.path)
        session = self.builder.session(questions, mode=mode, seed=seed, shelf=shelf)
        self.app.push_screen(QuizScreen(session, bank, shelf))


def _line(number: int, entry: Entry, bank: Bank) -> Content:
    """A bank in two lines: its title with the count, and what it is about."""
    count = len(bank.asked)
    whose = "" if entry.origin is Origin.SHIPPED else " · yours"
    title = (
        text.styled(f"{number}  ", f"bold {text.ACCENT}")
        + text.styled(bank.title, text.BOLD)
        + text.styled(f"   {count} question{'' if count == 1 else 's'}{whose}", text.QUIET)
    )
    return title + Content("\n   ") + text.styled(bank.description, text.QUIET)


def _broken(entry: Entry, error: CivicsquizError) -> Content:
    told = one_line(str(error))
    return text.styled(f"   {one_line(entry.path.name)} cannot be used: {told}", text.QUIET)
