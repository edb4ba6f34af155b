"""One item at a time: asked, answered, explained."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.reactive import reactive
from textual.widget import Widget

from civicsquiz.tui.screens.leaving import LeavingScreen
from civicsquiz.tui.screens.recording import recorded
from civicsquiz.tui.widgets.explained import Explained
from civicsquiz.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from civicsquiz.source.shelf import Shelf
    from civicsquiz.study.session import Outcome, Session


class QuizScreen(LeavingScreen):
    """Plays a session. `outcome` is that of the item on the screen, None while it is asked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "again", "try again", key_display="Enter"),
        Binding("enter", "done_reading", "I’ve read it", key_display="Enter"),
        Binding("enter", "send", "answer", tooltip="Send this answer", key_display="Enter"),
        Binding("enter", "take_up", "type an answer", key_display="Enter"),
        Binding("enter", "forward", "next", tooltip="Next question", key_display="Enter"),
        Binding("space", "pick_here", "pick", key_display="Space", tooltip="Pick this one, or not"),
        Binding("space", "read_on", "more", key_display="Space", tooltip="Read on"),
        Binding("backspace", "take_back", "take back", key_display="Backspace"),
        Binding("escape", "leave_field", "leave the field", key_display="Esc"),
        Binding("escape", "leave", "quit", show=False),
        Binding("h", "hint", "hint", tooltip="A hint; it costs a try and marks"),
        Binding("H", "hint('H')", "hint", tooltip="A hint; it costs a try and marks"),
        Binding("e", "all_hints", "all hints", tooltip="The earlier hints in full, or not"),
        Binding("E", "all_hints('E')", "all hints", tooltip="The earlier hints in full, or not"),
        Binding("l", "look_up", "look it up", tooltip="Look it up in the sources; it costs marks"),
        Binding(
            "L", "look_up('L')", "look it up", tooltip="Look it up in the sources; it costs marks"
        ),
        Binding("o", "open_source", "open", tooltip="Open the passage in its source"),
        Binding("u", "undo", "undo", tooltip="Take the last answer back"),
        Binding("U", "redo", "redo", tooltip="Bring back the answer that was taken back"),
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
        *(Binding(f"f{n}", f"certain({n})", "How sure", show=False) for n in (1, 2, 3)),
        Binding("pagedown", "scroll_page(1)", "Down", show=False),
        Binding("pageup", "scroll_page(-1)", "Up", show=False),
    ]

    outcome: reactive[Outcome | None] = reactive(
        None, init=False, repaint=False, bindings=True, always_update=True
    )

    def __init__(self, session: Session, shelf: Shelf, *, told_rule: bool = False) -> None:
        """`told_rule` is whether it has been said what certainty gives in a test."""
        super().__init__(session, shelf)
        self._told_rule = told_rule
        self._shown: tuple[int, bool, bool] | None = None

    def head(self) -> TopLine:
        return TopLine(self.session.title)

    def body(self) -> Iterable[Widget]:
        yield from self.reading_parts()
        yield from self.asking_parts()
        yield Explained(self.today)

    @property
    def today(self) -> date | None:
        """The day from which it is counted when a question comes back; None where that is not said."""
        return self.builder.today

    def on_mount(self) -> None:
        self.show()
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
        self.show()

    def show(self) -> None:
        """Put the session's current item on the screen."""
        self.outcome = self.session.outcome

    def watch_outcome(self, outcome: Outcome | None) -> None:
        session = self.session
        reading = session.reading is not None
        asked = outcome is None and not reading
        self.show_top()
        explained = self.query_one(Explained)
        if asked:
            self.ask(self._opening())
        else:
            self.hide_asking()
        self.show_help(asked=asked)
        explained.display = outcome is not None
        explained.outcome = outcome
        shown = session.position, outcome is not None, reading
        if self._shown != shown:
            self._shown = shown
            if not asked:
                self.note("")
            self.show_reading()
            self.back_to_top()

    def show_top(self) -> None:
        session = self.session
        done, total = session.position + 1, len(session.questions)
        marked = "◆ marked  " if session.position in session.marked else ""
        tries = f"{self.told_tries}  " if self.told_tries else ""
        if len(f"{tries}{done} of {total}") > self.app.size.width // 2 - 1:
            tries = tries.replace(" of ", "/")  # where the line is short
        self.query_one(TopLine).show(f"{marked}{tries}{done} of {total}", (done, total))

    def _opening(self) -> str:
        """What is said before a question: which bank it is from, and of when, where that is new; and
        that it comes once more, or does not count."""
        session = self.session
        told = []
        if session.made:
            told.append("Where did it stand? This one does not count.")
        elif session.repeated:
            told.append("Once more:")
        at, bank = session.position, session.question.bank
        before = session.questions[at - 1].bank.id if at else ""
        if bank.id != before:
            if len({one.bank.id for one in session.questions}) > 1:
                told.append(f"From “{bank.title}”.")
            if bank.as_of:
                told.append(bank.as_of)
        if at == 0 and self.testing and session.asks_certainty and not self._told_rule:
            told.append("How sure you are counts: right 1, 2 or 3 points, wrong 0, −2 or −6.")
        return " ".join(told)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done now, so that the keys below show nothing else."""
        answered_now = self.outcome is not None
        if action in ("mark", "overview", "submit"):
            return self.testing
        if action == "open_source":
            return (answered_now and self.has_passages) or self.session.reading is not None
        if action == "plain":
            return answered_now and self.has_plain_words
        if action == "undo":
            return self.session.can_undo
        if action == "redo":
            return self.session.can_redo
        if action == "forward":
            return answered_now or (self.testing and self.at_the_answer and not self.unsent)
        if action == "back" and self.session.position == 0:
            return False
        if action == "flag" and self.session.reading is not None:
            return False  # the question is not on the screen yet
        if action in ("back", "flag") and parameters:
            return not answered_now and action[0] in self.answering.letters
        if action == "read_on":
            return self.more_to_read
        return super().check_action(action, parameters)

    @recorded
    def action_answer(self, response: str) -> None:
        tried = len(self.session.attempts)
        self.outcome = self.session.answer(response)
        if self.outcome is not None:
            return
        if self.testing:
            self.keep()
        elif len(self.session.attempts) > tried:
            self.note("")
            self.tell_not_yet()

    @recorded
    def action_forward(self) -> None:
        session = self.session
        if self.testing and session.position + 1 == len(session.questions):
            self.action_overview()
            return
        session.next()
        if session.finished:
            self._results()
        else:
            self.show()

    @recorded
    def action_back(self, _by: str = "") -> None:
        self.keep_unsent()
        self.session.back()
        self.show()

    @recorded
    def action_mark(self) -> None:
        self.session.toggle_mark()
        self.show()

    @recorded
    def action_undo(self) -> None:
        """Take the last answer back, and ask its question again."""
        session = self.session
        before = [session.response(at) for at in range(len(session.questions))]
        tried = {session.position: session.attempts[-1].response} if session.attempts else {}
        self._stop_asking()
        try:
            at = session.undo()
        finally:
            self.show()
        if self.answering.TYPED:
            self.set_focus(None)  # the next u may be meant for the answer before
        from civicsquiz.tui.answered.quietly import in_short

        said = in_short(session.question, before[at] or tried.get(at) or ())
        self.note(f"Taken back{': ' if said else ''}{said}. Answer again.")

    @recorded
    def action_redo(self) -> None:
        """Let the answer that was taken back stand again."""
        self._stop_asking()
        try:
            self.session.redo()
        finally:
            self.show()

    def action_flag(self, _by: str = "") -> None:
        from civicsquiz.tui.screens.flag import FlagScreen

        self.app.push_screen(FlagScreen(), self._flagged)

    @recorded
    def _flagged(self, note: str | None) -> None:
        if note is not None:
            self.session.flag(note)
            self.notify(
                "Flagged, with your note, in the log of this session.", markup=False, timeout=4
            )

    def action_open_source(self) -> None:
        if (reading := self.session.reading) is not None:
            self.open_reading(reading)
        else:
            super().action_open_source()
