"""Answering: response texts in and out, and what each type of item gives for a response."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.banks.any_item import asked, items, responses

from civicsquiz.bank.items import PAIR, Match, Multiple, Number, Order, Short
from civicsquiz.bank.models import Item, Miss, Option, Stance
from civicsquiz.errors import ResponseError
from civicsquiz.study.answering.typing import known_miss, slipped
from civicsquiz.study.grading import grade
from civicsquiz.study.question import Question


@given(st.data(), items())
def test_every_response_is_read_back(data: st.DataObject, item: Item) -> None:
    """Of every complete response, the canonical text leads back to it."""
    one = asked(item)
    response = data.draw(responses(one))
    assert one.read(one.write(response)) == response


@given(items())
def test_the_key_gets_full_marks(item: Item) -> None:
    """What an item calls its key response is a response, and is right."""
    one = asked(item)
    assume(item.type != "number" or one.item.key_response)
    assert grade(one.item, one.item.key_response) == 1
    assert grade(one.item, one.read(one.write(one.item.key_response))) == 1
    assert grade(one.item, ()) == 0


@given(st.data(), items(), st.text(max_size=3), st.text(max_size=3))
def test_marks_are_bounded_and_know_no_order_shown(
    data: st.DataObject, item: Item, seed: str, other: str
) -> None:
    """A mark is from 0 to 1, and the same however the options were shuffled."""
    seeds = [text.encode(errors="replace").decode() for text in (seed, other)]
    one, two = (asked(item, text) for text in seeds)
    response = data.draw(responses(one))
    mark = grade(one.item, response)
    assert 0 <= mark <= 1
    assert grade(two.item, two.read(two.write(response))) == mark


@given(items(), st.text(max_size=40))
def test_any_text_is_a_response_or_a_sentence(item: Item, text: str) -> None:
    """Whatever is typed is a whole response, gradable and writable, or is refused in a sentence."""
    one = asked(item)
    try:
        response = one.read(text)
    except ResponseError as error:
        told = str(error)
    else:
        assert 0 <= grade(one.item, response) <= 1
        assert one.read(one.write(response)) == response
        return
    assert told.endswith(".")


def of(item: type[Item], **values: object) -> Question:
    common: dict[str, Any] = {
        "id": "item", "topic": "t", "stance": Stance.FACT, "stem": "Which?", "rationale": "So.",
        "evidence": (),
    }  # fmt: skip
    return asked(item(**{**common, **values}))


A, B, C, D = (Option(name, name.upper(), f"not {name}") for name in "abcd")


def test_multiple_takes_away_what_wrong_ones_gained() -> None:
    """Right 1/k, wrong −1/k, and never below nothing."""
    item = of(Multiple, keys=(A, B), distractors=(C, D)).item
    marks = {
        "a b": 1, "a": 0.5, "a c": 0, "a b c": 0.5, "a b c d": 0, "c": 0, "c d": 0,
    }  # fmt: skip
    assert {text: grade(item, tuple(text.split())) for text in marks} == marks


def test_multiple_is_read_with_or_without_separators() -> None:
    """“1 3”, “3,1” and “13” choose the same; a number twice or out of range is refused."""
    one = of(Multiple, keys=(A, B), distractors=(C, D))
    assert one.read("1 3") == one.read("3, 1") == one.read("13") == one.read("1 and 3")
    for text, told in {"": "Choose", "1 1": "1 stands twice", "5": "1 to 4", "0": "1 to 4"}.items():
        with pytest.raises(ResponseError, match=told):
            one.read(text)


def test_match_gives_the_share_of_pairs() -> None:
    """Two prompts may share an option, and each pair counts by itself."""
    one = of(Match, pairs=((A, C), (B, C)), distractors=(D,))
    pair = f"{{}}{PAIR}{{}}".format
    assert grade(one.item, (pair("a", "c"), pair("b", "c"))) == 1
    assert grade(one.item, (pair("a", "c"), pair("b", "d"))) == 0.5
    assert grade(one.item, (pair("a", "d"), pair("b", "d"))) == 0


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "Pair 1 to 2 with a to b, as in 1b 2a."), ("1a", "Pair every one: 2 is still open."),
        ("1a 1b", "1 stands twice."), ("1a 3b", "Pair 1 to 2"), ("1a 2c", "Pair 1 to 2"),
        ("1ab", "Pair 1 to 2"),
    ],
)  # fmt: skip
def test_an_incomplete_match_is_refused_in_words(text: str, told: str) -> None:
    """The sentence says what is open, or how pairs are written."""
    one = of(Match, pairs=((A, C), (B, D)))
    with pytest.raises(ResponseError) as refused:
        one.read(text)
    assert str(refused.value).startswith(told)


def test_pairs_as_people_type_them() -> None:
    """Spaces, colons, hyphens, capitals and any order of the prompts are one."""
    one = of(Match, pairs=((A, C), (B, D)))
    texts = ("1b 2a", "2a 1b", "1 B, 2 A", "1-b;2-a", "1:b 2:a", "1b2a")
    assert len({one.read(text) for text in texts}) == 1


def test_order_gives_the_share_of_neighbours() -> None:
    """What follows what counts, not the place: one entry that is out of place costs little."""
    item = of(Order, entries=(A, B, C, D)).item
    marks = {
        "a b c d": 1, "b c d a": 2 / 3, "a c d b": 1 / 3, "d c b a": 0, "a b d c": 1 / 3,
    }  # fmt: skip
    assert {text: grade(item, tuple(text.split())) for text in marks} == marks


def test_an_incomplete_order_is_refused_in_words() -> None:
    """The sentence names the numbers that are missing."""
    one = of(Order, entries=(A, B, C))
    for text, told in {
        "": "Put all 3 in order: 1, 2 and 3 are missing.", "2 3": "1 is missing",
        "1 1 2": "1 stands twice", "4": "1 to 3",
    }.items():  # fmt: skip
        with pytest.raises(ResponseError, match=told):
            one.read(text)
    assert one.read("312") == one.read("3 1 2") == one.read("3, 1, 2")


def test_what_is_to_be_ordered_never_stands_in_order() -> None:
    """Whatever the seed, the order shown is not the key."""
    item = of(Order, entries=(A, B, C)).item
    for seed in range(60):
        assert asked(item, str(seed)).options != item.options


SENATE = Short(
    id="s", topic="t", stance=Stance.FACT, stem="?", rationale="r", evidence=(),
    key="the U.S. Senate", accept=("Senate",), misses=(Miss("House", "The other chamber."),),
)  # fmt: skip


@pytest.mark.parametrize(
    "text", ["the U.S. Senate", "us senate", " THE  SENATE ", "Sénate", "senate.", "U.S. Senate!"]
)
def test_what_a_typed_answer_is_forgiven(text: str) -> None:
    """Case, accents, spacing, punctuation and the article in front."""
    assert grade(SENATE, asked(SENATE).read(text)) == 1


def test_a_slip_is_noticed_and_not_accepted() -> None:
    """A letter wrong, missing or in its neighbour's place is a slip; another word is none, and a
    known miss never is one."""
    for text, slip in {
        "Sentae": True, "Senat": True, "us senaet": True, "House": False, "Congress": False,
        "Senate": False, "Houes": False,
    }.items():  # fmt: skip
        assert slipped(SENATE, (text,)) is slip, text
        assert grade(SENATE, (text,)) == (text == "Senate")


def test_known_misses_are_known() -> None:
    """In whatever way they are typed, and for numbers by their value."""
    assert known_miss(SENATE, ("the HOUSE",)) == SENATE.misses[0]
    assert known_miss(SENATE, ("Court",)) is None
    number = of(Number, value=80, least=80, most=81, misses=(Miss("1,800", "why"),)).item
    assert known_miss(number, ("1800",)) is not None
    assert known_miss(number, ("180",)) is None


def test_a_number_within_its_bounds_is_right() -> None:
    """Both bounds count as right, exactly, without the errors of binary fractions."""
    one = of(Number, value=Decimal("0.3"), least=Decimal("0.2"), most=Decimal("0.4"), unit="miles")
    for text, mark in {
        "0.2": 1, "0.4": 1, "0.30 miles": 1, "0.4000000001": 0, "0.1999": 0, "-0.3": 0,
    }.items():  # fmt: skip
        assert grade(one.item, one.read(text)) == mark, text
    with pytest.raises(ResponseError, match="in miles"):
        one.read("0.3 km")


def test_a_number_is_read_out_with_its_unit() -> None:
    """One mile is not one miles, and years have no comma."""
    number = Number(
        id="n", topic="t", stance=Stance.FACT, stem="?", rationale="r", evidence=(),
        value=Decimal(40000), least=Decimal(40000), most=Decimal(40000), unit="miles",
    )  # fmt: skip
    assert number.key_text == "40,000 miles"
    assert number.measured(Decimal(1)) == "1 mile"
    assert number.measured(Decimal(1775)) == "1775 miles"
    assert number.measured(Decimal("0.5")) == "0.5 miles"
