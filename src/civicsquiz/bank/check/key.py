"""Rules on the key: it must be proven, and must not be given away by its own stem."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from civicsquiz.bank.check.context import Context
from civicsquiz.bank.check.proof import Assertion, asserted, by_part, cards_of, standing, stands
from civicsquiz.bank.check.rule import ItemRule, Place, Remark
from civicsquiz.bank.check.words import content_words, missing
from civicsquiz.bank.finding import Severity
from civicsquiz.bank.items import (
    Choice,
    FindEvidence,
    Match,
    Multiple,
    Number,
    Order,
    Short,
    TrueFalse,
)
from civicsquiz.bank.models import Bank, Item, Option, Role, Status
from civicsquiz.bank.numerals import plain
from civicsquiz.bank.spelling import folded


def _proven(item: Item, bank: Bank, context: Context) -> Iterator[Remark]:
    if item.status is Status.UNPROVEN or standing(item, bank, context) != "unproven":
        return
    if not item.evidence_in(Role.PROVES):
        yield Remark(
            ("evidence",), "no quotation proves the key", "give one with the role `proves`"
        )
        return
    proving = context.proving(item)
    if not proving or item.because:
        return  # what a quotation lacks is told by the rules on quotations, and by K6
    cards = cards_of(item, bank)
    parts = asserted(item, cards)
    if not parts and isinstance(item, Order):
        yield Remark(
            ("key",), "nothing bridges the quotations and the order",
            "say in `because` by which dates or words the order goes",
        )  # fmt: skip
    elif not parts:
        yield Remark(("key",), "nothing bridges the quotation and the key “false”")
    for number, part in enumerate(parts):
        texts = by_part(proving, part.part)
        if texts and not stands(part, proving):
            place: Place = ("key", number) if part.part else ("key",)
            yield Remark(place, _not_there(item, part, " ".join(texts)))


def _not_there(item: Item, part: Assertion, text: str) -> str:
    said = f"the key “{item.key_text}”"
    if isinstance(item, TrueFalse):
        said = "the claim in the stem"
    elif part.part:
        said = f"“{part.texts[0]}”"
    words = ", ".join(f"“{word}”" for word in missing(part.texts[0], text)[:8])
    lacking = f", which does not have {words}" if words else ": no word of it says anything"
    return f"{said} is not proven by the quotation{lacking}"


PROVEN = ItemRule(
    code="K1",
    name="key-not-proven",
    severity=Severity.ERROR,
    trust=True,
    mend="quote words that have the key, or bridge the two with `because`",
    means="Content words or numbers of the key do not stand in the quotations that prove it, and no "
    "`because` says how the one follows from the other. Plurals, possessives and ways of writing a "
    "number do not matter. A true-false item needs `because` where its key is false, and where the "
    "quotation has not all words of the claim. Of a key of several parts each must stand in the "
    "quotations that name it by `for`, or that name none; of a pair both sides. An order always needs "
    "`because`. Of a short answer one accepted form is enough, of a number its value.",
    why="A wrong key is the one unforgivable fault, and a key that is not in the passage leaves the "
    "student to take our word for it.",
    bad='key: The death penalty\nexact: "nor cruel and unusual punishments inflicted"',
    good='key: Cruel and unusual punishments\nexact: "nor cruel and unusual punishments inflicted"',
    check=_proven,
)


def _every_part(item: Multiple | Match | Order, _bank: Bank, _context: Context) -> Iterator[Remark]:
    proving = item.evidence_in(Role.PROVES)
    if item.status is Status.UNPROVEN or not all(evidence.parts for evidence in proving):
        return
    named = {part for evidence in proving for part in evidence.parts}
    for number, part in enumerate(item.key_parts):
        if proving and part not in named:
            yield Remark(("key", number), f"no quotation is there for “{part}”")


EVERY_PART = ItemRule(
    code="K6",
    name="part-without-quotation",
    severity=Severity.ERROR,
    trust=True,
    types=(Multiple, Match, Order),
    mend="quote what proves it, with its text or id under `for`",
    means="The quotations say by `for` which parts of the key they prove, and one part is named by none "
    "of them. A quotation without `for` proves all parts.",
    why="Each part is an answer of its own: whoever doubts it must find its words, and not only those "
    "of its neighbours.",
    bad="key: [Lower cost, Deterrence]\nevidence: [{source: npr, exact: …, for: Lower cost}]",
    good="key: [Lower cost, Deterrence]\nevidence: [{source: npr, exact: …, for: [Lower cost, Deterrence]}]",
    check=_every_part,
)

_PREPOSITION = re.compile(
    r"\s+(?:of|in|on|at|by|for|from|with|to|that|which|who|under|over|against|between|within|about"
    r"|as|after|before|than|without|into|through)\s+|,\s+",
    re.IGNORECASE,
)
_WITH_ENDINGS = 6
"""So many letters of a typed answer are the same word with any ending: "banish" in "banishment"."""

Asked = Choice | Multiple | FindEvidence | Short | Number


def _not_in_stem(item: Asked, _bank: Bank, _context: Context) -> Iterator[Remark]:
    stem = frozenset(content_words(item.stem))
    match item:
        case Short():
            said = _typed_in(item)
        case Number():
            said = _number_in(item)
        case Multiple():
            found = (_given_away(key, item.distractors, stem) for key in item.keys)
            said = next(filter(None, found), "")
        case FindEvidence():
            said = _given_away(item.key, item.distractors, stem)
        case _:
            said = _given_away(item.key, item.distractors, stem, head=True)
    if said:
        mend = "ask without it" if said.startswith("the stem says") else ""
        yield Remark(("stem",), said, mend)


def _given_away(
    right: Option, others: Sequence[Option], stem: frozenset[str], *, head: bool = False
) -> str:
    """What a stem gives away of a key among other options; with `head`, one head word is enough."""
    key = content_words(right.text)
    wrong = [content_words(option.text) for option in others]
    if not key or any(other and stem.issuperset(other) for other in wrong):
        return ""  # a stem that names what to choose from gives nothing away
    if stem.issuperset(key):
        return f"the stem says the key, “{right.text}”"
    shared = {word for other in wrong for word in other}
    own = [word for word in dict.fromkeys(key) if word not in shared]
    if any(word in stem for word in shared.difference(key)):
        return ""
    given = []
    if len(own) > 2:
        given = [word for word in own if word in stem]
        if len(given) * 5 < len(own) * 3:
            return ""
    elif head:
        first = content_words(_PREPOSITION.split(right.text.strip(), maxsplit=1)[0])
        given = [word for word in first[-1:] if word in stem and word in own]
    words = ", ".join(f"“{word}”" for word in given)
    return f"the stem has words of the key that no other option has: {words}" if given else ""


def _typed_in(item: Short) -> str:
    """A form of the answer that a stem already has, whole or with an ending of its own; nothing
    where the stem names a wrong answer as well, and so what to choose from."""
    stem = f" {folded(item.stem)} "
    if any(f" {folded(miss.answer)} " in stem for miss in item.misses):
        return ""
    for form in item.accepted:
        typed = folded(form)
        ending = " " if len(typed) < _WITH_ENDINGS else ""
        if typed and f" {typed}{ending}" in stem:
            return f"the stem says the key, “{form}”"
    return ""


def _number_in(item: Number) -> str:
    """A small number stands in many stems; with its unit it is the answer."""
    words = content_words(item.stem)
    value = plain(item.value)
    unit = content_words(item.unit)[-1:]
    for at, word in enumerate(words):
        if word == value and (abs(item.value) >= 10 or (unit and words[at + 1 : at + 2] == unit)):
            return f"the stem says the key, “{item.key_text}”"
    return ""


NOT_IN_STEM = ItemRule(
    code="S1",
    name="key-in-stem",
    severity=Severity.ERROR,
    types=(Choice, Multiple, FindEvidence, Short, Number),
    mend="ask in other words, or give a distractor the same words",
    means="The key, its head word, or most of the words that only the key has, stand in the stem; of a "
    "typed answer, one of its accepted forms, or the number that is asked for.",
    why="The item can then be answered without knowing anything, by matching words (a “clang” "
    "association: Haladyna, Downing & Rodriguez 2002, guideline on clues).",
    bad="stem: Which case about Estelle’s medical care set the standard?\nkey: Estelle v. Gamble",
    good="stem: Which case set the standard for prisoners’ medical care?\nkey: Estelle v. Gamble",
    check=_not_in_stem,
)
