"""The rating that an answer gives to review: derived from what happened, never asked for.

The rules, the lowest that fits counting (`RatingRules` has what can be set; docs/review.md has the
table):

    wrong, or partly right below half                       Again
    partly right                                            Hard
    right, but after a hint, a look-up or a second try      Hard
    right, but said aloud to be a guess (C1)                Hard
    right, also where certainty was not said                Good
    right, certain (C3) and quick by one's own measure      Easy, a true-false item Good
"""

from __future__ import annotations

from collections.abc import Sequence

from civicsquiz.record.cards import AGAIN, GOOD
from civicsquiz.record.certainty import Certainty
from civicsquiz.study.settings import RatingRules


def rate(
    *,
    item_type: str,
    mark: float,
    attempt: int,
    hints: int,
    certainty: int | None,
    taken: int | None,
    median: float | None,
    rules: RatingRules,
) -> int:
    """The rating, from 1 Again to 4 Easy, of the answer that settles an item.

    `mark` is the share of it that was right, from 0 to 1, before anything is taken off; `attempt`
    counts its tries from 1 and `hints` the hints and look-ups; `certainty` is 1 to 3 or None.
    `taken` and `median` are in milliseconds, `median` as `usual_time` gives it; where one of them
    is None nothing is quick.
    """
    if mark <= 0 or mark < rules.partial_from:
        return AGAIN
    found = [_at_best(item_type, certainty, taken, median, rules)]
    if mark < 1:
        found.append(rules.partial)
    if hints > 0:
        found.append(rules.hint)
    if attempt > 1:
        found.append(rules.second_try)
    if certainty == Certainty.GUESS:
        found.append(rules.guess)
    return min(found)


def usual_time(times: Sequence[int], rules: RatingRules) -> float | None:
    """The median of the times a learner took for earlier right answers, in milliseconds; None where
    they are fewer than `rules.quick_after`, which is too few to call anything quick."""
    if not times or len(times) < rules.quick_after:
        return None
    ordered = sorted(times)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return float(ordered[middle])
    return (ordered[middle - 1] + ordered[middle]) / 2


def _at_best(
    item_type: str,
    certainty: int | None,
    taken: int | None,
    median: float | None,
    rules: RatingRules,
) -> int:
    """The rating of a right answer that nothing speaks against."""
    quick = (
        rules.quick_is_easy
        and certainty == Certainty.CERTAIN
        and taken is not None
        and median is not None
        and taken < rules.quick_share * median
    )
    best = rules.certain_and_quick if quick else rules.right
    return min(best, GOOD) if item_type == "true-false" else best
