"""Marks by certainty: the points in a test of a learner who says how sure they are. Pure.

The scheme is the one that Moodle has had since version 2.6 (`question_cbm`, with T. Gardner-Medwin).
Whoever is less than two thirds sure does best to say C1, from there to four fifths C2, above that C3:
at these shares the lines of expected points cross. How well somebody judges their own answers, over
one session or many, is `report.calibration`'s matter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from civicsquiz.record.certainty import Certainty

__all__ = ["SCHEME", "UNSAID", "Certainty", "Marked", "bonus", "marked", "points"]

SCHEME = {Certainty.GUESS: (1, 0), Certainty.FAIRLY_SURE: (2, -2), Certainty.CERTAIN: (3, -6)}
"""The points for a right answer and for a wrong one."""

UNSAID = Certainty.GUESS
"""What an answer counts as where nothing was said."""


def points(mark: float, certainty: int | None) -> float:
    """The points for an answer of which the share `mark`, from 0 to 1, was right.

    A partly right answer gets its share of the points of a right one; only one with nothing right in
    it gets those of a wrong one. `certainty` is 1 to 3, or None where it was not said.

    Raises:
        ValueError: `certainty` is none of these.
    """
    right, wrong = SCHEME[UNSAID if certainty is None else Certainty(certainty)]
    return mark * right if mark > 0 else float(wrong)


@dataclass(frozen=True, slots=True)
class Marked:
    """What a test that was marked by certainty came to.

    Of `asked` questions `answered` were answered; points are `total` in all and `mean` on the
    average of those asked, where one without an answer has none. `accuracy`, from 0 to 1, is the
    share that was right without regard to certainty, parts counting as parts. `bonus` is 0.1 times
    what `mean` is above the most that one and the same certainty for all would have given; it is
    below 0 for whoever was sure of what was wrong. Accuracy and bonus together (`adjusted`) measure
    what is known better than accuracy alone.
    """

    asked: int
    answered: int
    total: float
    mean: float
    accuracy: float
    bonus: float

    @property
    def adjusted(self) -> float:
        """Accuracy and bonus together; it can be a little below 0 or above 1."""
        return self.accuracy + self.bonus


def marked(answers: Iterable[tuple[float, int | None]], unanswered: int = 0) -> Marked | None:
    """Add up a test: of each answer its mark, from 0 to 1, and its certainty; and how many questions
    had none. None where nothing was asked. Moodle also shows it for the answered alone: that is the
    same with `unanswered` left out."""
    pairs = tuple(answers)
    asked = len(pairs) + unanswered
    if not asked:
        return None
    total = sum(points(mark, certainty) for mark, certainty in pairs)
    accuracy = sum(mark for mark, _ in pairs) / asked
    return Marked(
        asked=asked,
        answered=len(pairs),
        total=total,
        mean=total / asked,
        accuracy=accuracy,
        bonus=bonus(total / asked, accuracy),
    )


def bonus(mean: float, accuracy: float) -> float:
    """What is added to `accuracy`, from 0 to 1, where `mean` points an answer were reached."""
    expected = max(accuracy * right + (1 - accuracy) * wrong for right, wrong in SCHEME.values())
    return 0.1 * (mean - expected)
