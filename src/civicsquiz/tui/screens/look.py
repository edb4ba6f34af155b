"""Looking back at answers, one after the other, each with its passage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from civicsquiz.bank.models import Bank
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.session import Outcome
from civicsquiz.tui.screens.explaining import ExplainingScreen
from civicsquiz.tui.widgets.explained import Explained
from civicsquiz.tui.widgets.top_line import TopLine


class LookScreen(ExplainingScreen):
    """Shows the outcome at `at`, under the title of its session; Enter goes to the one after it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "move(1)", "next", key_display="Enter"),
        Binding("space", "read_on", "more", key_display="Space", tooltip="Read on"),
        Binding("b", "move(-1)", "back"),
        Binding("left", "move(-1)", "back", show=False),
        Binding("o", "open_source", "open", tooltip="Open the passage in its source"),
        Binding("p", "plain", "plain words", tooltip="The passages in plain words, or not"),
        Binding("q", "leave", "results"),
        Binding("escape", "leave", "results", show=False),
        Binding("pagedown", "scroll_page(1)", "Down", show=False),
        Binding("pageup", "scroll_page(-1)", "Up", show=False),
    ]

    def __init__(self, title: str, shelf: Shelf, outcomes: Sequence[Outcome], at: int) -> None:
        super().__init__()
        self._title = title
        self.shelf = shelf
        self._outcomes = tuple(outcomes)
        self._at = at

    @property
    def bank(self) -> Bank:
        return self._outcomes[self._at].question.bank

    def head(self) -> TopLine:
        return TopLine(self._title)

    def body(self) -> Iterable[Widget]:
        yield Explained(self.builder.today)

    def on_mount(self) -> None:
        self._show()

    def _show(self) -> None:
        self.query_one(Explained).outcome = self._outcomes[self._at]
        self.query_one(TopLine).show(f"answer {self._at + 1} of {len(self._outcomes)}")
        self.back_to_top()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "move":
            return 0 <= self._at + int(str(parameters[0])) < len(self._outcomes)
        if action == "read_on":
            return self.more_to_read
        if action == "plain":
            return self.has_plain_words
        if action == "open_source":
            return self.has_passages
        return True

    def action_move(self, by: int) -> None:
        self._at += by
        self._show()

    def action_leave(self) -> None:
        self.app.pop_screen()
