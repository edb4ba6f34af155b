"""Rules on the key: it must be proven, and must not be given away by its own stem."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from civicsquiz.bank.check.context import Context
from civicsquiz.bank.check.rule import ItemRule, Remark
from civicsquiz.bank.check.words import content_words, missing
from civicsquiz.bank.finding import Severity
from civicsquiz.bank.models import Bank, Choice, Item, Role, Status, TrueFalse
from civicsquiz.source.card import Card

Standing = Literal["literal", "bridged", "unproven"]


def proven(item: Item, placed_texts: Sequence[str], cards: Sequence[Card] = ()) -> Standing:
    """How the key of an item stands by the texts that prove it.

    "literal": every content word and number of the key stands in them (of a true-false item whose
    key is true: every one of the claim, `cards` telling which words only name a source). "bridged":
    not so, but `because` leads from the quotation to the key. Otherwise "unproven".
    """
    if not placed_texts:
        return "unproven"
    known = {word for text in placed_texts for word in content_words(text)}
    needed = content_words(asserted(item, cards))
    if needed and known.issuperset(needed):
        return "literal"
    return "bridged" if item.because else "unproven"


def asserted(item: Item, cards: Sequence[Card]) -> str:
    """What has to stand in the quotation; empty where nothing that is asked could (key false)."""
    if isinstance(item, TrueFalse):
        return claim(item, cards) if item.key else ""
    return item.key_text


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


def _proven(item: Item, bank: Bank, context: Context) -> Iterator[Remark]:
    if item.status is Status.UNPROVEN:
        return
    proving = item.evidence_in(Role.PROVES)
    if not proving:
        yield Remark(
            ("evidence",), "no quotation proves the key", "give one with the role `proves`"
        )
        return
    texts = context.proving(item)
    cards = _cards(item, bank)
    if not texts or proven(item, texts, cards) != "unproven":
        return
    if isinstance(item, TrueFalse):
        if not item.key:
            yield Remark(("key",), "nothing bridges the quotation and the key “false”")
            return
        absent = missing(claim(item, cards), " ".join(texts))
        said = "the claim in the stem"
    else:
        absent = missing(item.key_text, " ".join(texts))
        said = f"the key “{item.key_text}”"
    words = ", ".join(f"“{word}”" for word in absent[:8])
    yield Remark(
        ("key",),
        f"{said} is not proven by the quotation"
        + (f", which does not have {words}" if words else ": no word of it says anything"),
    )


def _cards(item: Item, bank: Bank) -> list[Card]:
    """The cards of the sources that an item quotes."""
    return [bank.cards[name] for name in dict.fromkeys(found.source for found in item.evidence)]


PROVEN = ItemRule(
    code="K1",
    name="key-not-proven",
    severity=Severity.ERROR,
    trust=True,
    mend="quote words that have the key, or bridge the two with `because`",
    means="Content words or numbers of the key do not stand in the quotations that prove it, and no "
    "`because` says how the one follows from the other. Plurals, possessives and ways of writing a "
    "number do not matter. A true-false item needs `because` where its key is false, and where the "
    "quotation has not all words of the claim.",
    why="A wrong key is the one unforgivable fault, and a key that is not in the passage leaves the "
    "student to take our word for it.",
    bad='key: The death penalty\nexact: "nor cruel and unusual punishments inflicted"',
    good='key: Cruel and unusual punishments\nexact: "nor cruel and unusual punishments inflicted"',
    check=_proven,
)

_PREPOSITION = re.compile(
    r"\s+(?:of|in|on|at|by|for|from|with|to|that|which|who|under|over|against|between|within|about"
    r"|as|after|before|than|without|into|through)\s+|,\s+",
    re.IGNORECASE,
)


def _not_in_stem(item: Item, _bank: Bank, _context: Context) -> Iterator[Remark]:
    if not isinstance(item, Choice):
        return
    stem = set(content_words(item.stem))
    key = content_words(item.key.text)
    others = [content_words(option.text) for option in item.distractors]
    if not key or any(other and stem.issuperset(other) for other in others):
        return  # a stem that names what to choose from gives nothing away
    if stem.issuperset(key):
        yield Remark(("stem",), f"the stem says the key, “{item.key.text}”", "ask without it")
        return
    shared = {word for other in others for word in other}
    own = [word for word in dict.fromkeys(key) if word not in shared]
    if any(word in stem for other in others for word in other if word not in key):
        return
    if len(own) > 2:
        given = [word for word in own if word in stem]
        if len(given) * 5 < len(own) * 3:
            return
    else:
        head = content_words(_PREPOSITION.split(item.key.text.strip(), maxsplit=1)[0])
        given = [word for word in head[-1:] if word in stem and word in own]
    if given:
        words = ", ".join(f"“{word}”" for word in given)
        yield Remark(("stem",), f"the stem has words of the key that no other option has: {words}")


NOT_IN_STEM = ItemRule(
    code="S1",
    name="key-in-stem",
    severity=Severity.ERROR,
    mend="ask in other words, or give a distractor the same words",
    means="The key, its head word, or most of the words that only the key has, stand in the stem.",
    why="The item can then be answered without knowing anything, by matching words (a “clang” "
    "association: Haladyna, Downing & Rodriguez 2002, guideline on clues).",
    bad="stem: Which case about Estelle’s medical care set the standard?\nkey: Estelle v. Gamble",
    good="stem: Which case set the standard for prisoners’ medical care?\nkey: Estelle v. Gamble",
    check=_not_in_stem,
)
