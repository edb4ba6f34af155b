"""Results: the score, where it was won and lost, and each miss with its passage one key away."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets.option_list import Option

from civicsquiz.bank.models import Bank
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.session import Mode, Outcome, Session
from civicsquiz.tui import text
from civicsquiz.tui.screens.page import PageScreen
from civicsquiz.tui.widgets.lines import Lines, Prose
from civicsquiz.tui.widgets.pick_list import PickList
from civicsquiz.tui.widgets.top_line import TopLine


class Score(Lines):
    """How many were right, and by topic as a plot."""

    def __init__(self, session: Session, bank: Bank) -> None:
        super().__init__()
        self._results = session.results()
        self._total = len(session.questions)
        self._bank = bank

    def lines(self, width: int, rows: int) -> list[Content]:
        results = self._results
        share = f"{100 * results.mark / results.asked:.0f}%" if results.asked else "–"
        partly = f", {results.partly} partly" if results.partly else ""
        score = text.styled(f"{results.right} of {results.asked} right{partly}", text.BOLD)
        open_ = self._total - results.asked
        told = f"   {share}" + (f"   {open_} still to be answered" if open_ else "")
        lines = [score + text.styled(told, text.QUIET), Content("")]
        names = [self._bank.topic_name(tally.topic) for tally in results.topics]
        cells = 20 if width >= text.NARROW else 8
        longest = min(max((len(name) for name in names), default=0), width - cells - 13)
        for name, tally in zip(names, results.topics, strict=True):
            label = Content(name).truncate(longest, ellipsis=True)
            plot = text.plot(tally.mark / tally.asked, cells)
            told = f"  {tally.right} of {tally.asked}"
            lines.append(label.pad_right(longest - label.cell_length + 2) + plot + Content(told))
        return text.clipped(lines, max(3, rows - 8), width)


class ResultsScreen(PageScreen[None]):
    """What a session came to."""

    SCROLLS = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "go_on", "go on", tooltip="Back to the questions"),
        Binding("q", "leave", "done", tooltip="Done"),
        Binding("a", "again", "retry misses", tooltip="Try the misses again"),
        Binding("d", "discuss", "discuss", tooltip="A question to talk about, with two sides"),
        Binding("escape", "escape", "back", show=False),
    ]

    def __init__(self, session: Session, bank: Bank, shelf: Shelf) -> None:
        super().__init__()
        self.session = session
        self.bank = bank
        self.shelf = shelf
        self._listed = self._to_look_at()

    @property
    def unfinished(self) -> bool:
        """Whether questions are still to be answered, so that one can go on with them."""
        return self.session.results().asked < len(self.session.questions)

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
        yield Score(self.session, self.bank)
        if self._listed:
            yield Prose(self._heading(), classes="quiet")
            yield PickList(
                *(_option(outcome) for _, outcome in self._listed),
                enter="look",
                tooltip="Look at this answer and its passage",
            )
        elif self.session.results().asked:
            yield Prose("Nothing was missed.")

    def _heading(self) -> str:
        if self.session.mode is Mode.TEST:
            return "Your answers. Enter opens one with its passage."
        return "What was missed. Enter opens one with its passage."

    def on_mount(self) -> None:
        if self._listed:
            options = self.query_one(PickList)
            options.focus()
            options.action_first()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if action == "go_on" and not self.unfinished:
            return False
        if action == "again":
            return bool(self.session.missed()) and not self.unfinished
        return self.bank.discussion is not None if action == "discuss" else True

    @on(PickList.OptionSelected)
    def action_look(self) -> None:
        from civicsquiz.tui.screens.look import LookScreen

        highlighted = self.query_one(PickList).highlighted
        if highlighted is not None:
            outcomes = [outcome for _, outcome in self._listed]
            self.app.push_screen(LookScreen(self.bank, self.shelf, outcomes, highlighted))

    def action_again(self) -> None:
        from civicsquiz.study.selection import question
        from civicsquiz.tui.screens.quiz import QuizScreen

        seed = f"{self.session.seed}+"  # another order of options than the one just seen
        missed = [question(one.bank, one.item, seed) for one in self.session.missed()]
        session = self.builder.session(missed, mode=Mode.PRACTICE, seed=seed, shelf=self.shelf)
        self.app.switch_screen(QuizScreen(session, self.bank, self.shelf))

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


def _option(outcome: Outcome) -> Option:
    sign = str(outcome.verdict).split()[0] if outcome.response else "–"
    style = "$success" if outcome.mark >= 1 else "$error"
    return Option(text.styled(f"{sign}  ", f"bold {style}") + Content(outcome.question.item.stem))
