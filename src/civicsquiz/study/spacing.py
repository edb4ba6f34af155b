"""Keeping apart what gets in each other's way, in an order that is otherwise left as it is.

At least `GAP` other items stand between two that are near each other, and an item that gives
another away comes after it, wherever the number of items allows it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
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
    crowd = [len(near) for near in known.near]
    early = [len(given) for given in known.gives_away]
    givers = _givers(known)
    order: list[int] = []
    while left:
        close = Counter(near for last in order[-GAP:] for near in known.near[last])
        scarce_from = 0 if by_degree else (len(left) - 1) / (GAP + 1)
        easy = max(map(crowd.__getitem__, left)) < scarce_from
        best, taken = (count * count, 0), left[0]
        for index in left:
            crowded = -crowd[index] if crowd[index] >= scarce_from else 0
            badness = close[index] + 2 * early[index], crowded
            if badness < best:
                best, taken = badness, index
                if easy and badness == (0, 0):
                    break
        left.remove(taken)
        order.append(taken)
        for index in known.near[taken]:
            crowd[index] -= 1
        for index in givers[taken]:
            early[index] -= 1
    return order


def _mended(order: list[int], known: Relations) -> list[int]:
    """Move items that stand badly to where they do least harm."""
    least = _cost(order, known)
    givers = _givers(known)
    for index in list(_standing_badly(order, known))[: _TRIES // len(order)]:
        rest = [other for other in order if other != index]
        costs = _costs_with(index, rest, known, givers[index])
        if min(costs) < least:
            least = min(costs)
            at = costs.index(least)
            order = [*rest[:at], index, *rest[at:]]
        if not least:
            break
    return order


def _costs_with(
    index: int, rest: Sequence[int], known: Relations, givers: Collection[int]
) -> list[int]:
    """The cost of `rest` with item `index` put into it, for each place from first to last."""
    near, given = known.near[index], known.gives_away[index]
    settled = _cost(rest, known)
    early = 2 * len(given)
    costs = []
    for at in range(len(rest) + 1):
        beside = sum(other in near for other in rest[max(0, at - GAP) : at + GAP])
        parted = sum(
            rest[one + GAP] in known.near[rest[one]]
            for one in range(max(0, at - GAP), min(at, len(rest) - GAP))
        )
        costs.append(settled + beside - parted + early)
        if at < len(rest):
            early += 2 * ((rest[at] in givers) - (rest[at] in given))
    return costs


def _givers(known: Relations) -> list[set[int]]:
    """For each item those that give it away."""
    givers: list[set[int]] = [set() for _ in known.near]
    for giver, given in enumerate(known.gives_away):
        for index in given:
            givers[index].add(giver)
    return givers


def _cost(order: Sequence[int], known: Relations) -> int:
    """1 for each pair that stands too close, 2 for each item given away before it is asked; of the
    items in `order`, which need not be all."""
    cost = 0
    place = {index: at for at, index in enumerate(order)}
    for at, index in enumerate(order):
        cost += len(known.near[index].intersection(order[at + 1 : at + 1 + GAP]))
        cost += 2 * sum(place.get(given, -1) > at for given in known.gives_away[index])
    return cost


def _standing_badly(order: Sequence[int], known: Relations) -> Iterator[int]:
    place = {index: at for at, index in enumerate(order)}
    for at, index in enumerate(order):
        if known.near[index].intersection(order[max(0, at - GAP) : at]) or any(
            place[given] > at for given in known.gives_away[index]
        ):
            yield index
