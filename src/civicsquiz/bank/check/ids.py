"""Rules on names that history hangs on, and on the rules that an item silences."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence

from civicsquiz.bank.check.context import Context
from civicsquiz.bank.check.rule import BanksRule, Case, ItemRule, Remark
from civicsquiz.bank.finding import Severity
from civicsquiz.bank.models import Bank, Item

_ALIKE = 0.75
_POSITION = re.compile(r"(?:(?:q|n|no|nr|num|number|item|question|quiz|ex|exercise|task)-?)?\d+")


def _telling(item: Item, _bank: Bank, _context: Context) -> Iterator[Remark]:
    if _POSITION.fullmatch(item.id):
        yield Remark(("id",), f"the id “{item.id}” is a position in a list")


TELLING = ItemRule(
    code="I2",
    name="unstable-id",
    severity=Severity.WARNING,
    trust=True,
    mend="name what it asks, such as trop-year; `formerly:` keeps the history of a renamed item",
    means="An id is a number or a position (12, q12, item-3).",
    why="An id carries the item's history. Positions change as soon as somebody adds or sorts items, "
    "and then answers are counted for another question.",
    bad="id: q12",
    good="id: trop-year",
    check=_telling,
)


def _of_a_topic(item: Item, bank: Bank, _context: Context) -> Iterator[Remark]:
    if item.topic in bank.topics or sum(item.topic == one.topic for one in bank.items) > 1:
        return
    if close := difflib.get_close_matches(item.topic, bank.topics, n=1, cutoff=_ALIKE):
        yield Remark(
            ("topic",),
            f"no other item has the topic “{item.topic}”, and `topics` do not name it",
            f"did you mean “{close[0]}”?",
        )


TOPIC = ItemRule(
    code="I4",
    name="misspelt-topic",
    severity=Severity.WARNING,
    trust=True,
    mend="name the topic under `topics`, or correct it",
    means="One item alone has a topic that is nearly one of those that the bank names.",
    why="A misspelt topic is one of its own: in the statistics, and for whoever asks for the questions "
    "of a topic.",
    bad="topics: {council: The council}\nitems:\n  - topic: councl",
    good="topics: {council: The council}\nitems:\n  - topic: council",
    check=_of_a_topic,
)


def _one_id(cases: Sequence[Case]) -> Iterator[tuple[int, Remark]]:
    first: dict[tuple[str, str], int] = {}
    for number, case in enumerate(cases):
        for name in (case.bank.id, *case.bank.formerly):
            earlier = first.setdefault((case.group, name), number)
            if earlier != number:
                yield (
                    number,
                    Remark(("id",), f"“{name}” is the id of {cases[earlier].name} too"),
                )


ONE_ID = BanksRule(
    code="I3",
    name="bank-id-twice",
    severity=Severity.ERROR,
    trust=True,
    mend="rename one; `formerly:` keeps the history of a renamed bank",
    means="Two of the banks that are checked together have one id. In the library a bank may hide one "
    "of another place (yours, a shipped one); within one place it may not.",
    why="The id carries the history of every answer, and the log could not tell the two apart.",
    bad="id: government   # in civics.yaml and in congress.yaml",
    good="id: government   # and in congress.yaml: id: congress",
    check=_one_id,
)
