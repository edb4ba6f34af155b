"""A fact: one thing that an article says, in typed slots, with the passage that says it."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from civicsquiz.bank.models import Stance


class Frame(StrEnum):
    """What kind of thing is said, which settles the slots."""

    CASE = "case"
    QUOTATION = "quotation"
    CLAIM = "claim"
    ACTION = "action"
    EVENT = "event"
    DATE = "date"
    QUANTITY = "quantity"
    OFFICE = "office"
    KNOWN = "known"
    ACRONYM = "acronym"
    PROVISION = "provision"
    DEFINITION = "definition"
    REASON = "reason"
    CONTRAST = "contrast"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of a fact: its `text`, and where it stands in the canonical text (-1: derived)."""

    name: str
    text: str
    start: int = -1
    end: int = -1


@dataclass(frozen=True)
class Fact:
    """What an article says: `slots` by name, proven by `text[start:end]` of the article.

    `sentence` is the number of the (first) sentence. `holder` is whose claim it is where the stance
    is not `fact`. `also` are further spans that are needed to prove it (a whole name that stands
    elsewhere), as (start, end).
    """

    frame: Frame
    source: str
    slots: tuple[Slot, ...]
    start: int
    end: int
    sentence: int
    stance: Stance = Stance.FACT
    holder: str = ""
    also: tuple[tuple[int, int], ...] = field(default=(), compare=False)

    def __getitem__(self, name: str) -> str:
        """The text of a slot; empty where the fact has none of that name."""
        return next((slot.text for slot in self.slots if slot.name == name), "")

    def slot(self, name: str) -> Slot:
        """A slot. Raises KeyError where the fact has none of that name."""
        for slot in self.slots:
            if slot.name == name:
                return slot
        raise KeyError(name)

    @cached_property
    def hash(self) -> str:
        """The first 16 hexadecimal digits of the SHA-256 over source, frame and slots, the slots in
        the order of their names and without differences of case, space and quotation marks. How a
        fact was found and how it is worded around its slots does not count."""
        slots = sorted(
            (slot.name, normalised(slot.text)) for slot in self.slots if slot.name not in _ASIDE
        )
        said = json.dumps([self.source, self.frame.value, slots], ensure_ascii=False)
        return hashlib.sha256(said.encode()).hexdigest()[:16]


_ASIDE = frozenset({"manner", "beside", "way", "form", "cut", "preposition", "plural"})
"""Slots that say how a fact is put, not what it is."""


def normalised(text: str) -> str:
    """A text as facts are compared by."""
    return " ".join(_SIGNS.sub(" ", text).casefold().split())


_SIGNS = re.compile(r"[“”\"‘’'.,;:()\[\]]")
