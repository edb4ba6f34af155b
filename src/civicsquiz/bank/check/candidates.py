"""Rules on sentences offered as answers: the others must be wrong, and all short enough to read."""

from __future__ import annotations

from collections.abc import Iterator

from civicsquiz.bank.check import places
from civicsquiz.bank.check.context import Context
from civicsquiz.bank.check.rule import ItemRule, Remark
from civicsquiz.bank.check.words import content_words
from civicsquiz.bank.finding import Severity
from civicsquiz.bank.items import FindEvidence
from civicsquiz.bank.models import Bank, Evidence, Role
from civicsquiz.source.shelf import Placed

LONGEST = 60
"""Words of one sentence among which somebody has to choose."""


def _apart(item: FindEvidence, _bank: Bank, context: Context) -> Iterator[Remark]:
    proving = item.evidence_in(Role.PROVES)
    for number, candidate in enumerate(item.evidence):
        if candidate.role is not Role.CANDIDATE:
            continue
        place = places.of_evidence(item, number)
        if any(_overlap(candidate, other, context) for other in proving):
            yield Remark((*place, "exact"), "this passage overlaps with one that proves")
        elif _same_words(candidate.selector.exact, item.key.text):
            yield Remark((*place, "exact"), "this passage has the same words as the key")


def _overlap(one: Evidence, other: Evidence, context: Context) -> bool:
    """Whether two quotations share words of their source."""
    if one.source != other.source:
        return False
    mine, theirs = context.result(one), context.result(other)
    if isinstance(mine, Placed) and isinstance(theirs, Placed):
        return mine.start < theirs.end and theirs.start < mine.end
    words, others = one.selector.exact, other.selector.exact
    return words in others or others in words


def _same_words(one: str, other: str) -> bool:
    """Whether all words of one stand in the other: two sources quote the same speech."""
    mine, theirs = set(content_words(one)), set(content_words(other))
    return min(len(mine), len(theirs)) > 1 and (mine <= theirs or theirs <= mine)


APART = ItemRule(
    code="E7",
    name="wrong-sentence-proves",
    severity=Severity.ERROR,
    types=(FindEvidence,),
    mend="offer another passage, one that comes near and still does not say it",
    means="A passage that is offered as a wrong answer overlaps with the key, or with another passage "
    "that proves, in its source; or it has all words of the key, or the key has all of its.",
    why="What says the same words proves the same thing: a right answer would be marked wrong.",
    bad="key: {source: npr, exact: But it’s a very generous offer.}\n"
    "distractors: [{source: npr, exact: it’s a very generous offer}]",
    good="distractors: [{source: npr, exact: There are obviously legalities involved.}]",
    check=_apart,
)


def _short(item: FindEvidence, _bank: Bank, _context: Context) -> Iterator[Remark]:
    for at, option in enumerate(item.options):
        words = len(option.text.split())
        if words > LONGEST:
            yield Remark(
                places.of_option(item, at),
                f"the passage has {words} words to choose by, over {LONGEST}",
            )


SHORT = ItemRule(
    code="E8",
    name="sentence-too-long",
    severity=Severity.WARNING,
    types=(FindEvidence,),
    mend="quote the clause that decides",
    means=f"A passage among which somebody has to choose has more than {LONGEST} words.",
    why="Three or four of them have to be read side by side, on one screen of 24 lines.",
    bad="exact: <three sentences, of which one answers the question>",
    good="exact: <the one>",
    check=_short,
)
