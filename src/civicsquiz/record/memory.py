"""How well something is remembered after some days: the curve of forgetting of FSRS-6, and its
inverse.

FSRS gives each item a stability: the days after which it is recalled with a probability of 0.9. With
S days of stability, t days after the last review, and the weight w20, the probability of recall is

    R = (1 + F·t/S)^(−w20)   where   F = 0.9^(−1/w20) − 1

Source: `Scheduler.get_card_retrievability` and `Scheduler._next_interval` of the library fsrs 6.3 (MIT,
Open Spaced Repetition), to which the tests hold it. It stands here because statistics need it too, and
without the library.
"""

from __future__ import annotations

DECAY = 0.1542
"""w20 of the default weights of FSRS-6: how flat the curve is."""

LEAST_STABILITY = 0.001
"""The shortest stability, in days, that FSRS gives."""

LONGEST_INTERVAL = 36_500
"""Days after which an item is asked again at the latest, if nothing else is said: a hundred years, as
in the library and in Anki."""


def recall(stability: float, days: float, *, decay: float = DECAY) -> float:
    """The probability, from 0 to 1, of recalling something `days` after its last review.

    `stability` is in days; what is below `LEAST_STABILITY` counts as that. Days before the last
    review count as the day itself, with a probability of 1. `decay` is w20.
    """
    factor = 0.9 ** (-1 / decay) - 1
    held = max(LEAST_STABILITY, stability)
    return float((1 + factor * max(0, days) / held) ** -decay)


def interval(
    stability: float, retention: float, *, decay: float = DECAY, longest: int | None = None
) -> int:
    """The whole days after which the probability of recall has fallen to `retention`, at least 1 and
    at most `longest`, where that is given.

    Raises:
        ValueError: `retention` is not above 0 and at most 1.
    """
    if not 0 < retention <= 1:
        raise ValueError(f"a retention lies above 0 and at most at 1, not {retention}")
    factor = 0.9 ** (-1 / decay) - 1
    days: float = stability / factor * (retention ** (-1 / decay) - 1)
    if longest is not None:
        days = min(days, longest)
    return max(round(days), 1)
