"""Grading: the key and nothing but the key, in whatever order it stood."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.study.grading import Verdict, grade, verdict

if TYPE_CHECKING:
    from tests.study.conftest import Make


@given(st.data())
def test_marks_do_not_depend_on_order(make: Make, data: st.DataObject) -> None:
    """Shuffled, repeated or reordered, the same options get the same mark, from 0 to 1."""
    item = data.draw(st.sampled_from([make.choice(), make.judgement(), make.judgement(key=False)]))
    ids = [option.id for option in item.options] + ["elsewhere"]
    response = data.draw(st.lists(st.sampled_from(ids)))
    shuffled = data.draw(st.permutations(response))
    mark = grade(item, response)
    assert 0 <= mark <= 1
    assert mark == grade(item, shuffled) == grade(item, response * 2)


def test_only_the_key_is_right(make: Make) -> None:
    """The key gets all, any other option and any addition to the key nothing."""
    item = make.choice()
    wrong = [option.id for option in item.distractors]
    assert grade(item, item.key_ids) == 1
    assert [grade(item, response) for response in ((), wrong[:1], (*item.key_ids, *wrong))] == [
        0
    ] * 3


@pytest.mark.parametrize(
    ("mark", "expected"),
    [(1.0, Verdict.RIGHT), (0.0, Verdict.WRONG), (0.5, Verdict.PARTLY), (0.999, Verdict.PARTLY)],
)
def test_verdicts(mark: float, expected: Verdict) -> None:
    """Between all and nothing there is a word of its own."""
    assert verdict(mark) is expected


def test_verdicts_need_no_colour() -> None:
    """Each verdict is a sign and a word."""
    assert [str(one) for one in Verdict] == ["✓ Right", "✗ Wrong", "◐ Partly"]
