"""The overview of a test: what is answered, what is marked, and handing it in."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets.option_list import Option

from civicsquiz.bank.models import Bank
from civicsquiz.study.session import Session
from civicsquiz.tui import text
from civicsquiz.tui.screens.page import PageScreen
from civicsquiz.tui.widgets.lines import Prose
from civicsquiz.tui.widgets.pick_list import PickList
from civicsquiz.tui.widgets.top_line import TopLine


class OverviewScreen(PageScreen[bool]):
    """`waiting` are positions whose answer on the screen is not whole, or not spelled right, and was
    not kept. Returns True to submit, False to go on, None to leave the test without an end."""

    SCROLLS = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "submit", "submit", tooltip="Submit the test"),
        Binding("x", "abandon", "leave without submitting"),
        Binding("escape", "stay", "back", key_display="Esc", tooltip="Back to the test"),
        Binding("q,v,b", "stay", "back", show=False),
    ]

    def __init__(
        self,
        session: Session,
        bank: Bank,
        waiting: Container[int] = (),
        *,
        leaving: bool = False,
    ) -> None:
        super().__init__()
        self._waiting = waiting
        self.session = session
        self.bank = bank
        self._leaving = leaving
        self._warned = False

    def head(self) -> TopLine:
        return TopLine(self.bank.title, "Overview")

    def body(self) -> Iterable[Widget]:
        yield Prose(self._summary(), id="summary")
        yield PickList(
            *(Option(self._line(at)) for at in range(len(self.session.questions))),
            enter="open",
            tooltip="Go to this question",
        )

    def _open(self) -> int:
        positions = range(len(self.session.questions))
        return sum(self.session.response(at) is None for at in positions)

    def _summary(self) -> str:
        open_, total = self._open(), len(self.session.questions)
        answered = f"{total - open_} of {total} answered."
        if self._leaving:
            return f"{answered} Submit it, leave without submitting, or go back?"
        return f"{answered} Submit when you are done: then every answer is explained."

    def _line(self, at: int) -> Content:
        mark = "◆" if at in self.session.marked else " "
        state = "answered" if self.session.response(at) is not None else "open"
        state = "not kept" if at in self._waiting else state
        lead = text.styled(f"{mark} {at + 1:>2}  ", f"bold {text.ACCENT}")
        stem = Content(self.session.questions[at].item.stem).truncate(56, ellipsis=True)
        return lead + text.styled(f"{state:<8}  ", text.QUIET) + stem

    def on_mount(self) -> None:
        options = self.query_one(PickList)
        options.focus()
        unanswered = self.session.unanswered
        options.highlighted = unanswered[0] if unanswered else self.session.position

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return self._leaving if action == "abandon" else True

    @on(PickList.OptionSelected)
    def action_go(self) -> None:
        highlighted = self.query_one(PickList).highlighted
        if highlighted is not None:
            self.session.go(highlighted)
            self.dismiss(False)

    def action_submit(self) -> None:
        """Submit; with open questions left, say so once first."""
        open_ = self._open()
        if open_ and not self._warned:
            self._warned = True
            count = "1 question is" if open_ == 1 else f"{open_} questions are"
            told = f"{count} still open and would count as wrong. Press s again to submit."
            self.query_one("#summary", Prose).update(told)
        else:
            self.dismiss(True)

    def action_stay(self) -> None:
        self.dismiss(False)

    def action_abandon(self) -> None:
        self.dismiss(None)
