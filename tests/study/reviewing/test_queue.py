"""The queue of a day: what is due, within the limits, nothing twice, and kept apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.study.reviewing.things import TODAY, bank, card, choice, day

from civicsquiz.bank.models import Bank, Item, Status
from civicsquiz.record.cards import Card
from civicsquiz.study.reviewing.limits import Done, Limits, done_on
from civicsquiz.study.reviewing.queue import Pair, Queue, build
from civicsquiz.study.selection import BLOCK
from civicsquiz.study.spacing import GAP

Names = st.integers(0, 11).map(lambda at: f"i{at}")
Cards = st.lists(
    st.builds(
        lambda name, last, ahead, lapses, strength: card(
            f"bank/{name}", last=-last, due=ahead - last, lapses=lapses, stability=strength
        ),
        Names, st.integers(0, 30), st.integers(1, 40), st.integers(0, 12), st.floats(0.1, 300),
    ),
    unique_by=lambda card: card.item,
    max_size=12,
)  # fmt: skip
Amount = st.integers(0, 8)


def whole() -> Bank:
    """Twelve items, some of which rest on one passage, and one of which is a draft."""
    items = [
        choice(f"i{at}", quotes=f"group{at % 3}a group{at % 3}b group{at % 3}c group{at % 3}d")
        for at in range(8)
    ]
    return bank(
        *items, *(choice(f"i{at}") for at in range(8, 11)), choice("i11", status=Status.DRAFT)
    )


WHOLE = whole()
BY_REF: dict[str, Pair] = {f"bank/{item.id}": (WHOLE, item) for item in WHOLE.items}


def queue(cards: list[Card], **more: object) -> Queue:
    values: dict[str, object] = {"day": TODAY, "left": Limits(5, 5), "seed": "1"} | more
    known = {card.item for card in cards}
    fresh = [pair for ref, pair in BY_REF.items() if ref not in known]
    return build(cards, fresh, BY_REF.get, **values)  # type: ignore[arg-type]


def ids(made: Queue) -> list[str]:
    return [entry.item.id for entry in made.entries]


@given(cards=Cards, new=Amount, reviews=Amount, count=st.none() | st.integers(1, 9), seed=st.text())
def test_what_a_queue_holds(
    cards: list[Card], new: int, reviews: int, count: int | None, seed: str
) -> None:
    """Never more than the limits, nothing twice, nothing that is not due, no draft; and as much as
    the limits let through."""
    made = queue(cards, left=Limits(new, reviews), count=count, seed=seed)
    due = {one.item for one in cards if one.due <= TODAY and one.last < TODAY}
    askable = due - {"bank/i11"}
    assert made.reviews <= reviews
    assert made.new <= new
    assert len(made.entries) <= (count or 99)
    assert len(set(ids(made))) == len(made.entries)
    assert {entry.ref for entry in made.entries if entry.card} <= askable
    assert all(entry.item.status is Status.READY for entry in made.entries)
    assert made.reviews == min(len(askable), reviews, count or 99)
    unknown = set(BY_REF) - {one.item for one in cards} - {"bank/i11"}
    assert made.new == min(len(unknown), new, (count or 99) - made.reviews)


@given(cards=Cards, seed=st.text(), order=st.randoms(use_true_random=False))
def test_the_order_is_decided(cards: list[Card], seed: str, order: Callable[..., None]) -> None:
    """The same cards and seed give the same queue, whatever order the cards come in."""
    first = queue(cards, seed=seed)
    order.shuffle(cards)  # type: ignore[attr-defined]
    assert queue(cards, seed=seed) == first


@given(cards=Cards, reviews=Amount)
def test_a_limit_lets_the_most_overdue_through(cards: list[Card], reviews: int) -> None:
    """None that is left out has been due for longer than one that is asked."""
    made = queue(cards, left=Limits(0, reviews))
    asked = {entry.ref for entry in made.entries}
    waiting = [
        one.due for one in cards
        if one.due <= TODAY and one.last < TODAY and one.item not in asked | {"bank/i11"}
    ]  # fmt: skip
    latest = max((entry.card.due for entry in made.entries if entry.card), default=None)
    assert latest is None or all(one >= latest for one in waiting)
    assert not waiting or made.more


@given(cards=Cards, seed=st.text())
def test_items_on_one_passage_are_kept_apart(cards: list[Card], seed: str) -> None:
    """Two others between them, wherever one order of these items allows that."""
    made = queue(cards, left=Limits(4, 8), seed=seed)
    groups = [int(name[1:]) % 3 if int(name[1:]) < 8 else None for name in ids(made)]
    sizes = [groups.count(group) for group in range(3)]
    fits = (
        len(groups)
        >= 1 + (max(sizes) - 1) * (GAP + 1) + sum(size == max(sizes) for size in sizes) - 1
        if max(sizes)
        else True
    )
    close = [
        at for at, group in enumerate(groups)
        if group is not None and group in groups[at + 1 : at + 1 + GAP]
    ]  # fmt: skip
    assert not (fits and close)


@pytest.mark.parametrize(("weak", "strong"), [("i8", "i9"), ("i9", "i8")])
def test_longest_due_first_then_what_is_most_likely_forgotten(weak: str, strong: str) -> None:
    """Due since one day: the lower recall goes first."""
    cards = [
        card(f"bank/{strong}", due=-1, stability=9.0),
        card(f"bank/{weak}", due=-1, stability=3.0),
        card("bank/i10", due=-4, stability=90.0),
    ]
    assert ids(queue(cards, left=Limits(0, 9))) == ["i10", weak, strong]


def test_new_items_come_in_the_order_of_the_bank_among_the_others() -> None:
    """Spread, a review first; and of the limits they have their own."""
    items = [choice(f"n{at}") for at in range(4)]
    other = bank(*items, name="new")
    cards = [card(f"bank/i{at}", due=-at) for at in range(8, 11)]
    made = build(
        cards, [(other, item) for item in items], BY_REF.get, day=TODAY, left=Limits(2, 3), seed="1"
    )
    assert ids(made) == ["i10", "n0", "i9", "n1", "i8"]


def test_limits_are_of_a_day() -> None:
    """What was done today counts: new where it was met today, else reviewed."""
    met_today = card("bank/i1", last=0, first=TODAY, due=2)
    seen_today = card("bank/i2", last=0, due=4)
    assert done_on([met_today, seen_today, card("bank/i3")], TODAY) == Done(new=1, reviews=1)
    assert Limits(3, 1).less(Done(1, 4)) == Limits(2, 0)


def test_nothing_is_asked_twice_a_day() -> None:
    """Not even where a card says that it is due on the day of its answer."""
    assert ids(queue([card("bank/i8", last=0, due=0)], left=Limits(0, 5))) == []


def test_what_is_gone_is_left_out_and_counted() -> None:
    """Removed items, drafts; those that are not due are nobody's matter."""
    cards = [card("bank/gone"), card("nowhere/i1"), card("bank/i11"), card("bank/lost", due=3)]
    made = queue(cards, left=Limits(0, 5))
    assert (made.entries, made.gone) == ((), 3)


def test_a_renamed_item_is_asked_once() -> None:
    """Cards under the old and under the new name lead to one entry."""
    renamed = replace(choice("i8"), formerly=("old",))
    held: dict[str, Pair] = dict.fromkeys(("bank/old", "bank/i8"), (WHOLE, renamed))
    made = build(
        [card("bank/old"), card("bank/i8")], [(WHOLE, renamed)], held.get,
        day=TODAY, left=Limits(5, 5), seed="1",
    )  # fmt: skip
    assert ids(made) == ["i8"]


def test_leeches_are_flagged() -> None:
    """From so many lapses on."""
    cards = [card("bank/i8", lapses=8), card("bank/i9", lapses=7)]
    assert queue(cards, left=Limits(0, 5)).leeches == {"bank/i8"}
    assert queue(cards, left=Limits(0, 5), leech_lapses=7).leeches == {"bank/i8", "bank/i9"}


def test_what_a_plan_pulls_forward_comes_after_what_is_due() -> None:
    """In the plan's order, within the limit; what is due or gone anyway is not pulled."""
    cards = [card("bank/i8", due=0), card("bank/i9", due=9), card("bank/i10", due=30)]
    early = ["bank/i10", "bank/i8", "bank/i9", "bank/absent"]
    assert ids(queue(cards, left=Limits(0, 9), early=early)) == ["i8", "i10", "i9"]
    assert ids(queue(cards, left=Limits(0, 2), early=early)) == ["i8", "i10"]


def test_only_what_is_wanted() -> None:
    """What a topic passes over is neither asked nor gone."""
    cards = [card("bank/i8"), card("bank/i9")]

    def wanted(item: Item) -> bool:
        return item.id == "i9"

    made = queue(cards, left=Limits(5, 5), wanted=wanted)
    assert (ids(made), made.gone) == (["i9"], 0)


def test_no_more_is_looked_up_than_is_asked() -> None:
    """One question of ten thousand cards needs one look."""
    looked: list[str] = []

    def find(ref: str) -> Pair | None:
        looked.append(ref)
        return BY_REF.get(ref)

    cards = [card(f"bank/i{at % 12}", due=-at) for at in range(10_000)]
    build(cards, iter(()), find, day=day(0), left=Limits(5, 200), seed="1", count=1)
    assert len(looked) == 1


def test_a_long_queue_is_moved_a_block_at_a_time() -> None:
    """Two items on one passage stand apart in each block, and nothing is lost between blocks."""
    items = [
        choice(f"l{at}", quotes=f"q{at // 2} r{at // 2} s{at // 2} t{at // 2}")
        for at in range(BLOCK + 40)
    ]
    long = bank(*items)
    found = {f"bank/{item.id}": (long, item) for item in items}
    cards = [card(ref, due=-1) for ref in found]
    made = build(cards, (), found.get, day=TODAY, left=Limits(0, 999), seed="1")
    assert sorted(ids(made)) == sorted(item.id for item in items)
    groups = [int(name[1:]) // 2 for name in ids(made)]
    for block in (groups[:BLOCK], groups[BLOCK:]):
        assert not any(group in block[at + 1 : at + 3] for at, group in enumerate(block))
