"""One item at a time: asked, answered, explained."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.widget import Widget

from civicsquiz.errors import ResponseError
from civicsquiz.study.session import Mode
from civicsquiz.tui.screens.explaining import ExplainingScreen
from civicsquiz.tui.widgets.choices import Choices
from civicsquiz.tui.widgets.explained import Explained
from civicsquiz.tui.widgets.lines import Prose
from civicsquiz.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from civicsquiz.bank.models import Bank
    from civicsquiz.source.shelf import Shelf
    from civicsquiz.study.session import Outcome, Session


class QuizScreen(ExplainingScreen):
    """Plays a session. `outcome` is that of the item on the screen, None while it is asked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("number", "show_numbers", "answer", tooltip="Answer by number, or by a click"),
        *(Binding(str(n), f"answer('{n}')", f"Answer {n}", show=False) for n in range(1, 10)),
        Binding("enter", "forward", "next", tooltip="Next question", key_display="Enter"),
        Binding("space", "read_on", "more", key_display="Space", tooltip="Read on"),
        Binding("o", "open_source", "open", tooltip="Open the passage in its source"),
        Binding("b", "back", "back", tooltip="Back to the question before"),
        Binding("m", "mark", "mark", tooltip="Mark this question for later"),
        Binding("v", "overview", "overview", tooltip="Overview of all questions"),
        Binding("s", "submit", "submit", tooltip="Submit the test", show=False),
        Binding("f", "flag", "flag", tooltip="Something is wrong with this question"),
        Binding("q", "leave", "quit", tooltip="Leave this quiz"),
        Binding("escape", "leave", "quit", show=False),
        Binding("pagedown", "scroll_page(1)", "Down", show=False),
        Binding("pageup", "scroll_page(-1)", "Up", show=False),
    ]

    outcome: reactive[Outcome | None] = reactive(
        None, init=False, repaint=False, bindings=True, always_update=True
    )

    def __init__(self, session: Session, bank: Bank, shelf: Shelf) -> None:
        super().__init__()
        self.session = session
        self.bank = bank
        self.shelf = shelf

    def head(self) -> TopLine:
        return TopLine(self.bank.title)

    def body(self) -> Iterable[Widget]:
        yield Prose(classes="quiet", id="as-of")
        yield Prose(classes="stem", id="stem")
        yield Choices()
        yield Prose(classes="quiet", id="note")
        yield Explained()

    def on_mount(self) -> None:
        self._show()
        self.call_after_refresh(self._prepare)

    def _prepare(self) -> None:
        """While the first question is read: all that the first answer would have to wait for."""
        from civicsquiz.study.feedback import explain
        from civicsquiz.tui import answered

        question = self.session.question
        feedback = explain(question, (), self.shelf)
        answered.page(question.item.stem, feedback, (), self.page.size.width, 0)

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
        asking = outcome is None
        opening = self.bank.as_of if asking and session.position == 0 else None
        self._put("#as-of", opening or "")
        self._put("#stem", session.question.item.stem if asking else "")
        self._put("#note", "")
        choices = self.query_one(Choices)
        if not asking:  # now, and not after the frame that hides it, which would be drawn again
            self.set_focus(None)
        choices.display = asking
        if asking:
            choices.show([option.text for option in session.question.options], self._chosen())
            choices.focus(scroll_visible=False)
        explained = self.query_one(Explained)
        explained.display = not asking
        explained.outcome = outcome
        self.back_to_top()

    def _put(self, selector: str, text: str) -> None:
        prose = self.query_one(selector, Prose)
        prose.display = bool(text)
        prose.update(text)

    def _chosen(self) -> int:
        """The number of the option that a test already has as its answer; 0 for none."""
        response = self.session.response(self.session.position)
        return self.session.question.number(response[0]) if response else 0

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """What can be done now, so that the keys below show nothing else."""
        testing = self.session.mode is Mode.TEST and not self.session.submitted
        answered_now = self.outcome is not None
        if action in ("mark", "overview", "submit"):
            return testing
        if action == "open_source":
            return answered_now
        if action == "forward":
            return answered_now or testing or self._on_option()
        if action == "back":
            return self.session.position > 0
        if action == "read_on":
            return self.more_to_read
        if action in ("answer", "show_numbers"):
            return not answered_now
        return True

    def key_label(self, binding: Binding) -> str:
        if binding.action == "show_numbers":
            return f"1–{len(self.session.question.options)}"
        return super().key_label(binding)

    def action_show_numbers(self) -> None:
        """The key line shows which numbers can be typed; there is no such key."""

    def _on_option(self) -> bool:
        return bool(self.query_one(Choices).highlighted)

    @on(Choices.Answered)
    def _clicked(self, message: Choices.Answered) -> None:
        self.action_answer(message.response)

    def action_answer(self, response: str) -> None:
        try:
            outcome = self.session.answer(response)
        except ResponseError as error:
            self._put("#note", str(error))
            return
        if outcome is not None:
            self.outcome = outcome
        else:
            choices = self.query_one(Choices)
            choices.highlighted, choices.chosen = 0, self._chosen()
            self._put("#note", "Kept. Enter goes on; you can change it until you submit.")

    def action_forward(self) -> None:
        """Enter: take the option that the arrows stand on, else go on."""
        choices = self.query_one(Choices)
        if self.outcome is None and choices.highlighted:
            self.action_answer(str(choices.highlighted))
            return
        if self.session.position + 1 < len(self.session.questions):
            self.session.next()
            self._show()
        elif self.session.mode is Mode.TEST and not self.session.submitted:
            self.action_overview()
        else:
            self.action_leave()

    def action_back(self) -> None:
        self.session.back()
        self._show()

    def action_mark(self) -> None:
        self.session.toggle_mark()
        self._show()

    def action_overview(self) -> None:
        from civicsquiz.tui.screens.overview import OverviewScreen

        self.app.push_screen(OverviewScreen(self.session, self.bank), self._overviewed)

    def action_submit(self) -> None:
        self.action_overview()

    def _overviewed(self, submit: bool | None) -> None:
        if submit:
            self.session.submit()
            self._results()
        else:
            self._show()

    def action_flag(self) -> None:
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
        if self.session.mode is Mode.TEST and not self.session.submitted:
            from civicsquiz.tui.screens.overview import OverviewScreen

            self.app.push_screen(OverviewScreen(self.session, self.bank, leaving=True), self._left)
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
