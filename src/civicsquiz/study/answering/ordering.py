"""Putting all options into an order, by their numbers: "3 1 2" puts the third first."""

from __future__ import annotations

from itertools import pairwise

from civicsquiz.bank.models import Item
from civicsquiz.errors import ResponseError
from civicsquiz.study.answering.manner import Offer, listed, numbers, place


class _Ordering:
    def read(self, offer: Offer, text: str) -> tuple[str, ...]:
        count = len(offer.options)
        order = numbers(text, count)
        if open_ := [number for number in range(1, count + 1) if number not in order]:
            verb = "is" if len(open_) == 1 else "are"
            raise ResponseError(f"Put all {count} in order: {listed(open_)} {verb} missing.")
        return tuple(offer.options[number - 1].id for number in order)

    def write(self, offer: Offer, response: tuple[str, ...]) -> str:
        return " ".join(str(place(offer.options, name)) for name in response)

    def grade(self, item: Item, response: tuple[str, ...]) -> float:
        """The share of neighbours in the key that are neighbours in the response, in that order."""
        wanted = set(pairwise(item.key_response))
        return len(wanted & set(pairwise(response))) / len(wanted)


MANNER = _Ordering()
