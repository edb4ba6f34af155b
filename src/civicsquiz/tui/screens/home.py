"""Home: the banks there are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets.option_list import Option

from civicsquiz.bank.library import Listed, Origin
from civicsquiz.errors import CivicsquizError
from civicsquiz.source.visible import one_line
from civicsquiz.tui import text
from civicsquiz.tui.screens.page import PageScreen
from civicsquiz.tui.widgets.lines import Prose
from civicsquiz.tui.widgets.pick_list import PickList
from civicsquiz.tui.widgets.top_line import TopLine


class HomeScreen(PageScreen[None]):
    """Lists the library; Enter practises a bank, `t` takes it as a test."""

    SCROLLS = False
    HOLDS_PLACE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "test", "test", tooltip="Test: feedback at the end"),
        Binding("r", "read", "read", tooltip="Read the sources"),
        Binding("q", "app.quit", "quit"),
        Binding("escape", "app.quit", "quit", show=False),
        *(Binding(str(n), f"pick({n})", f"Bank {n}", show=False) for n in range(1, 10)),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, Listed] = {}

    def head(self) -> TopLine:
        return TopLine("civicsquiz", "every answer opens the passage that proves it")

    def body(self) -> Iterable[Widget]:
        yield Prose("Pick a bank of questions.", classes="quiet")
        yield PickList(
            *self._options(), enter="practice", tooltip="Practice: feedback after each answer"
        )
        yield Prose(id="about", classes="quiet")

    def _options(self) -> Iterable[Option]:
        for number, row in enumerate(self.builder.library.listed(), 1):
            if row.problem:
                yield Option(_broken(row), disabled=True)
            else:
                path = str(row.entry.path)
                self._rows[path] = row
                yield Option(_line(number, row), id=path)

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
        row = self._rows[str(message.option_id)]
        self.query_one("#about", Prose).update(f"{row.description} {row.as_of}".strip())

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
        from civicsquiz.tui.first import Quiz, first_screen

        option = self.query_one(PickList).highlighted_option
        if option is None or option.id not in self._rows:
            return
        entry = self._rows[option.id].entry
        seed = self.builder.new_seed()
        try:
            bank = self.builder.library.load(entry)
            questions = select([bank], seed=seed)
        except CivicsquizError as error:
            self.notify(one_line(str(error)), severity="error", markup=False)
            return
        quiz = Quiz(bank, self.builder.shelf_for(entry.path), Mode(mode), seed, questions)
        self.app.push_screen(
            first_screen(
                self.builder, quiz, lambda without: select([bank], seed=seed, without=without)
            )
        )

    def action_read(self) -> None:
        from civicsquiz.tui.screens.sources import SourcesScreen

        self.app.push_screen(SourcesScreen())


def _line(number: int, row: Listed) -> Content:
    whose = "" if row.entry.origin is Origin.SHIPPED else " · yours"
    return (
        text.styled(f" {number}  ", f"bold {text.ACCENT}")
        + Content(row.title)
        + text.styled(f"   {row.asked} question{'' if row.asked == 1 else 's'}{whose}", text.QUIET)
    )


def _broken(row: Listed) -> Content:
    """Why a bank cannot be used, without the path that its owner knows."""
    told, name = row.problem, one_line(row.entry.path.name)
    line = f"line {told.line}: " if told and told.line else ""
    problem = f"{line}{told.message}" if told else ""
    return text.styled(f"    {name} cannot be used: {one_line(problem)}", text.QUIET)
