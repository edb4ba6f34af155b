"""What was done in a sitting of triage, so that it can be counted and taken back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from civicsquiz.bank.origin import Reason


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
    def settled(self) -> bool:
        """Whether something was done that can no longer be undone."""
        return bool(self._settled)

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
