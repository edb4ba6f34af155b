"""What all screens have in common: one calm column with a line above and the keys below."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeVar, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.screen import Screen
from textual.widget import Widget

from civicsquiz.tui.widgets.key_line import KeyLine
from civicsquiz.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from civicsquiz.tui.app import QuizApp
    from civicsquiz.tui.builder import Builder

Result = TypeVar("Result")


class PageScreen(Screen[Result]):
    """A column of at most 76 characters. `head` and `body` are what a screen puts into it.

    With `SCROLLS` the body scrolls as a whole; without it a list in it takes the rows that are left
    and scrolls by itself.
    """

    SCROLLS = True
    HOLDS_PLACE = False
    """Whether a quiz that was begun from here leads back here."""
    DEFAULT_CLASSES = "-wide -tall"  # as most terminals are: they need no second layout
    AUTO_FOCUS = ""  # focusing scrolls, and a page is shown from its beginning

    def compose(self) -> ComposeResult:
        with Vertical(id="column"):
            yield self.head()
            with self._page():
                yield from self.body()
            yield KeyLine()

    @property
    def quiz_app(self) -> QuizApp:
        """The program."""
        return cast("QuizApp", self.app)

    @property
    def builder(self) -> Builder:
        """Puts sessions together."""
        return self.quiz_app.builder

    def _page(self) -> Vertical | VerticalScroll:
        return VerticalScroll(id="page", can_focus=False) if self.SCROLLS else Vertical(id="page")

    def key_label(self, binding: Binding) -> str:
        """What the key line calls the key of a binding."""
        return self.app.get_key_display(binding)

    def head(self) -> TopLine:
        raise NotImplementedError

    def body(self) -> Iterable[Widget]:
        raise NotImplementedError

    @property
    def page(self) -> VerticalScroll:
        return self.query_one("#page", VerticalScroll)

    @property
    def more_below(self) -> bool:
        """Whether the page goes on below what can be seen."""
        return self.page.scroll_target_y < self.page.max_scroll_y

    def back_to_top(self) -> None:
        """Show the page from its beginning; once it is laid out, the keys say if it goes on."""
        self.page.scroll_home(animate=False)
        self.query_one(KeyLine).refresh()
        self.call_after_refresh(self.refresh_bindings)

    def close(self) -> None:
        """Back to where this was begun from, or out of the program where that was its command."""
        screens = self.app.screen_stack
        below = screens[: screens.index(self)]
        while below and not getattr(below[-1], "HOLDS_PLACE", False):
            below.pop()
        if not below:
            self.app.exit()
            return
        for _ in screens[len(below) :]:
            self.app.pop_screen()

    def action_scroll_page(self, by: int) -> None:
        """Scroll by half a screen."""
        self.page.scroll_relative(y=by * max(1, self.page.size.height // 2), animate=False)
