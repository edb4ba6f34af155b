"""The table is asked: lookups, rights, siblings."""

from __future__ import annotations

import pytest

from civicsquiz.draft.table import Amendment, Entry, Person, table

T = table()


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Trop v. Dulles", "Trop v. Dulles"),
        ("trop vs. dulles", "Trop v. Dulles"),
        ("McDonald v. Chicago", "McDonald v. City of Chicago"),
        ("J. E. B. v. Alabama", "J.E.B. v. Alabama"),
        ("Burwell v. Hobby Lobby Stores, Inc.", "Burwell v. Hobby Lobby Stores, Inc."),
        ("NLRB v. Jones and Laughlin Steel", "NLRB v. Jones & Laughlin Steel Corp."),
        ("Whole Woman's Health v. Hellerstedt", "Whole Woman’s Health v. Hellerstedt"),
        ("Adarand Constructors v. Pena", "Adarand Constructors, Inc. v. Peña"),
        ("U.S. v. Lopez", "United States v. Lopez"),
    ],
)
def test_a_case_is_known_by_any_of_its_names(asked: str, name: str) -> None:
    found = T.case(asked)
    assert found is not None
    assert found.name == name


def test_a_short_name_counts_only_where_it_is_allowed() -> None:
    assert T.case("Miranda") is None
    assert T.case("Miranda", allow_short=True) is T.case("Miranda v. Arizona")
    assert T.person("Madison") is None
    assert T.person("Madison", allow_short=True) is T.person("James Madison")
    assert T.person("Johnson", allow_short=True) is None


@pytest.mark.parametrize(
    "asked", ["Eighth Amendment", "the 8th Amendment", "Amendment VIII", "Eighth", "8th"]
)
def test_an_amendment_is_known_by_its_number(asked: str) -> None:
    found = T.amendment(asked)
    assert found is not None
    assert (found.number, found.word, found.year) == (8, "Eighth", 1791)


@pytest.mark.parametrize("asked", ["21st Amendment", "Twenty-First Amendment", "Amendment XXI"])
def test_an_amendment_of_two_words(asked: str) -> None:
    found = T.amendment(asked)
    assert found is not None
    assert found.number == 21


def test_what_is_several_things_is_none() -> None:
    assert T.statute("Civil Rights Act") is None
    assert T.statute("Civil Rights Act of 1964") is not None
    assert T.case("Fisher v. University of Texas") is None  # decided twice


def test_each_family_has_its_lookup() -> None:
    asked = {
        "clause": T.clause("elastic clause"),
        "article": T.article("Article III"),
        "statute": T.statute("War Powers Act"),
        "office": T.office("Secretary of State"),
        "body": T.body("FCC"),
        "document": T.document("Federalist 10"),
        "war": T.war("Second World War"),
        "person": T.person("William J. Brennan, Jr."),
        "state": T.state("New Mexico"),
        "country": T.country("El Salvador"),
        "party": T.party("GOP"),
        "term": T.term("grand juries"),
        "right": T.right("right to an attorney"),
    }
    assert {name: entry and entry.family for name, entry in asked.items()} == {
        name: name for name in asked
    }


def test_a_right_excludes_only_amendments_that_surely_do_not_hold_it() -> None:
    assert T.excludes(3, "cruel and unusual punishment")
    assert not T.excludes(8, "cruel and unusual punishment")
    assert not T.excludes(14, "cruel and unusual punishment")  # carried over to the states
    assert not T.excludes(5, "due process")
    assert not T.excludes(14, "due process")
    assert T.excludes(14, "income tax")
    assert not T.excludes(3, "no right that the table knows")


def test_the_fifth_and_the_fourteenth_never_stand_against_each_other() -> None:
    fifth, fourteenth = T.amendment("Fifth"), T.amendment("Fourteenth")
    assert fifth is not None
    assert fourteenth is not None
    assert fourteenth not in T.siblings(fifth, 27)
    assert fifth not in T.siblings(fourteenth, 27)
    assert fifth not in T.siblings(fourteenth, 27, right="equal protection")
    assert fifth in T.siblings(fourteenth, 27, right="birthright citizenship")


def test_an_unknown_right_admits_no_amendment() -> None:
    eighth = T.amendment("Eighth")
    assert eighth is not None
    assert T.siblings(eighth, 3, right="no such right") == ()


def test_siblings_of_a_case_are_of_its_topic_and_its_years() -> None:
    trop = T.case("Trop v. Dulles")
    assert trop is not None
    others = T.siblings(trop, 4)
    assert {case.kind for case in others} == {"citizenship"}
    assert "Afroyim v. Rusk" not in [case.name for case in T.siblings(trop, 400)]
    gaps = [abs(case.year - 1958) for case in others if case.year]
    assert gaps == sorted(gaps)


def test_siblings_of_a_person_held_the_role_and_have_another_surname() -> None:
    marshall = T.person("Thurgood Marshall")
    assert marshall is not None
    names = [person.name for person in T.siblings(marshall, 200)]
    assert names[0] == "Abe Fortas"
    assert "John Marshall" not in names
    madison = T.person("James Madison")
    assert madison is not None
    assert all("founder" in person.roles for person in T.siblings(madison, 50, role="founder"))
    assert "Alexander Hamilton" not in [p.name for p in T.siblings(madison, 50, role="founder")]


def test_siblings_come_in_the_same_order_and_number_at_most_as_asked() -> None:
    congress = T.body("FBI")
    assert congress is not None
    assert T.siblings(congress, 2) == T.siblings(congress, 9)[:2]
    assert T.siblings(congress, 0) == ()


FAMILIES = (
    "case", "amendment", "clause", "article", "statute", "office", "document", "war", "person",
    "state", "country", "party",
)  # fmt: skip


@pytest.mark.parametrize("family", FAMILIES)
def test_siblings_are_neither_the_entry_nor_ever_right_too(family: str) -> None:
    for entry in T.entries(family):
        for other in T.siblings(entry, 400):
            assert other is not entry
            assert other.family == family
            assert other.apart.isdisjoint(entry.apart)
            assert entry in T.siblings(other, 400) or isinstance(other, Person)


def _lonely(family: str) -> list[str]:
    return [one.name for one in T.entries(family) if len(T.siblings(one, 2)) < 2]


@pytest.mark.parametrize("family", ["case", "amendment", "clause", "article", "statute", "state"])
def test_everything_that_is_asked_for_has_two_siblings(family: str) -> None:
    assert _lonely(family) == []


def test_a_justice_sat_between_coming_and_going() -> None:
    hughes, kagan = T.person("Charles Evans Hughes"), T.person("Elena Kagan")
    assert hughes is not None
    assert kagan is not None
    assert [hughes.sat_in(year) for year in (1909, 1910, 1912, 1920, 1935, 1941, 1950)] == [
        False, None, True, False, True, None, False,
    ]  # fmt: skip
    assert kagan.sat_in(2020)
    lincoln = T.person("Abraham Lincoln")
    assert lincoln is not None
    assert lincoln.sat_in(1862) is None
    assert "Hugo Black" in [person.name for person in T.justices_in(1958)]
    assert len(T.justices_in(1960)) == 9


def test_an_entry_is_found_by_its_id() -> None:
    assert T.get("case", "trop-v-dulles") is T.case("Trop v. Dulles")
    assert T.get("case", "nobody-v-nobody") is None


def test_entries_are_told_apart_by_identity() -> None:
    entries: set[Entry] = {*T.entries("amendment"), *T.entries("amendment")}
    assert len(entries) == 27
    assert all(isinstance(entry, Amendment) for entry in entries)
