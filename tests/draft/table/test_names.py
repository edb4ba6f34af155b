"""Names in running text."""

from __future__ import annotations

import pytest

from civicsquiz.draft.table import find_names


def names(text: str) -> list[tuple[str, str, str]]:
    return [(text[one.start : one.end], one.family, one.entry.name) for one in find_names(text)]


def test_the_longest_name_counts_and_none_inside_another() -> None:
    assert names("the U.S. House of Representatives and the Voting Rights Act of 1965") == [
        ("U.S. House of Representatives", "body", "House of Representatives"),
        ("Voting Rights Act of 1965", "statute", "Voting Rights Act of 1965"),
    ]


def test_possessives_stay_outside() -> None:
    assert names(
        "Miranda v. Arizona’s wake, Barack Obama's term, the FBI’s files, a defendant's "
        "plea, Dillon’s Rule"
    ) == [
        ("Miranda v. Arizona", "case", "Miranda v. Arizona"),
        ("Barack Obama", "person", "Barack Obama"),
        ("FBI", "body", "Federal Bureau of Investigation"),
        ("defendant", "term", "defendant"),
        ("Dillon’s Rule", "term", "Dillon’s Rule"),
    ]


def test_a_point_that_belongs_to_the_name_stays_inside() -> None:
    assert names("Martin Luther King Jr. spoke")[0][0] == "Martin Luther King Jr."


@pytest.mark.parametrize(
    "text",
    [
        "a turkey and some ice for us, who may chat",
        "Washington said no",  # a state, a city, a government or a man
        "Miranda was read her rights",
        "in Trop. V Dulles",
        "He sat in the Supreme. Court was adjourned",
        "an unamendment of Texans",
        "a Roman Supreme Court and the state Supreme Court",
        "the Supreme Court of Ruritania",
        "the Russian Civil War, South Vietnam, New York City",
        "the Native American Voting Rights Act, the Voting Rights Act of 2001",
        "Donald Trump Jr. at George Washington University",
        "",
    ],
)
def test_what_is_no_name_is_not_found(text: str) -> None:
    assert names(text) == []


def test_a_name_glued_to_a_citation_is_found() -> None:
    found = names("decided in Trop v. Dulles.Trop v. Dulles, 356 U.S. 86 (1958)")
    assert [name for name, family, _ in found if family == "case"] == ["Trop v. Dulles"] * 2


def test_several_amendments_in_one_list() -> None:
    text = "the Fourth, Fifth, and Twenty-First Amendments, and the Eighth Amendment"
    assert [name for _, _, name in names(text)] == [
        "Fourth Amendment", "Fifth Amendment", "Twenty-first Amendment", "Eighth Amendment",
    ]  # fmt: skip


def test_signs_and_spaces_in_names() -> None:
    assert [name for _, _, name in names(
        "Youngstown Sheet & Tube Co. v. Sawyer; J. E. B. v. Alabama; Washington, D.C.; "
        "Bureau of Alcohol, Tobacco, Firearms and Explosives"
    )] == [
        "Youngstown Sheet & Tube Co. v. Sawyer",
        "J.E.B. v. Alabama",
        "Bureau of Alcohol, Tobacco, Firearms and Explosives",
    ]  # fmt: skip


def test_terms_and_offices_are_found_with_and_without_capitals() -> None:
    assert [family for _, family, _ in names("the secretary of state, a Grand Jury")] == [
        "office",
        "term",
    ]


def test_a_very_long_line_is_read_in_one_go() -> None:
    assert len(find_names("First, " * 40_000)) == 0
    assert len(find_names("Trop v. Dulles, " * 15_000)) == 15_000


def test_words_before_a_name_that_are_no_part_of_it() -> None:
    assert [family for _, family, _ in names(
        "Under President Joe Biden, Republican Senator John McCain met with Congress. "
        "The Supreme Court read Title VI of the Civil Rights Act of 1964. Under Congress’s FOIA"
    ) if family in ("person", "body", "statute")] == [
        "person", "person", "body", "body", "statute", "body", "statute",
    ]  # fmt: skip
