"""Calibration: whether somebody is right as often as their certainty says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from civicsquiz.report.shares import NONE, Share

BANDS = {1: (0.0, 2 / 3), 2: (2 / 3, 0.8), 3: (0.8, 1.0)}
"""For each certainty the shares of right answers at which saying it gains most points, by the marks of
Moodle's scheme (see `study.certainty`)."""

ENOUGH = 5
"""Fewer answers at one certainty than this are not judged; Moodle judges any."""

_ROUNDING = 0.0000005  # Moodle's own: a share this near to a limit lies within
_SIGNIFICANT = 0.5


class Judgement(StrEnum):
    """How certainty and accuracy go together, in words."""

    GOOD = "well judged"
    SLIGHTLY_OVER = "slightly over-confident"
    OVER = "over-confident"
    SLIGHTLY_UNDER = "slightly under-confident"
    UNDER = "under-confident"
    TOO_FEW = "too few to judge"


@dataclass(frozen=True, slots=True)
class Level:
    """The answers at one certainty, 1 to 3. `judgement` is None where there are none."""

    certainty: int
    answers: Share
    judgement: Judgement | None

    @property
    def band(self) -> tuple[float, float]:
        """The shares at which this is the certainty to say."""
        return BANDS[self.certainty]


@dataclass(frozen=True, slots=True)
class Calibration:
    """The levels from 1 to 3, and to how many answers nothing was said."""

    levels: tuple[Level, ...]
    unsaid: int

    @property
    def said(self) -> Share:
        """All answers to which a certainty was said."""
        return sum((level.answers for level in self.levels), NONE)


class Calibrating:
    """Adds answers up."""

    def __init__(self) -> None:
        self._right = dict.fromkeys(BANDS, 0.0)
        self._n = dict.fromkeys(BANDS, 0)
        self._unsaid = 0

    def add(self, mark: float, certainty: int | None) -> None:
        """One answer of which the share `mark` was right."""
        if certainty in BANDS:
            self._right[certainty] += mark
            self._n[certainty] += 1
        else:
            self._unsaid += 1

    def finish(self) -> Calibration:
        levels = []
        for certainty in BANDS:
            answers = Share(self._right[certainty], self._n[certainty])
            judged = judge(certainty, answers)
            few = 0 < answers.n < ENOUGH
            levels.append(Level(certainty, answers, Judgement.TOO_FEW if few else judged))
        return Calibration(tuple(levels), self._unsaid)


def calibrate(answers: Iterable[tuple[float, int | None]]) -> Calibration:
    """The calibration of answers, each its mark from 0 to 1 and its certainty, None where it was not
    said. An answer that was right in part counts as that part."""
    calibrating = Calibrating()
    for mark, certainty in answers:
        calibrating.add(mark, certainty)
    return calibrating.finish()


def judge(certainty: int, answers: Share) -> Judgement | None:
    """The judgement of the answers at one certainty; None where there are none.

    The limits and the test of what is more than slight are Moodle's (`qbehaviour_deferredcbm_type`).
    """
    if not answers.n:
        return None
    low, high = BANDS[certainty]
    if answers.share < low - _ROUNDING:
        plainly = (answers.share - low) ** 2 * answers.n > _SIGNIFICANT
        return Judgement.OVER if plainly else Judgement.SLIGHTLY_OVER
    if answers.share > high + _ROUNDING:
        plainly = (answers.share - high) ** 2 * answers.n > _SIGNIFICANT
        return Judgement.UNDER if plainly else Judgement.SLIGHTLY_UNDER
    return Judgement.GOOD
