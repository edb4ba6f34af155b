"""The gate over questions that the law proves: each way in which it would not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.draft.news import news, refusal
from tests.draft.some_acts import only_some

from civicsquiz.bank.items import Choice
from civicsquiz.bank.models import Evidence, Role
from civicsquiz.draft import law
from civicsquiz.draft.article import Article
from civicsquiz.draft.drafting import facts_of
from civicsquiz.draft.items import acts, building
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.law import Law
from civicsquiz.source.selector import Selector

CONSENT = Law(
    "Article II, section 2", "by and with the Advice and Consent of the Senate, to make Treaties"
)


@pytest.fixture(autouse=True)
def _some_acts(monkeypatch: pytest.MonkeyPatch) -> None:
    only_some(monkeypatch)


@pytest.fixture
def article() -> Article:
    return news("On Friday, President Donald Trump vetoed the farm bill in Washington.", "A veto")


@pytest.fixture
def veto(article: Article) -> Candidate:
    (candidate,) = acts.gather(facts_of(article), article)
    assert refusal(article, candidate) == ""
    return candidate


def with_evidence(candidate: Candidate, *evidence: Evidence) -> Candidate:
    return replace(candidate, item=replace(candidate.item, evidence=evidence))


def _other_law(one: Candidate) -> Candidate:
    return with_evidence(one, law.evidence(CONSENT), one.item.evidence[1])


def _not_the_law(one: Candidate) -> Candidate:
    return with_evidence(one, *(replace(each, role=Role.PROVES) for each in one.item.evidence))


def _misquoted(one: Candidate) -> Candidate:
    first, beside = one.item.evidence
    words = first.selector.exact.replace("two thirds", "three fifths")
    return with_evidence(one, replace(first, selector=Selector(words)), beside)


def _alone(one: Candidate) -> Candidate:
    return with_evidence(one, one.item.evidence[0])


def _other_key(one: Candidate) -> Candidate:
    assert isinstance(one.item, Choice)
    other = building.option("Pass it again by three-fourths of each chamber")
    return replace(one, item=replace(one.item, key=other))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_other_law, "K1: the quoted words of the law lack"),
        (_not_the_law, "K1: something else than the law"),
        (_misquoted, "K1: the law does not say"),
        (_other_key, "K1: its words were read for another key"),
        (_alone, "E3: the passage that tells of the case"),
    ],
)
def test_what_the_law_does_not_prove_is_refused(
    article: Article, veto: Candidate, change: Callable[[Candidate], Candidate], said: str
) -> None:
    assert refusal(article, change(veto)).startswith(said)


def test_a_key_in_the_law_s_own_words_passes(article: Article, veto: Candidate) -> None:
    """Whoever edits it may say it as the law does."""
    assert isinstance(veto.item, Choice)
    key = building.option("Approved by two thirds of that House")
    edited = replace(veto, item=replace(veto.item, key=key))
    assert not refusal(article, edited).startswith("K1")
