"""Ruling one answer out, with why it is wrong; never so many that one is left.

Which option tempts most is not known. Of each `why` only what denies is shown (see `denying`). Taken is
the first in the order of the file of which nothing has to be masked, nor dropped if there is one;
failing that, the first that is still worth reading with its secrets masked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from zlib import crc32

from civicsquiz.bank.items import Choice, FindEvidence, Match, Multiple, Number, Order, Short
from civicsquiz.bank.models import Item
from civicsquiz.study.answering.typing import known_miss
from civicsquiz.study.coaching.denying import denial
from civicsquiz.study.coaching.forms import of_passages
from civicsquiz.study.coaching.masking import Secrets, mask, secret
from civicsquiz.study.coaching.secrets import keys_of

_LEAST_LEFT = 0.5
_TWO = 2
_LONGEST = 90
"""Of an option that is a sentence so many characters are shown."""

_GROUPED = 5
"""A number of so many digits is written with commas."""


def ruled_out(item: Item, own: Secrets, secrets: Secrets, tried: Collection[str] = ()) -> str:
    """A sentence that rules something out, with why; empty where nothing can be ruled out without
    giving the key away. `own` are the item's secrets, `secrets` those of its neighbours too; what is
    in `tried`, ids of options and what was typed, is known to be wrong."""
    if isinstance(item, Order):
        return _of_order(item)
    shown = secret(keys_of(item)) if of_passages(item) else own
    told: list[tuple[bool, bool, str]] = []
    for text, said, why in _candidates(item, tried):
        if mask(text, shown).met:
            continue
        left = denial(item, text, why)
        masked = mask(left.text, secrets)
        if not why or (left.text and masked.left >= _LEAST_LEFT):
            spoilt = bool(masked.met) or not why
            told.append((spoilt, not left.whole, f"{said} {masked.text}".strip()))
    told.sort(key=lambda one: one[:2])
    return told[0][2] if told else ""


def _candidates(item: Item, tried: Collection[str]) -> Iterator[tuple[str, str, str]]:
    """What could be ruled out: its text, the sentence that does it, and why."""
    match item:
        case Choice() | FindEvidence():
            open_yet = [option for option in item.distractors if option.id not in tried]
            for option in open_yet if len(open_yet) >= _TWO else ():
                if option.why:
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
            typed = [miss for one in tried if (miss := known_miss(item, (one,)))]
            for miss in item.misses:
                if not any(miss.why == other.why for other in typed):
                    answer = _figure(miss.answer) if isinstance(item, Number) else miss.answer
                    yield answer, f"It is not {_quoted(answer)}.", miss.why
        case _:
            pass


def _of_pairs(item: Match) -> Iterator[tuple[str, str, str]]:
    """The last right side does not belong to the first left one; told without a why, and only where
    more than one is left for it."""
    (left, own), (_, other) = item.pairs[0], item.pairs[-1]
    if len(item.options) > _TWO and other.id != own.id:
        yield "", f"{_quoted(other.text)} does not belong to {_quoted(left.text)}.", ""


def _of_order(item: Order) -> str:
    """An order has no wrong entries; some entry that is not the first does not come first. Which of
    them depends on the item alone and not on its place, so that it tells nothing of the others."""
    if len(item.entries) <= _TWO:
        return ""
    at = 1 + crc32(item.id.encode()) % (len(item.entries) - 1)
    return f"{_quoted(item.entries[at].text)} does not come first."


def _figure(number: str) -> str:
    return f"{int(number):,}" if number.isdecimal() and len(number) >= _GROUPED else number


def _quoted(text: str) -> str:
    """An option in quotation marks, in the middle of a sentence; those inside it become single."""
    short = text.strip().rstrip(".")
    if len(short) > _LONGEST:
        short = f"{short[:_LONGEST].rsplit(' ', 1)[0]} …"
    if short[:1] in ("“", '"') and short[-1:] in ("”", '"'):
        short = short[1:-1]
    inner = short.replace("“", "‘").replace("”", "’").replace('"', "'")
    return f"“{inner.rstrip('.')}”"
