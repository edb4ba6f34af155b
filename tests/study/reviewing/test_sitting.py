"""A day put together out of cards and a library: no more is read than is needed."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.study.reviewing.things import TODAY, Cards, Doubling, bank, card, choice, day, deck

from civicsquiz.bank.items import Short
from civicsquiz.bank.library import Entry, Library, Origin
from civicsquiz.bank.models import Bank, Status
from civicsquiz.record.cards import Card
from civicsquiz.study.reviewing.at_hand import AtHand
from civicsquiz.study.reviewing.deck import Deck
from civicsquiz.study.reviewing.limits import Done, Limits
from civicsquiz.study.reviewing.queue import Entry as Asked
from civicsquiz.study.reviewing.queue import Queue
from civicsquiz.study.reviewing.sitting import (
    plan_of,
    questions_of,
    queue_of,
    standing_of,
)

BANK = """\
civicsquiz: 1
id: {name}
title: The {name}
language: en
{more}
sources:
  report: {{label: Report on the lamp, genre: newspaper}}
items:
"""
ITEM = """\
  - id: {name}
    type: choice
    topic: {topic}
    stance: fact
{more}    stem: Which judge wrote for all nine on {name}, says the report?
    key: Ada Park
    distractors:
      - {{text: Ben Carr, why: He is not named.}}
      - {{text: Cleo Dunn, why: She is not named.}}
    rationale: Judge Park wrote for all nine.
    evidence:
      - {{source: report, exact: "said Judge Ada Park of {name}, who wrote for all nine."}}
"""


class Shelf:
    """A folder of bank files, and which of them have been read as banks."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.read: list[str] = []
        load = Library.load

        def noted(library: Library, entry: Entry) -> Bank:
            self.read.append(entry.id)
            return load(library, entry)

        monkeypatch.setattr(Library, "load", noted)

    def put(self, name: str, *items: str, more: str = "") -> None:
        """A bank file. An item is "id", "id topic" or "id topic draft", with "= former id" behind."""
        text = BANK.format(name=name, more=more)
        for item in items:
            told, _, former = item.partition(" = ")
            own, *rest = told.split()
            lines = f"    formerly: [{former}]\n" if former else ""
            lines += "    status: draft\n" if "draft" in rest else ""
            text += ITEM.format(name=own, topic=rest[0] if rest else "lamps", more=lines)
        (self.folder / f"{name}.yaml").write_text(text, "utf-8")

    def at_hand(self) -> AtHand:
        return AtHand(Library([(self.folder, Origin.SET)]))


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    return Shelf(tmp_path, monkeypatch)


def queue(cards: Deck, at_hand: AtHand, **more: object) -> Queue:
    values: dict[str, object] = {"day": TODAY, "limits": Limits(2, 9), "seed": "1"} | more
    return queue_of(cards, at_hand, **values)  # type: ignore[arg-type]


def refs(made: Queue) -> list[str]:
    return sorted(entry.ref for entry in made.entries)


def test_only_the_banks_that_cards_name_are_read(shelf: Shelf) -> None:
    """One of three; of new items only those of banks that are begun."""
    for name in ("one", "two", "three"):
        shelf.put(name, "a", "b", "c", "d")
    made = queue(deck(card("two/a")), shelf.at_hand())
    assert refs(made) == ["two/a", "two/b", "two/c"]
    assert set(shelf.read) == {"two"}


def test_one_question_takes_one_bank(shelf: Shelf) -> None:
    """Of a hundred that have something due; nothing is looked through for new items."""
    for name in ("one", "two", "three"):
        shelf.put(name, "a", "b")
    cards = deck(card("one/a", due=-1), card("two/a", due=-3), card("three/b", due=-2))
    assert refs(queue(cards, shelf.at_hand(), count=1)) == ["two/a"]
    assert shelf.read == ["two"]


def test_few_cards_are_read_for_a_few_questions() -> None:
    """And all of them only where too few of those have an item."""
    whole = bank(*(choice(f"i{at}") for at in range(300)))
    hand = AtHand(Library([]))
    hand.take(whole)
    many = Cards(card(f"bank/i{at}", due=-at - 1) for at in range(300))
    queue(Deck(many, "learner"), hand, count=3)  # type: ignore[arg-type]
    assert [limit for limit in many.asked if limit is not None] == [53]
    lost = Cards([
        *(card(f"gone/i{at}", due=-400) for at in range(200)),
        *(card(f"bank/i{at}", due=-1) for at in range(300)),
    ])  # fmt: skip
    made = queue(Deck(lost, "learner"), hand, count=3)  # type: ignore[arg-type]
    assert (made.reviews, made.gone) == (3, 200)


def test_names_of_before_lead_to_the_item(shelf: Shelf) -> None:
    """Of a bank and of an item; neither is new again, and neither is gone."""
    shelf.put("now", "a = was", "b", more="formerly: [earlier]")
    made = queue(deck(card("earlier/was"), card("now/b")), shelf.at_hand())
    assert refs(made) == ["now/a", "now/b"]
    assert (made.new, made.gone) == (0, 0)


def test_a_bank_that_is_gone_costs_no_reading_of_the_others(shelf: Shelf) -> None:
    """Unless their text has its id, and then they need not be what it became."""
    for name in ("one", "two"):
        shelf.put(name, "a")
    made = queue(deck(card("vanished/a"), card("one/a")), shelf.at_hand())
    assert (refs(made), made.gone) == (["one/a"], 1)
    assert set(shelf.read) == {"one"}
    shelf.put("two", "a vanished", more="formerly: [before]")
    made = queue(deck(card("vanished/a"), card("one/a")), shelf.at_hand())
    assert (refs(made), made.gone) == (["one/a"], 1)
    assert "two" in shelf.read


def test_a_bank_that_cannot_be_used_is_told(shelf: Shelf) -> None:
    """Its items are left out, the others are asked."""
    shelf.put("good", "a")
    shelf.put("bad", "a")
    path = shelf.folder / "bad.yaml"
    path.write_text(path.read_text("utf-8").replace("title", "titel"), "utf-8")
    hand = shelf.at_hand()
    made = queue(deck(card("good/a"), card("bad/a"), card("bad/b")), hand)
    assert (refs(made), made.gone) == (["good/a"], 2)
    assert len(hand.problems) == 1


def test_banks_and_topics_narrow_it_down(shelf: Shelf) -> None:
    """A bank that is named need not have been begun."""
    shelf.put("one", "a lamps", "b moths", "c moths")
    shelf.put("two", "a lamps", "b moths")
    hand = shelf.at_hand()
    cards = deck(card("one/a"), card("one/b"))
    two = hand.bank("two")
    assert two
    assert refs(queue(cards, hand, banks=[two])) == ["two/a", "two/b"]
    assert refs(queue(cards, hand, topics=["moths"])) == ["one/b", "one/c"]


def test_what_was_done_today_counts(shelf: Shelf) -> None:
    """Of both limits."""
    shelf.put("one", *"abcdefg")
    cards = deck(
        card("one/a", last=0, due=3),
        card("one/b", last=0, first=TODAY, due=2),
        *(card(f"one/{name}") for name in "cd"),
    )
    made = queue(cards, shelf.at_hand(), limits=Limits(2, 2))
    assert (made.reviews, made.new) == (1, 1)


def test_how_a_day_stands(shelf: Shelf) -> None:
    """The same figures that the queue comes to."""
    shelf.put("one", "a", "b", "c", "d", "e lamps draft")
    cards = deck(
        card("one/a"),
        card("one/b", due=-1),
        card("one/c", last=0, due=4),
        card("one/e"),
        card("no/x"),
    )
    standing = standing_of(cards, shelf.at_hand(), day=TODAY, limits=Limits(20, 2))
    assert (standing.due, standing.reviews, standing.new, standing.unmet) == (2, 1, 1, 1)
    assert (standing.done, standing.gone) == (Done(0, 1), 2)


def test_the_bank_in_which_something_new_was_met_last_comes_first() -> None:
    """Of banks begun; on one day by their ids."""
    cards: list[Card] = [
        card("old/a", first=day(-40)), card("late/a", first=day(-40)), card("late/b", first=day(-10)),
        card("also/a", first=day(-10)),
    ]  # fmt: skip
    assert deck(*cards).begun() == ("also", "late", "old")


def test_a_plan_over_the_banks_begun(shelf: Shelf) -> None:
    """Each item once, under whatever name its card stands; drafts are no part of it."""
    shelf.put("one", "a = was", "b", "c lamps draft", "d")
    shelf.put("two", "a")
    made = plan_of(
        deck(card("one/was"), card("one/b"), card("gone/a")), shelf.at_hand(),
        today=TODAY, by=day(10), limits=Limits(20, 200), scheduler=Doubling(),
    )  # fmt: skip
    assert (made.items, made.unseen) == (3, 1)


def test_known_choices_are_typed() -> None:
    """Where that is switched on, the card says known and it is fair."""
    item = choice(
        "it", "Ada Park", ["Ben Carr", "Cleo Dunn"], quotes="said Judge Ada Park of it",
        stem="Which judge wrote for all nine, says the report?",
    )  # fmt: skip
    whole = bank(item)
    known = Asked(whole, item, card("bank/it", stability=30.0))
    weak = Asked(whole, item, card("bank/it", stability=3.0))
    typed, left, new = questions_of([known, weak, Asked(whole, item)], "1")
    assert isinstance(typed.item, Short)
    assert (typed.ref, typed.options) == ("bank/it", ())
    assert left.item is new.item is item
    (switched_off,) = questions_of([known], "1", type_known=False)
    assert switched_off.item is item
    assert item.status is Status.READY
