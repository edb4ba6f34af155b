"""What may be found by whoever looks a question up while others are still open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.study.search.test_hidden import hit

from civicsquiz.bank.models import Bank
from civicsquiz.study.question import Question
from civicsquiz.study.search import Kind
from civicsquiz.study.search.looking_up import looking_up
from civicsquiz.study.selection import question

if TYPE_CHECKING:
    from tests.study.conftest import Make

OWN = "The town clerk keeps the minutes of every hearing in the town."
OTHER = "The new charter raised the number of members to nine this year."


def two(make: Make) -> tuple[Question, Question]:
    """A question on each passage, both open; the second has the key “nine”."""
    one = make.choice("clerk", evidence=(make.evidence(OWN),), key="the town clerk")
    other = make.choice("nine", evidence=(make.evidence(OTHER),), key="nine")
    bank: Bank = make.bank(one, other)
    return question(bank, one, "1"), question(bank, other, "1")


def test_its_own_passage_is_found(make: Make) -> None:
    """Though it has the key, and whatever else stands in it; a passage of another question is not."""
    mine, other = two(make)
    hidden = looking_up(mine, [mine, other])
    source = mine.item.evidence[0].source
    assert not hidden.hides(hit(OWN, bank=mine.bank.id, source=source, items=("clerk",)))
    assert not hidden.hides(hit(f"{OWN} Of nine.", bank=mine.bank.id, source=source))
    assert not hidden.shows_key(f"{OWN} Of nine.")
    assert hidden.hides(hit(OTHER, bank=mine.bank.id, source=source, items=("nine",)))
    assert hidden.hides(hit(OTHER, source="elsewhere"))


def test_keys_of_others_stay_hidden(make: Make) -> None:
    """In passages that are not its own; its own key may be met anywhere else in a source."""
    mine, other = two(make)
    hidden = looking_up(mine, [mine, other])
    assert hidden.hides(hit("There were nine of them."))
    assert hidden.shows_key("There were nine of them.")
    assert not hidden.hides(hit("Somebody saw the town clerk."))


def test_no_question_is_found(make: Make) -> None:
    """Neither an open one nor any other: nothing could be begun from there."""
    mine, other = two(make)
    hidden = looking_up(mine, [mine, other])
    assert hidden.hides(hit("What is it?", kind=Kind.ITEM, source="", citation=""))


def test_alone(make: Make) -> None:
    """Where nothing else is open, all passages are found."""
    mine, other = two(make)
    hidden = looking_up(mine, [mine])
    source = mine.item.evidence[0].source
    assert not hidden.hides(hit(OTHER, bank=mine.bank.id, source=source, items=("nine",)))
    assert not hidden.hides(hit("There were nine of them."))
    assert other.ref not in hidden.items
