"""What a ladder is built from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from civicsquiz.bank.models import Item
from civicsquiz.study.coaching.literal import literal
from civicsquiz.study.coaching.masking import Secrets, Span
from civicsquiz.study.coaching.places import Spot


@dataclass(frozen=True, slots=True)
class Beside:
    """What answers the neighbours that rest on a text: anywhere in it, and in `spans` of it."""

    secrets: Secrets
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Ground:
    """What a ladder is built from: the item, where its proving passages stand and those that differ,
    what must not be read, and what of its neighbours must not be read in a text. `tried` are the ids
    of options that are known to be wrong, `candidates` where the other sentences stand that are offered. `beyond` says
    whether a text of ours answers any other item."""

    item: Item
    spots: tuple[Spot, ...]
    own: Secrets
    beside: Callable[[str], Beside]
    differing: tuple[Spot, ...] = ()
    candidates: tuple[Spot, ...] = ()
    beyond: Callable[[str], bool] = bool
    tried: frozenset[str] = frozenset()

    @property
    def rested_on(self) -> tuple[Spot, ...]:
        """What is to be read to answer. What differs belongs to it where the item compares, and so
        no passage says the key by itself."""
        if self.differing and not any(literal(spot, self.item) for spot in self.spots):
            return (*self.spots, *self.differing)
        return self.spots
