"""What a manner of answering can do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

from civicsquiz.bank.models import Item, Option
from civicsquiz.errors import ResponseError

LONGEST = 200
"""Characters of a typed answer."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What somebody answers to: prompts and options in the order shown, both numbered from 1."""

    item: Item
    prompts: tuple[Option, ...]
    options: tuple[Option, ...]


class Manner(Protocol):
    """Reads, writes and grades the responses to one type of item."""

    def read(self, offer: Offer, text: str) -> tuple[str, ...]:
        """The response that a text means, in its one canonical form.

        Raises:
            ResponseError: it means none, or is incomplete; the sentence says what would do.
        """

    def write(self, offer: Offer, response: tuple[str, ...]) -> str:
        """The canonical text of a response; `read` leads back.

        Raises:
            ResponseError: the response names what is not offered.
        """

    def grade(self, item: Item, response: tuple[str, ...]) -> float:
        """The mark, from 0 to 1; 0 for no response. It does not depend on any order shown."""


def numbers(text: str, most: int) -> list[int]:
    """The numbers from 1 to `most` in a text: "1 3", "1,3", and with at most nine also "13".

    Raises:
        ResponseError: something else stands there, or a number twice.
    """
    if most <= 9 and re.fullmatch(r"[1-9]+", text):
        found = list(text)
    else:
        found = [part for part in re.split(r"[\s,;.)>-]+|and", text) if part]
    for part in found:
        if not re.fullmatch(r"[0-9]{1,4}", part) or not 1 <= int(part) <= most:
            raise ResponseError(f"Type numbers from 1 to {most}.")
    values = [int(part) for part in found]
    for value in values:
        if values.count(value) > 1:
            raise ResponseError(f"{value} stands twice.")
    return values


def listed(values: list[int]) -> str:
    """Numbers as they are read out: "2", "2 and 4", "1, 2 and 4"."""
    *first, last = map(str, values)
    return f"{', '.join(first)} and {last}" if first else last


def place(options: tuple[Option, ...], option_id: str) -> int:
    """The number, from 1, of an option.

    Raises:
        ResponseError: it is not among them.
    """
    for number, option in enumerate(options, 1):
        if option.id == option_id:
            return number
    raise ResponseError(f"There is no option “{option_id}” here.")
