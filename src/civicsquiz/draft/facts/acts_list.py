"""The list of what news tells of, with the words of the Constitution that prove the rule behind it.

It is ours, and closed: the files of `acts/`, by subject, one block to a rule.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from civicsquiz.draft.law import Law

_LEVELS = ("federal", "state", "any")


@dataclass(frozen=True)
class Proof:
    """A key, the words of the law that prove it, and what it rests on among them."""

    key: str
    laws: tuple[Law, ...]
    says: re.Pattern[str]


@dataclass(frozen=True)
class Act:
    """An act of the list: `show` finds it in a sentence, `again` is the gate's own way; `level` is
    that of the government that acts; of what is only a `mention` it is enough that an article speaks, as
    a plan or in anybody's words; what is `wide` nearly all news speaks of; `same` are figures and
    staples that ask the same."""

    name: str
    hints: tuple[str, ...]
    level: str
    show: re.Pattern[str]
    again: re.Pattern[str]
    without: tuple[re.Pattern[str], ...]
    told: str
    ask: str
    proof: Proof
    because: str
    why: str
    wrong: tuple[tuple[str, str], ...]
    same: frozenset[str]
    mention: bool
    wide: bool


@cache
def acts() -> dict[str, Act]:
    """The list, by name, in the order of the files."""
    folder = resources.files(__package__).joinpath("acts")
    files = sorted(folder.iterdir(), key=lambda file: file.name)
    found: dict[str, Act] = {}
    for file in files:
        if file.name.endswith(".txt"):
            for act in read(file.read_text("utf-8")):
                if found.setdefault(act.name, act) is not act:
                    raise ValueError(f"{act.name} stands twice in the list")
    return found


def read(text: str) -> list[Act]:
    """The acts of one file.

    Raises:
        ValueError: a block has no law, or lacks something else.
    """
    blocks = [
        [line.partition(" ")[::2] for line in block.splitlines() if line and line[0] != "#"]
        for block in text.split("\n\n")
    ]
    return [_act(block) for block in blocks if block]


def _act(block: Sequence[tuple[str, str]]) -> Act:
    one = dict(block)
    name = one.get("name", "")
    for needed in ("hint", "show", "again", "told", "ask", "key", "law", "says", "why", "wrong"):
        if not one.get(needed):
            raise ValueError(f"“{name}” has no {needed}")
    if one["at"] not in _LEVELS:
        raise ValueError(f"“{name}” is of no level of government")
    return Act(
        name,
        tuple(one["hint"].split(";")),
        one["at"],
        re.compile(one["show"]),
        re.compile(one["again"]),
        tuple(re.compile(value) for key, value in block if key == "without"),
        one["told"],
        one["ask"],
        Proof(one["key"], _laws(block, name), re.compile(one["says"])),
        one.get("because", ""),
        one["why"],
        tuple(_wrong(value, name) for key, value in block if key == "wrong"),
        frozenset(one.get("same", "").split()),
        one.get("mention") == "yes",
        one.get("wide") == "yes",
    )


def _laws(block: Sequence[tuple[str, str]], name: str) -> tuple[Law, ...]:
    """The words of the law, each with the plain ones that stand right behind it."""
    laws: list[Law] = []
    before = ""
    for key, value in block:
        if key == "law":
            place, bar, words = value.partition(" | ")
            if not bar:
                raise ValueError(f"a law of “{name}” has no place")
            laws.append(Law(place, words))
        elif key == "plain":
            if before != "law":
                raise ValueError(f"plain words of “{name}” stand behind no law")
            laws[-1] = Law(laws[-1].place, laws[-1].words, value)
        before = key
    return tuple(laws)


def _wrong(value: str, name: str) -> tuple[str, str]:
    text, bar, why = value.partition(" | ")
    if not bar:
        raise ValueError(f"a wrong answer of “{name}” does not say why")
    return text, why
