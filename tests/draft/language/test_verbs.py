"""The forms of the verbs on the list."""

from __future__ import annotations

import pytest

from civicsquiz.draft.language.verbs import form


@pytest.mark.parametrize(
    ("word", "base", "kind"),
    [
        ("struck", "strike", "past"),
        ("ratified", "ratify", "participle"),
        ("vetoes", "veto", "third"),
        ("overruling", "overrule", "ing"),
        ("permitted", "permit", "past"),
        ("was", "be", "past"),
        ("has", "have", "third"),
        ("chosen", "choose", "participle"),
    ],
)
def test_a_form_leads_to_its_verb(word: str, base: str, kind: str) -> None:
    found = form(word)
    assert found is not None
    assert found.verb.base == base
    assert kind in found.kinds


@pytest.mark.parametrize("word", ["senate", "beautiful", "the", "governmented", ""])
def test_what_is_not_on_the_list_is_no_verb(word: str) -> None:
    assert form(word) is None
