"""Certainty: what a learner says, before an answer, of how sure they are. What follows from it in a test
is `study.certainty`'s matter, what it says of the learner `report.calibration`'s."""

from __future__ import annotations

from enum import IntEnum


class Certainty(IntEnum):
    """What can be said; events hold the number, and None where nothing was said."""

    GUESS = 1
    FAIRLY_SURE = 2
    CERTAIN = 3

    @property
    def words(self) -> str:
        """As it is said on screens and lines: "fairly sure"."""
        return _WORDS[self]

    @property
    def key(self) -> str:
        """The key that says it: "f1" to "f3"."""
        return f"f{self.value}"


_WORDS = {
    Certainty.GUESS: "guess",
    Certainty.FAIRLY_SURE: "fairly sure",
    Certainty.CERTAIN: "certain",
}


WRONG_BELOW = 0.5
"""A mark that is wrong rather than partly right; the same that is rated Again."""


def confidently_wrong(mark: float | None, certainty: int | None) -> bool:
    """Whether an answer was wrong and said to be certain: what is believed and is not so."""
    return mark is not None and mark < WRONG_BELOW and certainty == Certainty.CERTAIN
