"""Rules on an author's hints: they come before those that the program takes from the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from civicsquiz.bank.check.context import Context
from civicsquiz.bank.check.given import joined
from civicsquiz.bank.check.rule import ItemRule, Remark
from civicsquiz.bank.check.words import content_words, is_number, sentences
from civicsquiz.bank.finding import Severity
from civicsquiz.bank.items import Choice, FindEvidence, Match, Multiple, Number, Short
from civicsquiz.bank.models import Bank, Item
from civicsquiz.bank.spelling import folded

MOST_SENTENCES, MOST_WORDS = 3, 40
_NAME = 4

Asked = Choice | FindEvidence | Match | Multiple | Number | Short


def _gives_key(item: Asked, _bank: Bank, _context: Context) -> Iterator[Remark]:
    for number, hint in enumerate(item.hints):
        said = _said(item, hint)
        if said:
            yield Remark(("hints", number), f"the hint says the key, “{said}”")


def _said(item: Asked, hint: str) -> str:
    """What of the key a hint says."""
    words = content_words(hint)
    if isinstance(item, Number):
        values = (Decimal(word) for word in words if is_number(word))
        return next((f"{value}" for value in values if item.least <= value <= item.most), "")
    keys = item.accepted if isinstance(item, Short) else _texts(item)
    for key in keys:
        phrase = joined(content_words(key))
        if phrase.strip() and phrase in joined(words):
            return key
        if folded(key) and f" {folded(key)} " in f" {folded(hint)} ":
            return key
        surname = _surname(key)
        if surname and surname in re.findall(r"\w+", hint):
            return surname
    return ""


def _texts(item: Item) -> tuple[str, ...]:
    keys = item.key_ids
    return tuple(option.text for option in item.options if option.id in keys)


def _surname(key: str) -> str:
    said = key.split()
    named = 1 < len(said) <= _NAME and said[0] not in ("The", "A", "An")
    if named and all(word[0].isupper() and word.rstrip(".").isalpha() for word in said):
        return said[-1]
    return ""


GIVES_KEY = ItemRule(
    code="H1",
    name="hint-gives-key",
    severity=Severity.ERROR,
    types=(Choice, FindEvidence, Match, Multiple, Number, Short),
    mend="say where to look, or what to think of",
    means="A hint has the key, a part of it, an accepted form, the surname in it or a number that would "
    "be right.",
    why="A hint is to lead to the answer, and the one who reads it still has a try. The tutor leaves out "
    "a hint that says the key, so nobody would ever see it.",
    bad="key: Earl Warren\nhints: [It was Chief Justice Warren.]",
    good="key: Earl Warren\nhints: [He led the Court in those years.]",
    check=_gives_key,
)


def _long(item: Item, _bank: Bank, _context: Context) -> Iterator[Remark]:
    for number, hint in enumerate(item.hints):
        words, said = len(hint.split()), len(sentences(hint))
        if words > MOST_WORDS or said > MOST_SENTENCES:
            yield Remark(
                ("hints", number),
                f"the hint is {words} words in {said} sentence{'' if said == 1 else 's'}",
            )


LONG = ItemRule(
    code="H2",
    name="hint-too-long",
    severity=Severity.WARNING,
    mend=f"keep to {MOST_SENTENCES} short sentences, or make two hints of it",
    means=f"A hint is more than {MOST_SENTENCES} sentences or {MOST_WORDS} words.",
    why="Each hint costs a try, and is read while the question is kept in mind. The passage itself comes "
    "later, by the program.",
    bad="hints: [<a paragraph>]",
    good="hints: [Think of who may make a law., Look at the first article.]",
    check=_long,
)
