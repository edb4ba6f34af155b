"""How a session writes its events: all that belongs together at once, and first on the disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from civicsquiz.bank.models import Status
from civicsquiz.errors import SessionMoved
from civicsquiz.record.events import Event, EventType
from civicsquiz.record.record import Record
from civicsquiz.study.grading import grade
from civicsquiz.study.question import Question
from civicsquiz.study.session.course import Course, Place
from civicsquiz.study.session.mode import Mode

Rate = Callable[..., int]
"""The rating, 1 to 4, of an answer to a question; takes `question`, `mark`, `attempt`, `hints`,
`certainty` and `taken` by name (see `study.rating`)."""


class Log:
    """Writes the events of one session and takes them into its course."""

    def __init__(
        self,
        record: Record,
        course: Course,
        *,
        session_id: str,
        seed: str,
        mode: Mode,
        rate: Rate | None,
        told: Mapping[str, Any],
    ) -> None:
        """`told` is what a session needs to go on; it is written with the first event."""
        self.record = record
        self._course = course
        self._session_id = session_id
        self._seed = seed
        self._mode = mode
        self._rate = rate
        self._told = told
        self.there = 0
        """How many events of the session are in the record."""

    @property
    def begun(self) -> bool:
        """Whether anything has been written."""
        return bool(self._course.log)

    @contextmanager
    def writing(self) -> Iterator[list[Event]]:
        """Write events in one transaction, with the session's beginning where they are the first, and
        take what is in the list into the course once it is on the disk.

        Raises:
            RecordError: they could not be written, or (`SessionMoved`) not by this program any more.
        """
        written: list[Event] = []
        with self.record.together():
            if self.record.written(self._session_id) != self.there:
                raise SessionMoved(
                    self.record.store.path,
                    "this session went on in another window",
                    "leave it here, and go on there, or later from Home",
                )
            if not self.begun:
                written.append(self.event(EventType.STARTED, detail=self._told))
            yield written
        self.there += len(written)
        for event in written:
            self._course.apply(event)

    def one(self, type_: EventType, place: Place | None = None, **fields: Any) -> Event:
        """Write one event, and take it in."""
        with self.writing() as written:
            event = self.event(type_, place, **fields)
            written.append(event)
        return event

    def event(self, type_: EventType, place: Place | None = None, **fields: Any) -> Event:
        """Write an event of a question, or of the whole session; within `writing`."""
        about = self._about(place.question) if place else {"session": self._session_id}
        return self.record.write(type_, **about, seed=self._seed, mode=self._mode, **fields)

    def graded(
        self,
        place: Place,
        response: tuple[str, ...],
        *,
        certainty: int | None,
        taken: int | None,
        last: Callable[[float], bool],
    ) -> Event:
        """Grade and write an answer; within `writing`. `last` says of its mark whether it settles the
        question: only then it can move the item's due date."""
        question = place.question
        mark = grade(question.item, response)
        attempt = len(place.attempts) + 1
        rating = None
        ready = not place.made and question.item.status is Status.READY
        if self._rate is not None and response and ready and last(mark):
            rating = self._rate(
                question=question, mark=mark, attempt=attempt, hints=place.helps,
                certainty=certainty, taken=taken,
            )  # fmt: skip
        event, _ = self.record.answered(
            **self._about(question),
            formerly=question.formerly,
            mark=mark,
            rating=rating,
            taken=taken,
            response=response,
            certainty=certainty,
            hints=place.helps,
            attempt=attempt,
            detail={"made": True} if place.made else None,
            seed=self._seed,
            mode=self._mode,
        )
        return event

    def taken_back(self, answer: Event, *, again: bool) -> None:
        """Write that an answer is taken back, or stands again."""
        revision = self.record.store.revision(answer.revision)
        if revision is None:
            raise RuntimeError("an answer without what was asked")
        with self.writing() as written:
            written.append(self.record.undone(answer, revision, again=again))

    def _about(self, question: Question) -> dict[str, Any]:
        return {
            "session": self._session_id,
            "item": question.ref,
            "revision": question.revision,
            "shown": question.shown,
            "language": question.bank.language,
        }
