"""How each type of item is answered: the response text, the response that the log holds, the mark.

A **response text** is what a key, a click or a line amounts to: "2", "1 3", "1b 2a 3c", "3 1 2", or
what was typed. A **response** is the same by ids (see `bank.models.Item`), so that it means the same
whatever the order on the screen. One module a manner of answering:

    choosing    one option                      choice, true-false, evidence
    several     some of the options             multiple
    pairing     an option for each prompt       match
    ordering    all options in an order         order
    typing      a word, or a number             short, number
"""

from __future__ import annotations

from importlib import import_module
from typing import cast

from civicsquiz.bank.models import Item
from civicsquiz.study.answering.manner import Manner, Offer

__all__ = ["Manner", "Offer", "manner_of"]

_MANNERS = {
    "choice": ("choosing", "MANNER"),
    "true-false": ("choosing", "JUDGEMENT"),
    "evidence": ("choosing", "MANNER"),
    "multiple": ("several", "MANNER"),
    "match": ("pairing", "MANNER"),
    "order": ("ordering", "MANNER"),
    "short": ("typing", "WORDS"),
    "number": ("typing", "NUMBER"),
}


def manner_of(item: Item) -> Manner:
    """How an item is answered. Its module is loaded when it is first asked for: a quiz begins
    without those of other types."""
    module, name = _MANNERS[item.type]
    return cast("Manner", getattr(import_module(f"{__name__}.{module}"), name))
