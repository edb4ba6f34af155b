"""Revisions: the hash says exactly when a question has become another one."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from tests.banks.any_item import items

from civicsquiz.bank.items import Choice, Match, Order, TrueFalse
from civicsquiz.bank.models import Item, Option, Stance, option_id
from civicsquiz.record.revisions import revision_of


def option(text: str, why: str = "") -> Option:
    return Option(option_id(text), text, why)


ITEM = Choice(
    id="trop-year", topic="trop", stance=Stance.FACT, stem="When was Trop v. Dulles decided?",
    rationale="It was.", evidence=(), key=option("1958"),
    distractors=(option("1947", "No."), option("1967"), option("1976")),
)  # fmt: skip
JUDGEMENT = TrueFalse(
    id="trop-vote", topic="trop", stance=Stance.FACT, stem="Four agreed. True or false?",
    rationale="Five did.", evidence=(), key=False,
)  # fmt: skip


def test_what_was_asked_can_be_read() -> None:
    """A revision holds type, stem, options with their ids, key and language."""
    revision = revision_of(JUDGEMENT, "en")
    assert revision.asked == {
        "type": "true-false",
        "stem": "Four agreed. True or false?",
        "options": [{"id": "false", "text": "False"}, {"id": "true", "text": "True"}],
        "key": ["false"],
        "language": "en",
    }


def test_the_hash_is_of_canonical_json() -> None:
    """Anybody can compute the hash again from what was asked."""
    revision = revision_of(ITEM, "en")
    text = json.dumps(revision.asked, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert revision.hash == sha256(text.encode()).hexdigest()


def test_the_hash_is_the_same_everywhere() -> None:
    """A hash written today is found again by every later version."""
    assert revision_of(ITEM, "en").hash == (
        "d142f0757df6a7abdf404ed64643ffb39340c1f89dfe3a67f81d029a11bd182a"
    )


@pytest.mark.parametrize(
    "same",
    [
        replace(ITEM, distractors=ITEM.distractors[::-1]),
        replace(ITEM, distractors=(option("1967"), option("1947", "Otherwise."), option("1976"))),
        replace(ITEM, id="renamed", formerly=("trop-year",)),
        replace(ITEM, rationale="Another.", background="More.", because="So.", topic="other"),
    ],
    ids=["distractors reordered", "why reworded", "renamed", "feedback reworded"],
)
def test_what_leaves_the_question_as_it_is(same: Choice) -> None:
    """Order of distractors, feedback and names are no part of what is asked."""
    assert revision_of(same, "en") == revision_of(ITEM, "en")


@pytest.mark.parametrize(
    "other",
    [
        replace(ITEM, stem="In which year was Trop v. Dulles decided?"),
        replace(ITEM, key=ITEM.distractors[0], distractors=(ITEM.key, *ITEM.distractors[1:])),
        replace(ITEM, distractors=(option("1948"), *ITEM.distractors[1:])),
        replace(ITEM, distractors=(Option(option_id("1947"), "1948"), *ITEM.distractors[1:])),
        replace(ITEM, distractors=ITEM.distractors[1:]),
        replace(ITEM, key=Option("nineteen-fifty-eight", "1958")),
    ],
    ids=["stem", "key", "option", "text under the same id", "option gone", "id of the key"],
)
def test_what_makes_it_another_question(other: Choice) -> None:
    """Stem, key, and the text or id of any option change the hash."""
    assert revision_of(other, "en") != revision_of(ITEM, "en")


def test_the_language_is_asked_too() -> None:
    """One wording in two languages is two revisions."""
    assert revision_of(ITEM, "de").hash != revision_of(ITEM, "en").hash


def test_true_and_false_are_different_keys() -> None:
    """The other judgement of one statement is another question."""
    assert revision_of(replace(JUDGEMENT, key=True), "en") != revision_of(JUDGEMENT, "en")


@given(items())
def test_every_type_has_a_revision(item: Item) -> None:
    """What was asked is JSON, and says the key by itself."""
    revision = revision_of(item, "en")
    assert json.loads(json.dumps(revision.asked)) == revision.asked
    assert revision.asked["type"] == item.type
    assert revision.asked["key"]


def test_the_order_of_an_order_is_its_key() -> None:
    """The same entries in another order are another question; so are pairs that change partners."""
    one, two, three = map(option, ("one", "two", "three"))
    common: dict[str, Any] = {
        "id": "i", "topic": "t", "stance": Stance.FACT, "stem": "?", "rationale": "r", "evidence": (),
    }  # fmt: skip
    orders = [
        Order(entries=entries, **common) for entries in ((one, two, three), (two, one, three))
    ]
    matches = [
        Match(pairs=pairs, **common)
        for pairs in (((one, two), (two, three)), ((one, three), (two, two)))
    ]
    for pair in (orders, matches):
        assert len({revision_of(item, "en").hash for item in pair}) == 2
