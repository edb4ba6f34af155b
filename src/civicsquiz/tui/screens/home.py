"""Home: the banks there are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets.option_list import Option

from civicsquiz.bank.library import Entry, Origin
from civicsquiz.bank.models import Bank
from civicsquiz.errors import CivicsquizError, FileError, InvalidBank
from civicsquiz.source.visible import one_line
from civicsquiz.tui import text
from civicsquiz.tui.screens.page import PageScreen
from civicsquiz.tui.widgets.lines import Prose
from civicsquiz.tui.widgets.pick_list import PickList
from civicsquiz.tui.widgets.top_line import TopLine


class HomeScreen(PageScreen[None]):
    """Lists the library; Enter practises a bank, `t` takes it as a test."""

    SCROLLS = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "test", "test", tooltip="Test: feedback at the end"),
        Binding("q", "app.quit", "quit"),
        Binding("escape", "app.quit", "quit", show=False),
        *(Binding(str(n), f"pick({n})", f"Bank {n}", show=False) for n in range(1, 10)),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._banks: dict[str, tuple[Entry, Bank]] = {}

    def head(self) -> TopLine:
        return TopLine("civicsquiz", "every answer opens the passage that proves it")

    def body(self) -> Iterable[Widget]:
        yield Prose("Pick a bank of questions.", classes="quiet")
        yield PickList(
            *self._options(), enter="practice", tooltip="Practice: feedback after each answer"
        )
        yield Prose(id="about", classes="quiet")

    def _options(self) -> Iterable[Option]:
        for number, (entry, bank) in enumerate(self.builder.library.banks(), 1):
            if isinstance(bank, CivicsquizError):
                yield Option(_broken(entry, bank), disabled=True)
            else:
                self._banks[str(entry.path)] = entry, bank
                yield Option(_line(number, entry, bank), id=str(entry.path))

    def on_mount(self) -> None:
        options = self.query_one(PickList)
        options.focus()
        options.action_first()
        self.call_after_refresh(self._prepare)

    def _prepare(self) -> None:
        """While the list is read: all that the first quiz would have to wait for."""
        from civicsquiz.study import feedback, selection  # noqa: F401
        from civicsquiz.tui.screens import quiz  # noqa: F401

    @on(PickList.OptionHighlighted)
    def _tell(self, message: PickList.OptionHighlighted) -> None:
        """What the highlighted bank is about, under the list."""
        _, bank = self._banks[str(message.option_id)]
        self.query_one("#about", Prose).update(f"{bank.description} {bank.as_of or ''}".strip())

    def action_pick(self, number: int) -> None:
        options = self.query_one(PickList)
        if number <= options.option_count:
            options.highlighted = number - 1
            self.action_practise()

    @on(PickList.OptionSelected)
    def action_practise(self) -> None:
        self._open("practice")

    def action_test(self) -> None:
        self._open("test")

    def _open(self, mode: str) -> None:
        from civicsquiz.study.selection import select
        from civicsquiz.study.session import Mode
        from civicsquiz.tui.screens.quiz import QuizScreen

        option = self.query_one(PickList).highlighted_option
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
        session = self.builder.session(questions, mode=Mode(mode), seed=seed, shelf=shelf)
        self.app.push_screen(QuizScreen(session, bank, shelf))


def _line(number: int, entry: Entry, bank: Bank) -> Content:
    count = len(bank.asked)
    whose = "" if entry.origin is Origin.SHIPPED else " · yours"
    return (
        text.styled(f" {number}  ", f"bold {text.ACCENT}")
        + Content(bank.title)
        + text.styled(f"   {count} question{'' if count == 1 else 's'}{whose}", text.QUIET)
    )


def _broken(entry: Entry, error: CivicsquizError) -> Content:
    """Why a bank cannot be used, without the path that its owner knows."""
    told = str(error)
    if isinstance(error, InvalidBank) and error.findings:
        told = f"line {error.findings[0].line}: {error.findings[0].message}"
    elif isinstance(error, FileError):
        told = error.problem
    name = one_line(entry.path.name)
    return text.styled(f"    {name} cannot be used: {one_line(told)}", text.QUIET)
