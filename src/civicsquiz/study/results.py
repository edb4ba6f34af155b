"""Results: what the outcomes of a session add up to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from civicsquiz.study.question import Question


class Graded(Protocol):
    """What results are made of: a question and its mark."""

    @property
    def question(self) -> Question: ...

    @property
    def mark(self) -> float: ...


G = TypeVar("G", bound=Graded)


@dataclass(frozen=True, slots=True)
class TopicScore:
    """`right` of `asked` questions on one topic (the bank's slug), with `mark` in all, to which
    those that were partly right add their share."""

    topic: str
    right: int
    asked: int
    mark: float


@dataclass(frozen=True, slots=True)
class Results(Generic[G]):
    """`right` of `asked` questions fully right and `partly` in part, `mark` in all; topics in order of
    first appearance; `misses` are the outcomes that were not fully right, in order."""

    right: int
    asked: int
    partly: int
    mark: float
    topics: tuple[TopicScore, ...]
    misses: tuple[G, ...]


def tally(outcomes: Sequence[G]) -> Results[G]:
    """Add outcomes up."""
    topics: dict[str, tuple[int, int, float]] = {}
    for outcome in outcomes:
        right, asked, mark = topics.get(outcome.question.item.topic, (0, 0, 0.0))
        topics[outcome.question.item.topic] = (
            right + (outcome.mark >= 1), asked + 1, mark + outcome.mark,
        )  # fmt: skip
    misses = tuple(outcome for outcome in outcomes if outcome.mark < 1)
    return Results(
        right=len(outcomes) - len(misses),
        asked=len(outcomes),
        partly=sum(0 < outcome.mark < 1 for outcome in outcomes),
        mark=sum(outcome.mark for outcome in outcomes),
        topics=tuple(TopicScore(topic, *score) for topic, score in topics.items()),
        misses=misses,
    )
