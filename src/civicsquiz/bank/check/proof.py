"""How a key stands by the passages that prove it: part by part, for keys of several parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from civicsquiz.bank.check.context import Context, Proving, Standing
from civicsquiz.bank.check.words import content_words
from civicsquiz.bank.items import Match, Multiple, Number, Order, Short, TrueFalse
from civicsquiz.bank.models import Bank, Item
from civicsquiz.bank.numerals import plain
from civicsquiz.source.card import Card

__all__ = [
    "Assertion",
    "Standing",
    "asserted",
    "by_part",
    "cards_of",
    "proven",
    "standing",
    "stands",
]


class Assertion(NamedTuple):
    """What has to stand in the quotations of one part of a key: one of `texts`. `part` is what
    evidence names the part by, nothing where the key is one."""

    texts: tuple[str, ...]
    part: str = ""


def standing(item: Item, bank: Bank, context: Context) -> Standing:
    """How the key of an item stands in its sources."""
    return context.standing(item, lambda: proven(item, context.proving(item), cards_of(item, bank)))


def cards_of(item: Item, bank: Bank) -> list[Card]:
    """The cards of the sources that an item quotes."""
    return [bank.cards[name] for name in dict.fromkeys(found.source for found in item.evidence)]


def proven(item: Item, proving: Sequence[Proving], cards: Sequence[Card] = ()) -> Standing:
    """How the key of an item stands by the texts that prove it.

    "literal": every content word and number of the key, part by part, stands in them (of a
    true-false item whose key is true: every one of the claim, `cards` telling which words only name
    a source). "bridged": not so, but `because` leads from the quotations to the key. Otherwise
    "unproven", which is also what a part is that no text proves. An order is never literal: the
    words of its entries do not say what came first.
    """
    if not all(by_part(proving, part) for part in item.key_parts or ("",)):
        return "unproven"
    parts = asserted(item, cards)
    if parts and all(stands(part, proving) for part in parts):
        return "literal"
    return "bridged" if item.because else "unproven"


def asserted(item: Item, cards: Sequence[Card]) -> tuple[Assertion, ...]:
    """What has to stand in the quotations; nothing where what is asked never does: a false claim,
    an order."""
    match item:
        case TrueFalse():
            return (Assertion((claim(item, cards),)),) if item.key else ()
        case Multiple():
            return tuple(Assertion((text,), text) for text in item.key_parts)
        case Match():
            return tuple(
                Assertion((f"{left.text} {right.text}",), left.text) for left, right in item.pairs
            )
        case Order():
            return ()
        case Short():
            return (Assertion(item.accepted),)
        case Number():
            return (Assertion((plain(item.value),)),)
        case _:
            return (Assertion((item.key_text,)),)


def by_part(proving: Sequence[Proving], part: str) -> list[str]:
    """The texts that prove a part: those that name it, and those that prove the whole key."""
    return [text for text, parts in proving if not parts or part in parts]


def stands(assertion: Assertion, proving: Sequence[Proving]) -> bool:
    """Whether all words of what is asserted stand in the texts that prove it."""
    known = {word for text in by_part(proving, assertion.part) for word in content_words(text)}
    return any(
        bool(needed) and known.issuperset(needed) for needed in map(content_words, assertion.texts)
    )


_ASKED = re.compile(r"\s*\(?(?:is (?:this|that|it) )?true or false\??\)?[?.:]?\s*", re.IGNORECASE)
_SAYS = (
    r"(?:says?|said|reports?|reported|writes?|wrote|tells?|told \w+|states?|stated|holds?|held|argues?"
    r"|argued|claims?|claimed|notes?|noted|explains?|explained|adds?|added|quotes?|puts it)"
)
_LEADS = (
    re.compile(
        rf"(?:as|according to|in the (?:words|account|telling|view) of|in|by|for)\s+"
        rf"(?P<who>[^,]{{2,80}}?)(?:[’']s?)?(?:\s+(?:words|account|telling|view)|\s+{_SAYS}"
        rf"(?:\s+(?:it|him|her|them))?)?,\s*",
        re.IGNORECASE,
    ),
    re.compile(rf"(?P<who>[^,.]{{2,60}}?)\s+{_SAYS}\s+that\s+", re.IGNORECASE),
)


_NAMING = frozenset(("word", "account", "telling", "view"))


def claim(item: TrueFalse, cards: Sequence[Card]) -> str:
    """The statement to be judged, without "True or false?" and without the naming of a source or
    holder ("As NPR reports it,")."""
    text = _ASKED.sub(" ", item.stem).strip()
    names = [item.holder.name, *item.holder.also] if item.holder else []
    for card in cards:
        names += [card.label, card.publisher or "", card.author or ""]
    namings = [set(content_words(name)) for name in names]
    for lead in _LEADS:
        found = lead.match(text)
        if found:
            who = set(content_words(found["who"])) - _NAMING
            if who and any(who <= naming for naming in namings):
                text = text[found.end() :]
    return text
