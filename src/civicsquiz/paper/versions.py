"""The versions of a worksheet: the same questions, each time in another order."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from civicsquiz.bank.models import Bank
from civicsquiz.errors import UsageError
from civicsquiz.study.question import Question
from civicsquiz.study.selection import select

MOST_VERSIONS = len(ascii_uppercase)
_TRIES = 20


@dataclass(frozen=True)
class Sheet:
    """One version of a worksheet, by its letter; `seed` is the one that was asked for."""

    bank: Bank
    letter: str
    seed: str
    questions: tuple[Question, ...]

    @property
    def code(self) -> str:
        """Six characters that stand on the worksheet and on its key. They change with anything that
        is asked and with every order, so that a key of another sheet is noticed."""
        shown = [part for each in self.questions for part in (each.revision.hash, *each.shown)]
        return hashlib.sha256("\0".join(shown).encode()).hexdigest()[:6]


def sheets(
    bank: Bank,
    *,
    seed: str,
    versions: int = 1,
    count: int | None = None,
    topics: Collection[str] = (),
    types: Collection[str] = (),
    items: Collection[str] = (),
    unproven: bool = False,
) -> tuple[Sheet, ...]:
    """The versions, from A on, over the questions that `select` gives for the seed.

    A has the order that a quiz with this seed has. The others differ from it and from each other in
    the order of the questions, unless there are too few that keep apart what must be kept apart.

    Raises:
        UsageError: too many versions, or whatever `select` refuses.
    """
    if versions > MOST_VERSIONS:
        raise UsageError(f"There are at most {MOST_VERSIONS} versions of a sheet, not {versions}.")
    first = select(
        [bank], seed=seed, count=count, topics=topics, types=types, items=items, unproven=unproven
    )
    made = [Sheet(bank, "A", seed, first)]
    for letter in ascii_uppercase[1:versions]:
        made.append(Sheet(bank, letter, seed, _otherwise(bank, f"{seed}-{letter}", made)))
    return tuple(made)


def _otherwise(bank: Bank, seed: str, made: Sequence[Sheet]) -> tuple[Question, ...]:
    """The questions of the sheets that are made, if possible in an order that none of them has."""
    orders = [[question.ref for question in sheet.questions] for sheet in made]
    questions = select([bank], seed=seed, items=orders[0], unproven=True)
    for attempt in range(1, _TRIES):
        if [question.ref for question in questions] not in orders:
            break
        questions = select([bank], seed=f"{seed}-{attempt}", items=orders[0], unproven=True)
    return questions
