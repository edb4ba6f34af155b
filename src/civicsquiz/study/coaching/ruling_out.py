"""Ruling one answer out, with why it is wrong; never so many that one is left.

Which option tempts most is not known. Taken is the first in the order of the file whose `why` says
nothing secret; failing that, the first whose `why` is still worth reading with it masked.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from civicsquiz.bank.items import Choice, FindEvidence, Match, Multiple, Number, Order, Short
from civicsquiz.bank.models import Item
from civicsquiz.study.coaching.masking import Secrets, mask, secret
from civicsquiz.study.coaching.secrets import keys_of

_LEAST_LEFT = 0.5
_FIGURE = 3
"""A number with its unit has so many words at most."""

_TWO = 2
_LONGEST = 90
"""Of an option that is a sentence so many characters are shown."""


_TELLS = re.compile(
    r"\b(?:other way|opposite|reverse|contrary|vice versa|swapped)\b", re.IGNORECASE
)
"""Words by which a wrong answer says what the right one is."""

_RECKONS = re.compile(
    r"\b(?:times|half|twice|double|doubled|triple|third|quarter|tenth|digits?|fold)\b",
    re.IGNORECASE,
)
"""Words by which a wrong number says how to reckon the right one."""


def tells(answer: str, why: str) -> bool:
    """Whether it can be worked out from why an answer is wrong what is right."""
    number = any(char.isdecimal() for char in answer) and len(answer.split()) <= _FIGURE
    return bool(_TELLS.search(why)) or (number and bool(_RECKONS.search(why)))


def ruled_out(item: Item, own: Secrets, secrets: Secrets, tried: Collection[str] = ()) -> str:
    """A sentence that rules something out, with why; empty where nothing can be ruled out without
    giving the key away. `own` are the item's secrets, `secrets` those of its neighbours too; an option
    whose id is in `tried` is known to be wrong."""
    if isinstance(item, Order):
        return _of_order(item)
    shown = secret(keys_of(item)) if isinstance(item, FindEvidence) else own
    told: list[tuple[bool, str]] = []
    for text, said, why in _candidates(item, tried):
        masked = mask(why, secrets)
        if mask(text, shown).met or tells(text, why):
            continue
        if masked.left >= _LEAST_LEFT or not why:
            told.append((bool(masked.met) or not why, f"{said} {masked.text}".strip()))
    told.sort(key=lambda one: one[0])
    return told[0][1] if told else ""


def _candidates(item: Item, tried: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """What could be ruled out: its text, the sentence that does it, and why."""
    match item:
        case Choice() | FindEvidence() if len(item.distractors) > 1:
            for option in item.distractors:
                if option.why and option.id not in tried:
                    yield option.text, f"It is not {_quoted(option.text)}.", option.why
        case Multiple() if len(item.distractors) > 1:
            for option in item.distractors:
                if option.why:
                    yield option.text, f"{_quoted(option.text)} is not among them.", option.why
        case Match():
            for option in item.distractors:
                if option.why:
                    yield (
                        option.text,
                        f"{_quoted(option.text)} belongs to none of them.",
                        option.why,
                    )
            yield from _of_pairs(item)
        case Short() | Number():
            for miss in item.misses:
                yield miss.answer, f"It is not {_quoted(miss.answer)}.", miss.why
        case _:
            pass


def _of_pairs(item: Match) -> Iterator[tuple[str, str, str]]:
    """The last right side does not belong to the first left one; told without a why, and only where
    more than one is left for it."""
    (left, own), (_, other) = item.pairs[0], item.pairs[-1]
    if len(item.options) > _TWO and other.id != own.id:
        yield "", f"{_quoted(other.text)} does not belong to {_quoted(left.text)}.", ""


def _of_order(item: Order) -> str:
    """An order has no wrong entries; the last one does not come first."""
    return f"{_quoted(item.entries[-1].text)} does not come first." if item.entries[2:] else ""


def _quoted(text: str) -> str:
    """An option in quotation marks, in the middle of a sentence; those inside it become single."""
    short = text.strip().rstrip(".")
    if len(short) > _LONGEST:
        short = f"{short[:_LONGEST].rsplit(' ', 1)[0]} …"
    if short[:1] in ("“", '"') and short[-1:] in ("”", '"'):
        short = short[1:-1]
    inner = short.replace("“", "‘").replace("”", "’").replace('"', "'")
    return f"“{inner.rstrip('.')}”"
