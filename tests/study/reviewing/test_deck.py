"""The deck: what is due, read out of the record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from civicsquiz.record.cards import Card
from civicsquiz.record.sqlite import SqliteStore
from civicsquiz.record.store import Learner
from civicsquiz.study.reviewing.deck import Deck

TODAY = date(2026, 11, 2)
DAY = timedelta(days=1)
CARD = Card("bank/item", 5.0, 5.0, TODAY, TODAY - DAY, TODAY - DAY, 1, 0, 3)


def deck(*cards: Card) -> Deck:
    store = SqliteStore.in_memory()
    store.add_learner(Learner("learner"))
    with store.writing() as writing:
        for card in cards:
            writing.put_card("learner", card)
    return Deck(store, "learner")


def test_what_is_due() -> None:
    """Today and before; not tomorrow."""
    cards = [replace(CARD, item=f"bank/{days}", due=TODAY + days * DAY) for days in (-1, 0, 1)]
    assert [card.item for card in deck(*cards).due(TODAY)] == ["bank/-1", "bank/0"]


def test_what_was_answered_under_a_clock_that_was_ahead_is_due() -> None:
    """It would else wait for years, once the clock is right again."""
    ahead = replace(CARD, item="bank/ahead", last=TODAY + 3000 * DAY, due=TODAY + 3005 * DAY)
    late = replace(CARD, item="bank/late", due=TODAY - DAY)
    found = deck(CARD, ahead, late).due(TODAY)
    assert [card.item for card in found] == ["bank/late", "bank/item", "bank/ahead"]
    assert (found[-1].due, found[-1].last) == (TODAY, TODAY - DAY)


def test_it_is_not_due_twice() -> None:
    """Not even where its due date is past as well."""
    ahead = replace(CARD, last=TODAY + DAY, due=TODAY)
    assert len(deck(ahead).due(TODAY)) == 1


def test_the_first_day_there_is() -> None:
    """There is no day before it."""
    assert deck(CARD).due(date.min)[0].last == date.min
