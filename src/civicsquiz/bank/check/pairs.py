"""Rules on what is to be matched or put into order: nothing but knowledge may tell where it goes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.bank.check.context import Context
from civicsquiz.bank.check.rule import ItemRule, Remark
from civicsquiz.bank.check.words import content_words
from civicsquiz.bank.finding import Severity
from civicsquiz.bank.items import Match, Order
from civicsquiz.bank.models import Bank

FEWEST_PAIRS = 3


def _few(item: Match, _bank: Bank, _context: Context) -> Iterator[Remark]:
    if len(item.pairs) < FEWEST_PAIRS:
        yield Remark(("key",), f"there are {len(item.pairs)} pairs, under {FEWEST_PAIRS}")


FEW = ItemRule(
    code="P1",
    name="few-pairs",
    severity=Severity.WARNING,
    types=(Match,),
    mend="add a pair, or make it a choice",
    means=f"A match has fewer than {FEWEST_PAIRS} pairs.",
    why="Of two pairs one is right as soon as the other is: that is one question that looks like two.",
    bad="key: [{left: Trop v. Dulles, right: Dignity}, {left: Brown v. Plata, right: Crowding}]",
    good="key: [{left: Trop v. Dulles, …}, {left: Estelle v. Gamble, …}, {left: Brown v. Plata, …}]",
    check=_few,
)


def _told_by_words(item: Match, _bank: Bank, _context: Context) -> Iterator[Remark]:
    rights = {option.id: content_words(option.text) for option in item.options}
    for at, (left, right) in enumerate(item.pairs):
        mine, theirs = content_words(left.text), rights[right.id]
        if not mine or not theirs:
            continue
        same_start = mine[:1] == theirs[:1]
        if same_start or set(mine) <= set(theirs) or set(theirs) <= set(mine):
            common = mine[:1] if same_start else tuple(word for word in mine if word in theirs)
            others = [words for name, words in rights.items() if name != right.id]
            if not any(set(common) & set(words) for words in others):
                words = ", ".join(f"“{word}”" for word in common)
                yield Remark(
                    ("key", at, "right"), f"only this one has words of its left side: {words}"
                )


TOLD_BY_WORDS = ItemRule(
    code="P2",
    name="pair-told-by-words",
    severity=Severity.ERROR,
    types=(Match,),
    mend="say the right side in other words",
    means="A right side begins with the same word as its left side, or one of the two has all words of "
    "the other, and no other right side has those words.",
    why="The pair can be made by matching words, without knowing anything (a “clang” association: "
    "Haladyna, Downing & Rodriguez 2002, guideline on clues).",
    bad="- {left: The Senate, right: Senate confirmation of Rubio}\n- {left: Congress, right: Crimes}",
    good="- {left: The Senate, right: Confirmed Rubio}\n- {left: Congress, right: Creates crimes}",
    check=_told_by_words,
)


def _last_is_free(item: Match, _bank: Bank, _context: Context) -> Iterator[Remark]:
    if not item.distractors and len(item.options) == len(item.pairs):
        yield Remark(("key",), "each right side is used once and none is spare")


LAST_IS_FREE = ItemRule(
    code="P3",
    name="last-pair-free",
    severity=Severity.WARNING,
    types=(Match,),
    mend="add a spare right side under `distractors`, or let one right side serve twice",
    means="A match has as many right sides as left ones, and each is used once.",
    why="The last pair needs no knowledge, and one mistake makes a second one.",
    bad="key: [<three pairs>]",
    good="key: [<three pairs>]\ndistractors: [{text: The reading of rights on arrest, why: …}]",
    check=_last_is_free,
)

_YEAR = re.compile(r"\b1\d{3}\b|\b20\d{2}\b")


def _order_told(item: Order, _bank: Bank, _context: Context) -> Iterator[Remark]:
    found = [_YEAR.findall(entry.text) for entry in item.entries]
    if all(len(years) == 1 for years in found):
        years = [int(one) for (one,) in found]
        if years in (sorted(years), sorted(years, reverse=True)):
            yield Remark(("key",), "the entries name their years, which are their order")


ORDER_TOLD = ItemRule(
    code="P4",
    name="order-told-by-years",
    severity=Severity.WARNING,
    types=(Order,),
    mend="take the years out of the entries; the passages and the rationale have them",
    means="Each entry of an order has a year in it, and the years are in the order asked for.",
    why="Sorting numbers is then all that is asked.",
    bad="key: [Trop v. Dulles (1958), Estelle v. Gamble (1976), Brown v. Plata (2011)]",
    good="key: [Trop v. Dulles, Estelle v. Gamble, Brown v. Plata]",
    check=_order_told,
)
