"""Leaving a quiz: to its results, for later, or for good; and the overview of a test."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from civicsquiz.errors import RecordError
from civicsquiz.tui.screens.helping import HelpingScreen
from civicsquiz.tui.screens.recording import recorded

if TYPE_CHECKING:
    from civicsquiz.source.shelf import Shelf
    from civicsquiz.study.session import Session
    from civicsquiz.tui.screens.overview import Then


class LeavingScreen(HelpingScreen):
    """Plays `session`; leaving it at any point keeps what is open for later."""

    def __init__(self, session: Session, shelf: Shelf) -> None:
        super().__init__(session)
        self.shelf = shelf

    @recorded
    def action_overview(self) -> None:
        self.keep_unsent()
        self._overview()

    def _overview(self, *, leaving: bool = False) -> None:
        from civicsquiz.tui.screens.overview import OverviewScreen

        overview = OverviewScreen(self.session, self.waiting, leaving=leaving)
        self.app.push_screen(overview, self._overviewed)

    def action_submit(self) -> None:
        self.action_overview()

    @recorded
    def _overviewed(self, then: Then | None) -> None:
        """What was chosen in the overview of a test."""
        from civicsquiz.tui.screens.overview import Then

        match then:
            case Then.SUBMIT:
                self.session.submit()
                self._results()
            case Then.LATER:
                self.keep_for_later()
                self.close()
            case Then.GIVE_UP:
                self.session.abandon()
                if self.session.results().asked:
                    self._results()
                else:
                    self.close()
            case _:
                self.show()

    @recorded
    def action_leave(self) -> None:
        """To the results, if there are any; a test that is not over asks first. Where something has
        been asked of whoever would look it up, this only says no to that."""
        if self.take_back_warning():
            return
        if self.testing:
            with suppress(RecordError):  # the overview says what is not kept
                self.keep_unsent()
            self._overview(leaving=True)
            return
        self.keep_for_later()
        if self.session.results().asked:
            self._results()
        else:
            self.close()

    def keep_for_later(self) -> None:
        """Say that one goes away here. Where that cannot be written down nothing is lost by it: the
        session goes on after the latest answer, and nobody is held back."""
        with suppress(RecordError):
            self.session.leave()

    def _results(self) -> None:
        from civicsquiz.tui.screens.results import ResultsScreen

        results = ResultsScreen(self.session, self.shelf)
        if results.unfinished:
            self.app.push_screen(results)
        else:
            self.app.switch_screen(results)
