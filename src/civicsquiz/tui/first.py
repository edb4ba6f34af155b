"""The first screen of a quiz: what is to be read before it, or its first question."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from civicsquiz.bank.models import Bank, Content
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.beginning import has_beginning
from civicsquiz.study.question import Question
from civicsquiz.study.session import Mode
from civicsquiz.tui.builder import Builder

if TYPE_CHECKING:
    from civicsquiz.study.session import Session
    from civicsquiz.tui.today import Waiting

Choose = Callable[[Collection[Content]], Sequence[Question]]
"""The questions of a quiz, without those whose content note names one of these; raises a
`CivicsquizError` where none is left."""


@dataclass(frozen=True, slots=True)
class Quiz:
    """A quiz that has not begun: the `questions` to be asked where nothing is left out. Where
    `certainty` is None, it is asked for as it is set. `note` has to be said before."""

    bank: Bank
    shelf: Shelf
    mode: Mode
    seed: str
    questions: Sequence[Question]
    certainty: bool | None = None
    note: str = ""

    def session(self, builder: Builder, questions: Sequence[Question]) -> Session:
        """It begins, with these questions.

        Raises:
            RecordError, FileError: the record or the settings cannot be used.
        """
        return builder.session(
            questions, mode=self.mode, seed=self.seed, shelf=self.shelf, certainty=self.certainty
        )


def first_screen(
    builder: Builder,
    quiz: Quiz,
    choose: Choose,
    *,
    read_first: bool = True,
    left: Waiting | None = None,
    offers: bool = False,
) -> Screen[Any]:
    """The screen that a quiz begins with; errors as for `Quiz.session`. `left` is a session over the
    bank that was left and can go on; where that `offers` to be gone on with, there is a page before
    the questions for it."""
    if (read_first and has_beginning(quiz.bank, quiz.questions)) or (
        offers and (left or quiz.note)
    ):
        from civicsquiz.tui.screens.begin import BeginScreen

        return BeginScreen(quiz, choose, left, certainty=certainty_counts(builder, quiz))
    session = quiz.session(builder, quiz.questions)
    notes = [quiz.note]
    if left:
        resume = f"“civicsquiz resume {quiz.bank.id}” goes on there."
        notes.append(f"You left this bank at {left.where[0]}: {resume}")
    if any(notes):
        from civicsquiz.tui.screens.noted import NotedScreen

        return NotedScreen(session, quiz.shelf, " ".join(filter(None, notes)))
    from civicsquiz.tui.screens.quiz import QuizScreen

    return QuizScreen(session, quiz.shelf)


def certainty_counts(builder: Builder, quiz: Quiz) -> bool:
    """Whether it will be a test in which certainty is asked for."""
    if quiz.mode is not Mode.TEST:
        return False
    return builder.settings.certainty.ask if quiz.certainty is None else quiz.certainty
