"""Wrong answers that would give another draft's key away."""

from __future__ import annotations

from dataclasses import replace

from tests.draft.gate.making import candidate

from civicsquiz.draft.clearing import cleared
from civicsquiz.draft.items.building import option


def test_a_wrong_answer_that_another_draft_asks_for_is_changed() -> None:
    one = replace(
        candidate(others=("Sixth Amendment", "Eighth Amendment")),
        spare=(option("Third Amendment", "It is about soldiers in homes."),),
    )
    other = candidate(key="Sixth Amendment", others=("Fourth Amendment", "Ninth Amendment"))
    first, second = cleared([one, other])
    assert [each.text for each in first.item.options[1:]] == ["Eighth Amendment", "Third Amendment"]
    assert second is other


def test_two_wrong_answers_stay_in_any_case() -> None:
    one = candidate(others=("Sixth Amendment", "Eighth Amendment"))
    other = candidate(key="Sixth Amendment", others=("Fourth Amendment", "Ninth Amendment"))
    assert cleared([one, other])[0] is one
