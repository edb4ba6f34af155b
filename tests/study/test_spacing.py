"""Keeping items apart: as well as their number allows, and not more than needed."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.study.relations import Relations
from civicsquiz.study.spacing import GAP, _cost, _costs_with, _givers, spaced


def related(near: set[tuple[int, int]], gives: set[tuple[int, int]], count: int) -> Relations:
    both = near | gives
    both |= {(other, one) for one, other in both}
    return Relations(
        tuple(frozenset(b for a, b in both if a == at) for at in range(count)),
        tuple(frozenset(b for a, b in gives if a == at) for at in range(count)),
    )


def pairs(count: int) -> st.SearchStrategy[set[tuple[int, int]]]:
    places = st.integers(0, max(0, count - 1))
    return st.sets(st.tuples(places, places).filter(lambda pair: pair[0] != pair[1]), max_size=6)


SMALL = st.integers(2, 6).flatmap(lambda n: st.tuples(st.just(n), pairs(n), pairs(n)))
LARGE = st.integers(2, 40).flatmap(lambda n: st.tuples(st.just(n), pairs(n), pairs(n)))


@given(LARGE)
def test_nothing_is_lost(case: tuple[int, set[tuple[int, int]], set[tuple[int, int]]]) -> None:
    """The order is a permutation, and never worse than before."""
    count, near, gives = case
    known = related(near, gives, count)
    order = spaced(count, known)
    assert sorted(order) == list(range(count))
    assert _cost(order, known) <= _cost(range(count), known)


@given(SMALL)
def test_as_good_as_can_be(case: tuple[int, set[tuple[int, int]], set[tuple[int, int]]]) -> None:
    """Where some order has no two near items together and gives nothing away, one such is found."""
    count, near, gives = case
    known = related(near, gives, count)
    if any(_cost(order, known) == 0 for order in permutations(range(count))):
        assert _cost(spaced(count, known), known) == 0


@given(st.lists(st.integers(1, 6), min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_groups_on_one_passage(sizes: list[int], random: object) -> None:
    """Items on one passage have two others between them, where there are enough others."""
    groups = [group for group, size in enumerate(sizes) for _ in range(size)]
    random.shuffle(groups)  # type: ignore[attr-defined]
    count = len(groups)
    near = {
        (one, other)
        for one in range(count)
        for other in range(count)
        if one != other and groups[one] == groups[other]
    }
    known = related(near, set(), count)
    largest = max(sizes)
    if (largest - 1) * (GAP + 1) + sizes.count(largest) <= count:
        assert _cost(spaced(count, known), known) == 0


@given(LARGE, st.data())
def test_the_cost_of_each_place(
    case: tuple[int, set[tuple[int, int]], set[tuple[int, int]]], data: st.DataObject
) -> None:
    """What an item costs at each place is what the order with it there costs."""
    count, near, gives = case
    known = related(near, gives, count)
    order = data.draw(st.permutations(range(count)))
    index, rest = order[0], order[1:]
    assert _costs_with(index, rest, known, _givers(known)[index]) == [
        _cost([*rest[:at], index, *rest[at:]], known) for at in range(count)
    ]


def test_an_order_that_is_good_stays() -> None:
    """Without anything in the way, and with everything apart already, nothing is moved."""
    assert spaced(5, related(set(), set(), 5)) == [0, 1, 2, 3, 4]
    assert spaced(5, related({(0, 3)}, {(4, 1)}, 5)) == [0, 1, 2, 3, 4]


def test_what_gives_away_comes_after() -> None:
    """An item that shows another's key is asked after it, even where they cannot be kept apart."""
    assert spaced(2, related(set(), {(0, 1)}, 2)) == [1, 0]
    order = spaced(6, related(set(), {(0, 4)}, 6))
    assert order.index(0) - order.index(4) > GAP


def test_two_that_give_each_other_away() -> None:
    """Where no order is right, both are asked all the same, as far apart as can be."""
    order = spaced(4, related(set(), {(0, 1), (1, 0)}, 4))
    assert abs(order.index(0) - order.index(1)) == 3
