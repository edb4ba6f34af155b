"""Results: the score, where it was won and lost, and each miss with its passage one key away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets.option_list import Option

from civicsquiz.bank.models import Bank
from civicsquiz.errors import CivicsquizError
from civicsquiz.source.shelf import Shelf
from civicsquiz.source.visible import one_line
from civicsquiz.study.question import Question
from civicsquiz.study.session import Mode, Outcome, Session
from civicsquiz.tui import text
from civicsquiz.tui.screens.page import PageScreen
from civicsquiz.tui.widgets.lines import Lines, Prose
from civicsquiz.tui.widgets.pick_list import PickList
from civicsquiz.tui.widgets.score import Score
from civicsquiz.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from civicsquiz.report.calibration import Calibration
    from civicsquiz.study.certainty import Marked
    from civicsquiz.tui.screens.quiz import QuizScreen

_POINTS = len("+1.5 ")


class Told(Lines):
    """A quiet paragraph that leaves rows for the list below it."""

    def __init__(self, told: str) -> None:
        super().__init__()
        self._told = told

    def lines(self, width: int, rows: int) -> list[Content]:
        lines = text.wrapped(text.styled(self._told, text.QUIET), width)
        return [*text.clipped(lines, max(2, rows - 15), width), Content("")]


class ResultsScreen(PageScreen[None]):
    """What a session came to."""

    SCROLLS = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "go_on", "go on", tooltip="Back to the questions"),
        Binding("q", "leave", "done", tooltip="Done"),
        Binding("a", "again", "retry misses", tooltip="Try the misses again"),
        Binding("c", "how_sure", "how sure", tooltip="How sure you were, and how that went"),
        Binding("u", "undo", "undo", tooltip="Take the last answer back"),
        Binding("U", "redo", "redo", tooltip="Bring back the answer that was taken back"),
        Binding("d", "discuss", "discuss", tooltip="A question to talk about, with two sides"),
        Binding("escape", "escape", "back", show=False),
    ]

    def __init__(self, session: Session, shelf: Shelf) -> None:
        super().__init__()
        self.session = session
        self.shelf = shelf
        self._outcomes = session.counted()
        self._listed = tuple(self._to_look_at())

    @property
    def bank(self) -> Bank:
        """The bank that the questions are from, the first of several."""
        return self.session.questions[0].bank

    @property
    def unfinished(self) -> bool:
        """Whether questions are still to be answered, so that one can go on with them."""
        return not self.session.ended and bool(self.session.unanswered)

    def _to_look_at(self) -> Iterator[tuple[Question, Outcome | None]]:
        """The misses; after a test all, for none has been explained, and of one that was given up those
        too that do not count."""
        if self.session.mode is not Mode.TEST:
            misses = (outcome for outcome in self._outcomes if outcome.mark < 1)
            yield from ((outcome.question, outcome) for outcome in misses)
            return
        for position, question in enumerate(self.session.questions):
            yield question, self.session.outcome_at(position)

    def head(self) -> TopLine:
        return TopLine(self.session.title, "Results")

    def body(self) -> Iterable[Widget]:
        yield Score(self.session)
        if told := self._told():
            yield Told(told)
        if self._listed:
            yield Prose(self._heading(), classes="quiet")
            yield PickList(
                *(self._option(*one) for one in self._listed),
                enter="look",
                tooltip="Look at this answer and its passage",
            )
        elif self._outcomes:
            yield Prose("Nothing was missed.")

    def _told(self) -> str:
        """What else there is to say of the session, quietly."""
        session = self.session
        told = []
        if self.unfinished and not self.builder.forgetful:
            told.append("b goes on now; another time Home offers to.")
        if session.abandoned:
            count = len(session.questions) - len(self._outcomes)
            do = (
                "question without an answer does"
                if count == 1
                else "questions without an answer do"
            )
            told.append(f"You gave it up: {count} {do} not count." if count else "You gave it up.")
        if marked := self._marked:
            from civicsquiz.tui.screens.how_sure import signed

            told.append(f"{signed(marked.total)} of {3 * marked.asked} points by certainty.")
        if back := session.taken_back:
            were = "answer was" if back == 1 else "answers were"
            told.append(f"{back} {were} taken back; your statistics count the first.")
        if self._asked_how_sure:
            from civicsquiz.report import sentences

            told.append(sentences.calibration(self._calibration))
        return " ".join(told)

    def _heading(self) -> str:
        if self.session.mode is Mode.TEST:
            return "Your answers. Enter opens one with its passage."
        if self.session.mode is Mode.TUTOR:
            return "What took help or more than one try. Enter opens one with its passage."
        return "What was missed. Enter opens one with its passage."

    def _option(self, question: Question, outcome: Outcome | None) -> Option:
        if outcome is None:
            told = text.styled("–  not answered   ", text.QUIET)
            return Option(told + text.styled(question.item.stem, text.QUIET), disabled=True)
        sign = str(outcome.verdict).split()[0] if outcome.response else "–"
        style = "$success" if outcome.raw >= 1 else "$error"
        lead = text.styled(f"{sign}  ", f"bold {style}")
        if self._marked:
            lead += text.styled(f"{self._points(outcome):<{_POINTS}}", text.QUIET)
        return Option(lead + Content(question.item.stem))

    def _points(self, outcome: Outcome) -> str:
        from civicsquiz.study.certainty import points
        from civicsquiz.tui.screens.how_sure import signed

        if not outcome.response:
            return "0"
        given = points(outcome.raw, outcome.certainty)
        return f"{'+' if given > 0 else ''}{signed(given)}"

    # ---- certainty

    @property
    def _asked_how_sure(self) -> bool:
        return self.session.asks_certainty and bool(self._outcomes)

    @cached_property
    def _calibration(self) -> Calibration:
        from civicsquiz.report.calibration import calibrate

        return calibrate((one.raw, one.certainty) for one in self._outcomes if one.response)

    @cached_property
    def _marked(self) -> Marked | None:
        """A test by certainty; None where there are no such marks."""
        if self.session.mode is not Mode.TEST or not self._asked_how_sure:
            return None
        from civicsquiz.study.certainty import marked

        answered = [(one.raw, one.certainty) for one in self._outcomes if one.response]
        return marked(answered, len(self._outcomes) - len(answered))

    # ---- keys

    def on_mount(self) -> None:
        for options in self.query(PickList):  # an answer may be taken back before it is mounted
            options.focus()
            options.action_first()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if action == "go_on" and not self.unfinished:
            return False
        if action == "again":
            return bool(self.session.missed()) and not self.unfinished
        if action == "how_sure":
            return self._asked_how_sure
        if action == "undo":
            return self.session.can_undo
        if action == "redo":
            return self.session.can_redo
        if action == "discuss":
            one_bank = len({question.bank.id for question in self.session.questions}) == 1
            return one_bank and self.bank.discussion is not None
        return True

    @on(PickList.OptionSelected)
    def action_look(self) -> None:
        from civicsquiz.tui.screens.look import LookScreen

        highlighted = self.query_one(PickList).highlighted
        if highlighted is None or (chosen := self._listed[highlighted][1]) is None:
            return
        outcomes = [outcome for _, outcome in self._listed if outcome is not None]
        look = LookScreen(self.session.title, self.shelf, outcomes, outcomes.index(chosen))
        self.app.push_screen(look)

    def action_how_sure(self) -> None:
        from civicsquiz.tui.screens.how_sure import HowSureScreen

        self.app.push_screen(HowSureScreen(self.session.title, self._outcomes, self._marked))

    def action_again(self) -> None:
        from civicsquiz.study.selection import question
        from civicsquiz.tui.screens.quiz import QuizScreen

        seed = f"{self.session.seed}+"  # another order of options than the one just seen
        missed = [question(one.bank, one.item, seed) for one in self.session.missed()]
        mode = Mode.TUTOR if self.session.mode is Mode.TUTOR else Mode.PRACTICE
        try:
            session = self.builder.session(
                missed, mode=mode, seed=seed, shelf=self.shelf, title=self.session.title
            )
        except CivicsquizError as error:
            self.notify(one_line(str(error)), severity="error", markup=False)
            return
        self.app.switch_screen(QuizScreen(session, self.shelf))

    def action_undo(self) -> None:
        quiz = self._back_to_quiz()
        quiz.call_after_refresh(quiz.action_undo)

    def action_redo(self) -> None:
        quiz = self._back_to_quiz()
        quiz.call_after_refresh(quiz.action_redo)

    def _back_to_quiz(self) -> QuizScreen:
        """To the quiz below, or where it is over to its last question again."""
        from civicsquiz.tui.screens.quiz import QuizScreen

        below = self.app.screen_stack[-2]
        if self.unfinished and isinstance(below, QuizScreen):
            self.app.pop_screen()
            return below
        quiz = QuizScreen(self.session, self.shelf)
        self.app.switch_screen(quiz)
        return quiz

    def action_discuss(self) -> None:
        from civicsquiz.tui.screens.discussion import DiscussionScreen

        if self.bank.discussion is not None:
            self.app.push_screen(DiscussionScreen(self.bank.title, self.bank.discussion))

    def action_go_on(self) -> None:
        self.app.pop_screen()

    def action_leave(self) -> None:
        self.close()

    def action_escape(self) -> None:
        """Where questions are open, one step back is to them; else this is done."""
        if self.unfinished:
            self.action_go_on()
        else:
            self.close()
