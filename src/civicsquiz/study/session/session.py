"""The rules of a quiz: what can be done in a session, and what comes of it. None is in a screen."""

from __future__ import annotations

from collections.abc import Iterable

from civicsquiz.errors import ResponseError
from civicsquiz.record.events import Event, EventType
from civicsquiz.study.coaching import Hint
from civicsquiz.study.session.coached import Coached
from civicsquiz.study.session.course import Place
from civicsquiz.study.session.mode import Mode
from civicsquiz.study.session.outcome import Outcome


class Session(Coached):
    """Puts questions one by one, grades, records and remembers what came of it.

    Whatever is recorded is on the disk before anything of it can be seen; where that fails,
    `RecordError` says so and nothing has happened.
    """

    # ---- answering

    def say_certainty(self, certainty: int | None) -> None:
        """Say it, or with None take it back, before the answer; a test takes it down with an answer
        that it has.

        Raises:
            ResponseError: it is not asked for, there is no such certainty, or the answer is graded.
            RecordError: it could not be recorded.
        """
        place = self._place
        if not self.asks_certainty:
            raise ResponseError("How sure you are is not asked here.")
        if certainty not in (None, 1, 2, 3):
            raise ResponseError("How sure you are goes from 1 to 3.")
        if place.settled or self.ended:
            raise ResponseError("How sure you were counts before the answer.")
        if place.kept is not None:
            self._log.one(EventType.KEPT, place, response=place.kept, certainty=certainty)
        self._said[place] = certainty

    def answer(self, response: str, *, sent: bool = True) -> Outcome | None:
        """Answer the current question with a response text; one that was not `sent` is being kept
        for somebody who goes elsewhere.

        In practice and review it is graded, recorded and returned, in tutor mode when it is right or
        no try is left; a question that has its outcome returns it again and writes nothing. In a test
        the response is kept, may be changed until the test is handed in, and None is returned.

        Raises:
            ResponseError: the text is no answer, an incomplete one, or misspelt (the same text a
                second time is taken as it is); it has been tried; something is to be read first.
            RecordError: it could not be recorded; nothing has happened.
        """
        place = self._place
        if place.settled or self.ended:
            return self.outcome
        if self.reading:
            raise ResponseError("Read the passage first.")
        read = place.question.read(response)
        self._ask_about_slip(place, read, sent=sent)
        if self.mode is Mode.TEST:
            certainty = self._certainty(place)
            if (read, certainty) != (place.kept, place.certainty):
                self._log.one(EventType.KEPT, place, response=read, certainty=certainty)
            return None
        if any(attempt.response == read for attempt in place.attempts):
            raise ResponseError("You have tried that. Try another answer.")
        feedback = self._explain(place.question, read)  # what fails here is not recorded
        self._bank_time()
        with self._log.writing() as written:
            written.append(self._graded(place, read))
        for other in self._course.of(place.question.ref):  # its due date may have moved
            if other.answer is not None:
                self._outcomes.pop(other.answer.uuid, None)
        if place.answer is not None:
            self._outcomes[place.answer.uuid] = self._outcome(place, place.answer, feedback)
        return self.outcome

    def _ask_about_slip(self, place: Place, response: tuple[str, ...], *, sent: bool) -> None:
        """A misspelt answer is neither right nor simply wrong: whoever sends it is asked once."""
        if place.question.item.type != "short":
            return
        from civicsquiz.study.answering.typing import slipped

        if slipped(place.question.item, response) and self._asked_about.get(place) != response:
            if sent:
                self._asked_about[place] = response
            raise ResponseError("Nearly. Check the spelling, or send it again as it is.")

    def _graded(self, place: Place, response: tuple[str, ...]) -> Event:
        spent = self._spent.get(place)
        left = self._tries(place.question) - place.used - 1
        return self._log.graded(
            place,
            response,
            certainty=self._certainty(place) if self.asks_certainty else None,
            taken=None if spent is None else round(1000 * spent),
            last=lambda mark: mark >= 1 or left <= 0,
        )

    # ---- tutor mode

    def hint(self) -> Hint:
        """Show the next hint, which costs a try.

        Raises:
            ResponseError: there is none, or one try is left.
            RecordError: it could not be recorded; there is no hint.
        """
        if not self.can_hint:
            last = self.mode is Mode.TUTOR and self.tries_left == 1
            told = "This is your last try: no more hints." if last else "There is no hint here."
            if last and self.tries == 1:
                told = "This question has one try, and so no hints."
            raise ResponseError(told)
        self._log.one(EventType.HINTED, self._place)
        return self.hints[-1]

    def look_up(self) -> None:
        """Record that the sources are searched for the answer, which costs a try, though never the
        last. Only the first time for a question counts.

        Raises:
            ResponseError: this is not tutor mode, or the question has its answer.
            RecordError: it could not be recorded.
        """
        if not self.can_look_up:
            raise ResponseError("There is nothing to look up here.")
        if not self.looked_up:
            self._log.one(EventType.LOOKED_UP, self._place)

    def done_reading(self) -> None:
        """The passage has been read; where there is none nothing happens."""
        if reading := self.reading:
            self._log.one(EventType.READ, Place(reading.question))
            self._since = self._now()

    # ---- taking back

    def undo(self) -> int:
        """Take the latest answer back and go to its question; the position.

        Raises:
            ResponseError: there is none.
            RecordError: it could not be recorded; the answer stands.
        """
        if not (answer := self._undoable):
            raise ResponseError("There is no answer to take back.")
        return self._take_back(answer, again=False)

    def redo(self) -> int:
        """Let the answer that was taken back last stand again, and go to it; the position.

        Raises:
            ResponseError: there is none, or something came after it.
            RecordError: it could not be recorded.
        """
        if not (answer := self._redoable):
            raise ResponseError("There is no answer to bring back.")
        return self._take_back(answer, again=True)

    def _take_back(self, answer: Event, *, again: bool) -> int:
        self._log.taken_back(answer, again=again)
        for kept in (self._said, self._spent, self._asked_about, self._outcomes):
            kept.clear()
        self._position = self._course.found(answer, standing=again)
        self._past_the_end = False
        self._since = self._now()
        return self._position

    # ---- going about

    def next(self) -> None:
        """Go on to the next question; but in a test past the last one, which finishes.

        Raises:
            ResponseError: but in a test, the current question has no answer yet.
        """
        test = self.mode is Mode.TEST
        if not test and not self._place.settled and not self.ended:
            raise ResponseError("Answer this question first.")
        if self._position < len(self._course.places) - 1:
            self._move(self._position + 1)
        elif not test:
            if self._course.ended is None and self._log.begun:
                self._log.one(EventType.FINISHED)
            self._past_the_end = True

    def back(self) -> None:
        """Go back one question: from the end to the last, from the first nowhere."""
        if self._past_the_end:
            self._past_the_end = False
        elif self._position:
            self._move(self._position - 1)

    def go(self, position: int) -> None:
        """Go to a position.

        Raises:
            ResponseError: there is none, or, but in a test, an earlier question is still to be
                answered.
        """
        places = self._course.places
        if not 0 <= position < len(places):
            raise ResponseError(f"There are questions 1 to {len(places)}.")
        if self.mode is not Mode.TEST and not self.ended:
            first = next((at for at, one in enumerate(places) if not one.settled), len(places))
            if position > first:
                raise ResponseError(f"Answer question {first + 1} first.")
        self._move(position)
        self._past_the_end = False

    def _move(self, position: int) -> None:
        self._bank_time()
        self._position = position

    def toggle_mark(self) -> None:
        """Mark the current question for later, or take the mark away."""
        self._log.one(EventType.MARKED, self._place)

    def flag(self, note: str) -> Event:
        """Record that something is wrong with the current question, answered or not.

        Raises:
            RecordError: it could not be recorded.
        """
        place = self._place
        answer = place.attempts[-1] if place.attempts else None
        return self._log.one(
            EventType.FLAGGED,
            place,
            note=note.strip(),
            response=self.response(self._position) or (),
            refers_to=answer.uuid if answer else None,
        )

    # ---- ending

    def submit(self) -> tuple[Outcome, ...]:
        """Hand in a test: all questions are graded and recorded, the unanswered as wrong. A second
        time it returns the same and writes nothing.

        Raises:
            ResponseError: only a test is handed in.
            RecordError: it could not be recorded; the test is not handed in.
        """
        if self.mode is not Mode.TEST:
            raise ResponseError("Only a test is submitted.")
        if not self.ended:
            self._end(EventType.SUBMITTED, self._course.places)
        return self.counted()

    def abandon(self) -> None:
        """Give the session up. Of a test, what has an answer is graded and explained; the rest counts
        neither way. One that has not begun leaves nothing.

        Raises:
            RecordError: it could not be recorded; the session goes on.
        """
        if not self.ended and self._log.begun:
            self._end(EventType.ABANDONED, [one for one in self._course.places if one.kept])

    def leave(self) -> None:
        """Say that the learner goes away, so that the session can go on from here. Nothing is written
        where there was no answer, or nothing is left to do."""
        if not self._log.begun or self._course.ended is not None:
            return
        if self.mode is not Mode.TEST and not self.unanswered:
            self._log.one(EventType.FINISHED)
        elif self._course.left_at != self.question.ref:
            self._log.one(EventType.LEFT, self._place)

    def _end(self, type_: EventType, places: Iterable[Place]) -> None:
        self._bank_time()
        with self._log.writing() as written:
            written.extend(
                self._graded(place, place.kept or ()) for place in places if not place.settled
            )
            written.append(self._log.event(type_))
