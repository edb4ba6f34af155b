"""What is to be known of an item for it to be judged: what the rules find, and how its key stands."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from civicsquiz.bank.check.context import Context, Proving, context_of
from civicsquiz.bank.check.proof import standing
from civicsquiz.bank.check.run import between, judge
from civicsquiz.bank.editing import forms
from civicsquiz.bank.finding import Severity
from civicsquiz.bank.models import Bank, Item, Status
from civicsquiz.bank.origin import Reason
from civicsquiz.source.selector import NoMatch
from civicsquiz.source.shelf import Proof, Shelf


class Done(StrEnum):
    """What can be done with an item, and undone."""

    ACCEPTED = "accepted"
    EDITED = "edited"
    """Changed, and accepted with it."""
    CHANGED = "changed"
    """Changed, and still to be judged."""
    REJECTED = "rejected"
    GIVEN = "given a passage"
    SKIPPED = "skipped"

    @property
    def judged(self) -> bool:
        """Whether the item is settled with it."""
        return self in (Done.ACCEPTED, Done.EDITED, Done.REJECTED)


@dataclass(frozen=True, slots=True)
class Step:
    """Something done that can be undone: with which item, where it stood in the queue, and how to do
    it once more."""

    item: str
    done: Done
    at: int
    act: Callable[[], object]
    reason: Reason | None = None


class Ledger:
    """What was done in a sitting, in its order. What was taken back does not count."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        """What can be undone, the last of them first of all."""
        self._settled: list[Step] = []

    def settle(self) -> None:
        """From here on nothing of what was done can be undone."""
        self._settled += self.steps
        self.steps.clear()

    @property
    def judged(self) -> int:
        """How many items were judged."""
        return sum(step.done.judged for step in self._all)

    @property
    def tally(self) -> Counter[Done]:
        """How often each thing was done."""
        return Counter(step.done for step in self._all)

    @property
    def reasons(self) -> Counter[Reason]:
        """How often each reason was given for a rejection."""
        return Counter(step.reason for step in self._all if step.reason is not None)

    @property
    def _all(self) -> tuple[Step, ...]:
        return (*self._settled, *self.steps)


@dataclass(frozen=True, slots=True)
class Flaw:
    """What a rule says of an item being judged or edited; `place` leads to a value in the item. With
    an `error` the bank fails its check."""

    code: str
    place: tuple[str | int, ...]
    message: str
    mend: str = ""
    error: bool = True


_NEAR = 150
"""Among so many items of its sources, the last of them, one that is judged is looked at."""


class Bench:
    """Looks at the items of a bank as `civicsquiz check` does."""

    def __init__(self, bank: Bank, shelf: Shelf, today: datetime.date) -> None:
        self._bank = bank
        self._today = today
        self._context = context_of(bank, shelf, today)

    def flaws(self, item: Item) -> list[Flaw]:
        """What the rules say of an item."""
        for number, evidence in enumerate(item.evidence):
            if evidence.source not in self._context.sources:
                told = f"the bank has no source “{evidence.source}”"
                return [Flaw("F7", ("evidence", number, "source"), told, "give its card")]
        return [
            Flaw(
                rule.code,
                tuple(remark.place),
                remark.message,
                remark.mend or rule.mend,
                rule.severity is Severity.ERROR,
            )
            for rule, remark in judge(item, self._bank, self._context)
        ]

    def between(self, item: Item, others: Sequence[Item]) -> list[Flaw]:
        """What the rules on a bank as a whole would say of an item if it stood among `others`, the
        items that may be asked: that one gives the other's key away, or asks the same."""
        sources = {evidence.source for evidence in item.evidence}
        near = [
            other
            for other in others
            if other.id != item.id and any(one.source in sources for one in other.evidence)
        ][-_NEAR:]
        if not near or any(name not in self._bank.cards for name in sources):
            return []
        whole = replace(self._bank, items=(*near, replace(item, status=Status.READY)), rejected=())
        return [
            Flaw(
                rule.code,
                ("stem",),
                remark.message,
                remark.mend or rule.mend,
                rule.severity is Severity.ERROR,
            )
            for rule, remark in between(whole, Context(self._context.sources, self._today))
            if remark.place[:2] == ("items", len(near)) or item.id in remark.concerns
        ]

    def flaws_of(self, values: Mapping[str, Any]) -> list[Flaw]:
        """What the rules say of the values of an item: first what keeps them from being one."""
        if faults := forms.faults(values):
            return [Flaw(code, place, message, mend) for place, code, message, mend in faults]
        return self.flaws(forms.read(values))

    def stale(self, item: Item) -> bool:
        """Whether an item quotes what its article, which is at hand, no longer says."""
        return any(
            self._context.proof(evidence.source) is Proof.ARTICLE
            and isinstance(self._context.result(evidence), NoMatch)
            for evidence in item.evidence
        )

    def proven(self, item: Item) -> bool:
        """Whether the passages of an item prove its key, as they stand or by its `because`."""
        return bool(item.evidence) and standing(item, self._bank, self._context) != "unproven"

    def proving(self, item: Item) -> tuple[Proving, ...]:
        """The words that prove an item."""
        return self._context.proving(item)
