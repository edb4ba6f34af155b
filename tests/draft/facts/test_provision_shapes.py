"""Further ways of saying what a law does, and what looks like one and is none."""

from __future__ import annotations

import pytest
from tests.draft.charter import article

from civicsquiz.draft.facts import provisions


def found(text: str) -> list[tuple[str, str, str]]:
    return [
        (fact["provision"], fact["shape"], fact["predicate"])
        for fact in provisions.extract(article(text))
    ]


@pytest.mark.parametrize(
    ("text", "name", "shape", "predicate"),
    [
        (
            "In 1920, the passage of the Nineteenth Amendment granted all women the right to vote.",
            "Nineteenth Amendment", "passage", "granted all women the right to vote",
        ),
        (
            "Many worked for the Thirteenth Amendment abolishing slavery.",
            "Thirteenth Amendment", "ing", "abolished slavery",
        ),
        (
            "Then Congress passed the Homeland Security Act, creating a department for security at home.",
            "Homeland Security Act", "ing", "created a department for security at home",
        ),
        (
            "In 1913, Congress passed the Federal Reserve Act to establish a federal banking system.",
            "Federal Reserve Act", "to", "was passed to establish a federal banking system",
        ),
        (
            "He spoke of the Americans with Disabilities Act, a law that prohibited discrimination by employers.",
            "Americans with Disabilities Act", "that", "prohibited discrimination by employers",
        ),
        (
            "Title VII of the Civil Rights Act of 1964 prohibited discrimination in employment by sex.",
            "Civil Rights Act of 1964", "main", "prohibited discrimination in employment by sex",
        ),
        (
            "FOIA gives the public a right to request records from federal agencies.",
            "FOIA", "main", "gives the public a right to request records from federal agencies",
        ),
        (
            "Another proposal, the New Jersey Plan, called for a unicameral legislature.",
            "New Jersey Plan", "main", "called for a unicameral legislature",
        ),
        (
            "The right belonged to few until the Fifteenth Amendment gave the vote to African American men.",
            "Fifteenth Amendment", "main", "gave the vote to African American men",
        ),
        (
            "The last was the Civil Rights Act of 1968, which prohibited discrimination in housing based on race, color, or religion.",
            "Civil Rights Act of 1968", "which",
            "prohibited discrimination in housing based on race, color, or religion",
        ),
    ],
)  # fmt: skip
def test_a_shape_is_found(text: str, name: str, shape: str, predicate: str) -> None:
    assert found(text) == [(name, shape, predicate)]


@pytest.mark.parametrize(
    "text",
    [
        "New rules under the Fair Housing Act that were intended to lead to mixed communities came later.",
        "The 1689 Bill of Rights guaranteed the right to petition the king to all subjects.",
        "Critics argued that the Thirteenth Amendment abolishing slavery went too far.",
        "The court struck down the part of the Defense of Marriage Act that outlawed federal benefits.",
        "If Congress passed the Federal Reserve Act to establish a bank, nobody would know.",
        "The Nineteenth Amendment did not give women equal pay in employment.",
    ],
)
def test_look_alikes_give_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Twenty-fourth Amendment banned poll taxes in elections to federal and state office.",
        "The First Amendment protects freedom of speech, petition, and assembly if nobody would object.",
    ],
)
def test_a_list_is_not_cut_in_its_middle(text: str) -> None:
    for _, _, predicate in found(text):
        assert not predicate.endswith(("federal", "speech", "petition"))
