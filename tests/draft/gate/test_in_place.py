"""A key that stands in the passage, but not where the stem leaves room for it, is refused."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.draft.news import news

from civicsquiz.draft.drafting import facts_of
from civicsquiz.draft.gate.in_place import IN_PLACE
from civicsquiz.draft.gate.rule import Ground
from civicsquiz.draft.items import counts


@pytest.mark.parametrize(
    ("stem", "asked", "right"),
    [
        ("The House passed how many articles of impeachment in 1868?", "two", True),
        ("The House passed how many articles of the land in 1868?", "two", False),
        ("The House passed two articles on how many in 1868?", "two", False),
        ("How many articles passed the House in 1868?", "two", False),
        ("The House passed how many articles of impeachment in 1868?", "three", False),
        ("The House passed articles.", "two", False),
    ],
)
def test_the_key_goes_back_into_its_place(stem: str, asked: str, right: bool) -> None:
    article = news("The House passed two articles of impeachment in 1868.")
    facts = facts_of(article)
    (candidate,) = [one for fact in facts for one in counts.realise(fact, article)]
    changed = replace(
        candidate,
        item=replace(candidate.item, stem=stem),
        claims={"asked": asked, "in_place": "how many"},
    )
    said = IN_PLACE.check(changed, Ground({article.card.id: article}, facts))
    assert (said == "") is right


def test_other_questions_are_not_its_business() -> None:
    article = news("The House passed two articles of impeachment in 1868.")
    facts = facts_of(article)
    (candidate,) = [one for fact in facts for one in counts.realise(fact, article)]
    assert (
        IN_PLACE.check(replace(candidate, claims={}), Ground({article.card.id: article}, facts))
        == ""
    )
