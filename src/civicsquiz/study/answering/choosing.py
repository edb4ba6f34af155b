"""Choosing one option by its number; a statement is judged by "t" or "False" too."""

from __future__ import annotations

import re

from civicsquiz.bank.models import Item
from civicsquiz.errors import ResponseError
from civicsquiz.study.answering.manner import Offer, place

_NUMBER = re.compile(r"([0-9]{1,4})[.)]?")
_JUDGEMENTS = {"t": "true", "true": "true", "f": "false", "false": "false"}


class _Choosing:
    def read(self, offer: Offer, text: str) -> tuple[str, ...]:
        number = _NUMBER.fullmatch(text.strip())
        if number and 1 <= int(number[1]) <= len(offer.options):
            return (offer.options[int(number[1]) - 1].id,)
        raise ResponseError(f"Type a number from 1 to {len(offer.options)}.")

    def write(self, offer: Offer, response: tuple[str, ...]) -> str:
        return " ".join(str(place(offer.options, name)) for name in response)

    def grade(self, item: Item, response: tuple[str, ...]) -> float:
        """1 for the key, else 0."""
        return 1.0 if response == item.key_response else 0.0


class _Judging(_Choosing):
    def read(self, offer: Offer, text: str) -> tuple[str, ...]:
        if judgement := _JUDGEMENTS.get(text.strip().lower()):
            return (judgement,)
        try:
            return super().read(offer, text)
        except ResponseError:
            raise ResponseError("Type 1 for True or 2 for False.") from None


MANNER = _Choosing()
JUDGEMENT = _Judging()
