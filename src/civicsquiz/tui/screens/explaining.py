"""What the quiz and looking back have in common: an explained answer, to be read on and opened."""

from __future__ import annotations

from civicsquiz.bank.models import Bank
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.session import Outcome
from civicsquiz.tui.screens.page import PageScreen
from civicsquiz.tui.widgets.explained import Explained


class ExplainingScreen(PageScreen[None]):
    """Shows an `Explained` over `bank`, whose passages `shelf` opens."""

    bank: Bank
    shelf: Shelf

    @property
    def explained_outcome(self) -> Outcome | None:
        """The outcome on the screen, if there is one."""
        return self.query_one(Explained).outcome

    @property
    def more_to_read(self) -> bool:
        """Whether something is folded away, or stands below."""
        return self.query_one(Explained).folded or self.more_below

    def action_read_on(self) -> None:
        """First unfold what was folded away for want of rows, then scroll."""
        explained = self.query_one(Explained)
        if explained.folded:
            explained.whole = True
            self.call_after_refresh(self._scroll_on)
        else:
            self._scroll_on()

    def _scroll_on(self) -> None:
        self.action_scroll_page(1)
        self.call_after_refresh(self.refresh_bindings)

    def action_open_source(self) -> None:
        from civicsquiz.tui.screens.source import SourceScreen

        if self.explained_outcome is not None:
            passages = self.explained_outcome.feedback.passages
            self.app.push_screen(SourceScreen(self.bank, self.shelf, passages))
