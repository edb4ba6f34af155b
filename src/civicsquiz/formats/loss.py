"""What could not be carried from one form into another: said by item and field, never in silence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Loss:
    """`item` is the id of an item, or the place of a question in a foreign file; empty where it is of the
    whole file. `field` is the part of it, in the words of the bank's form; empty where it is all of it.
    `told` says in one sentence what became of it."""

    item: str
    field: str
    told: str

    def __str__(self) -> str:
        return ": ".join(filter(None, (self.item, self.field, self.told)))
