"""What is said before a quiz of which nothing can be kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widget import Widget

from civicsquiz.errors import FileError
from civicsquiz.tui import keeping
from civicsquiz.tui.screens.page import PageScreen
from civicsquiz.tui.widgets.lines import Prose
from civicsquiz.tui.widgets.top_line import TopLine


class TroubleScreen(PageScreen[None]):
    """Says `error`; Enter goes on to what `make` makes, and from there on nothing is kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "go on", key_display="Enter", tooltip="Go on, and keep nothing"),
        Binding("escape", "leave", "back", key_display="Esc"),
        Binding("q", "leave", "back", show=False),
        Binding("pagedown,space", "scroll_page(1)", "Down", show=False),
        Binding("pageup", "scroll_page(-1)", "Up", show=False),
    ]

    def __init__(self, error: FileError, make: Callable[[], Screen[Any]]) -> None:
        super().__init__()
        self._told = keeping.told(error)
        self._make = make

    def head(self) -> TopLine:
        return TopLine("Before you begin")

    def body(self) -> Iterable[Widget]:
        yield Prose(self._told)
        yield Prose("Enter goes on without keeping anything. Esc leaves.", classes="quiet")

    def action_go_on(self) -> None:
        self.builder.keep_nothing()
        self.quiz_app.trouble = self._told
        self.app.switch_screen(self._make())

    def action_leave(self) -> None:
        self.close()
