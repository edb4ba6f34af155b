"""A town's ferry: an article of which everything can be seen here, and items on it."""

from __future__ import annotations

from typing import Any

from civicsquiz.bank.items import Choice
from civicsquiz.bank.models import Bank, Evidence, Item, Option, Stance, option_id
from civicsquiz.source.card import Card
from civicsquiz.source.selector import Selector
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.coaching import Hint
from civicsquiz.study.coaching.coach import SourceCoach
from civicsquiz.study.question import Question
from civicsquiz.study.selection import question

PAPER = """\
# The ferry at Landing

Landing is a town on a river, and people there have crossed it in many ways. Nobody wrote much of it down before the newspaper came.

## The first boats

Ada Marsh founded the ferry in 1871 with two boats and a crew of nine. The town council paid for the landing, and the state paid for the lamps on both banks.

The toll was five cents for a person and 20 cents for a horse. Farmers called the toll unfair, while the company called it a bargain for everybody.

## Later years

The ice of 1888 destroyed the landing. The mayor of that year, Ben Ortiz, argued that a town should own its crossings. The council bought the ferry for $6,000 in the year after.
"""


def option(text: str, why: str = "") -> Option:
    return Option(option_id(text), text, why)


def common(exact: str, *more: str, **values: Any) -> dict[str, Any]:
    quoted = tuple(Evidence("paper", Selector(text)) for text in (exact, *more))
    return {
        "id": "item", "topic": "topic", "stance": Stance.FACT, "stem": "Which is it?",
        "rationale": "So.", "evidence": quoted, **values,
    }  # fmt: skip


def founder(**values: Any) -> Choice:
    wrong = option("Ben Ortiz", "He was mayor later."), option("Nora Bell", "She wrote of it.")
    made = common("Ada Marsh founded the ferry", stem="Who founded the ferry?")
    return Choice(**{**made, "key": option("Ada Marsh"), "distractors": wrong, **values})


def ladder(item: Item, shelf: Shelf, *others: Item, **more: Any) -> tuple[Hint, ...]:
    return coached(item, shelf, *others, **more)[0].ladder(coached(item, shelf, *others, **more)[1])


def coached(
    item: Item, shelf: Shelf, *others: Item, title: str | None = "The ferry at Landing", **more: Any
) -> tuple[SourceCoach, Question]:
    card = Card("paper", "The Landing paper", title=title)
    bank = Bank(id="bank", title="Bank", cards={"paper": card}, items=(item, *others))
    return SourceCoach(shelf, **more), question(bank, item, "1")


def kinds(hints: tuple[Hint, ...]) -> list[str]:
    return [hint.kind for hint in hints]


def of_kind(hints: tuple[Hint, ...], kind: str) -> str:
    """The text of the first hint of a kind; empty where there is none."""
    return next((hint.text for hint in hints if hint.kind == kind), "")
