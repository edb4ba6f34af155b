"""The order in which a tutor asks: the weakest topic first, and topics take turns."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.study.reviewing.things import TODAY, bank, card, choice

from civicsquiz.study.reviewing.queue import Pair
from civicsquiz.study.reviewing.topics import tutor_order


def pairs(*topics: str, name: str = "bank") -> list[Pair]:
    items = [choice(f"i{at}", topic=topic) for at, topic in enumerate(topics)]
    whole = bank(*items, name=name)
    return [(whole, item) for item in items]


Topics = st.lists(st.sampled_from("abcd"), max_size=25)
Strengths = st.dictionaries(st.integers(0, 24), st.floats(0.1, 500), max_size=25)


@given(topics=Topics, strengths=Strengths, seed=st.text())
def test_topics_take_turns(topics: list[str], strengths: dict[int, float], seed: str) -> None:
    """All items once; no topic twice in a row where their numbers allow it; the same each time."""
    cards = {f"bank/i{at}": card(f"bank/i{at}", stability=held) for at, held in strengths.items()}
    given_ = pairs(*topics)
    order = tutor_order(given_, cards, TODAY, seed)
    assert sorted(item.id for _, item in order) == sorted(item.id for _, item in given_)
    assert order == tutor_order(given_[::-1], cards, TODAY, seed)
    asked = [item.topic for _, item in order]
    most = max(map(topics.count, topics), default=0)
    if most <= len(topics) - most + 1:
        assert all(one != other for one, other in pairwise(asked))


def test_the_weakest_topic_comes_first_and_of_it_the_weakest_item() -> None:
    """By mean predicted recall; what was never met is known to nobody."""
    given_ = pairs("strong", "weak", "unmet", "strong", "weak", "half", "half")
    held = {0: 90.0, 3: 80.0, 1: 4.0, 4: 2.0, 5: 90.0}
    cards = {f"bank/i{at}": card(f"bank/i{at}", stability=days) for at, days in held.items()}
    order = [item.id for _, item in tutor_order(given_, cards, TODAY, "1")]
    assert order == ["i2", "i6", "i4", "i3", "i5", "i1", "i0"]


def test_topics_of_two_banks_are_two() -> None:
    """Whatever they are called."""
    given_ = [*pairs("same", "same"), *pairs("same", "same", name="other")]
    order = [whole.id for whole, _ in tutor_order(given_, {}, TODAY, "1")]
    assert order[0] != order[1]
    assert order[2] != order[3]


def test_items_on_one_passage_are_kept_apart() -> None:
    """Even where a topic has to wait for it."""
    quotes = ["one two three four", "one two three four", "five", "six", "seven", "eight"]
    items = [choice(f"i{at}", topic=f"t{at % 2}", quotes=text) for at, text in enumerate(quotes)]
    whole = bank(*items)
    for seed in map(str, range(20)):
        order = [
            item.id for _, item in tutor_order([(whole, one) for one in items], {}, TODAY, seed)
        ]
        assert abs(order.index("i0") - order.index("i1")) > 2
