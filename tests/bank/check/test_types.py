"""What the rules find in items of the types that have parts, that are typed, and that quote."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from tests.banks.any_item import items

from civicsquiz.bank.check import Context, Report, check_files, judge
from civicsquiz.bank.models import Bank, Item
from civicsquiz.source.card import Card
from civicsquiz.source.shelf import Shelf, Source

HERE = Path(__file__).resolve().parent
TODAY = datetime.date(2026, 1, 15)
NO = "Not so."
Said = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def said(types: Path) -> Said:
    """What is found in an item of types.yaml with other values: codes, and the words of the file
    at the place that is named."""

    def find(like: str, **changes: Any) -> list[tuple[str, str]]:
        bank = yaml.safe_load(types.read_text("utf-8"))
        item = next(item for item in bank["items"] if item["id"] == like)
        values = {**item, **changes}
        bank["items"] = [{key: value for key, value in values.items() if value is not None}]
        path = types.with_name("changed.yaml")
        path.write_text(json.dumps(bank, indent=1, ensure_ascii=False), "utf-8")
        lines = path.read_text("utf-8").splitlines()
        report = check_files([path], Shelf([types.parent]), TODAY)
        return [(one.code, lines[one.line - 1][one.column - 1 :]) for one in report.findings]

    return find


def evidence(**changes: Any) -> dict[str, Any]:
    return {"source": "report", **changes}


@given(items())
def test_no_rule_stumbles_over_an_item(item: Item) -> None:
    """Whatever is in an item that has the right form, each rule says something or nothing."""
    card = Card("paper", "A paper")
    bank = Bank(id="b", title="B", cards={"paper": card}, items=(item,))
    for rule, remark in judge(item, bank, Context({"paper": Source(card)}, TODAY)):
        assert rule.code
        assert remark.message
        assert remark.place


def test_a_key_of_several_that_is_not_proven_is_named_at_its_place(said: Said) -> None:
    """Each key has a line of its own, and so has what is wrong with it."""
    distractors = [{"text": "The company", "why": NO}, {"text": "The farmers", "why": NO}]
    wrong = [
        evidence(exact="The town council paid for the landing", **{"for": "The town council"}),
        evidence(exact="the state paid for the lamps", **{"for": "The judge"}),
    ]
    found = said(
        "who-paid", key=["The town council", "The judge"], distractors=distractors, evidence=wrong
    )
    assert found == [("K1", '"The judge"')]


def test_what_proves_the_whole_key_need_not_name_its_parts(said: Said) -> None:
    """`for` says which part; without it a passage proves them all."""
    whole = "The town council paid for the landing, and the state paid for the lamps"
    assert said("who-paid", evidence=[evidence(exact=whole)]) == []


def test_an_order_without_a_bridge_is_named(said: Said) -> None:
    """Its quotations have the entries and not what came first."""
    assert said("what-came-first", because=None) == [("K1", '"key": [')]


@pytest.mark.parametrize(
    ("like", "changes", "place"),
    [
        ("compared-with-elsewhere",
         {"key": evidence(exact="the ferry carried 4,000 people a year")}, "the ferry"),
        ("compared-with-elsewhere",
         {"distractors": [evidence(exact="Farmers called the toll unfair", why=NO),
                          evidence(exact="The council bought a boat", why=NO)]}, "The council"),
    ],
)  # fmt: skip
def test_sentences_to_choose_from_are_quotations(
    like: str, changes: dict[str, Any], place: str, said: Said
) -> None:
    """The key as well as the others stand in their sources word for word, or are named there."""
    ((code, where),) = said(like, **changes)
    assert code == "E1"
    assert where.startswith(f'"exact": "{place}')


def test_a_further_passage_of_a_sentence_to_find_has_its_place(said: Said) -> None:
    """The key comes first of the item's passages, and the file counts the others from 0."""
    further = [evidence(exact="the two boats seen from the hill", role="context")]
    assert said("compared-with-elsewhere", evidence=further) == [
        ("E3", '"exact": "the two boats seen from the hill",')
    ]


def test_words_of_another_source_may_be_the_same_words(said: Said) -> None:
    """A candidate that has all words of the key is right too, wherever it stands."""
    key = evidence(exact="called the toll unfair")
    others = [
        evidence(exact="Farmers called the toll unfair, while the company", why=NO),
        evidence(exact="The town council bought the ferry in 1919.", why=NO),
    ]
    stem = "Which words say what some people thought of the price for a crossing?"
    found = said("compared-with-elsewhere", key=key, distractors=others, stem=stem)
    assert [code for code, _ in found] == ["E7"]


def test_options_of_several_keys_are_judged_together(said: Said) -> None:
    """Two options that are one, an absolute word, a figure among words, a missing why: at the line
    of the option."""
    key = ["The town council", "The state"]
    why = {"why": NO}
    found = said("who-paid", distractors=[{"text": "Town council", **why}, {"text": "The farmers"}])
    assert [code for code, _ in found] == ["O5", "O11"]
    found = said("who-paid", distractors=[{"text": "Only the farmers", **why}])
    assert [code for code, _ in found] == ["O1", "S9"]
    long = "The farmers and all those who ever crossed the river in a boat of the company"
    found = said("who-paid", key=[*key[:1], "The state, at last"], because="It did, in the end.",
                 distractors=[{"text": "We", **why}, {"text": "They", **why}],
                 evidence=[evidence(exact="the state paid for the lamps")])  # fmt: skip
    assert [code for code, _ in found] == ["O6"]
    assert [code for code, _ in said("who-paid", distractors=[{"text": long, **why}] * 2)] == ["I1"]


def test_one_key_far_longer_than_every_distractor_is_named(said: Said) -> None:
    """Among several keys the short ones must not hide the long one."""
    keys = ["The state", "The council of the town with each of its members"]
    changes = {
        "key": keys,
        "because": "It is so.",
        "evidence": [evidence(exact="the state paid for the lamps")],
    }
    found = said("who-paid", distractors=[{"text": "The people on the hill", "why": NO},
        {"text": "The mayor and the farmers", "why": NO}], **changes)  # fmt: skip
    assert found == [("O6", f'"{keys[1]}"')]


def test_both_sides_of_a_match_have_no_twins(said: Said) -> None:
    """Right sides that say the same are one answer; left sides that do are one question."""
    pairs = [
        {"left": "Ada Marsh", "right": "Founded the ferry"},
        {"left": "Cleo Reed", "right": "Founded a ferry"},
        {"left": "Captain Ada Marsh", "right": "Argued for a town’s crossings"},
    ]
    because = "They did."
    whole = [evidence(exact="Ada Marsh founded the ferry")]
    found = said("who-did-what", key=pairs, because=because, evidence=whole)
    assert [code for code, _ in found] == ["O5", "O5"]


def test_two_left_sides_may_have_one_right_side(said: Said) -> None:
    """That is how a match without a spare right side keeps its last pair open."""
    pairs = [
        {"left": "Ada Marsh", "right": "Founded the ferry"},
        {"left": "Cleo Reed", "right": "Spoke as an official"},
        {"left": "Ben Ortiz", "right": "Spoke as an official"},
    ]
    whole = [evidence(exact="Ada Marsh founded the ferry")]
    assert (
        said("who-did-what", key=pairs, because="They did.", distractors=[], evidence=whole) == []
    )


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("Ada Marsh", "Ada’s ferry", True),
        ("The ferry", "A boat that is called a ferry", True),
        ("The town of Landing", "Had a mayor of its own", False),
        ("A promise", "Ruled on building it again", False),
        ("The building of it again", "Ruled on building it again", True),
        ("The landing", "Ruled against a town, on a landing", True),
        ("A town", "Argued for a town too", False),
    ],
)
def test_a_pair_is_told_by_words_only_it_has(
    left: str, right: str, *, told: bool, said: Said
) -> None:
    """P2 leaves words alone that another right side has as well ("town")."""
    pairs = [
        {"left": left, "right": right},
        {"left": "Ben Ortiz", "right": "Argued for a town’s crossings"},
        {"left": "The state", "right": "Gave money for the lamps"},
    ]
    whole = [evidence(exact="Ada Marsh founded the ferry")]
    found = said("who-did-what", key=pairs, because="They did.", evidence=whole)
    assert ("P2" in [code for code, _ in found]) is told


@pytest.mark.parametrize(
    ("stem", "given"),
    [
        ("Which word, a bargain or a promise, did the company use for its toll?", False),
        ("What did the company say that the toll was, as others found it too high?", False),
        ("What did the company call the toll, in which others failed to see a bargain?", True),
        ("What did the company, fond of bargaining, call the toll of its boats?", True),
    ],
)
def test_a_typed_answer_in_its_stem_is_named(stem: str, *, given: bool, said: Said) -> None:
    """Whole or with an ending; but not where the stem names a known wrong answer beside it."""
    assert [code for code, _ in said("word-of-praise", stem=stem)] == (["S1"] if given else [])


@pytest.mark.parametrize(
    ("stem", "given"),
    [
        ("How many cents did one of the 5 boats take from a person without an animal?", False),
        ("How many cents did somebody pay who had five cents and no animal to take?", True),
    ],
)
def test_a_small_number_in_a_stem_is_given_with_its_unit(
    stem: str, *, given: bool, said: Said
) -> None:
    """5 boats say nothing of 5 cents."""
    assert [code for code, _ in said("price-for-a-person", stem=stem)] == (["S1"] if given else [])


def test_a_large_number_in_a_stem_is_given(said: Said) -> None:
    """Nobody has to count what the question says."""
    changes = {"key": {"value": 40000}, "misses": [], "stem":
        "By 1902 it was 40,000 people a year; how many people is that?",
        "evidence": [evidence(exact="carried 40,000 people a year")]}  # fmt: skip
    assert [code for code, _ in said("price-for-a-person", **changes)] == ["S1"]


@pytest.mark.parametrize(
    ("key", "misses", "codes"),
    [
        ({"value": 5, "unit": "cents", "tolerance": 2}, ["6.5"], ["W1"]),
        ({"value": 5, "unit": "cents", "min": 4, "max": 9}, ["nine cents"], ["W1"]),
        ({"value": 5, "unit": "cents", "min": 4, "max": 9}, ["9.5", "3,5"], ["W2"]),
        ({"value": 5, "unit": "cents"}, ["20 cents", "twenty"], ["W5"]),
        ({"value": 5, "unit": "cents"}, ["20 dollars"], ["W2"]),
        ({"value": 5, "unit": "cents"}, ["5,000", "0", "-5"], []),
        ({"value": 5}, ["4"], []),
    ],
)
def test_wrong_numbers_are_numbers_and_wrong(
    key: dict[str, Any], misses: list[str], codes: list[str], said: Said
) -> None:
    """They are read as a typed answer is."""
    written = [{"answer": miss, "why": NO} for miss in misses]
    assert [code for code, _ in said("price-for-a-person", key=key, misses=written)] == codes


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"accept": ["the “bargain”"]}, ["W5"]),
        ({"accept": ["…"]}, ["W2"]),
        ({"misses": ["BARGAIN."]}, ["W1"]),
        ({"misses": ["an offer", "Offer"]}, ["W5"]),
        ({"misses": ["bargin"]}, []),
        ({"accept": ["bargains"], "misses": ["a gain"]}, []),
    ],
)
def test_typed_forms_count_as_they_are_graded(
    changes: dict[str, Any], codes: list[str], said: Said
) -> None:
    """Case, accents, punctuation and an article in front make no other answer; a slip does."""
    if "misses" in changes:
        changes = {**changes, "misses": [{"answer": one, "why": NO} for one in changes["misses"]]}
    assert [code for code, _ in said("word-of-praise", **changes)] == codes


@pytest.mark.parametrize(
    ("stem", "codes"),
    [
        ("Which 2 of these paid for what was built beside the river?", []),
        ("What two bodies paid for what was built beside the river?", []),
        ("Of the four bodies that are named here, which two paid for it?", []),
        ("Of the four bodies that are named here, which paid for it?", ["S11"]),
        ("Who paid for what the “two of them” built beside the river?", ["S11"]),
        ("What are the three bodies that paid for what was built there?", ["S10"]),
        ("Name four of these that paid for what was built there?", ["S10"]),
    ],
)
def test_a_stem_asks_for_as_many_as_there_are(stem: str, codes: list[str], said: Said) -> None:
    """A number elsewhere in the stem, or in a quotation, asks for nothing."""
    assert [code for code, _ in said("who-paid", stem=stem)] == codes


@pytest.mark.parametrize(
    ("entries", "told"),
    [
        (["The boats of 1871", "The ice of 1884", "The sale of 1919"], True),
        (["The sale of 1919", "The ice of 1884", "The boats of 1871"], True),
        (["The ice of 1884", "The sale of 1919", "The boats of 1871"], False),
        (["The boats", "The ice of 1884", "The sale of 1919"], False),
    ],
)
def test_years_in_the_entries_tell_their_order(
    entries: list[str], *, told: bool, said: Said
) -> None:
    """Only where each has one, and sorting them is the answer."""
    whole = [evidence(exact="Ada Marsh founded the ferry in 1871")]
    found = said("what-came-first", key=entries, evidence=whole)
    assert [code for code, _ in found] == (["P4"] if told else [])


def test_marks_in_what_is_quoted_are_the_sources(said: Said) -> None:
    """A sentence to choose from may begin within a quotation; a pair's sides may not."""
    half = evidence(exact="because “a ferry is a promise", why=NO)
    others = [half, evidence(exact="Farmers called the toll unfair", why=NO)]
    assert said("compared-with-elsewhere", distractors=others) == []
    pairs = [
        {"left": "“Ada Marsh", "right": "Founded the ferry"},
        {"left": "Cleo Reed", "right": "Ruled (on building it"},
        {"left": "Ben Ortiz", "right": "Argued for a town’s crossings"},
    ]
    whole = [evidence(exact="Ada Marsh founded the ferry")]
    found = said("who-did-what", key=pairs, because="They did.", evidence=whole)
    assert [code for code, _ in found] == ["S4", "S4"]


def test_a_holder_may_stand_among_what_is_matched(said: Said) -> None:
    """The sides of a match are on the screen with its stem; the words of a quotation are not those
    of whoever asks."""
    attributed = {"stance": "attributed", "holder": {"name": "Ben Ortiz"}}
    assert said("who-did-what", **attributed) == []
    found = said("compared-with-elsewhere", stance="attributed", holder={"name": "the bridge"})
    assert [code for code, _ in found] == ["S6"]


def test_one_stem_may_be_asked_of_other_entries(
    types: Path, checked: Callable[..., Report]
) -> None:
    """“In what order did these things happen?” asks nothing without the things; with the same
    things it asks the same."""
    text = types.read_text("utf-8")
    begin, end = text.index("  - id: what-came-first"), text.index("  - id: compared-with")
    again = text[begin:end].replace("id: what-came-first", "id: what-came-next")
    types.write_text(text + "\n" + again, "utf-8")
    assert [found.code for found in checked(types).findings] == ["B1"]
    other = again.replace("Two boats begin to run", "A young woman takes up a new trade")
    other = other.replace("Ice carries off", "The cold destroys what stood near")
    types.write_text(text + "\n" + other, "utf-8")
    assert checked(types).findings == ()
