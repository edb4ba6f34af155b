"""Marks by certainty, against Moodle's own numbers.

They are those of its unit tests, `question_cbm_test.php` and `behaviour_type_test.php` in
https://github.com/moodle/moodle/tree/main/question/behaviour/deferredcbm/tests
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.study.certainty import SCHEME, Certainty, bonus, marked, points

SHARES = st.floats(0, 1)


@pytest.mark.parametrize(
    ("mark", "expected"),
    [(1, (1, 2, 3)), (0, (0, -2, -6)), (0.5, (0.5, 1, 1.5)), (-0.25, (0, -2, -6))],
)
def test_points_are_moodles(mark: float, expected: tuple[float, ...]) -> None:
    """`test_adjust_fraction`: right, wrong, half right, and below nothing."""
    assert tuple(points(mark, one) for one in (1, 2, 3)) == pytest.approx(expected)


@pytest.mark.parametrize("mark", [0, 0.25, 1])
def test_unsaid_counts_as_a_guess(mark: float) -> None:
    """`question_cbm::default_certainty` is the lowest."""
    assert points(mark, None) == points(mark, 1)


@pytest.mark.parametrize("certainty", [0, 4, -1])
def test_there_are_three_certainties(certainty: int) -> None:
    with pytest.raises(ValueError, match="Certainty"):
        points(1, certainty)


@pytest.mark.parametrize(
    ("mean", "accuracy", "expected"), [(1, 1 / 2, 0.05), (2, 9 / 10, -0.01), (3, 1, 0)]
)
def test_the_bonus_is_moodles(mean: float, accuracy: float, expected: float) -> None:
    """`test_calculate_bonus`."""
    assert bonus(mean, accuracy) == pytest.approx(expected)


def test_a_test_of_three_questions() -> None:
    """The attempt of `test_summarise_usage`: right and certain, then one right and one wrong, both
    fairly sure. By hand: 3 + 2 − 2 = 3 points; with two thirds right, C1 or C2 for all would have
    given 2/3 a question."""
    told = marked([(1, 3), (1, 2), (0, 2)])
    assert told is not None
    assert (told.asked, told.answered, told.total, told.mean) == (3, 3, 3, 1)
    assert told.accuracy == pytest.approx(2 / 3)
    assert told.bonus == pytest.approx(0.1 * (1 - 2 / 3))
    assert told.adjusted == pytest.approx(0.7)


def test_unanswered_questions_weigh_in_the_whole_and_give_no_points() -> None:
    """Even where no answer would have been sure to be wrong: nobody said so."""
    told = marked([(1, 3)], unanswered=1)
    assert told is not None
    assert (told.asked, told.answered, told.total, told.mean, told.accuracy) == (2, 1, 3, 1.5, 0.5)


def test_nothing_asked_comes_to_nothing() -> None:
    assert marked([]) is None
    assert marked([], unanswered=2) is not None


@given(SHARES)
def test_each_certainty_is_best_within_its_band(share: float) -> None:
    """Whoever says honestly how sure they are gets most: the limits are two thirds and four fifths."""
    expected = {one: share * right + (1 - share) * wrong for one, (right, wrong) in SCHEME.items()}
    honest = Certainty.GUESS
    if share > 2 / 3:
        honest = Certainty.FAIRLY_SURE
    if share > 0.8:
        honest = Certainty.CERTAIN
    assert expected[honest] == pytest.approx(max(expected.values()), abs=1e-12)


@given(SHARES, st.sampled_from(Certainty))
def test_saying_the_same_of_all_gives_no_bonus(accuracy: float, said: Certainty) -> None:
    right, wrong = SCHEME[said]
    mean = accuracy * right + (1 - accuracy) * wrong
    assert bonus(mean, accuracy) <= 1e-9


def test_each_certainty_has_its_words_and_its_key() -> None:
    assert [(one.words, one.key) for one in Certainty] == [
        ("guess", "f1"), ("fairly sure", "f2"), ("certain", "f3"),
    ]  # fmt: skip
