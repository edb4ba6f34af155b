"""Rules on what a bank gives away as a whole: where its keys stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from civicsquiz.bank.check.context import Context
from civicsquiz.bank.check.figures import figure
from civicsquiz.bank.check.rule import BankRule, Remark
from civicsquiz.bank.finding import Severity
from civicsquiz.bank.items import Choice, TrueFalse
from civicsquiz.bank.models import Bank, Item

FEWEST_NUMERIC = 4
FEWEST_TRUE_FALSE = 6
CHANCE = 0.02
"""The probability under which so many keys of one rank are no accident."""
LARGEST_SHARE = 0.75


def rank(item: Item) -> tuple[int, int] | None:
    """Where the key stands among the options by size (from 0) and how many there are; None where
    the options are not all figures of one kind."""
    if not isinstance(item, Choice):
        return None
    figures = [figure(option.text) for option in item.options]
    known = [found for found in figures if found is not None]
    if len(known) != len(figures) or len({(found.unit, found.kind) for found in known}) != 1:
        return None
    return sum(found.value < known[0].value for found in known), len(known)


def at_least(hits: int, chances: Sequence[float]) -> float:
    """The probability of at least `hits` successes in independent trials with these chances."""
    spread = [1.0]
    for chance in chances:
        spread = [
            (spread[at] if at < len(spread) else 0.0) * (1 - chance)
            + (spread[at - 1] * chance if at else 0.0)
            for at in range(len(spread) + 1)
        ]
    return sum(spread[hits:])


def _ranks(bank: Bank, _context: Context) -> Iterator[Remark]:
    found = [(at, item, place) for at, item in enumerate(bank.items) if (place := rank(item))]
    if len(found) < FEWEST_NUMERIC:
        return
    for what in ("the smallest", "the largest", "in the middle"):
        hits = [(at, item) for at, item, (key, count) in found if _stands(key, count) == what]
        chances = [_chance(what, count) for _, _, (_, count) in found]
        if at_least(len(hits), chances) < CHANCE:
            ids = tuple(item.id for _, item in hits)
            yield Remark(
                ("items", hits[0][0], "key"),
                f"the key is {what} in {len(hits)} of {len(found)} items with figures: "
                + _listed(ids),
                concerns=ids,
            )


def _stands(key: int, count: int) -> str:
    if key == 0:
        return "the smallest"
    return "the largest" if key == count - 1 else "in the middle"


def _chance(what: str, count: int) -> float:
    """The probability that the key of `count` figures stands so by accident."""
    return 1 - 2 / count if what == "in the middle" else 1 / count


def _listed(ids: Sequence[str], most: int = 8) -> str:
    return ", ".join(ids[:most]) + (", …" if len(ids) > most else "")


RANKS = BankRule(
    code="O8",
    name="key-rank-unbalanced",
    severity=Severity.WARNING,
    mend="choose distractors on the other side of some keys",
    means=f"Over the items whose options are all figures (at least {FEWEST_NUMERIC} of them) the key "
    "is the smallest, the largest or in the middle more often than chance allows: a bank whose keys "
    f"stood anywhere would come to it with a probability under {CHANCE:.0%}.",
    why="Figures are shown in order, so a rank is a place on the screen. Writers put the key in the "
    "middle, and students know it (Haladyna, Downing & Rodriguez 2002: vary the location of the "
    "right answer).",
    bad="keys 1958 of 1947 1958 1967 1976, 500 of 250 500 750, …: always in the middle",
    good="keys 1958 of 1947 1952 1955 1958, 500 of 500 1,000 2,000, …: now here, now there",
    check=_ranks,
)


def _judgements(bank: Bank, _context: Context) -> Iterator[Remark]:
    found = [(at, item) for at, item in enumerate(bank.items) if isinstance(item, TrueFalse)]
    if len(found) < FEWEST_TRUE_FALSE:
        return
    for key, word in ((True, "true"), (False, "false")):
        hits = [(at, item) for at, item in found if item.key is key]
        if len(hits) > LARGEST_SHARE * len(found):
            ids = tuple(item.id for _, item in hits)
            yield Remark(
                ("items", hits[0][0], "key"),
                f"{len(hits)} of {len(found)} true-false items are {word}: " + _listed(ids),
                concerns=ids,
            )


JUDGEMENTS = BankRule(
    code="T5",
    name="true-false-unbalanced",
    severity=Severity.WARNING,
    mend="turn some statements round",
    means=f"Of the true-false items (at least {FEWEST_TRUE_FALSE}) more than three quarters have the "
    "same key.",
    why="Whoever answers them all alike would be told that they know three quarters of it.",
    bad="keys: true true true true true false",
    good="keys: true false false true true false",
    check=_judgements,
)
