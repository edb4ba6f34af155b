"""Keeping apart what gets in each other's way, in an order that is otherwise left as it is.

At least `GAP` other items stand between two that are near each other, and an item that gives
another away comes after it, wherever the number of items allows it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations

from civicsquiz.study.relations import Relations

GAP = 2
_FEW = 7
"""Up to so many items the best of all orders is taken; that takes some 40 ms at most."""

_TRIES = 1200
"""How many places are tried, beyond that, for items that stand badly: a bound on the time."""


def spaced(count: int, known: Relations) -> list[int]:
    """The indices 0 to `count` - 1, rearranged only where something is in the way."""
    best = list(range(count))
    least = _cost(best, known)
    for by_degree in (False, True):
        if least:
            candidate = _mended(_greedy(count, known, by_degree=by_degree), known)
            if (cost := _cost(candidate, known)) < least:
                best, least = candidate, cost
    if least and count <= _FEW:
        orders = map(list, permutations(range(count)))
        best = min(orders, key=lambda order: _cost(order, known))
    return best


def _greedy(count: int, known: Relations, *, by_degree: bool) -> list[int]:
    """Take the first item that stands well after those taken; items with many near ones go first
    as soon as the places get scarce (`by_degree`: always)."""
    left = list(range(count))
    unplaced = set(left)
    order: list[int] = []
    while left:
        crowd = {index: len(known.near[index] & unplaced) for index in left}

        def badness(index: int, crowd: dict[int, int] = crowd) -> tuple[int, int]:
            close = len(known.near[index].intersection(order[-GAP:]))
            early = 2 * len(known.gives_away[index] & unplaced)
            scarce = by_degree or crowd[index] * (GAP + 1) + 1 >= len(unplaced)
            return close + early, -crowd[index] if scarce else 0

        taken = min(left, key=badness)
        left.remove(taken)
        unplaced.remove(taken)
        order.append(taken)
    return order


def _mended(order: list[int], known: Relations) -> list[int]:
    """Move items that stand badly to where they do least harm."""
    least = _cost(order, known)
    for index in list(_standing_badly(order, known))[: _TRIES // len(order)]:
        rest = [other for other in order if other != index]
        for at in range(len(order)):
            candidate = [*rest[:at], index, *rest[at:]]
            if (cost := _cost(candidate, known)) < least:
                order, least = candidate, cost
        if not least:
            break
    return order


def _cost(order: Sequence[int], known: Relations) -> int:
    """1 for each pair that stands too close, 2 for each item given away before it is asked."""
    cost = 0
    place = {index: at for at, index in enumerate(order)}
    for at, index in enumerate(order):
        cost += len(known.near[index].intersection(order[at + 1 : at + 1 + GAP]))
        cost += 2 * sum(place[given] > at for given in known.gives_away[index])
    return cost


def _standing_badly(order: Sequence[int], known: Relations) -> Iterator[int]:
    place = {index: at for at, index in enumerate(order)}
    for at, index in enumerate(order):
        if known.near[index].intersection(order[max(0, at - GAP) : at]) or any(
            place[given] > at for given in known.gives_away[index]
        ):
            yield index
