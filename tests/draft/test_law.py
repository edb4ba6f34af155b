"""The Constitution as drafts quote it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from civicsquiz.bank.models import Role
from civicsquiz.draft import law
from civicsquiz.draft.law import Law
from civicsquiz.source.card import Card
from civicsquiz.source.placing import Placed, Source

WAR = Law("Article I, section 8", "To declare War", "Congress may declare war.")


def test_words_are_found_in_their_place_only() -> None:
    text = law.constitution().document.text
    start, end = law.span(WAR) or (0, 0)
    assert text[start:end] == "To declare War"
    assert law.span(Law("Article I, section 9", "To declare War")) is None
    assert law.span(Law("Article I, section 8", "To declare war")) is None


@pytest.mark.parametrize(
    "one",
    [
        WAR,
        Law("Article I, section 8", "The Congress shall have Power"),
        Law("Amendment XIV, section 1", "without due process of law"),
        Law("Amendment XVII", "The Senate of the United States shall be composed of two Senators"),
    ],
)
def test_a_quotation_means_one_place_with_its_citation(one: Law) -> None:
    """Also where the same words stand elsewhere."""
    made = law.evidence(one)
    whole = law.constitution()
    found = Source(whole.card, whole.guide).find(made.selector)
    assert isinstance(found, Placed)
    assert found.citation == f"U.S. Constitution, {one.place}"
    assert (found.start, found.end) == law.span(one)
    assert (made.source, made.role, made.plain) == (law.ID, Role.PROVES, one.plain)


def test_words_that_do_not_stand_there_are_no_evidence() -> None:
    with pytest.raises(ValueError, match="Article VI does not say"):
        law.evidence(Law("Article VI", "To declare War"))


def test_another_source_under_its_id_is_not_it() -> None:
    assert law.is_shipped(law.constitution().card)
    assert not law.is_shipped(Card(law.ID, "The constitution of our club"))
    assert not law.is_shipped(Card("law", "The law itself", rights="public domain"))


def test_it_is_not_read_before_it_is_needed() -> None:
    """Neither by what drafts nor by what judges drafts."""
    told = (
        "import civicsquiz.draft.drafting, civicsquiz.draft.triage\n"
        "from civicsquiz.draft import law\n"
        "assert law.constitution.cache_info().currsize == 0"
    )
    assert subprocess.run([sys.executable, "-c", told], check=False).returncode == 0
