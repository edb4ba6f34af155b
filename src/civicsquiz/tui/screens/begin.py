"""What comes before the first question; from the questions nothing leads back to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widget import Widget

from civicsquiz.errors import CivicsquizError
from civicsquiz.study.beginning import (
    content_note,
    contents,
    noted,
    paragraphs,
    words_to_know,
)
from civicsquiz.study.question import Question
from civicsquiz.tui import text
from civicsquiz.tui.first import Choose, Quiz
from civicsquiz.tui.screens.page import PageScreen
from civicsquiz.tui.widgets.entries import Entries
from civicsquiz.tui.widgets.lines import Prose
from civicsquiz.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from civicsquiz.tui.today import Waiting

CERTAINTY_COUNTS = (
    "How sure you say you are counts: right gives 1, 2 or 3 points, the surer the more; wrong 0, −2 or "
    "−6. Where you say nothing, it counts as a guess."
)


class BeginScreen(PageScreen[None]):
    """A session over the bank that was `left`, to go on with; a content note with a way to leave
    questions out, a text to read first, and words to know. With `certainty` it says that this counts."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "go_on", "continue", tooltip="Continue where you were"),
        Binding("enter", "begin", "begin", key_display="Enter", tooltip="Begin with the questions"),
        Binding("enter", "begin_anew", "begin anew", key_display="Enter",
                tooltip="Begin with the first question"),
        Binding("s", "begin", "begin", show=False),
        Binding("s", "begin_anew", "begin anew", show=False),
        Binding("space", "read_on", "more", key_display="Space", tooltip="Read on"),
        Binding("x", "leave_out", "leave out", tooltip="Leave out what the note speaks of"),
        Binding("x", "take_in", "take in again", tooltip="Take in what the note speaks of"),
        Binding("escape", "leave", "back", key_display="Esc"),
        Binding("q", "leave", "back", show=False),
        Binding("up,k", "scroll_lines(-1)", "Up", show=False),
        Binding("down,j", "scroll_lines(1)", "Down", show=False),
        Binding("pagedown", "read_on", "Page down", show=False),
        Binding("pageup", "scroll_page(-1)", "Page up", show=False),
    ]  # fmt: skip

    def __init__(
        self,
        quiz: Quiz,
        choose: Choose,
        left: Waiting | None = None,
        *,
        certainty: bool = False,
    ) -> None:
        super().__init__()
        self.quiz = quiz
        self._left = left
        self._certainty = certainty
        self.bank = quiz.bank
        self._choose = choose
        self._left_out: tuple[Question, ...] | None = None

    @property
    def questions(self) -> Sequence[Question]:
        """Those that would be asked."""
        return self.quiz.questions if self._left_out is None else self._left_out

    def head(self) -> TopLine:
        return TopLine(self.quiz.bank.title)

    def body(self) -> Iterable[Widget]:
        if self.quiz.bank.as_of:
            yield Prose(self.quiz.bank.as_of, classes="quiet")
        if self._left:
            lead = text.styled("Continue  ", text.BOLD)
            where, how = self._left.where[0], self._left.how
            yield Prose(lead + f"You left it at {where}, begun as {how}. Press c to go on there.")
        if self.quiz.note:
            yield Prose(text.styled("No passage  ", text.BOLD) + self.quiz.note)
        if self._certainty:
            yield Prose(text.styled("Certainty  ", text.BOLD) + CERTAINTY_COUNTS)
        yield Prose(id="note")
        for paragraph in paragraphs(self.quiz.bank):
            yield Prose(paragraph)
        words = words_to_know(self.quiz.bank, self.builder.glossary(self.quiz.bank))
        if words:
            yield Prose("Words to know", classes="quiet")
            yield Entries(words)

    def glossary_texts(self) -> Sequence[str]:
        """All texts that are shown now."""
        bank = self.bank
        return [bank.title, *paragraphs(bank), *(word.term for word in bank.vocabulary)]

    def on_mount(self) -> None:
        self._tell()
        self.back_to_top()
        self.call_after_refresh(self._prepare)

    def _prepare(self) -> None:
        """While the page is read: all that the first question would have to wait for."""
        from civicsquiz.study import feedback  # noqa: F401
        from civicsquiz.tui.screens import quiz  # noqa: F401

    def _tell(self, problem: str = "") -> None:
        """What the questions speak of, and whether those are left out."""
        told = content_note(self.quiz.questions)
        it, is_ = ("it", "It is") if len(noted(self.quiz.questions)) == 1 else ("them", "They are")
        if problem:
            told += f" {problem}"
        elif self._left_out is not None:
            told += f" {is_} left out; x takes {it} in again."
        elif told:
            told += f" Press x to leave {it} out."
        note = self.query_one("#note", Prose)
        note.display = bool(told)
        note.update(text.styled("Content note  ", text.BOLD) + told)
        count = len(self.questions)
        self.query_one(TopLine).show(f"{count} question{'' if count == 1 else 's'}")
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if action == "go_on":
            return self._left is not None
        if action in ("begin", "begin_anew"):
            return (self._left is not None) == (action == "begin_anew")
        if action == "leave_out":
            return self._left_out is None and bool(contents(self.quiz.questions))
        if action == "take_in":
            return self._left_out is not None
        if action == "read_on":
            return self.more_below
        return True

    def action_leave_out(self) -> None:
        try:
            self._left_out = tuple(self._choose(contents(self.quiz.questions)))
        except CivicsquizError:
            self._tell("Without that there would be nothing to ask.")
        else:
            self._tell()

    def action_take_in(self) -> None:
        self._left_out = None
        self._tell()

    def action_go_on(self) -> None:
        from civicsquiz.tui import beginning

        left = self._left
        if left and not beginning.go_on_instead(self, left.session_id, self.bank):
            self.notify("That session has been gone on with elsewhere.", markup=False)

    def action_begin_anew(self) -> None:
        self.action_begin()

    def action_begin(self) -> None:
        self.app.switch_screen(self.quiz_app.with_record(self._quiz_screen))

    def _quiz_screen(self) -> Screen[Any]:
        from civicsquiz.tui.screens.quiz import QuizScreen

        session = self.quiz.session(self.builder, self.questions)
        return QuizScreen(session, self.quiz.shelf, told_rule=True)

    def action_read_on(self) -> None:
        self.action_scroll_page(1)
        self.call_after_refresh(self.refresh_bindings)

    def action_scroll_lines(self, by: int) -> None:
        self.page.scroll_relative(y=by, animate=False)
        self.call_after_refresh(self.refresh_bindings)

    def action_leave(self) -> None:
        self.close()
