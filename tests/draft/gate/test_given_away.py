"""A key that stands above its question, in the title of the article."""

from __future__ import annotations

import pytest
from tests.draft.charter import TEXT, article
from tests.draft.gate.making import candidate, ground

from civicsquiz.draft.gate.given_away import TITLED


@pytest.mark.parametrize(
    ("title", "refused"),
    [
        ("The Seventh Amendment", True),
        ("Seventh Amendments to a constitution", True),
        ("Rights of the accused in short", False),
        ("The seventh of the amendments’ makers", True),
        ("Seventh grade", False),
    ],
)
def test_a_title_with_the_key(title: str, *, refused: bool) -> None:
    made = article(TEXT.replace("TITLE: Rights of the accused in short", f"TITLE: {title}"))
    assert bool(TITLED.check(candidate(), ground(of=made))) == refused


def test_what_an_article_mentions_is_not_its_key() -> None:
    """“The article mentions Congress. Which powers …?” may be asked below a title with Congress in it."""
    made = article(TEXT.replace("TITLE: Rights of the accused", "TITLE: Seventh Amendment"))
    one = candidate(rule="law-at-work@1", claims={"rule": "civil-jury"})
    assert TITLED.check(one, ground(of=made)) == ""
