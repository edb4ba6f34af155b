"""A page with a draft on it: reading on, and opening its article."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from civicsquiz.tui.screens.page import PageScreen
from civicsquiz.tui.widgets.triage_draft import Draft


class DraftPage(PageScreen[None]):
    """Has a `Draft`, in two columns where there is room for the article beside it."""

    CSS_PATH = "../triage.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide"), (120, "-broad")]
    FOR_LEARNERS: ClassVar[bool] = False
    HOLDS_PLACE = True
    KEEPS_MORE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "scroll_lines(-1)", "Up", show=False),
        Binding("down,j", "scroll_lines(1)", "Down", show=False),
        Binding("pagedown", "scroll_page(1)", "Down", show=False),
        Binding("pageup", "scroll_page(-1)", "Up", show=False),
        Binding("slash,g", "nothing", show=False),
    ]

    @property
    def more(self) -> bool:
        """Whether something is folded away, or stands below."""
        return self.query_one(Draft).folded or self.more_below

    def action_open_source(self) -> None:
        """Where the law proves the key, its words are on the page already: what is to be looked at is
        what the article says of the case."""
        from civicsquiz.source.placing import Proof
        from civicsquiz.study.reader import by_place
        from civicsquiz.tui.screens.reader import ReaderScreen

        shown = self.query_one(Draft).shown
        if shown is not None and shown.stops:
            in_place = by_place(shown.stops)
            of_articles = (stop for stop in shown.stops if stop.page.proof is Proof.ARTICLE)
            first = in_place.index(next(of_articles, shown.stops[0]))
            self.app.push_screen(ReaderScreen(in_place, first))

    def action_read_on(self) -> None:
        """First unfold what was folded away for want of rows, then scroll."""
        draft = self.query_one(Draft)
        if draft.folded:
            draft.whole = True
            self.call_after_refresh(self._on_to_the_rest)
        else:
            self._on_to_the_rest()

    def _on_to_the_rest(self) -> None:
        """Whether more is left shows once it is laid out."""
        self.action_scroll_page(1)
        self.call_after_refresh(self.refresh_bindings)

    def action_scroll_lines(self, by: int) -> None:
        self.page.scroll_relative(y=by, animate=False)

    def action_nothing(self) -> None:
        """A key that leads elsewhere on other pages."""
