"""A session: one run through some questions. All rules of a quiz are here, and none in a screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from civicsquiz.errors import ResponseError, UsageError
from civicsquiz.study.grading import Verdict, grade, verdict
from civicsquiz.study.question import Question
from civicsquiz.study.results import Results, tally

if TYPE_CHECKING:
    from civicsquiz.record.events import Event
    from civicsquiz.record.record import Record
    from civicsquiz.study.feedback import Feedback


class Mode(StrEnum):
    """Practice gives feedback after each answer, a test when it is handed in."""

    PRACTICE = "practice"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an answer led to. `response` is as the log has it, empty where nothing was answered."""

    question: Question
    response: tuple[str, ...]
    mark: float
    verdict: Verdict
    feedback: Feedback


Explain = Callable[[Question, tuple[str, ...]], "Feedback"]


class Session:
    """Puts questions one by one, grades, records and remembers what came of it.

    Each question is recorded at most once, before its outcome can be seen. Positions count from 0.
    """

    def __init__(
        self,
        questions: Sequence[Question],
        record: Record,
        explain: Explain,
        *,
        mode: Mode = Mode.PRACTICE,
        seed: str = "",
        session_id: str,
    ) -> None:
        if not questions:
            raise UsageError("There is no question to ask.")
        self.questions = tuple(questions)
        self.mode = mode
        self.seed = seed
        self.session_id = session_id
        self._record = record
        self._explain = explain
        self._position = 0
        self._past_the_end = False
        self._submitted = False
        self._marked: set[int] = set()
        self._asked_about: dict[int, tuple[str, ...]] = {}
        self._responses: dict[int, tuple[str, ...]] = {}
        self._outcomes: dict[int, Outcome] = {}
        self._events: dict[int, Event] = {}

    @property
    def position(self) -> int:
        return self._position

    @property
    def question(self) -> Question:
        """The current question."""
        return self.questions[self._position]

    @property
    def outcome(self) -> Outcome | None:
        """What the current question's answer led to, as soon as that may be seen."""
        return self.outcome_at(self._position)

    @property
    def asking(self) -> bool:
        """Whether the current question is being asked: nothing may be seen of an answer to it."""
        return self.outcome is None

    @property
    def still_open(self) -> tuple[Question, ...]:
        """The questions whose answers must not be given away elsewhere: those without a response,
        and all of a test that is not handed in."""
        if self.mode is Mode.TEST:
            return () if self._submitted else self.questions
        return tuple(self.questions[at] for at in self.unanswered)

    @property
    def submitted(self) -> bool:
        """Whether a test has been handed in."""
        return self._submitted

    @property
    def finished(self) -> bool:
        """Whether the results are due: practice went on past the last question, or a test was
        handed in. Looking back at a practice question ends that until one goes on past the last."""
        return self._submitted or self._past_the_end

    @property
    def marked(self) -> frozenset[int]:
        """The positions marked for later."""
        return frozenset(self._marked)

    @property
    def answered(self) -> frozenset[int]:
        """The positions that have a response."""
        return frozenset(self._responses)

    @property
    def unanswered(self) -> tuple[int, ...]:
        """The positions without a response, in order."""
        return tuple(at for at in range(len(self.questions)) if at not in self._responses)

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """The questions whose answer may not be shown yet: in a test all, until it is handed in."""
        return tuple(
            question for at, question in enumerate(self.questions) if self.outcome_at(at) is None
        )

    def response(self, position: int) -> tuple[str, ...] | None:
        """The response at a position, as the log has it; None where there is none."""
        return self._responses.get(position)

    def outcome_at(self, position: int) -> Outcome | None:
        """What the answer at a position led to. In a test there is none until it is handed in."""
        if self.mode is Mode.TEST and not self._submitted:
            return None
        return self._outcomes.get(position)

    def answer(self, response: str, *, sent: bool = True) -> Outcome | None:
        """Answer the current question with a response text; one that was not `sent` is being kept
        for somebody who goes elsewhere.

        In practice it is graded, recorded and returned; a question that has its outcome returns it
        again and writes nothing. In a test the response is kept, may be changed until the test is
        handed in, and None is returned.

        Raises:
            ResponseError: the text is no answer, an incomplete one, or misspelt; the same text a
                second time is taken as it is.
        """
        at = self._position
        if at in self._outcomes:
            return self.outcome
        read = self.question.read(response)
        self._ask_about_slip(read, sent=sent)
        if self.mode is Mode.TEST:
            self._responses[at] = read
            return None
        self._settle(at, read)
        return self.outcome

    def _ask_about_slip(self, response: tuple[str, ...], *, sent: bool) -> None:
        """A misspelt answer is neither right nor simply wrong: whoever sends it is asked once."""
        if self.question.item.type != "short":
            return
        from civicsquiz.study.answering.typing import slipped

        at = self._position
        if slipped(self.question.item, response) and self._asked_about.get(at) != response:
            if sent:
                self._asked_about[at] = response
            raise ResponseError("Nearly. Check the spelling, or send it again as it is.")

    def next(self) -> None:
        """Go on to the next question; in practice past the last one, which finishes.

        Raises:
            ResponseError: in practice, the current question has no answer yet.
        """
        if self.mode is Mode.PRACTICE and self._position not in self._outcomes:
            raise ResponseError("Answer this question first.")
        if self._position < len(self.questions) - 1:
            self._position += 1
        elif self.mode is Mode.PRACTICE:
            self._past_the_end = True

    def back(self) -> None:
        """Go back one question: from the end to the last, from the first nowhere."""
        if self._past_the_end:
            self._past_the_end = False
        elif self._position:
            self._position -= 1

    def go(self, position: int) -> None:
        """Go to a position.

        Raises:
            ResponseError: there is none, or in practice an earlier question is still to be answered.
        """
        if not 0 <= position < len(self.questions):
            raise ResponseError(f"There are questions 1 to {len(self.questions)}.")
        if self.mode is Mode.PRACTICE and position > len(self._outcomes):
            raise ResponseError(f"Answer question {len(self._outcomes) + 1} first.")
        self._position = position
        self._past_the_end = False

    def toggle_mark(self) -> None:
        """Mark the current question for later, or take the mark away."""
        self._marked ^= {self._position}

    def submit(self) -> tuple[Outcome, ...]:
        """Hand in a test: all questions are graded and recorded, the unanswered as wrong. A second
        time it returns the same and writes nothing.

        Raises:
            ResponseError: practice is not handed in.
        """
        if self.mode is not Mode.TEST:
            raise ResponseError("Only a test is submitted.")
        for at in range(len(self.questions)):
            if at not in self._outcomes:
                self._settle(at, self._responses.get(at, ()))
        self._submitted = True
        return tuple(self._outcomes[at] for at in range(len(self.questions)))

    def flag(self, note: str) -> Event:
        """Record that something is wrong with the current question, answered or not."""
        question, event = self.question, self._events.get(self._position)
        return self._record.flagged(
            session=self.session_id,
            item=question.ref,
            revision=question.revision,
            note=note.strip(),
            shown=question.shown,
            language=question.bank.language,
            seed=self.seed,
            mode=self.mode,
            response=self._responses.get(self._position, ()),
            refers_to=event.uuid if event else None,
        )

    def results(self) -> Results[Outcome]:
        """The score so far, over the questions that have an outcome."""
        outcomes = (self.outcome_at(at) for at in range(len(self.questions)))
        return tally([outcome for outcome in outcomes if outcome is not None])

    def missed(self) -> tuple[Question, ...]:
        """The questions that were not fully right, to be tried again."""
        return tuple(outcome.question for outcome in self.results().misses)

    def _settle(self, at: int, response: tuple[str, ...]) -> None:
        """Grade, explain, record, remember. What is remembered last was recorded before."""
        question = self.questions[at]
        mark = grade(question.item, response)
        outcome = Outcome(
            question, response, mark, verdict(mark), self._explain(question, response)
        )
        self._events[at] = self._record.answered(
            session=self.session_id,
            item=question.ref,
            revision=question.revision,
            response=response,
            shown=question.shown,
            mark=mark,
            language=question.bank.language,
            seed=self.seed,
            mode=self.mode,
        )
        if response:
            self._responses[at] = response
        self._outcomes[at] = outcome
