"""What is forgiven in a typed answer, and what is noticed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.bank.spelling import folded, is_slip


def test_what_is_forgiven() -> None:
    """Case, accents, punctuation, spacing, and an article in front."""
    for one, other in {
        "The U.S. Sénate": "us senate", "an  Appeal": "appeal", "state-of exception!": "State of Exception",
        "prisoners’ rights": "prisoners rights", "ſtate": "state", "№ 5": "no 5",
    }.items():  # fmt: skip
        assert folded(one) == folded(other)
    assert folded("a") == "a"
    assert folded("theme") == "theme"


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    """What is folded already stays, unless it was an article before another."""
    once = folded(text)
    assert folded(once) in (
        once,
        once.removeprefix("a "),
        once.removeprefix("an "),
        once.removeprefix("the "),
    )


def test_what_is_a_slip() -> None:
    """Two letters changing places is one slip; long words may have two, short ones none."""
    for typed, form, slip in [
        ("banishmnet", "banishment", True), ("banisment", "banishment", True),
        ("bnishmnet", "banishment", True), ("banish", "banishment", False),
        ("exale", "exile", True), ("axale", "exile", False), ("cat", "car", False),
        ("banishment", "banishment", False), ("Section 1481", "Section 1482", False),
    ]:  # fmt: skip
        assert is_slip(typed, [form]) is slip, (typed, form)
