"""Who and what is named, and of what kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.draft.language.names import Name, NameKind, Names


def people(text: str) -> list[tuple[str, str]]:
    return [(one.key, one.title) for one in Names([text]).of(0) if one.kind is NameKind.PERSON]


def only(text: str) -> Name:
    (found,) = Names([text]).of(0)
    return found


@pytest.mark.parametrize(
    ("text", "key", "title"),
    [
        ("Chief Justice Anna Miller wrote it.", "Anna Miller", "Chief Justice"),
        ("Secretary of State Peter Brown left.", "Peter Brown", "Secretary of State"),
        (
            "They met President of the United States Peter Brown.",
            "Peter Brown",
            "President of the United States",
        ),
        ("The former governor Peter Brown left.", "Peter Brown", "former governor"),
        ("It was James Carter who left.", "James Carter", ""),
        ("Qadira Belinski, a professor of law, wrote it.", "Qadira Belinski", ""),
        ("Lawyer Peter Brown said so.", "Peter Brown", "Lawyer"),
        ("The Speaker of the House, Qadira Belinski, left.", "Qadira Belinski", ""),
        ("Qadira Belinski said so.", "Qadira Belinski", ""),
        ("United States Senator from Vermont Peter Brown left.", "Peter Brown", "United States Senator from Vermont"),
        ("United States Senator from New York Peter Brown left.", "Peter Brown", "United States Senator from New York"),
        ("Ambassador to the United Nations Anna Miller left.", "Anna Miller", "Ambassador to the United Nations"),
    ],
)  # fmt: skip
def test_a_person_is_told_by_title_given_name_or_what_follows(
    text: str, key: str, title: str
) -> None:
    assert people(text) == [(key, title)]


@pytest.mark.parametrize(
    "text",
    [
        "Article VI declared that it is so.",
        "The White House said so.",
        "House Democrats said so.",
        "The Peace Treaty said so.",
        "Parties of the Republican Party met.",
        "In Estelle v. Gamble, it was so.",
        "The Speaker of the House said so.",
    ],
)
def test_what_is_no_person_is_none(text: str) -> None:
    assert people(text) == []


def test_two_people_are_not_joined_by_and() -> None:
    assert people("Members of Congress Anna Miller and Peter Brown met.")[-1][0] == "Peter Brown"


def test_a_surname_is_the_one_person_of_that_surname() -> None:
    found = Names(["Mayor Anna Miller spoke.", "Miller left."])
    assert found.of(1)[0].key == "Anna Miller"


def test_a_surname_of_two_people_is_neither() -> None:
    found = Names(["Mayor Anna Miller met Paul Miller.", "Miller left."])
    assert found.of(1)[0].key == "Miller"


def test_a_titled_surname_stands_for_itself() -> None:
    found = Names(["President Quimby spoke.", "Quimby left."])
    assert [name.kind for _, name in found.all()] == [NameKind.PERSON, NameKind.PERSON]


def test_the_kind_is_told_by_the_head() -> None:
    assert only("The Federal Trade Commission met.").kind is NameKind.AGENCY
    assert only("The Senate Finance Committee met.").kind is NameKind.COMMITTEE


@given(st.text(alphabet="AB ab.,’'“”()of the and U.S.\n", max_size=80))
def test_names_are_slices_of_the_text(text: str) -> None:
    for name in Names([text]).of(0):
        assert text[name.start : name.end] == name.text
        assert 0 <= name.begins <= name.start < name.end
