"""What a bank offers before and after its questions."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from civicsquiz.bank.check import RULES, Context
from civicsquiz.bank.check.rule import BankRule
from civicsquiz.bank.models import Bank, Discussion, Side, Term


def says(code: str, **values: Any) -> list[str]:
    """The messages of one rule about a bank without items."""
    rule = RULES[code]
    assert isinstance(rule, BankRule)
    bank = Bank(id="b", title="B", cards={}, items=(), **values)
    return [remark.message for remark in rule.check(bank, Context({}, datetime.date(2026, 1, 15)))]


@pytest.mark.parametrize(
    ("term", "known"),
    [
        (Term("due process"), True),
        (Term("Due Process"), True),
        (Term("aliens"), True),
        (Term("toll road"), False),
        (Term("toll road", entry="A road that costs something."), True),
        (Term("process"), False),
    ],
)
def test_a_word_to_know_is_explained(term: Term, *, known: bool) -> None:
    """By its own entry or by the glossary that comes with the program, in any of a term's forms."""
    assert says("B8", vocabulary=(term,)) == (
        [] if known else [f"the glossary has no “{term.term}”, and no entry stands here"]
    )


@pytest.mark.parametrize(("one", "other"), [(0, 0), (2, 2), (1, 2), (3, 0)])
def test_both_sides_are_helped_alike(one: int, other: int) -> None:
    """As many beginnings of sentences, however long they are."""
    sides = (
        Side("Yes", ("Because …",) * one),
        Side("No", ("For all that is known of it …",) * other),
    )
    said = says("B9", discussion=Discussion("Should it?", sides))
    assert said == ([] if one == other else [f"“Yes” has {one} starters and “No” {other}"])


@pytest.mark.parametrize(
    ("summary", "found"),
    [
        ("word " * 149, "149 words, under 150"),
        ("word " * 150, ""),
        ("word — " * 150, ""),
        ("word\n\n" * 260, ""),
        ("word " * 261, "261 words, over 260"),
    ],
)
def test_a_summary_takes_two_minutes(summary: str, found: str) -> None:
    """Words count, not the dashes between them."""
    said = says("B10", read_first=summary)
    assert said == ([f"the summary has {found}"] if found else [])


def test_a_bank_need_not_have_any_of_it() -> None:
    """Questions alone are a bank."""
    for code in ("B7", "B8", "B9", "B10"):
        assert says(code) == []
