"""What the table says of a law or a case, proven by a sentence of the article."""

from __future__ import annotations

import pytest
from tests.draft.charter import article

from civicsquiz.draft.facts import abouts


def found(text: str) -> list[str]:
    return [fact["what"] for fact in abouts.extract(article(f"Of laws\n\n{text}\n"))]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "In Griswold v. Connecticut, the Court struck down a ban on the use of contraceptives.",
            "Griswold v. Connecticut",
        ),
        (
            "In Obergefell v. Hodges, the Court required all states to recognize same-sex marriage.",
            "Obergefell v. Hodges",
        ),
        (
            "The USA PATRIOT Act brought wider surveillance of people after the attacks of September 11.",
            "USA PATRIOT Act",
        ),
    ],
)
def test_a_sentence_that_says_what_the_table_says(text: str, what: str) -> None:
    assert found(text) == [what]


@pytest.mark.parametrize(
    "text",
    [
        "In Griswold v. Connecticut, the Court struck down a ban on information about contraception.",
        "The USA PATRIOT Act, passed after the attacks of September 11, has made the work of the press harder.",
        "“The USA PATRIOT Act brought wider surveillance after the attacks of September 11,” she wrote.",
    ],
)
def test_a_sentence_that_says_something_else(text: str) -> None:
    assert found(text) == []
