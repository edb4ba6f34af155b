"""The order in which a tutor asks: topics take turns, the weakest first. Pure.

A topic is as strong as the mean predicted recall of its items that day; an item that was never met
counts as 0. Of a topic those items come first that are the most likely to be forgotten. Topics of two
banks are two topics, whatever they are called.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from civicsquiz.record.cards import Card
from civicsquiz.study.ordering import rank
from civicsquiz.study.reviewing.queue import Entry, Pair, apart
from civicsquiz.study.reviewing.recalling import Recall, recall_on


def tutor_order(
    items: Sequence[Pair],
    cards: Mapping[str, Card],
    day: date,
    seed: str,
    recall: Recall = recall_on,
) -> tuple[Pair, ...]:
    """All of `items`, in the order in which they are asked. `cards` are by "bank-id/item-id".

    The topic asked least so far is next, of several the weakest, and never the one asked just now
    while another has items left; a topic that has more items left than all others together goes
    before, so that it need not come twice in a row at the end. Then items that get in each other's
    way are moved apart.
    """
    topics: dict[tuple[str, str], list[tuple[float, str, Pair]]] = defaultdict(list)
    for bank, item in items:
        ref = f"{bank.id}/{item.id}"
        known = recall(cards[ref], day) if ref in cards else 0.0
        topics[bank.id, item.topic].append((known, rank(seed, ref), (bank, item)))
    strength = {
        topic: (sum(known for known, *_ in held) / len(held), min(one[1] for one in held))
        for topic, held in topics.items()
    }
    left = {topic: sorted(held, key=lambda one: one[:2]) for topic, held in topics.items()}
    asked = dict.fromkeys(left, 0)
    ordered: list[Pair] = []
    latest: tuple[str, str] | None = None
    for remaining in range(len(items), 0, -1):
        open_ = [topic for topic in left if left[topic]]
        crowded = [topic for topic in open_ if 2 * len(left[topic]) > remaining and topic != latest]
        others = crowded or [topic for topic in open_ if topic != latest] or open_
        latest = min(others, key=lambda topic: (asked[topic], strength[topic]))
        asked[latest] += 1
        ordered.append(left[latest].pop(0)[2])
    return tuple((entry.bank, entry.item) for entry in apart([Entry(*pair) for pair in ordered]))
