"""Where a session stands in any mode, as whoever shows it may see it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

from civicsquiz.errors import UsageError
from civicsquiz.record.events import Event, EventType
from civicsquiz.study.grading import verdict
from civicsquiz.study.question import Question
from civicsquiz.study.results import Results, tally
from civicsquiz.study.session.course import Course, Place, Rules
from civicsquiz.study.session.log import Log, Rate
from civicsquiz.study.session.mode import Mode
from civicsquiz.study.session.outcome import Outcome

if TYPE_CHECKING:
    from civicsquiz.record.record import Record
    from civicsquiz.study.coaching import Coach, Detour
    from civicsquiz.study.feedback import Explain, Feedback
    from civicsquiz.study.session.tutoring import Tutoring

Timer = Callable[[], float]
"""Seconds from some moment on."""


class Standing:
    """A session that is looked at; `Coached` adds what tutor mode shows, `Session` what can be done.
    Nothing here writes.

    Positions count from 0. In tutor mode and in a review questions are added while it goes on.
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
        title: str = "",
        certainty: bool = False,
        rate: Rate | None = None,
        timer: Timer | None = None,
        coach: Coach | None = None,
        penalty: float = 1 / 3,
        leeches: Collection[str] = (),
        past: Sequence[Event] = (),
        written: int = 0,
    ) -> None:
        """`certainty` asks for it, except in tutor mode. `coach` gives hints in tutor mode and says
        what to read after misses, in a review after those of `leeches` (refs); `penalty` is what it
        takes off for each try. `past` are the events of a
        session that goes on, out of as many as `written` that the record has of it."""
        if not questions:
            raise UsageError("There is no question to ask.")
        self.mode = mode
        self.seed = seed
        self.session_id = session_id
        self.title = title or questions[0].bank.title
        self.asks_certainty = certainty and mode is not Mode.TUTOR
        self._explain = explain
        self._timer = timer
        self._leeches = frozenset(leeches)
        self._penalty = penalty
        self._tutoring: Tutoring | None = None
        if coach is not None and mode in (Mode.TUTOR, Mode.REVIEW):
            from civicsquiz.study.session.tutoring import Tutoring

            self._tutoring = Tutoring(coach, explain)
        self._course = Course(questions, Rules(self._tries, self._again, self._detour, self._anew))
        told = {
            "title": self.title,
            "queue": [[one.ref, one.revision.hash] for one in questions],
            "certainty": self.asks_certainty,
            "leeches": sorted(self._leeches),
        }
        self._log = Log(
            record, self._course,
            session_id=session_id, seed=seed, mode=mode, rate=rate, told=told,
        )  # fmt: skip
        self._asked_about: dict[Place, tuple[str, ...]] = {}
        self._outcomes: dict[str, Outcome] = {}
        self._said: dict[Place, int | None] = {}
        self._spent: dict[Place, float] = {}
        self._position = 0
        self._past_the_end = False
        for event in past:
            self._course.apply(event)
        self._log.there = max(written, len(past))
        if self._log.begun:
            self._position = self._course.resumed_at()
        self._since = self._now()

    # ---- what the modes differ in

    def _tries(self, question: Question) -> int:
        if self.mode is Mode.TUTOR and self._tutoring:
            return self._tutoring.tries(question)
        return 1

    def _again(self, question: Question) -> bool:  # noqa: ARG002
        return self.mode is Mode.REVIEW

    def _detour(self, question: Question, missed: int) -> Detour | None:
        if self._tutoring is None:
            return None
        coach = self._tutoring.coach
        if self.mode is Mode.REVIEW:
            missed = coach.misses if question.ref in self._leeches else 0
        return coach.after(question, missed)

    def _anew(self, question: Question, repeat: int) -> Question:
        """The same item with its options in another order."""
        from civicsquiz.study.selection import question as ask

        return ask(question.bank, question.item, f"{self.seed}+{repeat}")

    # ---- the questions and their outcomes

    @property
    def questions(self) -> tuple[Question, ...]:
        return tuple(place.question for place in self._course.places)

    @property
    def _place(self) -> Place:
        return self._course.places[self._position]

    @property
    def position(self) -> int:
        return self._position

    @property
    def question(self) -> Question:
        """The current question."""
        return self._place.question

    @property
    def repeated(self) -> bool:
        """Whether the current question was asked before in this session."""
        return self._place.repeat > 0

    @property
    def made(self) -> bool:
        """Whether the current question was made for this session; it does not count."""
        return self._place.made

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
        """The questions whose answers must not be given away elsewhere: those without an answer, and
        all of a test that is not over."""
        if self.ended:
            return ()
        return tuple(
            place.question
            for place in self._course.places
            if self.mode is Mode.TEST or not place.settled
        )

    @property
    def ended(self) -> bool:
        """Whether it was handed in or given up."""
        return self._course.ended in (EventType.SUBMITTED, EventType.ABANDONED)

    @property
    def submitted(self) -> bool:
        """Whether a test is over: handed in, or given up."""
        return self.mode is Mode.TEST and self.ended

    @property
    def abandoned(self) -> bool:
        """Whether it was given up."""
        return self._course.ended is EventType.ABANDONED

    @property
    def finished(self) -> bool:
        """Whether the results are due: one went on past the last question, a test was handed in, or
        the session was given up. Looking back at a question ends the first until one goes on past
        the last again."""
        return self.ended or self._past_the_end

    @property
    def marked(self) -> frozenset[int]:
        """The positions marked for later."""
        return frozenset(at for at, place in enumerate(self._course.places) if place.marked)

    @property
    def answered(self) -> frozenset[int]:
        """The positions that have a response."""
        return frozenset(range(len(self._course.places))) - frozenset(self.unanswered)

    @property
    def unanswered(self) -> tuple[int, ...]:
        """The positions without a response, in order."""
        places = enumerate(self._course.places)
        return tuple(at for at, place in places if _response(place) is None)

    @property
    def open_questions(self) -> tuple[Question, ...]:
        """The questions whose answer may not be shown yet: in a test all, until it is over."""
        return tuple(
            place.question for place in self._course.places if self._answer_of(place) is None
        )

    def response(self, position: int) -> tuple[str, ...] | None:
        """The response at a position, as the log has it; None where there is none."""
        return _response(self._course.places[position])

    def outcome_at(self, position: int) -> Outcome | None:
        """What the answer at a position led to. In a test there is none until it is over."""
        place = self._course.places[position]
        answer = self._answer_of(place)
        if answer is None:
            return None
        if answer.uuid not in self._outcomes:
            feedback = self._explain(place.question, answer.response)
            self._outcomes[answer.uuid] = self._outcome(place, answer, feedback)
        return self._outcomes[answer.uuid]

    def _answer_of(self, place: Place) -> Event | None:
        """The answer that counts, as soon as it may be seen."""
        return None if self.mode is Mode.TEST and not self.ended else place.answer

    def _outcome(self, place: Place, answer: Event, feedback: Feedback) -> Outcome:
        mark = raw = answer.mark or 0.0
        if self.mode is Mode.TUTOR:
            from civicsquiz.study.tries import left

            mark = left(raw, len(place.missed) + place.helps, self._penalty)
        record = self._log.record
        card = record.store.card(record.learner_uuid, answer.item) if answer.scheduled else None
        return Outcome(
            place.question, answer.response, mark, verdict(raw), feedback,
            raw=raw, tries=len(place.attempts), hints=place.helps, certainty=answer.certainty,
            due=card.due if card else None,
        )  # fmt: skip

    # ---- how sure the learner says to be

    @property
    def certainty(self) -> int | None:
        """How sure the learner has said to be of the current question: 1 to 3, or None."""
        return self._certainty(self._place)

    def certainty_at(self, position: int) -> int | None:
        """The same of the question at a position."""
        return self._certainty(self._course.places[position])

    def _certainty(self, place: Place) -> int | None:
        return self._said.get(place, place.certainty)

    # ---- taking back

    @property
    def can_undo(self) -> bool:
        """Whether an answer can be taken back: any but those of a test."""
        return self._undoable is not None

    @property
    def can_redo(self) -> bool:
        """Whether an answer that was taken back can stand again: nothing came after it."""
        return self._redoable is not None

    @property
    def _undoable(self) -> Event | None:
        return None if self.mode is Mode.TEST or self.ended else self._course.can_undo

    @property
    def _redoable(self) -> Event | None:
        return None if self.mode is Mode.TEST or self.ended else self._course.can_redo

    @property
    def taken_back(self) -> int:
        """How many answers are taken back and do not stand."""
        return len(self._course.undone)

    # ---- what came of it

    def results(self) -> Results[Outcome]:
        """The score so far, over the questions of the bank that have an outcome; of an item that was
        asked again the first answer counts."""
        return tally(self.counted())

    def counted(self) -> tuple[Outcome, ...]:
        """The outcomes that results are made of, in order."""
        outcomes = map(self.outcome_at, self.counted_positions)
        return tuple(outcome for outcome in outcomes if outcome is not None)

    @property
    def counted_positions(self) -> tuple[int, ...]:
        """The positions of the questions that count: each item of a bank once."""
        places = enumerate(self._course.places)
        return tuple(at for at, place in places if not place.repeat and not place.made)

    def missed(self) -> tuple[Question, ...]:
        """The questions that were not fully right, to be tried again."""
        return tuple(outcome.question for outcome in self.results().misses)

    # ---- time

    def _now(self) -> float:
        return self._timer() if self._timer else 0.0

    def _bank_time(self) -> None:
        """Count the time since the current question came up towards it."""
        now = self._now()
        if self._timer:
            spent = self._spent.get(self._place, 0.0)
            self._spent[self._place] = spent + max(0.0, now - self._since)
        self._since = now


def _response(place: Place) -> tuple[str, ...] | None:
    """The response that a question has, as the log has it."""
    return (place.answer.response or None) if place.answer else place.kept
