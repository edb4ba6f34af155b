"""Students who do not exist, day by day: what the ratings and the scheduler make of how they answer.

`python -m tests.study.simulated` prints a week, a month and a year of them as tables.

Nothing here is drawn at random: whether a student remembers is decided by the SHA-256 of student,
item and day, so that every run is the same.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from civicsquiz.record.cards import AGAIN, Card, Review
from civicsquiz.record.memory import recall
from civicsquiz.study.rating import rate
from civicsquiz.study.scheduling import FsrsScheduler
from civicsquiz.study.settings import Settings

FIRST = date(2026, 1, 5)  # a Monday


@dataclass(frozen=True, slots=True)
class Answer:
    """What a student did with an item that was asked."""

    mark: float = 1.0
    attempt: int = 1
    hints: int = 0
    certainty: int | None = None


WRONG = Answer(mark=0.0)

Answering = Callable[[str, date, Card | None], Answer]
"""How a student answers an item on a day; the card is None where it is new."""


@dataclass(frozen=True, slots=True)
class Student:
    """`studies` says on which days: by default on all."""

    name: str
    answers: Answering
    studies: Callable[[date], bool] = lambda day: True


@dataclass(slots=True)
class Day:
    """What one day brought: new items, reviews and how many of these were right, what the model
    expected of them, and the items that were due but over the limit."""

    day: date
    new: int = 0
    reviews: int = 0
    right: int = 0
    expected: float = 0.0
    waiting: int = 0
    ratings: Counter[int] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Course:
    """All days, and the cards at the end."""

    days: tuple[Day, ...]
    cards: dict[str, Card]
    intervals: dict[str, list[int]]
    """Of every item the intervals that it was given, in days."""

    @property
    def reviews(self) -> int:
        return sum(day.reviews for day in self.days)

    @property
    def retention(self) -> float:
        """The share of reviews that were right."""
        return sum(day.right for day in self.days) / self.reviews

    @property
    def expected(self) -> float:
        """The share that the model expected."""
        return sum(day.expected for day in self.days) / self.reviews


def simulate(
    student: Student,
    *,
    items: int,
    days: int,
    settings: Settings | None = None,
    first: date = FIRST,
) -> Course:
    """A student who does each day what is due, the longest due first, and then new items, both
    within the limits of the settings; every item is asked once a day at most."""
    settings = settings or Settings()
    scheduler = FsrsScheduler(settings.review)
    unseen = [f"bank/{number}" for number in range(items)]
    cards: dict[str, Card] = {}
    intervals: dict[str, list[int]] = {}
    told: list[Day] = []
    for today in (first + timedelta(days=number) for number in range(days)):
        log = Day(today)
        told.append(log)
        due = sorted((c for c in cards.values() if c.due <= today), key=lambda c: (c.due, c.item))
        if not student.studies(today):
            log.waiting = len(due)
            continue
        asked = due[: settings.review.reviews_per_day]
        log.waiting = len(due) - len(asked)
        fresh, unseen = unseen[: settings.review.new_per_day], unseen[settings.review.new_per_day :]
        for item in (*(card.item for card in asked), *fresh):
            before = cards.get(item)
            answer = student.answers(item, today, before)
            rating = rate(
                item_type="choice",
                mark=answer.mark,
                attempt=answer.attempt,
                hints=answer.hints,
                certainty=answer.certainty,
                taken=None,
                median=None,
                rules=settings.rating,
            )
            log.ratings[rating] += 1
            if before is None:
                log.new += 1
            else:
                log.reviews += 1
                log.right += rating != AGAIN
                log.expected += scheduler.recall_on(before, today)
            cards[item] = scheduler.advance(item, before, Review(today, rating))
            intervals.setdefault(item, []).append((cards[item].due - today).days)
    return Course(tuple(told), cards, intervals)


def chance(*of: object) -> float:
    """A number from 0 to 1, always the same for the same things."""
    told = "\0".join(map(str, of)).encode()
    return int.from_bytes(hashlib.sha256(told).digest()[:8], "big") / 2**64


def _remembers(share: float = 1.0, known: float = 0.5) -> Answering:
    """Recalls as FSRS says, with a memory that lasts `share` as long as FSRS thinks; of new items
    it gets `known` right."""

    def answers(item: str, day: date, card: Card | None) -> Answer:
        likely = recall(card.stability * share, (day - card.last).days) if card else known
        return Answer() if chance(share, item, day) < likely else WRONG

    return answers


def _with_hints(item: str, day: date, card: Card | None) -> Answer:
    """As above, but half of what is right is right only after a hint."""
    answer = _remembers()(item, day, card)
    helped = answer.mark == 1 and chance("hint", item, day) < 0.5
    return Answer(attempt=2, hints=1) if helped else answer


ALWAYS_RIGHT = Student("always right", lambda item, day, card: Answer())
AFTER_HINTS = Student("always right after a hint", lambda item, day, card: Answer(hints=1))
GUESSING = Student("right, and says it was a guess", lambda item, day, card: Answer(certainty=1))
ALWAYS_WRONG = Student("always wrong", lambda item, day, card: WRONG)
BY_THE_MODEL = Student("forgets as FSRS says", _remembers())
HALF_WITH_HINTS = Student("as FSRS says, half of it after hints", _with_hints)
FORGETFUL = Student("forgets twice as fast as FSRS says", _remembers(0.5))
SCHOOL_DAYS = Student(
    "as FSRS says, but only on school days", _remembers(), lambda day: day.weekday() < 5
)
HOLIDAY = Student(
    "as FSRS says, but away from day 60 to day 80",
    _remembers(),
    lambda day: not 60 <= (day - FIRST).days < 80,
)
EVERYBODY = (
    ALWAYS_RIGHT,
    AFTER_HINTS,
    ALWAYS_WRONG,
    BY_THE_MODEL,
    HALF_WITH_HINTS,
    FORGETFUL,
    SCHOOL_DAYS,
    HOLIDAY,
)


def _table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "| " + " | ".join("---" if at == 0 else "---:" for at in range(len(head))) + " |"
    for row in rows:
        yield "| " + " | ".join(map(str, row)) + " |"


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def report(courses: Sequence[tuple[int, int]] = ((30, 300), (365, 1000))) -> Iterator[str]:
    """The tables, line by line; `courses` are numbers of days and of items."""
    week = simulate(BY_THE_MODEL, items=100, days=14)
    yield "A fortnight of the student who forgets as FSRS says; 100 items, 20 new ones a day."
    yield ""
    yield from _table(
        ("day", "new", "reviews", "right", "expected", "due tomorrow"),
        [
            (
                f"{number} ({day.day:%a})",
                day.new,
                day.reviews,
                f"{day.right} of {day.reviews}" if day.reviews else "",
                _percent(day.expected / day.reviews) if day.reviews else "",
                week.days[number].reviews if number < len(week.days) else "",
            )
            for number, day in enumerate(week.days, 1)
        ],
    )
    yield ""
    yield "One item, from its first answer on: the days until it is asked again."
    yield ""
    alone = [
        (who, simulate(who, items=1, days=400)) for who in (ALWAYS_RIGHT, AFTER_HINTS, ALWAYS_WRONG)
    ]
    yield from _table(
        ("student", "intervals in days"),
        [
            (who.name, ", ".join(map(str, course.intervals["bank/0"][:8])) + ", …")
            for who, course in alone
        ],
    )
    for days, items in courses:
        yield ""
        yield f"{days} days, {items} items, 20 new ones a day."
        yield ""
        yield from _table(
            (
                "student",
                "answers",
                "most in a day",
                "last day",
                "right",
                "expected",
                "lapses",
                "leeches",
            ),
            [_year(who, items, days) for who in EVERYBODY if who is not HOLIDAY or days > 80],
        )


def _year(who: Student, items: int, days: int) -> tuple[object, ...]:
    course = simulate(who, items=items, days=days)
    answers = [day.new + day.reviews for day in course.days]
    lapses = [card.lapses for card in course.cards.values()]
    leeches = sum(lapsed >= Settings().review.leech_lapses for lapsed in lapses)
    return (
        who.name,
        sum(answers),
        max(answers),
        answers[-1],
        _percent(course.retention),
        _percent(course.expected),
        sum(lapses),
        leeches,
    )


if __name__ == "__main__":
    for line in report():
        print(line)  # noqa: T201 - a tool of the developers
