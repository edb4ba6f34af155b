"""The law as drafts quote it: the Constitution, statutes, opinions."""

from __future__ import annotations

import subprocess
import sys

import pytest

from civicsquiz.bank.models import Role
from civicsquiz.draft import law
from civicsquiz.draft.law import Law
from civicsquiz.source.card import Card
from civicsquiz.source.placing import Placed, Source

YEARS = Law("8 U.S.C. § 1427(a)", "within the United States for at least five years")
PROVINCE = Law("Marbury v. Madison, 5 U.S. 137 (1803)", "to say what the law is")
WAR = Law("Article I, section 8", "To declare War", "Congress may declare war.")


def test_words_are_found_in_their_place_only() -> None:
    text = law.whole(law.CONSTITUTION).document.text
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
        YEARS,
        PROVINCE,
    ],
)
def test_a_quotation_means_one_place_with_its_citation(one: Law) -> None:
    """Also where the same words stand elsewhere."""
    made = law.evidence(one)
    whole = law.whole(one.source)
    found = Source(whole.card, whole.guide).find(made.selector)
    assert isinstance(found, Placed)
    assert found.citation == one.citation
    assert (found.start, found.end) == law.span(one)
    assert (made.source, made.role, made.plain) == (one.source, Role.PROVES, one.plain)


def test_a_place_tells_which_source_holds_its_words() -> None:
    assert [one.source for one in (WAR, YEARS, PROVINCE)] == list(law.IDS)
    assert WAR.citation == "U.S. Constitution, Article I, section 8"
    assert (YEARS.citation, PROVINCE.citation) == (YEARS.place, PROVINCE.place)


def test_a_statute_was_the_law_on_a_day() -> None:
    """Which a question says, so that `check` warns when it is long past."""
    assert law.as_of([WAR, YEARS]) == law.whole(law.STATUTES).card.date
    assert law.as_of([WAR, PROVINCE]) is None


def test_words_that_do_not_stand_there_are_no_evidence() -> None:
    with pytest.raises(ValueError, match="Article VI does not say"):
        law.evidence(Law("Article VI", "To declare War"))


def test_another_source_under_its_id_is_not_it() -> None:
    assert law.is_shipped(law.whole(law.CONSTITUTION).card)
    assert law.is_shipped(law.whole(law.STATUTES).card)
    assert not law.is_shipped(Card(law.CONSTITUTION, "The constitution of our club"))
    assert not law.is_shipped(Card("law", "The law itself", rights="public domain"))


def test_it_is_not_read_before_it_is_needed() -> None:
    """Neither by what drafts nor by what judges drafts."""
    told = (
        "import civicsquiz.draft.drafting, civicsquiz.draft.triage\n"
        "from civicsquiz.draft import law\n"
        "assert law.whole.cache_info().currsize == 0"
    )
    assert subprocess.run([sys.executable, "-c", told], check=False).returncode == 0
