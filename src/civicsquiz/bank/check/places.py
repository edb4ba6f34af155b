"""Where in the file the parts of an item stand: rules speak of options, findings of lines."""

from __future__ import annotations

from collections.abc import Iterator

from civicsquiz.bank.check.rule import Place
from civicsquiz.bank.items import Choice, FindEvidence, Match, Multiple, Order, TrueFalse
from civicsquiz.bank.models import Item, Option


def of_option(item: Item, at: int) -> Place:
    """Where the option `at` (of `item.options`) is written."""
    first_wrong = len(item.options) - len(distractors(item))
    if at >= first_wrong:
        text = "exact" if isinstance(item, FindEvidence) else "text"
        return ("distractors", at - first_wrong, text)
    if isinstance(item, Match):
        return ("key", [right for _, right in item.pairs].index(item.options[at]), "right")
    return ("key", at) if isinstance(item, (Multiple, Order)) else ("key",)


def of_evidence(item: Item, number: int) -> Place:
    """Where the passage `number` (of `item.evidence`) is quoted. Of an item that asks for a sentence
    the key comes first among them, and the distractors last."""
    if not isinstance(item, FindEvidence):
        return ("evidence", number)
    first_wrong = len(item.evidence) - len(item.distractors)
    if number >= first_wrong:
        return ("distractors", number - first_wrong)
    return ("evidence", number - 1) if number else ("key",)


def distractors(item: Item) -> tuple[Option, ...]:
    """The wrong options, in the order of the file's `distractors`."""
    if isinstance(item, (Choice, FindEvidence, Multiple, Match)):
        return item.distractors
    return item.options[1:] if isinstance(item, TrueFalse) else ()


def whys(item: Item) -> Iterator[tuple[Place, str]]:
    """Why what is wrong is wrong, each with its place."""
    for number, option in enumerate(distractors(item)):
        if option.why:
            yield ("distractors", number, "why"), option.why
    for number, miss in enumerate(item.misses):
        yield ("misses", number, "why"), miss.why
