"""One item at a time: asked, answered, explained."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.widget import Widget

from civicsquiz.errors import ResponseError
from civicsquiz.tui.screens.asking import AskingScreen
from civicsquiz.tui.widgets.explained import Explained
from civicsquiz.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from civicsquiz.bank.models import Bank
    from civicsquiz.source.shelf import Shelf
    from civicsquiz.study.session import Outcome, Session


class QuizScreen(AskingScreen):
    """Plays a session. `outcome` is that of the item on the screen, None while it is asked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "send", "answer", tooltip="Send this answer", key_display="Enter"),
        Binding("enter", "take_up", "type an answer", key_display="Enter"),
        Binding("enter", "forward", "next", tooltip="Next question", key_display="Enter"),
        Binding("space", "pick_here", "pick", key_display="Space", tooltip="Pick this one, or not"),
        Binding("space", "read_on", "more", key_display="Space", tooltip="Read on"),
        Binding("backspace", "take_back", "take back", key_display="Backspace"),
        Binding("escape", "leave_field", "leave the field", key_display="Esc"),
        Binding("escape", "leave", "quit", show=False),
        Binding("o", "open_source", "open", tooltip="Open the passage in its source"),
        Binding("p", "plain", "plain words", tooltip="The passages in plain words, or not"),
        Binding("b", "back", "back", tooltip="Back to the question before"),
        Binding("left", "back('←')", "back", tooltip="Back to the question before"),
        Binding("left", "back", "back", show=False),
        Binding("m", "mark", "mark", tooltip="Mark this question for later"),
        Binding("v", "overview", "overview", tooltip="Overview of all questions"),
        Binding("s", "submit", "submit", tooltip="Submit the test", show=False),
        Binding("f", "flag", "flag", tooltip="Something is wrong with this question"),
        Binding("F", "flag('F')", "flag", tooltip="Something is wrong with this question"),
        Binding("q", "leave", "quit", tooltip="Leave this quiz"),
        Binding("pagedown", "scroll_page(1)", "Down", show=False),
        Binding("pageup", "scroll_page(-1)", "Up", show=False),
    ]

    outcome: reactive[Outcome | None] = reactive(
        None, init=False, repaint=False, bindings=True, always_update=True
    )

    def __init__(self, session: Session, bank: Bank, shelf: Shelf) -> None:
        super().__init__(session)
        self.bank = bank
        self.shelf = shelf
        self._shown: tuple[int, bool] | None = None

    def head(self) -> TopLine:
        return TopLine(self.bank.title)

    def body(self) -> Iterable[Widget]:
        yield from self.asking_parts()
        yield Explained()

    def on_mount(self) -> None:
        self._show()
        self.call_after_refresh(self._prepare)

    def _prepare(self) -> None:
        """While the first question is read: all that the first answer would have to wait for."""
        from civicsquiz.study.feedback import explain
        from civicsquiz.study.session import Outcome
        from civicsquiz.tui import answered

        question = self.session.question
        feedback = explain(question, (), self.shelf)
        outcome = Outcome(question, (), 0, feedback.verdict, feedback)
        answered.page(outcome, self.page.size.width, 0)

    def on_screen_resume(self) -> None:
        """Back from the overview or from the results of a test, the session may have moved."""
        self._show()

    def _show(self) -> None:
        """Put the session's current item on the screen."""
        self.outcome = self.session.outcome

    def watch_outcome(self, outcome: Outcome | None) -> None:
        session = self.session
        done, total = session.position + 1, len(session.questions)
        marked = "◆ marked  " if session.position in session.marked else ""
        self.query_one(TopLine).show(f"{marked}{done} of {total}", (done, total))
        explained = self.query_one(Explained)
        if outcome is None:
            self.ask((self.bank.as_of or "") if session.position == 0 else "")
        else:
            self.hide_asking()
        explained.display = outcome is not None
        explained.outcome = outcome
        if self._shown != (session.position, outcome is None):
            self._shown = session.position, outcome is None
            self.back_to_top()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done now, so that the keys below show nothing else."""
        answered_now = self.outcome is not None
        if action in ("mark", "overview", "submit"):
            return self.testing
        if action == "open_source":
            return answered_now
        if action == "plain":
            return answered_now and self.has_plain_words
        if action == "forward":
            return answered_now or (self.testing and self.at_the_answer and not self.unsent)
        if action == "back" and self.session.position == 0:
            return False
        if action in ("back", "flag") and parameters:
            return not answered_now and action[0] in self.answering.letters
        if action == "read_on":
            return self.more_to_read
        return super().check_action(action, parameters)

    def action_answer(self, response: str) -> None:
        try:
            self.outcome = self.session.answer(response)
        except ResponseError as error:
            self.note(str(error))
            return
        if self.outcome is None:
            self.keep()

    def action_forward(self) -> None:
        if self.session.position + 1 < len(self.session.questions):
            self.session.next()
            self._show()
        elif self.testing:
            self.action_overview()
        else:
            self.action_leave()

    def action_back(self, _by: str = "") -> None:
        self.keep_unsent()
        self.session.back()
        self._show()

    def action_mark(self) -> None:
        self.session.toggle_mark()
        self._show()

    def action_overview(self) -> None:
        self._overview(self._overviewed)

    def _overview(self, then: Callable[[bool | None], None], *, leaving: bool = False) -> None:
        from civicsquiz.tui.screens.overview import OverviewScreen

        self.keep_unsent()
        overview = OverviewScreen(self.session, self.bank, self.waiting, leaving=leaving)
        self.app.push_screen(overview, then)

    def action_submit(self) -> None:
        self.action_overview()

    def _overviewed(self, submit: bool | None) -> None:
        if submit:
            self.session.submit()
            self._results()
        else:
            self._show()

    def action_flag(self, _by: str = "") -> None:
        from civicsquiz.tui.screens.flag import FlagScreen

        self.app.push_screen(FlagScreen(), self._flagged)

    def _flagged(self, note: str | None) -> None:
        if note is not None:
            self.session.flag(note)
            self.notify(
                "Flagged, with your note, in the log of this session.", markup=False, timeout=4
            )

    def action_leave(self) -> None:
        """To the results, if there are any; a test that is not submitted asks first."""
        if self.testing:
            self._overview(self._left, leaving=True)
        elif self.session.results().asked:
            self._results()
        else:
            self.close()

    def _left(self, submit: bool | None) -> None:
        if submit:
            self._overviewed(submit)
        elif submit is None:
            self.close()
        else:
            self._show()

    def _results(self) -> None:
        from civicsquiz.tui.screens.results import ResultsScreen

        results = ResultsScreen(self.session, self.bank, self.shelf)
        if results.unfinished:
            self.app.push_screen(results)
        else:
            self.app.switch_screen(results)
