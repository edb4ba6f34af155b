"""The queue of a day, put together out of a learner's cards and the banks of the library."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from civicsquiz.bank.models import Bank, Item, Status
from civicsquiz.record.cards import Card
from civicsquiz.study.question import Question
from civicsquiz.study.reviewing.at_hand import AtHand
from civicsquiz.study.reviewing.deck import Deck
from civicsquiz.study.reviewing.limits import Done, Limits
from civicsquiz.study.reviewing.plan import Plan, plan
from civicsquiz.study.reviewing.queue import LEECH_LAPSES, Entry, Pair, Queue, build
from civicsquiz.study.reviewing.recalling import Recall, recall_on
from civicsquiz.study.reviewing.simulation import Foreseeing
from civicsquiz.study.selection import question

_SPARE = 50
"""So many cards more than needed are read at first, for those whose items are gone."""


def queue_of(
    deck: Deck,
    at_hand: AtHand,
    *,
    day: date,
    limits: Limits,
    seed: str,
    banks: Sequence[Bank] = (),
    topics: Collection[str] = (),
    early: Sequence[str] = (),
    leech_lapses: int = LEECH_LAPSES,
    count: int | None = None,
    recall: Recall = recall_on,
) -> Queue:
    """What is asked on `day`, out of `banks`, by default those that the learner has begun.

    `early` are cards, by their `item`, to be asked although they are not due. Only the cards and
    banks are read that are needed for `count` items. Under a plan, `limits` and `early` are the
    plan's (`Plan.limited`, `Plan.early`).
    """
    left = limits.less(deck.done(day))
    enough = left.reviews if count is None else min(left.reviews, count)

    def built(cards: Iterable[Card]) -> Queue:
        return build(
            _of(banks, cards), unmet(deck, banks or begun(deck, at_hand), topics), at_hand.find,
            day=day, left=left, seed=seed, early=early, wanted=lambda item: _on(topics, item),
            leech_lapses=leech_lapses, count=count, recall=recall,
        )  # fmt: skip

    if early:
        return built(deck.cards)
    cards = deck.due(day, enough + _SPARE)
    queue = built(cards)
    if queue.reviews < enough and len(cards) == enough + _SPARE:
        queue = built(deck.due(day))
    return queue


def questions_of(
    entries: Iterable[Entry], seed: str, *, type_known: bool = True
) -> tuple[Question, ...]:
    """The entries as they are asked, in their order; with `type_known` choices that are known are to
    be typed, where that is fair (see `typed`)."""
    made = []
    for entry in entries:
        item = entry.item
        if type_known and entry.card is not None and item.type == "choice":
            from civicsquiz.study.reviewing.typed import is_known, typed

            if is_known(entry.card):
                item = typed(item, entry.bank.language) or item
        made.append(question(entry.bank, item, seed))
    return tuple(made)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a day stands: what is due and at hand, what of it the limits let through, what was done,
    the items that were never met, and the due cards whose items are gone."""

    due: int
    reviews: int
    new: int
    done: Done
    unmet: int
    gone: int


def standing_of(
    deck: Deck,
    at_hand: AtHand,
    *,
    day: date,
    limits: Limits,
    banks: Sequence[Bank] = (),
    early: Sequence[str] = (),
) -> Standing:
    """How `day` stands, over `banks`, by default those begun; arguments as for `queue_of`. All banks
    are read of which something is due."""
    done = deck.done(day)
    left = limits.less(done)
    due: set[tuple[str, str]] = set()
    gone = 0
    for card in _of(banks, deck.due(day)):
        found = at_hand.find(card.item)
        if found is None or found[1].status is not Status.READY:
            gone += card.last < day
        elif card.last < day:
            due.add((found[0].id, found[1].id))
    new = sum(1 for _ in unmet(deck, banks or begun(deck, at_hand)))
    reviews = min(len(due) + len(early), left.reviews)
    return Standing(len(due), reviews, min(new, left.new), done, new, gone)


def plan_of(
    deck: Deck,
    at_hand: AtHand,
    *,
    today: date,
    by: date,
    limits: Limits,
    scheduler: Foreseeing,
    banks: Sequence[Bank] = (),
    topics: Collection[str] = (),
) -> Plan:
    """The plan towards `by`, over `banks`, by default those begun; all of them are read."""
    held = {card.item: card for card in deck.cards}
    cards: list[Card] = []
    fresh: list[str] = []
    for bank in banks or begun(deck, at_hand):
        for item in bank.asked:
            if _on(topics, item):
                names = names_of(bank, item)
                known = next((held[name] for name in names if name in held), None)
                if known is None:
                    fresh.append(names[0])
                else:
                    cards.append(known)
    done = deck.done(today)
    return plan(cards, fresh, today=today, by=by, limits=limits, done=done, scheduler=scheduler)


def unmet(deck: Deck, banks: Iterable[Bank], topics: Collection[str] = ()) -> Iterator[Pair]:
    """The items of `banks` that were never answered, in the order of the banks."""
    for bank in banks:
        for item in bank.asked:
            if _on(topics, item) and not deck.met(names_of(bank, item)):
                yield bank, item


def begun(deck: Deck, at_hand: AtHand) -> Iterator[Bank]:
    """The banks that the learner has begun and that are at hand, in the order of `Deck.begun`."""
    found: set[str] = set()
    for name in deck.begun():
        bank = at_hand.bank(name)
        if bank and bank.id not in found:
            found.add(bank.id)
            yield bank


def names_of(bank: Bank, item: Item) -> tuple[str, ...]:
    """The refs that an item goes and went by, the present one first."""
    return tuple(
        f"{one}/{name}" for one in (bank.id, *bank.formerly) for name in (item.id, *item.formerly)
    )


def _of(banks: Sequence[Bank], cards: Iterable[Card]) -> list[Card]:
    """The cards of items in `banks`; all where none are named."""
    names = {name for bank in banks for name in (bank.id, *bank.formerly)}
    return [card for card in cards if not names or card.item.partition("/")[0] in names]


def _on(topics: Collection[str], item: Item) -> bool:
    return not topics or item.topic in topics
