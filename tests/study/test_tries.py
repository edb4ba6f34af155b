"""Marks after several tries, against Moodle's own numbers.

They are those of the help text "Penalty for each incorrect try" and of the unit tests of the
behaviour, `walkthrough_test.php` in
https://github.com/moodle/moodle/tree/main/question/behaviour/interactive/tests
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.study.tries import in_marks, left, most, price_in_marks, used


def test_three_marks_become_two_and_one() -> None:
    """The help text: 3 marks, a penalty of 0.3333333; right at the first, second and third try."""
    got = [3 * left(1, used(attempt, 0), 0.3333333) for attempt in (1, 2, 3)]
    assert got == pytest.approx([3, 2, 1], abs=1e-6)


def test_right_at_the_second_try_of_three() -> None:
    """`test_interactive_feedback_multichoice_right`: two hints, wrong, right; 0.6666667 of 1."""
    assert most(hints=2) == 3
    assert left(1, used(2, 0)) == pytest.approx(0.6666667, abs=1e-6)


def test_given_up_after_a_wrong_try() -> None:
    """`test_interactive_finish_when_try_again_showing`: one hint, so two tries; 0 of 1."""
    assert most(hints=1) == 2
    assert left(0, used(2, 0)) == 0


def test_partly_right_loses_the_same() -> None:
    """`test_interactive_regrade_changing_num_tries_finished`: what is worth two thirds of 3 marks gets
    1 where one try had gone."""
    assert 3 * left(0.6666667, 1, 0.3333333) == pytest.approx(1, abs=1e-6)


def test_a_hint_costs_what_a_try_costs() -> None:
    assert left(1, used(1, 1)) == left(1, used(2, 0)) == pytest.approx(2 / 3)
    assert left(1, used(2, 1)) == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("hints", "options", "tries"),
    [(0, None, 1), (4, None, 5), (4, 4, 3), (1, 4, 2), (4, 2, 1), (0, 4, 1), (4, 1, 1)],
)
def test_how_many_tries_there_are(hints: int, options: int | None, tries: int) -> None:
    """No more than leave a choice; true-false has one."""
    assert most(hints, options) == tries


@given(st.floats(0, 1), st.integers(0, 50), st.floats(0, 1))
def test_no_mark_is_below_nothing_or_above_its_own(raw: float, gone: int, penalty: float) -> None:
    assert 0 <= left(raw, gone, penalty) <= raw
    assert left(raw, gone + 1, penalty) <= left(raw, gone, penalty)


def test_in_marks() -> None:
    """Of three, as the penalty is a third unless something else is set."""
    assert [in_marks(share) for share in (1, 2 / 3, 0.5, 0)] == [
        "3 of 3 marks", "2 of 3 marks", "1.5 of 3 marks", "0 of 3 marks",
    ]  # fmt: skip
    assert price_in_marks(left(1, 2) - left(1, 3)) == "1 of 3 marks"
    assert price_in_marks(left(1, 3) - left(1, 4)) == "no marks"
