"""Pairing each prompt with an option, prompts by number and options by letter: "1b 2a 3c"."""

from __future__ import annotations

import re
from string import ascii_lowercase

from civicsquiz.bank.items import PAIR
from civicsquiz.bank.models import Item
from civicsquiz.errors import ResponseError
from civicsquiz.study.answering.manner import Offer, listed, place

_PAIRS = re.compile(r"(\d{1,4})[\s:=.)-]*([a-z])(?![a-z])[\s,;]*")


def letter(number: int) -> str:
    """The letter of the option with this number, from 1."""
    return ascii_lowercase[number - 1]


class _Pairing:
    def read(self, offer: Offer, text: str) -> tuple[str, ...]:
        typed = text.strip().lower()
        pairs: dict[int, int] = {}
        at = 0
        while found := _PAIRS.match(typed, at):
            prompt, option = int(found[1]), ascii_lowercase.index(found[2]) + 1
            if prompt in pairs:
                raise ResponseError(f"{prompt} stands twice.")
            if not 1 <= prompt <= len(offer.prompts) or option > len(offer.options):
                break
            pairs[prompt] = option
            at = found.end()
        if at < len(typed) or not pairs:
            count, last = len(offer.prompts), letter(len(offer.options))
            raise ResponseError(f"Pair 1 to {count} with a to {last}, as in 1b 2a.")
        if open_ := [number for number in range(1, len(offer.prompts) + 1) if number not in pairs]:
            verb = "is" if len(open_) == 1 else "are"
            raise ResponseError(f"Pair every one: {listed(open_)} {verb} still open.")
        return tuple(
            sorted(
                f"{offer.prompts[prompt - 1].id}{PAIR}{offer.options[option - 1].id}"
                for prompt, option in pairs.items()
            )
        )

    def write(self, offer: Offer, response: tuple[str, ...]) -> str:
        pairs = (pair.split(PAIR) for pair in response)
        numbered = sorted(
            (place(offer.prompts, left), place(offer.options, right)) for left, right in pairs
        )
        return " ".join(f"{prompt}{letter(option)}" for prompt, option in numbered)

    def grade(self, item: Item, response: tuple[str, ...]) -> float:
        """The share of pairs that are right."""
        return len(set(response) & set(item.key_response)) / len(item.key_response)


MANNER = _Pairing()
