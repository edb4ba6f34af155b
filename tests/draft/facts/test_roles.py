"""What offices and bodies do in general."""

from __future__ import annotations

import pytest
from tests.draft.charter import article

from civicsquiz.draft.facts import roles
from civicsquiz.draft.facts.fact import Fact
from civicsquiz.draft.language import roles as known


def found(text: str) -> list[Fact]:
    return list(roles.extract(article(text)))


@pytest.mark.parametrize(
    ("text", "subject", "shape", "predicate"),
    [
        (
            "The Senate confirms judges whom a president has nominated.",
            "The Senate", "main", "confirms judges whom a president has nominated",
        ),
        (
            "The states were also given the power to ratify amendments to the Constitution.",
            "The states", "main", "were also given the power to ratify amendments to the Constitution",
        ),
        ("The Constitution gives Congress the power to declare war.", "Congress", "granted", "has the power to declare war"),
        (
            "Article II gives the president the power to pardon federal crimes.",
            "The president", "granted", "has the power to pardon federal crimes",
        ),
        ("Federal judges are appointed by the president and confirmed by the Senate.", "The president", "by", "appoints federal judges"),
        ("The Senate, which confirms judges, has the sole power to try impeachments.", "The Senate", "main", "has the sole power to try impeachments"),
        (
            "The Speaker of the House is the third-highest official in the federal government.",
            "The Speaker of the House", "main", "is the third-highest official in the federal government",
        ),
    ],
)  # fmt: skip
def test_what_an_office_does_is_found(text: str, subject: str, shape: str, predicate: str) -> None:
    told = [(fact["subject"], fact["shape"], fact["predicate"]) for fact in found(text)]
    assert (subject, shape, predicate) in told


@pytest.mark.parametrize(
    "text",
    [
        "The Senate considered the resolution on the night of April 22.",
        "The president may think that Congress should meet more often.",
        "The Senate does not confirm judges of the states.",
        "The governor likes to walk in the park on Sundays.",
        "The Senate could remove a president from office.",
        "Under the Articles of Confederation, Congress has the power to ask states for money.",
        "The Senate rejects this plan in each of its sessions.",
        "According to critics, the Senate confirms too many judges in haste.",
        "The House Republicans elect their leaders in a closed meeting.",
        "The president, they say, vetoes bills that Congress passes.",
        "The Constitution gave no body the power to leave the union.",
        "These judges are appointed by the president alone.",
        "The Judiciary Act of 1789 established the lower courts of the nation.",
    ],
)
def test_look_alikes_give_nothing(text: str) -> None:
    assert found(text) == []


def test_the_president_of_news_is_somebody() -> None:
    text = "President Anna Miller spoke on Monday. The president signs bills that Congress passes."
    assert found(text) == []


def test_no_role_is_offered_beside_one_that_it_overlaps_with() -> None:
    for role in known.roles().values():
        for other in known.others(role):
            assert other.asked == role.asked
            assert role.level == "agency" or not other.groups & role.groups
