"""Rules on plain words: what we say that a passage says."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from civicsquiz.bank.check import places
from civicsquiz.bank.check.context import Context
from civicsquiz.bank.check.rule import ItemRule, Remark
from civicsquiz.bank.check.words import content_words, is_number, sentences
from civicsquiz.bank.finding import Severity
from civicsquiz.bank.models import Bank, Item

MOST_SENTENCES, MOST_WORDS = 2, 45
_SMALL = 13
"""Smaller numbers count what is said ("two reasons") and are not always figures."""


def _adds(item: Item, _bank: Bank, _context: Context) -> Iterator[Remark]:
    for number, evidence in enumerate(item.evidence):
        if not evidence.plain:
            continue
        selector = evidence.selector
        quoted = set(content_words(f"{selector.prefix} {selector.exact} {selector.suffix}"))
        for word in content_words(evidence.plain):
            if is_number(word) and word not in quoted and Decimal(word) >= _SMALL:
                place = (*places.of_evidence(item, number), "plain")
                yield Remark(place, f"the passage does not have the number {word}")


ADDS = ItemRule(
    code="C4",
    name="plain-adds-number",
    severity=Severity.WARNING,
    mend="say no more than the passage says; what follows from it belongs into `because`",
    means=f"The plain words of a passage have a number from {_SMALL} on that the passage has not.",
    why="They stand under the source’s words as what the source says. A figure that we worked out, or "
    "took from elsewhere, would be put into its mouth.",
    bad="exact: sent to Australia between 1788 and 1868\nplain: For 80 years people were sent there.",
    good="exact: sent to Australia between 1788 and 1868\n"
    "plain: From 1788 to 1868 people were sent to Australia.",
    check=_adds,
)


def _long(item: Item, _bank: Bank, _context: Context) -> Iterator[Remark]:
    for number, evidence in enumerate(item.evidence):
        if not evidence.plain:
            continue
        words, said = len(evidence.plain.split()), len(sentences(evidence.plain))
        if words > MOST_WORDS or said > MOST_SENTENCES:
            yield Remark(
                (*places.of_evidence(item, number), "plain"),
                f"the plain words are {words} words in {said} sentence{'' if said == 1 else 's'}",
            )


LONG = ItemRule(
    code="C5",
    name="plain-too-long",
    severity=Severity.WARNING,
    mend=f"keep to {MOST_SENTENCES} short sentences",
    means=f"The plain words of a passage are more than {MOST_SENTENCES} sentences or {MOST_WORDS} words.",
    why="They are for whom the passage is hard to read. What is longer than the passage is not plainer.",
    bad="plain: <a paragraph>",
    good="plain: The essay says that some prisons held almost three times as many people as they could.",
    check=_long,
)
