"""Whether certainty and answers go together, by Moodle's limits.

The attempt of three questions is that of `behaviour_type_test.php` in
https://github.com/moodle/moodle/tree/main/question/behaviour/deferredcbm/tests; the limits and what is
"slightly" are in the summary that it tests, `behaviourtype.php`.
"""

from __future__ import annotations

import pytest

from civicsquiz.record.certainty import Certainty
from civicsquiz.report import sentences, words
from civicsquiz.report.calibration import BANDS, Judgement, calibrate, judge
from civicsquiz.report.shares import Share
from civicsquiz.study.certainty import SCHEME


def test_moodles_attempt() -> None:
    """Certain and right; fairly sure, one right of two, which is a bit over-confident; no guesses. Of so
    few we say only that they are few."""
    told = calibrate([(1, 3), (1, 2), (0, 2)])
    assert [level.answers for level in told.levels] == [Share(0, 0), Share(1, 2), Share(1, 1)]
    judged = [judge(level.certainty, level.answers) for level in told.levels]
    assert judged == [None, Judgement.SLIGHTLY_OVER, Judgement.GOOD]
    assert [level.judgement for level in told.levels] == [None, *[Judgement.TOO_FEW] * 2]
    assert told.said == Share(2, 3)


@pytest.mark.parametrize(
    ("certainty", "right", "n", "judgement"),
    [
        (1, 2, 3, Judgement.GOOD),  # two thirds exactly lies in both bands
        (2, 2, 3, Judgement.GOOD),
        (2, 4, 5, Judgement.GOOD),
        (3, 4, 5, Judgement.GOOD),
        (1, 10, 10, Judgement.UNDER),  # (1 − 2/3)² · 10 = 1.1
        (1, 4, 4, Judgement.SLIGHTLY_UNDER),  # 0.44
        (1, 5, 5, Judgement.UNDER),  # 0.56
        (3, 3, 5, Judgement.SLIGHTLY_OVER),  # 0.2² · 5 = 0.2
        (3, 6, 12, Judgement.OVER),  # 0.3² · 12 = 1.08
        (1, 0, 50, Judgement.GOOD),  # whoever guesses may be wrong
        (3, 0, 0, None),
    ],
)
def test_the_limits(certainty: int, right: float, n: int, judgement: Judgement | None) -> None:
    assert judge(certainty, Share(right, n)) is judgement


def test_the_bands_are_those_of_the_marks() -> None:
    """Where one certainty ends and the next begins both give the same on the average."""
    for lower, upper in (
        (Certainty.GUESS, Certainty.FAIRLY_SURE),
        (Certainty.FAIRLY_SURE, Certainty.CERTAIN),
    ):
        limit = BANDS[lower][1]
        assert limit == BANDS[upper][0]
        one, other = (
            limit * right + (1 - limit) * wrong for right, wrong in (SCHEME[lower], SCHEME[upper])
        )
        assert one == pytest.approx(other)


def test_what_was_not_said_is_no_guess() -> None:
    """It is marked like one in a test, but it says nothing of how somebody judges."""
    told = calibrate([(0, None), (1, None), (1, 1)])
    assert (told.unsaid, told.levels[0].answers) == (2, Share(1, 1))


def test_parts_count_as_parts() -> None:
    assert calibrate([(0.5, 2), (1, 2)]).levels[1].answers == Share(1.5, 2)


def test_it_is_said_with_n_and_interval() -> None:
    level = calibrate([(1, 3)] * 6 + [(0, 3)] * 6).levels[2]
    assert words.judged(level, "certain") == (
        "6 of 12 right, 50% (25–75%); it should be 80–100%: over-confident."
    )
    assert words.judged(calibrate([]).levels[0], "guess") == "You never said “guess”."
    few = words.judged(calibrate([(0, 3)]).levels[2], "certain")
    assert few == "0 of 1 right, 0% (0–79%): too few to judge."


_ALL_WRONG = (
    "You are under-confident where you said “guess”, and over-confident where you said “fairly sure” "
    "and “certain”."
)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ([(0, 3)] * 12, "You are over-confident where you said “certain”."),
        ([(1, 1)] * 12, "You are under-confident where you said “guess”."),
        ([(1, 3)] * 12, "You judge well how sure you can be."),
        ([(1, 1)] * 12 + [(0, 2)] * 12 + [(0, 3)] * 12, _ALL_WRONG),
        ([(1, 1)] * 4 + [(0, 3)] * 12, "You are over-confident where you said “certain”."),
        ([(1, 1)] * 22 + [(0, 1)] * 8 + [(0, 3)] * 12,
         "You are slightly under-confident where you said “guess”, and over-confident where you said “certain”."),
        ([(1, 3)] * 5, "You judge well how sure you can be. These are so few that chance decides most of it."),
        ([(0, 3)] * 4, "You said 4 times how certain you were: too few to judge."),
        ([(0, 3)] * 4 + [(1, 2)], "You said 5 times how certain you were: too few of each to judge."),
    ],
)  # fmt: skip
def test_the_sentence(answers: list[tuple[float, int | None]], said: str) -> None:
    assert sentences.calibration(calibrate(answers)) == said
