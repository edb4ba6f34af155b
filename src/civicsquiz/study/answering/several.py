"""Choosing several options by their numbers: "1 3"."""

from __future__ import annotations

from civicsquiz.bank.models import Item
from civicsquiz.errors import ResponseError
from civicsquiz.study.answering.manner import Offer, numbers, place


class _Several:
    def read(self, offer: Offer, text: str) -> tuple[str, ...]:
        """The ids in an order that does not depend on the one shown: two texts that choose the same
        are one response."""
        chosen = numbers(text, len(offer.options))
        if not chosen:
            raise ResponseError("Choose at least one.")
        return tuple(sorted(offer.options[number - 1].id for number in chosen))

    def write(self, offer: Offer, response: tuple[str, ...]) -> str:
        return " ".join(map(str, sorted(place(offer.options, name) for name in response)))

    def grade(self, item: Item, response: tuple[str, ...]) -> float:
        """Of k keys each chosen gives 1/k, and each other option takes 1/k away; never below 0."""
        keys, chosen = set(item.key_ids), set(response)
        return max(0, len(chosen & keys) - len(chosen - keys)) / len(keys)


MANNER = _Several()
