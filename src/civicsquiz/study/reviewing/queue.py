"""The queue of a review: which items are asked, and in what order. Pure.

What is due comes the longest due first; of what is due since one day, the lowest predicted recall.
New items follow in the order given. The new are then spread evenly among the others, and items that
get in each other's way are moved apart, across banks (`relations`, `spacing`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import merge
from itertools import islice

from civicsquiz.bank.models import Bank, Item, Status
from civicsquiz.record.cards import Card
from civicsquiz.study.ordering import rank
from civicsquiz.study.relations import relations
from civicsquiz.study.reviewing.limits import Limits
from civicsquiz.study.reviewing.recalling import Recall, recall_on
from civicsquiz.study.selection import BLOCK
from civicsquiz.study.spacing import spaced

LEECH_LAPSES = 8
"""So many lapses make an item a leech, where the settings say nothing else."""

Pair = tuple[Bank, Item]

Find = Callable[[str], Pair | None]
"""The item that goes or went by a ref; None where there is none any more."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An item to be asked. `card` is None where it is new; a `leech` has been forgotten so often that
    asking it once more will not do: its passage is to be read."""

    bank: Bank
    item: Item
    card: Card | None = None
    leech: bool = False

    @property
    def ref(self) -> str:
        """ "bank-id/item-id", as it is now; `card.item` may be an earlier one."""
        return f"{self.bank.id}/{self.item.id}"


@dataclass(frozen=True, slots=True)
class Queue:
    """What is asked, in order.

    `gone` counts the due cards that were looked at and whose items are in no bank any more, or were
    made drafts. `more` says that more is due than the limit lets through.
    """

    entries: tuple[Entry, ...] = ()
    gone: int = 0
    more: bool = False

    @property
    def new(self) -> int:
        """How many items are met for the first time."""
        return sum(entry.card is None for entry in self.entries)

    @property
    def reviews(self) -> int:
        """How many items were met before."""
        return len(self.entries) - self.new

    @property
    def leeches(self) -> frozenset[str]:
        """The refs of the leeches."""
        return frozenset(entry.ref for entry in self.entries if entry.leech)


def build(
    cards: Iterable[Card],
    fresh: Iterable[Pair],
    find: Find,
    *,
    day: date,
    left: Limits,
    seed: str,
    early: Sequence[str] = (),
    wanted: Callable[[Item], bool] = lambda _: True,
    leech_lapses: int = LEECH_LAPSES,
    count: int | None = None,
    recall: Recall = recall_on,
) -> Queue:
    """The queue of `day`.

    Of `cards` those count that are due and were not answered today, and those whose refs are in
    `early`, which come after them in its order. `fresh` are the items that have no card, in the order
    in which they are to be met. `left` is what is left of the day's limits, and `count` bounds the
    whole: what is due goes before what is new. `find` and `fresh` are asked for no more than is
    needed, and items that are not `wanted` are passed over.
    """
    due, pulled = _in_order(cards, day, seed, early, recall)
    most = left.reviews if count is None else min(left.reviews, count)
    chosen: dict[str, Entry] = {}
    gone = looked = 0
    for card in (*due, *pulled):
        if len(chosen) == most:
            break
        looked += 1
        pair = find(card.item)
        if pair is None or pair[1].status is not Status.READY:
            gone += card.due <= day
        elif wanted(pair[1]):
            entry = Entry(*pair, card, card.lapses >= leech_lapses)
            chosen.setdefault(entry.ref, entry)
    more = looked < len(due)
    most_new = left.new if count is None else min(left.new, count - len(chosen))
    unmet = (
        Entry(bank, item)
        for bank, item in (fresh if most_new else ())
        if item.status is Status.READY and wanted(item) and f"{bank.id}/{item.id}" not in chosen
    )
    new = {entry.ref: entry for entry in islice(unmet, most_new)}
    return Queue(apart(_spread(list(chosen.values()), list(new.values()))), gone, more)


def apart(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The same entries, moved only where something is in the way, a block of them at a time."""
    ordered: list[Entry] = []
    for start in range(0, len(entries), BLOCK):
        block = entries[start : start + BLOCK]
        order = spaced(len(block), relations([entry.item for entry in block]))
        ordered += [block[index] for index in order]
    return tuple(ordered)


def _in_order(
    cards: Iterable[Card], day: date, seed: str, early: Collection[str], recall: Recall
) -> tuple[list[Card], list[Card]]:
    """What is due, and what is asked before it is."""
    open_ = [card for card in cards if card.last < day]
    due = sorted(
        (card for card in open_ if card.due <= day),
        key=lambda card: (card.due, recall(card, day), rank(seed, card.item)),
    )
    by_ref = {card.item: card for card in open_ if card.due > day}
    return due, [by_ref[ref] for ref in dict.fromkeys(early) if ref in by_ref]


def _spread(known: Sequence[Entry], new: Sequence[Entry]) -> list[Entry]:
    """The new ones evenly among the known, which come first where both would."""

    def placed(entries: Sequence[Entry], late: int) -> Iterator[tuple[float, int, int, Entry]]:
        for at, entry in enumerate(entries):
            yield (at + 0.5) / len(entries), late, at, entry

    return [entry for *_, entry in merge(placed(known, 0), placed(new, 1), key=lambda it: it[:3])]
