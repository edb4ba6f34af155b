"""What all screens have in common: one calm column with a line above and the keys below."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen
from textual.widget import Widget

from civicsquiz.tui.widgets.key_line import KeyLine
from civicsquiz.tui.widgets.top_line import TopLine

Result = TypeVar("Result")


class PageScreen(Screen[Result]):
    """A column of at most 76 characters. `head` and `body` are what a screen puts into it."""

    def compose(self) -> ComposeResult:
        with Vertical(id="column"):
            yield self.head()
            with VerticalScroll(id="page", can_focus=False):
                yield from self.body()
            yield KeyLine()

    def head(self) -> TopLine:
        raise NotImplementedError

    def body(self) -> Iterable[Widget]:
        raise NotImplementedError

    @property
    def page(self) -> VerticalScroll:
        return self.query_one("#page", VerticalScroll)

    def action_scroll_page(self, by: int) -> None:
        """Scroll by half a screen."""
        self.page.scroll_relative(y=by * max(1, self.page.size.height // 2), animate=False)
