"""What of a why is fit to be read before the answer."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.study.coaching.ferry import common, founder, option

from civicsquiz.bank.items import Number
from civicsquiz.bank.models import Item
from civicsquiz.study.coaching.denying import denial


def choice() -> Item:
    return founder(stem="Which body, according to the essay, says what is cruel?")


@pytest.mark.parametrize(
    ("why", "left"),
    [
        ("The essay says nothing of it.", "The essay says nothing of it."),
        ("Safety matters, but the words quoted do not name it.", "Safety matters, but the words quoted do not name it."),
        ("It writes the laws. The essay points to judges.", "It writes the laws."),
        ("It runs the prisons, and the essay gives its limits.", "It runs the prisons."),
        ("The essay quotes him with other words.", "The essay quotes him with other words."),
        ("The essay speaks of a choice, not of a sentence.", ""),
        ("The essay names graver things than these.", ""),
        ("The essay says that they are too far by air as well.", ""),
        ("The essay credits another, the one that judges.", ""),
        ("It was founded in 1958.", ""),
        ("That is Miranda v. Arizona, 384 U.S. 436 (1966).", "That is Miranda v. Arizona, 384 U.S. 436 (1966)."),
        ("The essay asks about prisons. It names no such right.", ""),
        ("The essay argues so too. The report does not.", ""),
        ("It is uncertain too, but these are his words.", ""),
        ("It is the other way round.", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_what_is_left(why: str, left: str) -> None:
    """What denies, and what is said of the wrong answer itself."""
    found = denial(choice(), "The Congress", why)
    assert found.text == left
    assert found.whole is (left == why)


def test_numbers() -> None:
    """To a number no other is a hint, nor how to reckon it; that it is too small says little."""
    item = Number(value=Decimal(80), least=Decimal(80), most=Decimal(80), **common("80"))
    assert denial(item, "68", "That is from 1800 on, and not from 1788.").text == ""
    assert denial(item, "90", "Check the subtraction.").text == ""
    assert denial(item, "10", "One in ten would be 10,000.").text == ""
    assert denial(item, "8", "The essay has a greater number.").text
    assert denial(choice(), "24,000", "The essay gives a larger number.").text == ""


def test_a_why_that_rules_out_two() -> None:
    """Options that begin alike, with one why, fall together: not while the question is open."""
    why = "They do not all print the same."
    alike = option("They agree: Monday", why), option("They agree: Tuesday", why)
    item = founder(distractors=(*alike, option("They differ: Friday", "None says Friday.")))
    assert denial(item, "They agree: Monday", why).text == ""
    assert denial(item, "They differ: Friday", "None says Friday.").text == "None says Friday."
