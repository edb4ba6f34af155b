"""Orders that depend on the seed and on nothing else, the same on every machine."""

from __future__ import annotations

import hashlib

from civicsquiz.bank.models import Item, Option
from civicsquiz.study.values import ascending


def rank(seed: str, item: str, option: str = "") -> str:
    """What a shuffle sorts by: the SHA-256, in hexadecimal, of seed, item and option id with a NUL
    between them. `item` is "bank-id/item-id"; `option` is empty where items are shuffled."""
    told = f"{seed}\0{item}\0{option}".encode(errors="surrogatepass")  # a seed may be any bytes
    return hashlib.sha256(told).hexdigest()


def arrange(item: Item, ref: str, seed: str) -> tuple[Option, ...]:
    """The options of `item` in the order to show.

    True comes before False, numbers, dates and sums of money ascend, and all others are shuffled;
    what is to be put into order never stands in it already.
    """
    if item.type == "true-false":
        return tuple(sorted(item.options, key=lambda option: option.id != "true"))
    if item.type == "order":
        shuffled = _shuffled(item.options, ref, seed)
        return shuffled if shuffled != item.options else (*shuffled[1:], shuffled[0])
    order = ascending([option.text for option in item.options])
    if order is not None:
        return tuple(item.options[index] for index in order)
    return _shuffled(item.options, ref, seed)


def arrange_prompts(item: Item, ref: str, seed: str) -> tuple[Option, ...]:
    """The prompts of `item` in the order to show: shuffled."""
    return _shuffled(item.prompts, ref, seed)


def _shuffled(options: tuple[Option, ...], ref: str, seed: str) -> tuple[Option, ...]:
    return tuple(sorted(options, key=lambda option: rank(seed, ref, option.id)))
