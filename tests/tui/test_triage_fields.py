"""The texts of an item as fields, and back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from civicsquiz.bank.editing import BankText, forms
from civicsquiz.tui.widgets.triage_fields import fields_of
from civicsquiz.tui.widgets.triage_typed import put_back

BANK = Path(__file__).resolve().parent.parent / "banks/town/eight-types.yaml"
ITEMS = {str(values["id"]): values for values in BankText.open(BANK).items}


def edited(values: dict[str, Any], **typed: str) -> tuple[dict[str, Any], list[str]]:
    """The values with some fields typed anew, named by their places joined with “_”; and the places
    of all fields then."""
    fields = fields_of(values)
    names = ["_".join(map(str, field.place)) for field in fields]
    assert set(typed) <= set(names), names
    texts = [typed.get(name, field.text) for name, field in zip(names, fields, strict=True)]
    new, places = put_back(values, fields, texts)
    return new, ["_".join(map(str, place)) for place in places]


@pytest.mark.parametrize("name", ITEMS)
def test_nothing_typed_nothing_changed(name: str) -> None:
    assert edited(ITEMS[name])[0] == ITEMS[name]


@pytest.mark.parametrize("name", ITEMS)
def test_every_text_can_be_typed(name: str) -> None:
    """Whatever field is changed, the change stands in the values; and they still make an item."""
    values = ITEMS[name]
    for field in fields_of(values):
        if field.place == ("key",) and values["type"] == "true-false":
            continue
        if field.label == "  out of":
            continue
        typed = "7" if values["type"] == "number" and field.place[0] == "key" else "Another one"
        place = "_".join(map(str, field.place))
        new, _ = edited(values, **{place: typed})
        assert new != values
        assert typed in str(new)
        if field.text:
            assert forms.faults(new) == [], place


def test_a_judgement_turns_its_opposite() -> None:
    new, _ = edited(ITEMS["minutes"], key="True")
    assert (new["key"], new["distractors"][0]["text"]) == (True, False)
    wrong, _ = edited(ITEMS["minutes"], key="perhaps")
    assert [place for place, *_ in forms.faults(wrong)] == [("key",)]


def test_an_emptied_answer_is_left_out_and_the_others_count_anew() -> None:
    new, places = edited(
        ITEMS["seats"],
        distractors_0_text="", distractors_0_why="", distractors_2_text="Ten",
        distractors_2_why="It is said of nobody.",
    )  # fmt: skip
    assert [one["text"] for one in new["distractors"]] == ["Twelve", "Ten"]
    assert "distractors_1_text" in places
    assert "distractors_2_text" not in places
    assert forms.faults(new) == []


def test_a_reason_alone_is_no_answer() -> None:
    new, _ = edited(ITEMS["seats"], distractors_0_text="")
    assert [one["text"] for one in new["distractors"]] == ["Twelve"]


def test_one_more_answer() -> None:
    new, places = edited(ITEMS["seats"], distractors_2_text="Ten")
    assert new["distractors"][2] == {"text": "Ten"}
    assert "distractors_2_text" in places


def test_evidence_follows_the_part_that_it_proves() -> None:
    new, _ = edited(ITEMS["numbers-of-the-town"], key_0_left="The seven")
    assert new["evidence"][0]["for"] == "The seven"
    assert forms.faults(new) == []


def test_what_may_be_empty_goes() -> None:
    new, _ = edited(ITEMS["minutes"], because="")
    assert "because" not in new
    new, _ = edited(ITEMS["who-keeps-minutes"], accept_0="", misses_0_answer="", misses_0_why="")
    assert "accept" not in new
    assert "misses" not in new
    new, _ = edited(ITEMS["price"], key_unit="", background="")
    assert new["key"] == {"value": "4000"}
    assert "background" not in new


def test_a_quotation_and_its_source_can_be_typed() -> None:
    new, places = edited(
        ITEMS["seats"], evidence_0_exact="The council has nine seats", evidence_0_source="other",
        evidence_0_plain="Nine people decide.",
    )  # fmt: skip
    assert new["evidence"] == [
        {
            "source": "other",
            "exact": "The council has nine seats",
            "plain": "Nine people decide.",
        }
    ]
    assert "evidence_0_exact" in places


def test_a_quotation_that_is_emptied_goes_and_the_others_count_anew() -> None:
    before = ITEMS["numbers-of-the-town"]["evidence"]
    new, places = edited(ITEMS["numbers-of-the-town"], evidence_0_exact="")
    assert new["evidence"] == before[1:]
    assert places.count("evidence_0_exact") == 2  # where the first stood, and where the second does
    new, _ = edited(ITEMS["seats"], evidence_0_exact="")
    assert "evidence" not in new


def test_one_more_quotation_is_out_of_the_source_that_is_quoted() -> None:
    new, _ = edited(ITEMS["seats"], evidence_1_exact="nine members")
    assert new["evidence"][1] == {"exact": "nine members", "source": new["evidence"][0]["source"]}
    new, _ = edited(ITEMS["seats"], evidence_1_exact="nine members", evidence_1_source="other")
    assert new["evidence"][1]["source"] == "other"
    assert edited(ITEMS["seats"], evidence_1_source="other")[0] == ITEMS["seats"]


def test_without_a_quotation_the_first_source_is_offered() -> None:
    values = {key: told for key, told in ITEMS["seats"].items() if key != "evidence"}
    fields = fields_of(values, ["paper", "other"])
    texts = ["nine" if field.place[-1] == "exact" else field.text for field in fields]
    new, _ = put_back(values, fields, texts)
    assert new["evidence"] == [{"exact": "nine", "source": "paper"}]


def test_a_sentence_to_be_found_and_its_source_are_fields() -> None:
    new, places = edited(
        ITEMS["sentence-on-schools"], key_exact="One of these.", distractors_0_exact="Another."
    )
    assert new["key"]["exact"] == "One of these."
    assert new["distractors"][0]["exact"] == "Another."
    assert {"key_source", "distractors_1_source", "distractors_1_why"} <= set(places)


def test_hints_and_background_can_be_added() -> None:
    values = {k: v for k, v in ITEMS["seats"].items() if k not in ("hints", "background")}
    new, _ = edited(values, hints_0="Count them.", background="It had seven.")
    assert (new["hints"], new["background"]) == (["Count them."], "It had seven.")
    assert forms.faults(new) == []
