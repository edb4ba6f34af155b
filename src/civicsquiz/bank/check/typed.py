"""Rules on answers that are typed: what is graded as right, and what is known to be wrong."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from civicsquiz.bank.check.context import Context
from civicsquiz.bank.check.rule import ItemRule, Place, Remark
from civicsquiz.bank.check.words import content_words
from civicsquiz.bank.finding import Severity
from civicsquiz.bank.items import Number, Short
from civicsquiz.bank.models import Bank
from civicsquiz.bank.numerals import Unclear, read_number
from civicsquiz.bank.spelling import folded

MOST_WORDS, MOST_CHARACTERS = 5, 40
"""Of an answer that somebody is to type."""

Typed = Short | Number


def _right_miss(item: Typed, _bank: Bank, _context: Context) -> Iterator[Remark]:
    accepted = {folded(form) for form in item.accepted} if isinstance(item, Short) else set()
    for at, miss in enumerate(item.misses):
        if isinstance(item, Number):
            value = _number(miss.answer, item)
            right = value is not None and item.least <= value <= item.most
        else:
            right = folded(miss.answer) in accepted
        if right:
            yield Remark(
                ("misses", at, "answer"), f"“{miss.answer}” is graded as right and called wrong"
            )


def _number(text: str, item: Number) -> Decimal | None:
    try:
        return read_number(text, item.unit)
    except Unclear:
        return None


RIGHT_MISS = ItemRule(
    code="W1",
    name="miss-accepted",
    severity=Severity.ERROR,
    trust=True,
    types=(Short, Number),
    mend="take it away, or narrow what is accepted",
    means="A known wrong answer is one that is graded as right: it is an accepted form once case, "
    "accents, punctuation, spacing and an article in front are taken away, or a number within the "
    "bounds.",
    why="One of the two is wrong, and the student would be told both.",
    bad="key: {value: 80, tolerance: 10}\nmisses: [{answer: 72, why: …}]",
    good="key: {value: 80, tolerance: 1}\nmisses: [{answer: 72, why: …}]",
    check=_right_miss,
)


def _answers(item: Typed) -> Iterator[tuple[Place, str]]:
    """Everything that an item knows as an answer typed in words."""
    if isinstance(item, Short):
        yield ("key",), item.key
        for at, form in enumerate(item.accept):
            yield ("accept", at), form
    for at, miss in enumerate(item.misses):
        yield ("misses", at, "answer"), miss.answer


def _never_met(item: Typed, _bank: Bank, _context: Context) -> Iterator[Remark]:
    for place, answer in _answers(item):
        if isinstance(item, Number):
            if _number(answer, item) is None:
                yield Remark(place, f"“{answer}” is no number that somebody could type here")
        elif not folded(answer):
            yield Remark(place, f"nothing is left of “{answer}” without its punctuation")


NEVER_MET = ItemRule(
    code="W2",
    name="never-typed",
    severity=Severity.ERROR,
    types=(Short, Number),
    mend="write it as somebody would type it",
    means="No answer is ever the one that stands here: a wrong number that is no number, or could be "
    "read in two ways, or has another unit; a form that is all punctuation.",
    why="The student who makes just this mistake would not be told why it is one.",
    bad="key: {value: 500, unit: miles}\nmisses: [{answer: about half of that, why: …}]",
    good="key: {value: 500, unit: miles}\nmisses: [{answer: 250, why: …}]",
    check=_never_met,
)


def _long(item: Short, _bank: Bank, _context: Context) -> Iterator[Remark]:
    words = len(item.key.split())
    if words > MOST_WORDS:
        yield Remark(("key",), f"the answer to be typed has {words} words, over {MOST_WORDS}")
    elif len(item.key) > MOST_CHARACTERS:
        yield Remark(
            ("key",),
            f"the answer to be typed has {len(item.key)} characters, over {MOST_CHARACTERS}",
        )


LONG = ItemRule(
    code="W3",
    name="long-typed-answer",
    severity=Severity.WARNING,
    types=(Short,),
    mend="ask for a word or a name, or make it a choice",
    means=f"The key of a short answer has more than {MOST_WORDS} words or {MOST_CHARACTERS} characters.",
    why="The longer an answer, the more ways there are to say it, and only those in the file are right.",
    bad="key: sending people to another country as a punishment",
    good="key: banishment",
    check=_long,
)


def _unit(item: Number, _bank: Bank, _context: Context) -> Iterator[Remark]:
    unit = content_words(item.unit)
    if unit and unit[-1] not in content_words(item.stem):
        yield Remark(("stem",), f"the stem does not name the unit, “{item.unit}”")


UNIT = ItemRule(
    code="W4",
    name="unit-not-in-stem",
    severity=Severity.WARNING,
    types=(Number,),
    mend="ask in the unit: “within how many miles …”",
    means="A number has a unit, and its stem does not name it.",
    why="Whoever answers in another unit, or in none, knows the answer and is marked wrong.",
    bad="stem: How far from home may a prisoner be held?\nkey: {value: 500, unit: miles}",
    good="stem: Within how many miles of home is a prisoner held?\nkey: {value: 500, unit: miles}",
    check=_unit,
)


def _twice(item: Typed, _bank: Bank, _context: Context) -> Iterator[Remark]:
    seen: dict[tuple[bool, str | Decimal], str] = {}
    for place, answer in _answers(item):
        graded = _number(answer, item) if isinstance(item, Number) else folded(answer)
        if graded is None or graded == "":
            continue
        known = (place[0] == "misses", graded)
        if known in seen:
            yield Remark(place, f"“{answer}” is graded just as “{seen[known]}”")
        seen.setdefault(known, answer)


TWICE = ItemRule(
    code="W5",
    name="answer-twice",
    severity=Severity.WARNING,
    types=(Short, Number),
    mend="remove it",
    means="Two accepted forms, or two known wrong answers, are the same to the grading: case, accents, "
    "punctuation, spacing and an article in front are forgiven anyway, and numbers count by value.",
    why="What says nothing hides what is missing, and of two wrong answers only the first one’s `why` "
    "is ever shown.",
    bad="key: the State Department\naccept: [State Department, state department]",
    good="key: the State Department\naccept: [Department of State]",
    check=_twice,
)
