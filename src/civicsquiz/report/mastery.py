"""Mastery: how much of each topic is known by now, as far as the model of memory can say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from civicsquiz.record.cards import Card
from civicsquiz.report.known import Known, Topic

Recall = Callable[[Card, date], float]
"""The predicted recall, from 0 to 1, of a card's item on a local day if nothing is answered until then;
that of the scheduler, which knows the weights."""


@dataclass(frozen=True, slots=True)
class TopicMastery:
    """A topic with `items` of which `begun` have been reviewed. `recall` is the mean predicted recall
    of these today, `least` and `most` are those of the weakest and of the strongest; None where none
    is begun."""

    topic: Topic
    items: int
    begun: int
    recall: float | None
    least: float | None
    most: float | None

    @property
    def expected(self) -> float:
        """The share of all items of the topic that would be known today; what was never asked counts
        as unknown."""
        return (self.recall or 0.0) * self.begun / self.items


def mastery(
    cards: Iterable[Card], known: Known, today: date, recall: Recall
) -> tuple[TopicMastery, ...]:
    """Every topic of the library, the weakest first by predicted recall, and last those of which
    nothing is begun. Cards of items that are gone are left out."""
    items: dict[Topic, int] = {}
    for about in known.items:
        items[about.topic] = items.get(about.topic, 0) + 1
    recalls: dict[Topic, list[float]] = {}
    for card in cards:
        found = known.about(card.item)
        if found is not None:
            recalls.setdefault(found.topic, []).append(recall(card, today))
    topics = [_mastery(topic, count, recalls.get(topic, ())) for topic, count in items.items()]
    return tuple(sorted(topics, key=lambda one: 2.0 if one.recall is None else one.recall))


def _mastery(topic: Topic, items: int, recalls: Iterable[float]) -> TopicMastery:
    found = tuple(recalls)
    if not found:
        return TopicMastery(topic, items, 0, None, None, None)
    mean = sum(found) / len(found)
    return TopicMastery(topic, items, len(found), mean, min(found), max(found))
