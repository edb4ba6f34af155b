"""Rules on how many answers a stem asks for, where more than one is right."""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.bank.check.context import Context
from civicsquiz.bank.check.rule import ItemRule, Remark
from civicsquiz.bank.check.words import unquoted
from civicsquiz.bank.finding import Severity
from civicsquiz.bank.items import Multiple
from civicsquiz.bank.models import Bank

_NUMBERS = "two three four five six seven eight nine".split()
_NUMBER = "|".join((*_NUMBERS, "[2-9]"))
_COUNTED = re.compile(rf"\b(?:{_NUMBER})\b", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(?:which|what|name|choose|pick|select|find|give|mark|tick|(?:which|what) are(?: the)?)\s+"
    rf"({_NUMBER})\b",
    re.IGNORECASE,
)


def _value(word: str) -> int:
    return int(word) if word.isdecimal() else _NUMBERS.index(word.lower()) + 2


def _right_count(item: Multiple, _bank: Bank, _context: Context) -> Iterator[Remark]:
    if len(item.keys) in _counts(item):
        return
    for found in _ASKED.finditer(unquoted(item.stem)):
        yield Remark(
            ("stem",), f"the stem asks for {found[1].lower()}, and the key has {len(item.keys)}"
        )
        return


def _counts(item: Multiple) -> set[int]:
    return {_value(word) for word in _COUNTED.findall(unquoted(item.stem))}


RIGHT_COUNT = ItemRule(
    code="S10",
    name="wrong-count",
    severity=Severity.ERROR,
    types=(Multiple,),
    mend="ask for as many as the key has",
    means="The stem of an item with several right answers asks for another number of them than its key "
    "has.",
    why="Whoever chooses as many as were asked for is marked wrong by the quiz's own mistake.",
    bad="stem: Which two rights does the summary name?\nkey: [Due process, Counsel, A speedy trial]",
    good="stem: Which three rights does the summary name?\nkey: [Due process, Counsel, A speedy trial]",
    check=_right_count,
)


def _states_count(item: Multiple, _bank: Bank, _context: Context) -> Iterator[Remark]:
    if len(item.keys) not in _counts(item) and not _ASKED.search(unquoted(item.stem)):
        yield Remark(("stem",), f"the stem does not say that {len(item.keys)} are right")


STATES_COUNT = ItemRule(
    code="S11",
    name="count-not-stated",
    severity=Severity.WARNING,
    types=(Multiple,),
    mend="say how many: “Which two …”",
    means="The stem of an item with several right answers does not say how many there are.",
    why="A wrong choice costs what a right one gives. A student who has to guess how many to choose is "
    "tested on daring and not on knowledge.",
    bad="stem: What does the summary name as rights?",
    good="stem: Which two rights does the summary name?",
    check=_states_count,
)
