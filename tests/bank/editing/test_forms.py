"""Items to the values of a file and back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from tests.banks.any_item import items

from civicsquiz.bank import files
from civicsquiz.bank.editing import emit, forms
from civicsquiz.bank.models import Item, Status
from civicsquiz.bank.origin import Drafted, Origin
from civicsquiz.source import safe_yaml


def loaded(values: dict[str, Any]) -> dict[str, Any]:
    """The values as the text of a file gives them back."""
    data, problems = safe_yaml.load(emit.item(values))
    assert not problems
    (found,) = data
    return dict(found)


@given(items())
def test_items_of_every_type_come_back(item: Item) -> None:
    """By way of the text of a file, with what a draft has."""
    draft = type(item)(**vars(item) | {
        "status": Status.NEEDS_EDITING, "origin": Origin.EDITED,
        "draft": Drafted("0123456789abcdef", "quantity@1.2"),
    })  # fmt: skip
    values = loaded(forms.values_of(draft))
    assume(not forms.faults(values))  # some have more options than a file may
    once = forms.read(values)
    assert (once.type, once.draft, once.origin) == (item.type, draft.draft, draft.origin)
    assert once.key_response == item.key_response or " " in item.key_text
    assert forms.read(loaded(forms.values_of(once))) == once


def test_all_that_a_bank_can_say_comes_back(checkout: Path) -> None:
    """Parts of a key, stated ids, bounds, roles, hints, notes."""
    for name in ("eight-types", "town-charter"):
        for item in files.load(checkout / f"tests/banks/town/{name}.yaml").items:
            assert forms.read(forms.values_of(item)) == item


def test_what_keeps_values_from_being_an_item() -> None:
    """Each fault at its place within the item, in the words of the check."""
    values: dict[str, Any] = {
        "id": "A b", "type": "choice", "topic": "t", "stance": "fact", "stem": "", "rationale": "So.",
        "key": "Same", "distractors": [{"text": "Same"}, {"text": "x", "why": ""}],
        "evidence": [{"source": "paper", "exact": "x"}], "draft": {"fact": "12", "rule": "?"},
    }  # fmt: skip
    found = {place: message for place, _, message, _ in forms.faults(values)}
    assert found[("id",)] == "“id” is “A b”"
    assert found[("stem",)] == "“stem” is empty"
    assert found[("distractors", 1, "why")] == "“why” is empty"
    assert {("draft", "fact"), ("draft", "rule")} <= found.keys()
    with pytest.raises(forms.InvalidItem) as raised:
        forms.read(values)
    assert len(raised.value.faults) == len(found)
    values |= {"id": "a-b", "stem": "Which?", "draft": None, "distractors": [{"text": "Same"}]}
    assert [message for _, _, message, _ in forms.faults(values)] == [
        "the option “Same” stands twice"
    ]


def test_a_sound_item_has_no_faults(checkout: Path) -> None:
    """Whatever its sources are called."""
    (item, *_) = files.load(checkout / "tests/banks/town/town-charter.yaml").items
    assert forms.faults(forms.values_of(item)) == []
