"""Results: the score, where it was won and lost, and each miss with its passage one key away."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from civicsquiz.bank.models import Bank
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.session import Mode, Outcome, Session
from civicsquiz.tui import text
from civicsquiz.tui.screens.page import PageScreen
from civicsquiz.tui.widgets.lines import Lines, Prose
from civicsquiz.tui.widgets.top_line import TopLine

_BAR = 20


class Score(Lines):
    """How many were right, and by topic as a plot."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._results = session.results()

    def lines(self, width: int, rows: int) -> list[Content]:  # noqa: ARG002
        results = self._results
        share = f"{100 * results.right / results.asked:.0f}%" if results.asked else "–"
        score = text.styled(f"{results.right} of {results.asked} right", text.BOLD)
        lines = [score + text.styled(f"   {share}", text.QUIET), Content("")]
        names = [tally.topic.replace("-", " ") for tally in results.topics]
        longest = min(max((len(name) for name in names), default=0), max(8, width - _BAR - 12))
        for name, tally in zip(names, results.topics, strict=True):
            label = Content(name).truncate(longest, ellipsis=True)
            plot = text.bar(tally.right, tally.asked, _BAR)
            told = f"  {tally.right} of {tally.asked}"
            lines.append(label.pad_right(longest - label.cell_length + 2) + plot + Content(told))
        return lines


class ResultsScreen(PageScreen[None]):
    """What a session came to."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "look", "look", tooltip="Look at this answer and its passage"),
        Binding("a", "again", "try the misses again"),
        Binding("q,escape", "leave", "done", tooltip="Done", key_display="q"),
    ]

    def __init__(self, session: Session, bank: Bank, shelf: Shelf) -> None:
        super().__init__()
        self.session = session
        self.bank = bank
        self.shelf = shelf
        self._listed = self._to_look_at()

    def _to_look_at(self) -> tuple[tuple[int, Outcome], ...]:
        """Positions and outcomes: the misses; after a test all, for none has been explained."""
        every = [
            (position, outcome)
            for position in range(len(self.session.questions))
            if (outcome := self.session.outcome_at(position)) is not None
        ]
        if self.session.mode is Mode.TEST:
            return tuple(every)
        misses = {outcome.question.ref for outcome in self.session.results().misses}
        return tuple(pair for pair in every if pair[1].question.ref in misses)

    def head(self) -> TopLine:
        return TopLine(self.bank.title, "Results")

    def body(self) -> Iterable[Widget]:
        yield Score(self.session)
        yield Prose("")
        if self._listed:
            yield Prose(self._heading(), classes="quiet")
            yield OptionList(*(_option(outcome) for _, outcome in self._listed), markup=False)
        elif self.session.results().asked:
            yield Prose("Nothing was missed.")

    def _heading(self) -> str:
        if self.session.mode is Mode.TEST:
            return "Your answers. Enter opens one with its passage."
        return "What was missed. Enter opens one with its passage."

    def on_mount(self) -> None:
        if self._listed:
            options = self.query_one(OptionList)
            options.focus()
            options.action_first()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if action == "look":
            return bool(self._listed)
        if action == "again":
            return bool(self.session.missed())
        return True

    @on(OptionList.OptionSelected)
    def action_look(self) -> None:
        from civicsquiz.tui.screens.look import LookScreen

        highlighted = self.query_one(OptionList).highlighted
        if highlighted is not None:
            outcomes = [outcome for _, outcome in self._listed]
            self.app.push_screen(LookScreen(self.bank, self.shelf, outcomes, highlighted))

    def action_again(self) -> None:
        from civicsquiz.tui.app import QuizApp
        from civicsquiz.tui.screens.quiz import QuizScreen

        assert isinstance(self.app, QuizApp)
        session = self.app.builder.session(
            self.session.missed(), mode=Mode.PRACTICE, seed=self.session.seed, shelf=self.shelf
        )
        self.app.switch_screen(QuizScreen(session, self.bank, self.shelf))

    def action_leave(self) -> None:
        if len(self.app.screen_stack) > 2:  # noqa: PLR2004 - Textual's own default screen, and this
            self.app.pop_screen()
        else:
            self.app.exit()


def _option(outcome: Outcome) -> Option:
    sign = str(outcome.verdict).split()[0]
    style = "$success" if outcome.mark >= 1 else "$error"
    return Option(text.styled(f"{sign}  ", f"bold {style}") + Content(outcome.question.item.stem))
