"""Items that are in no bank of the library, and where else they are looked for."""

from __future__ import annotations

from tests.study.reviewing.things import bank, choice

from civicsquiz.bank.library import Library
from civicsquiz.bank.models import Bank
from civicsquiz.study.reviewing.at_hand import AtHand


def test_what_the_library_has_not_is_elsewhere() -> None:
    """It is asked for once, and only for what the library has not; its ids are not among the library's."""
    asked: list[str] = []
    there = bank(choice("one"), name="there")

    def elsewhere(bank_id: str) -> Bank | None:
        asked.append(bank_id)
        return there if bank_id == "there" else None

    at_hand = AtHand(Library([]), elsewhere)
    taken = bank(choice("one"), name="taken")
    at_hand.take(taken)
    for _ in range(2):
        assert at_hand.find("there/one") == (there, there.items[0])
        assert at_hand.find("there/two") is None
        assert at_hand.find("nowhere/one") is None
        assert at_hand.find("taken/one") == (taken, taken.items[0])
    assert asked == ["there", "nowhere"]
    assert at_hand.ids == frozenset()
