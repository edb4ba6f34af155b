"""Grading: the words for a mark; what each type gives is in `test_answering`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from civicsquiz.study.grading import Verdict, grade, verdict

if TYPE_CHECKING:
    from tests.study.conftest import Make


def test_only_the_key_is_right(make: Make) -> None:
    """The key gets all, any other option and any addition to the key nothing."""
    item = make.choice()
    wrong = tuple(option.id for option in item.distractors)
    assert grade(item, item.key_ids) == 1
    responses = ((), wrong[:1], (*item.key_ids, *wrong))
    assert [grade(item, response) for response in responses] == [0] * 3


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
