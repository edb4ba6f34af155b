"""Whose voice is it? Questions on lines of one article: what is offered beside the key, and why."""

from __future__ import annotations

import pytest
from tests.draft.news import news, refusal

from civicsquiz.bank.items import Choice, FindEvidence
from civicsquiz.bank.models import Role, Stance
from civicsquiz.draft.article import Article
from civicsquiz.draft.drafting import facts_of
from civicsquiz.draft.items import voices
from civicsquiz.draft.items.candidate import Candidate

TITLE = "A state gets a new budget"
OWN = [
    "Congress passed the law on taxes for the schools of Washington in June with many votes.",
    "Under the Constitution of Ohio, the governor signs each budget that the legislature passes.",
    "In 1912, voters in Ohio approved a constitutional amendment on elections and on city government.",
]
NAMED = "Senator Peter Brown said the budget gives every school in Ohio more money than the law requires."
LATER = "Mayor Anna Miller argued that the budget takes money from cities and from their elections."
UNNAMED = (
    "State officials said Senator Brown and Governor Dora Quill had agreed on the law in private."
)


def made(*paragraphs: str, title: str = TITLE) -> Article:
    people = "They met in May: Senator Peter Brown, Mayor Anna Miller and Governor Dora Quill."
    return news("\n\n".join((people, *paragraphs)), title=title)


def drafted(article: Article) -> dict[str, Candidate]:
    return {one.kind: one for one in voices.gather(facts_of(article), article)}


def test_find_the_line_that_passes_on_a_claim() -> None:
    article = made(*OWN, NAMED)
    candidate = drafted(article)["find-claim"]
    item = candidate.item
    assert isinstance(item, FindEvidence)
    assert item.stem == (
        f"In “{TITLE}”, which of these lines does Example News pass on as what others say, rather than state in its own voice?"
    )
    assert item.key.text == NAMED
    assert [one.text for one in item.distractors] == OWN
    assert all(one.why for one in item.distractors)
    assert [one.role for one in item.evidence] == [Role.PROVES] + [Role.CANDIDATE] * 3
    assert item.rationale.startswith("It reports what Senator Peter Brown said.")
    assert item.stance is Stance.FACT
    assert refusal(article, candidate) == ""


def test_a_line_on_whoever_makes_the_claim_is_not_offered_beside_it() -> None:
    """It may go on with what they say, though no word in it tells."""
    of_brown = "For Brown, Congress passed the law on taxes for the schools of Ohio in June."
    item = drafted(made(*OWN[1:], of_brown, NAMED))["find-claim"].item
    assert isinstance(item, FindEvidence)
    assert [one.text for one in item.distractors] == OWN[1:]


def test_find_the_line_in_the_articles_own_voice() -> None:
    article = made(OWN[0], NAMED, LATER)
    candidate = drafted(article)["own-voice"]
    item = candidate.item
    assert isinstance(item, FindEvidence)
    assert item.key.text == OWN[0]
    assert {one.text: one.why for one in item.distractors} == {
        NAMED: "It reports what Senator Peter Brown said.",
        LATER: "It reports what Mayor Anna Miller argued.",
    }
    assert refusal(article, candidate) == ""


def test_who_stands_behind_a_line_that_names_nobody() -> None:
    article = made(OWN[0], UNNAMED)
    candidate = drafted(article)["unnamed-source"]
    item = candidate.item
    assert isinstance(item, Choice)
    assert item.key_text == "Somebody who is not named"
    assert UNNAMED.rstrip(".") in item.stem
    assert "State officials said" in (item.because or "")
    assert refusal(article, candidate) == ""


def test_no_two_questions_show_the_same_line() -> None:
    article = made(*OWN, OWN[0].replace("Washington", "Boston"), NAMED, LATER, UNNAMED)
    shown = [
        one.selector.exact
        for candidate in drafted(article).values()
        for one in candidate.item.evidence
    ]
    assert len(shown) == len(set(shown)) > 4


@pytest.mark.parametrize(
    "paragraphs",
    [
        (*OWN,),
        (OWN[0], NAMED),
        (
            *OWN,
            "Senator Peter Brown said lunch was good and that he had enjoyed all of it very much.",
        ),
        (
            *OWN,
            "Senator Peter Brown said the governor is a liar and a traitor to the voters of Ohio.",
        ),
        (
            *OWN,
            "“The budget gives every school in Ohio more money,” Senator Peter Brown said on Monday.",
        ),
        (*OWN * 4, NAMED),
    ],
)
def test_no_question_where_it_would_be_thin_or_hurt(paragraphs: tuple[str, ...]) -> None:
    assert drafted(made(*paragraphs)) == {}
