"""The course of a session: where it stands, as it follows from its questions and its events.

Nothing here writes. Answering, taking back and going on with a session that was killed all lead
through `apply`, so that they cannot come to different ends.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from civicsquiz.record.events import Event, EventType
from civicsquiz.study.question import Question

if TYPE_CHECKING:
    from civicsquiz.study.coaching import Detour, Reading

LATER = 3
"""So many questions stand between a miss and the same item again, where there are so many."""

_REPEATS = 2
"""How often an item that is missed in a review comes again in it."""

_TAKING_BACK = (EventType.UNDONE, EventType.REDONE)
_ENDED = (EventType.FINISHED, EventType.SUBMITTED, EventType.ABANDONED)


@dataclass(slots=True, eq=False)
class Place:
    """One question of a course, with what became of it.

    `repeat` counts from 0 how often its item was asked before; `made` is whether the question was made
    up for this session and belongs to no bank. `reading` is what is to be read before it is asked.
    `helps` counts hints and look-ups; `steps` are the events that showed a hint or may have, the
    hints that were asked for and the tries.
    """

    question: Question
    repeat: int = 0
    made: bool = False
    reading: Reading | None = None
    read: bool = False
    helps: int = 0
    steps: list[Event] = field(default_factory=list)
    attempts: list[Event] = field(default_factory=list)
    settled: bool = False
    kept: tuple[str, ...] | None = None
    certainty: int | None = None
    marked: bool = False

    @property
    def answer(self) -> Event | None:
        """The answer that counts, as soon as there is one."""
        return self.attempts[-1] if self.settled else None

    @property
    def missed(self) -> Sequence[Event]:
        """The tries that were not right and left another."""
        return self.attempts[:-1] if self.settled else self.attempts

    @property
    def looked_up(self) -> bool:
        return self.helps > sum(event.type is EventType.HINTED for event in self.steps)

    @property
    def used(self) -> int:
        """The tries that are used up."""
        return len(self.attempts) + self.helps


@dataclass(frozen=True)
class Rules:
    """What the modes differ in.

    `tries` says how many tries a question has. `again` says whether a miss is asked again later, given
    the question. `detour` says where the learner is sent after a miss, given the question and how many
    misses there have been on its topic; `anew` makes the question that is asked again.
    """

    tries: Callable[[Question], int]
    again: Callable[[Question], bool]
    detour: Callable[[Question, int], Detour | None]
    anew: Callable[[Question, int], Question]


class Course:
    """Where a session stands. Positions count from 0 and may move when questions are added."""

    def __init__(self, questions: Sequence[Question], rules: Rules) -> None:
        self._first = tuple(questions)
        self._rules = rules
        self.log: list[Event] = []
        self._begin()

    def _begin(self) -> None:
        self.places = [Place(question) for question in self._first]
        self._of: dict[str, list[Place]] = {}
        for place in self.places:
            self._of.setdefault(place.question.ref, []).append(place)
        self.missed: dict[str, int] = {}
        self.ended: EventType | None = None

    def apply(self, event: Event) -> None:
        """Take in one more event of the session, in the order of the log."""
        self.log.append(event)
        if event.type in _TAKING_BACK:
            self._again()
        else:
            self._take(event)

    def _again(self) -> None:
        """From the beginning, without what has been taken back."""
        out = {event.uuid for event in self.undone}
        self._begin()
        for event in self.log:
            if event.type in _TAKING_BACK and self.ended is EventType.FINISHED:
                self.ended = None  # something is to be answered again
            if event.uuid not in out:
                self._take(event)

    @property
    def undone(self) -> tuple[Event, ...]:
        """The answers that are taken back, the first taken back first."""
        return tuple(self._stacks()[1])

    @property
    def can_undo(self) -> Event | None:
        """The answer that would be taken back next."""
        standing = self._stacks()[0]
        return standing[-1] if standing else None

    @property
    def can_redo(self) -> Event | None:
        """The answer that would stand again: nothing was answered or asked for since it was taken
        back."""
        again = self._stacks()[2]
        return again[-1] if again else None

    def _stacks(self) -> tuple[list[Event], list[Event], list[Event]]:
        """Answers that stand, that are taken back, and that can be made to stand again."""
        standing: list[Event] = []
        undone: dict[str, Event] = {}
        again: list[Event] = []
        for event in self.log:
            if event.type is EventType.ANSWERED:
                standing.append(event)
                again.clear()
            elif event.type in (EventType.HINTED, EventType.LOOKED_UP):
                again.clear()
            elif event.type is EventType.UNDONE:
                for one in [one for one in standing if one.uuid == event.refers_to]:
                    standing.remove(one)
                    undone[one.uuid] = one
                    again.append(one)
            elif event.type is EventType.REDONE and event.refers_to in undone:
                one = undone.pop(event.refers_to)
                standing.append(one)
                again[:] = [other for other in again if other is not one]
        return standing, list(undone.values()), again

    def _take(self, event: Event) -> None:
        if event.type in _ENDED:
            self.ended = event.type
        elif event.type is EventType.READ:
            for place in self.places:
                if place.reading and not place.read and place.reading.question.ref == event.item:
                    place.read = True
                    return
        elif event.type is not EventType.LEFT and (asked := self._open(event.item)):
            self._take_at(asked, event)

    def of(self, item: str) -> Sequence[Place]:
        """The places at which an item is asked."""
        return self._of.get(item, ())

    def _open(self, item: str) -> Place | None:
        """The first place of an item that is not settled."""
        return next((place for place in self.of(item) if not place.settled), None)

    def _take_at(self, place: Place, event: Event) -> None:
        if event.type is EventType.KEPT:
            place.kept = event.response or None
            place.certainty = event.certainty
        elif event.type is EventType.MARKED:
            place.marked = not place.marked
        elif event.type in (EventType.HINTED, EventType.LOOKED_UP):
            place.helps += 1
            if event.type is EventType.HINTED:
                place.steps.append(event)
        elif event.type is EventType.ANSWERED:
            place.attempts.append(event)
            place.steps.append(event)
            right = event.mark is not None and event.mark >= 1
            if right or place.used >= self._rules.tries(place.question):
                place.settled = True
                place.certainty = event.certainty
                if not right:
                    self._miss(place)

    def _miss(self, place: Place) -> None:
        """Send the learner where the mode says, and ask again later."""
        if place.made:
            return
        at = self.places.index(place)
        topic = f"{place.question.bank.id}/{place.question.item.topic}"
        self.missed[topic] = self.missed.get(topic, 0) + 1
        detour = None
        if not place.repeat:
            detour = self._rules.detour(place.question, self.missed[topic])
        if detour or (place.repeat < _REPEATS and self._rules.again(place.question)):
            anew = self._rules.anew(place.question, place.repeat + 1)
            self._add(at + 1 + LATER, Place(anew, repeat=place.repeat + 1))
        if detour:
            if detour.question:
                self._add(at + 1, Place(detour.question, made=True))
            self.places[at + 1].reading = detour.reading

    def _add(self, at: int, place: Place) -> None:
        self.places.insert(at, place)
        self._of.setdefault(place.question.ref, []).append(place)

    def found(self, answer: Event, *, standing: bool) -> int:
        """The position of an answer, or where it does not stand, of its question, asked anew."""
        for place in self.of(answer.item):
            if answer in place.attempts if standing else not place.settled:
                return self.places.index(place)
        return 0

    @property
    def left_at(self) -> str:
        """The item at which the learner left and has not come back; empty where there is none."""
        latest = self.log[-1] if self.log else None
        return latest.item if latest and latest.type is EventType.LEFT else ""

    def resumed_at(self) -> int:
        """The position to go on from: where the learner left, else after the latest answer."""
        for place in self.of(self.left_at):
            if not place.settled and not place.repeat:  # a repeat comes in its turn
                return self.places.index(place)
        latest = max(
            (at for at, place in enumerate(self.places) if place.settled or place.kept), default=-1
        )
        later = (at for at in range(latest + 1, len(self.places)) if not self._done(at))
        earlier = (at for at in range(len(self.places)) if not self._done(at))
        return next(later, next(earlier, len(self.places) - 1))

    def _done(self, at: int) -> bool:
        return self.places[at].settled or self.places[at].kept is not None
