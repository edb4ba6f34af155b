"""Typing a word or a number. The response is what was typed, white space aside; a number's is its
digits."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

from civicsquiz.bank.items import Number, Short
from civicsquiz.bank.models import Item, Miss
from civicsquiz.bank.numerals import Unclear, plain, read_number, unmistakable
from civicsquiz.bank.spelling import folded, is_slip
from civicsquiz.errors import ResponseError
from civicsquiz.source.visible import one_line
from civicsquiz.study.answering.manner import LONGEST, Offer


class _Words:
    def read(self, offer: Offer, text: str) -> tuple[str, ...]:  # noqa: ARG002
        typed = " ".join(one_line(text).split())
        if not folded(typed):
            raise ResponseError("Type your answer.")
        if len(typed) > LONGEST:
            raise ResponseError(f"Type at most {LONGEST} characters.")
        return (typed,)

    def write(self, offer: Offer, response: tuple[str, ...]) -> str:  # noqa: ARG002
        return " ".join(response)

    def grade(self, item: Item, response: tuple[str, ...]) -> float:
        """1 for an accepted form, whatever its case, accents and spacing, else 0."""
        accepted = set(map(folded, cast("Short", item).accepted))
        return 1.0 if any(folded(typed) in accepted for typed in response) else 0.0


class _Numbers:
    def read(self, offer: Offer, text: str) -> tuple[str, ...]:
        if len(text) > LONGEST:
            raise ResponseError("Type a number, such as 12 or 40,000.")
        try:
            return (plain(read_number(text, cast("Number", offer.item).unit)),)
        except Unclear as error:
            raise ResponseError(str(error)) from None

    def write(self, offer: Offer, response: tuple[str, ...]) -> str:  # noqa: ARG002
        return " ".join(map(unmistakable, response))

    def grade(self, item: Item, response: tuple[str, ...]) -> float:
        """1 for a number within the bounds, else 0."""
        number = cast("Number", item)
        right = response and number.least <= Decimal(response[0]) <= number.most
        return 1.0 if right else 0.0


WORDS = _Words()
NUMBER = _Numbers()


def slipped(item: Item, response: tuple[str, ...]) -> bool:
    """Whether a response only misspells an accepted form, and is no known miss."""
    if not isinstance(item, Short) or WORDS.grade(item, response) or known_miss(item, response):
        return False
    return any(is_slip(typed, item.accepted) for typed in response)


def known_miss(item: Item, response: tuple[str, ...]) -> Miss | None:
    """The known wrong answer that a response is, if it is one."""
    for miss in item.misses if response else ():
        if isinstance(item, Number):
            try:
                same = read_number(miss.answer, item.unit) == Decimal(response[0])
            except Unclear:
                same = False
        else:
            same = folded(miss.answer) == folded(response[0])
        if same:
            return miss
    return None
