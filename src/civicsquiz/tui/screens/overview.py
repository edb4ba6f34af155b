"""The overview of a test: what is answered, what is marked, and how it goes on or ends."""

from __future__ import annotations

from collections.abc import Container, Iterable
from enum import Enum, auto
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


class Then(Enum):
    """What comes after the overview."""

    GO_ON = auto()
    SUBMIT = auto()
    LATER = auto()
    GIVE_UP = auto()


class OverviewScreen(PageScreen[Then]):
    """`waiting` are positions whose answer on the screen is not whole, or not spelled right, and was
    not kept. Whoever is `leaving` can also keep the test for later, or give it up."""

    SCROLLS = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "submit", "submit", tooltip="Submit the test"),
        Binding("k", "later", "keep for later", tooltip="Leave it, and go on with it another time"),
        Binding("x", "give_up", "give up", tooltip="Give up, and see your answers explained"),
        Binding("x", "leave", "leave", tooltip="Leave; nothing is answered yet"),
        Binding("escape", "stay", "back", key_display="Esc", tooltip="Back to the test"),
        Binding("q,v,b", "stay", "back", show=False),
    ]

    def __init__(
        self, session: Session, waiting: Container[int] = (), *, leaving: bool = False
    ) -> None:
        super().__init__()
        self._waiting = waiting
        self.session = session
        self._leaving = leaving
        self._warned = ""

    @property
    def bank(self) -> Bank:
        """The bank of the question that one came from."""
        return self.session.question.bank

    def head(self) -> TopLine:
        return TopLine(self.session.title, "Leave the test?" if self._leaving else "Overview")

    def body(self) -> Iterable[Widget]:
        yield Prose(self._summary(), id="summary")
        yield PickList(
            *(Option(self._line(at)) for at in range(len(self.session.questions))),
            enter="open",
            tooltip="Go to this question",
        )

    @property
    def _open(self) -> int:
        return len(self.session.unanswered)

    def _summary(self) -> str:
        total = len(self.session.questions)
        answered = f"{total - self._open} of {total} answered."
        if self._leaving and not self.session.answered:
            return "Nothing is answered yet. x leaves, Esc goes back to the test."
        if self._leaving and self.quiz_app.trouble:
            return (
                f"{answered} Nothing is kept for later. s submits it. x gives it up and explains what "
                "you have answered. Esc goes back."
            )
        if self._leaving:
            return (
                f"{answered} k keeps the test for later: Home offers to go on. s submits it. x gives it up "
                "and explains what you have answered. Esc goes back."
            )
        return f"{answered} Submit when you are done: then every answer is explained."

    def _line(self, at: int) -> Content:
        mark = "◆" if at in self.session.marked else " "
        state = "answered" if at in self.session.answered else "open"
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
        if action == "later" and self.quiz_app.trouble:
            return False
        if action in ("later", "give_up"):
            return self._leaving and bool(self.session.answered)
        if action == "leave":
            return self._leaving and not self.session.answered
        return True

    @on(PickList.OptionSelected)
    def action_go(self) -> None:
        highlighted = self.query_one(PickList).highlighted
        if highlighted is not None:
            self.session.go(highlighted)
            self.dismiss(Then.GO_ON)

    def action_submit(self) -> None:
        """Submit; with open questions left, say so once first."""
        count = "1 question is" if self._open == 1 else f"{self._open} questions are"
        told = f"{count} still open and would count as wrong. Press s again to submit."
        if not self._open or self._warned_of("s", told):
            self.dismiss(Then.SUBMIT)

    def action_give_up(self) -> None:
        """Give up; it cannot be taken up again, which is said once first."""
        told = (
            "What you have answered is graded and explained; the rest does not count. A test that is "
            "given up cannot go on. Press x again to give up."
        )
        if self._warned_of("x", told):
            self.dismiss(Then.GIVE_UP)

    def _warned_of(self, key: str, told: str) -> bool:
        """Whether something was said already, at the last key; now it is."""
        if self._warned == key:
            return True
        self._warned = key
        self.query_one("#summary", Prose).update(told)
        return False

    def action_later(self) -> None:
        self.dismiss(Then.LATER)

    def action_leave(self) -> None:
        self.dismiss(Then.LATER)

    def action_stay(self) -> None:
        self.dismiss(Then.GO_ON)
