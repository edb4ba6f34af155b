"""A learner who never lived: a log of weeks that is the same each time.

What is remembered follows the model of memory of `Doubling`, a scheduler that is easily reckoned by
hand: stability is 2 days at first, doubles with each review that was right, and goes back to 2.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from types import MappingProxyType
from typing import Any

from civicsquiz.record.cards import Card, Review, Scheduler, derive, reviews_in
from civicsquiz.record.events import Event, EventType, timestamp
from civicsquiz.record.revisions import Revision
from civicsquiz.record.store import Learner
from civicsquiz.report.known import About, Known, Topic
from civicsquiz.report.mastery import Recall

LEARNER = "learner-1"
FIRST = date(2025, 10, 6)
TODAY = date(2026, 1, 2)


class Doubling:
    """A scheduler for tests."""

    settings = "doubling"

    def advance(self, item: str, card: Card | None, review: Review) -> Card:
        right = review.rating > 1
        stability = 2.0 * card.stability if card and right else 2.0
        due = date.fromordinal(min(review.day.toordinal() + int(stability), date.max.toordinal()))
        return Card(
            item=item, stability=stability, difficulty=5.0, due=due, last=review.day,
            first=card.first if card else review.day, reps=card.reps + 1 if card else 1,
            lapses=(card.lapses if card else 0) + (card is not None and not right),
            rating=review.rating,
        )  # fmt: skip


def recall(card: Card, day: date) -> float:
    """Nine tenths after as many days as there is stability."""
    return float(0.9 ** (max(0, (day - card.last).days) / card.stability))


@dataclass
class MemoryLog:
    """What reports ask of a store, held in memory."""

    written: list[Event] = field(default_factory=list)
    revisions: dict[str, Revision] = field(default_factory=dict)
    people: tuple[Learner, ...] = (Learner(LEARNER),)
    passages: int = 0
    """How often the log was gone through."""

    def events(
        self, *, learner_uuid: str | None = None, types: Sequence[EventType] = (), **_: Any
    ) -> Iterator[Event]:
        self.passages += not types
        for event in self.written:
            if learner_uuid in (None, event.learner_uuid) and (not types or event.type in types):
                yield event

    def revision(self, revision_hash: str) -> Revision | None:
        return self.revisions.get(revision_hash)

    def cards(self, learner_uuid: str, **_: Any) -> tuple[Card, ...]:
        items: dict[str, list[Event]] = {}
        for event in self.written:
            if event.learner_uuid == learner_uuid:
                items.setdefault(event.item, []).append(event)
        cards = (derive(item, reviews_in(log), Doubling()) for item, log in items.items())
        return tuple(sorted((card for card in cards if card), key=lambda card: card.due))

    def learners(self) -> tuple[Learner, ...]:
        return self.people

    def counts(self) -> dict[str, int]:
        return {"event": len(self.written)}


def chance(*about: object) -> float:
    """From 0 to 1, and always the same of the same."""
    digest = hashlib.sha256(repr(about).encode()).digest()
    return int.from_bytes(digest[:6], "big") / 2**48


def answered(item: str, day: date, number: int = 0, **fields: Any) -> Event:
    """An answer to an item at nine o'clock and some seconds."""
    at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC) + timedelta(seconds=number)
    values: dict[str, Any] = {
        "uuid": f"{day}-{number}", "learner_uuid": LEARNER, "session": f"session-{day}",
        "type": EventType.ANSWERED, "at": timestamp(at), "tz_offset": 0, "item": item,
        "revision": f"revision-{item}", "response": ("a",), "attempt": 1, "mark": 1.0,
    }  # fmt: skip
    return Event(**(values | fields))


TYPES = ("choice", "choice", "true-false", "multiple", "short", "number", "match", "order")
TOPICS = MappingProxyType(
    {
        "eighth-amendment": "The Eighth Amendment",
        "citizenship": "Citizenship and its loss",
        "due-process": "Due process of law",
        "sentences": "Sentences and prisons",
        "courts": "Courts",
        "offices": "Who does what in government",
        "elections": "Elections",
    }
)


def library(size: int = 120) -> Known:
    """Items on six topics, of all types."""
    slugs = list(TOPICS)
    items = []
    for number in range(size):
        slug = slugs[int(chance("topic", number) ** 1.4 * len(slugs))]
        topic = Topic("civics", "Civics for beginners", slug, TOPICS[slug])
        type_ = TYPES[number % len(TYPES)]
        stem = f"What does question {number} on {TOPICS[slug].lower()} ask?"
        items.append(About(f"civics/item-{number}", topic, type_, stem))
    return Known(items)


def weeks(
    known: Known,
    *,
    first: date = FIRST,
    today: date = TODAY,
    a_day: int = 12,
    scheduler: Scheduler | None = None,
    foretold: Recall = recall,
) -> MemoryLog:
    """A learner who came on most days: what is due first, then something new."""
    log, scheduler = MemoryLog(), scheduler or Doubling()
    cards: dict[str, Card] = {}
    items = list(known.items)
    for ahead in range((today - first).days - 4):  # then they stayed away
        day = first + timedelta(days=ahead)
        if chance("comes", day) < 0.3:
            continue
        due = sorted((c for c in cards.values() if c.due <= day), key=lambda card: card.due)
        fresh = [about.ref for about in items if about.ref not in cards][:2]
        for number, ref in enumerate([*(card.item for card in due[:a_day]), *fresh]):
            card = cards.get(ref)
            event = _answer(known, ref, day, number, foretold(card, day) if card else None)
            log.written.append(event)
            log.revisions[event.revision] = Revision(
                event.revision, {"type": "choice", "stem": ref}
            )
            cards[ref] = scheduler.advance(ref, card, Review(day, event.rating or 3))
    return log


_HARD = {"citizenship": 0.25, "sentences": 0.12, "courts": 0.04}
_SECONDS = {"choice": 9, "true-false": 5, "multiple": 17, "short": 15, "number": 12, "match": 30}


def _answer(known: Known, ref: str, day: date, number: int, foretold: float | None) -> Event:
    about = known.about(ref)
    assert about is not None
    knows = 0.45 if foretold is None else foretold
    knows -= _HARD.get(about.topic.slug, 0)
    right = chance("right", ref, day) < knows
    sure = knows + 0.25 * (chance("sure", ref, day) - 0.4)
    if not right and chance("misconception", ref) < 0.15:
        sure = 1.0
    certainty = 3 if sure > 0.85 else 2 if sure > 0.6 else 1
    seconds = _SECONDS.get(about.type, 26) * (0.4 + 2.2 * chance("time", ref, day) ** 2)
    partly = not right and about.type in ("multiple", "match") and chance("part", ref, day) < 0.5
    mark = 1.0 if right else 0.5 if partly else 0.0
    return answered(
        ref, day, number,
        mark=mark, rating=3 if right else 2 if partly else 1, scheduled=True,
        certainty=certainty if chance("says", ref, day) < 0.9 else None,
        taken=min(60_000, round(seconds * 1000)), mode="practice" if foretold is None else "review",
    )  # fmt: skip
