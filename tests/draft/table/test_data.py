"""The rows themselves: whole, plausible, and agreeing with each other and with what is known."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

import civicsquiz.draft.table as package
from civicsquiz.draft.table import Case, Person, Right, table
from civicsquiz.draft.table.naming import folded
from civicsquiz.draft.table.rows import _TYPES, FAMILIES

T = table()
ALL = [entry for family in FAMILIES for entry in T.entries(family)]
CASES = [entry for entry in T.entries("case") if isinstance(entry, Case)]
PEOPLE = [entry for entry in T.entries("person") if isinstance(entry, Person)]


@pytest.mark.parametrize("family", FAMILIES)
def test_names_are_unique_in_their_family(family: str) -> None:
    entries = T.entries(family)
    assert [name for name, many in Counter(one.id for one in entries).items() if many > 1] == []
    names = Counter(
        name for one in entries for name in {folded(name) for name in (one.name, *one.also)}
    )
    assert [name for name, many in names.items() if many > 1] == []


def test_a_name_in_two_families_is_one_of_these() -> None:
    families: dict[str, set[str]] = {}
    for entry in ALL:
        for name in (entry.name, *entry.also):
            families.setdefault(folded(name), set()).add(entry.family)
    shared = {name: found for name, found in families.items() if len(found) > 1}
    # The law of a thing and the thing, a right and the term for it: no two different things.
    assert set(shared) <= {
        "birthright citizenship", "double jeopardy", "poll tax", "poll taxes", "probable cause",
        "grand jury", "search warrant", "separation of church and state", "federal constitution",
        "electoral college", "exclusionary rule", "reserved powers",
    }  # fmt: skip


def test_no_cell_is_padded_and_no_sign_is_out_of_place() -> None:
    for path in sorted((Path(package.__file__).parent / "data").glob("*.tsv")):
        text = path.read_text(encoding="utf-8")
        assert text.endswith("\n")
        assert "\r" not in text
        for number, line in enumerate(text.splitlines(), 1):
            for cell in line.split("\t"):
                assert cell == cell.strip(), (path.name, number)
                assert "  " not in cell, (path.name, number)
                assert "'" not in cell, (path.name, number)
                assert '"' not in cell, (path.name, number)


def test_what_is_said_of_a_thing_is_one_short_line_that_goes_into_a_sentence() -> None:
    for entry in ALL:
        about = entry.about
        assert len(about.split()) <= 15, entry.name
        assert not about.endswith((".", ",", ";")), entry.name
        assert not re.search(r"\b[Tt]he Court held\b", about), entry.name
    for case in CASES:
        assert case.about, case.name
        assert len(case.about.split()) <= 12, case.name
    for family in ("clause", "office", "body", "article"):
        for entry in T.entries(family):
            assert re.match(r"[a-z]+(?:s|ed|t)\b", entry.about), entry.name


def test_no_definition_holds_its_own_term() -> None:
    for entry in T.entries("term"):
        assert folded(entry.name) not in folded(entry.about), entry.name


def test_years_are_plausible() -> None:
    for case in CASES:
        assert case.year is None or 1790 < case.year <= 2025, case.name
    for family, first in (("statute", 1700), ("document", 1200), ("war", 1700)):
        for entry in T.entries(family):
            assert entry.dated is None or first < entry.dated <= 2025, entry.name


def test_citations_grow_with_the_years() -> None:
    cited = [case for case in CASES if case.cite and case.year]
    volumes = sorted((int(case.cite.split()[0]), case.year or 0, case.name) for case in cited)
    years = [year for _, year, _ in volumes]
    assert years == sorted(years)
    assert all(re.fullmatch(r"\d+ U\.S\. \d+", case.cite) for case in cited)
    assert len({case.cite for case in cited}) == len(cited)


def test_the_author_of_an_opinion_sat_when_it_was_written() -> None:
    for case in CASES:
        if not case.author:
            continue
        author = T.person(case.author)
        assert author is not None, case.name
        assert author.name == case.author
        assert "justice" in author.roles
        if case.year is not None and author.bench:
            assert author.sat_in(case.year) is not False, (case.name, case.author)


def test_opinions_and_votes_are_of_the_known_kinds() -> None:
    for case in CASES:
        assert case.opinion in ("", "majority", "plurality", "per curiam", "judgment"), case.name
        assert case.holds is (case.opinion in ("majority", "per curiam"))
        assert not (case.opinion == "per curiam" and case.author), case.name
        if case.vote:
            more, fewer = map(int, case.vote.split("-"))
            assert more >= fewer, case.name
            assert more + fewer in (6, 7, 8, 9), case.name


def test_the_law_of_a_case_is_known_to_the_table() -> None:
    for case in CASES:
        for law in case.law:
            known = T.amendment(law) or T.clause(law) or T.article(law) or T.right(law)
            assert known is not None, (case.name, law)


def test_a_case_under_a_clause_of_an_amendment_names_the_amendment() -> None:
    for case in CASES:
        for law in case.law:
            clause = T.clause(law)
            if clause is None or clause.amendment is None:
                continue
            found = [amendment.number for amendment in map(T.amendment, case.law) if amendment]
            assert clause.amendment in found or not found, (case.name, law)


def test_clauses_stand_in_their_amendments() -> None:
    for law in T.entries("clause"):
        clause = T.clause(law.name)
        assert clause is not None
        named = T.amendment(clause.place.partition(",")[0])
        assert (named.number if named else None) == clause.amendment, clause.name


def test_rights_and_subjects_agree() -> None:
    for entry in T.entries("right"):
        assert isinstance(entry, Right)
        assert entry.amendments
        assert entry.amendments.isdisjoint(entry.near), entry.name
        assert max(entry.amendments | entry.near) <= 27


def test_presidents_follow_each_other() -> None:
    terms = sorted(
        (int(span.split("–")[0]), span.split("–")[-1])
        for one in PEOPLE
        if one.presidency
        for span in one.presidency.split(", ")
    )
    ends = [end for _, end in terms]
    for (start, _), before in zip(terms[1:], ends, strict=False):
        assert start == int(before)
    assert len(terms) == 47
    assert [one.name for one in PEOPLE if "president" in one.roles and not one.presidency] == []


def test_no_more_than_nine_justices_sat_at_once() -> None:
    for year in range(1870, 2026):
        assert len(T.justices_in(year)) <= 9, year
    assert all(len(T.justices_in(year)) >= 6 for year in range(1942, 2026))
    chiefs = {one.name for one in PEOPLE if "chief justice" in one.roles}
    assert {
        "John Jay",
        "John Marshall",
        "Earl Warren",
        "William Rehnquist",
        "John Roberts",
    } <= chiefs


def test_fifty_states_and_their_capitals() -> None:
    states = [state for name in T.entries("state") if (state := T.state(name.name))]
    assert len({state.postal for state in states}) == 50
    assert len({state.capital for state in states}) == 50
    assert T.state("Minnesota") is not None


def test_27_amendments_in_order() -> None:
    assert [entry.dated for entry in T.entries("amendment")] == list(range(1, 28))


KNOWN = [
    ("Trop v. Dulles", "356 U.S. 86", 1958, "Earl Warren", "plurality", "5-4"),
    ("Afroyim v. Rusk", "387 U.S. 253", 1967, None, None, None),
    ("Perez v. Brownell", "356 U.S. 44", 1958, None, None, None),
    ("Vance v. Terrazas", "444 U.S. 252", 1980, None, None, None),
    ("Kennedy v. Mendoza-Martinez", "372 U.S. 144", 1963, None, None, None),
    ("Estelle v. Gamble", "429 U.S. 97", 1976, "Thurgood Marshall", "majority", None),
    ("Gregg v. Georgia", "428 U.S. 153", 1976, None, "plurality", None),
    ("Brown v. Plata", "563 U.S. 493", 2011, "Anthony Kennedy", "majority", "5-4"),
    ("Valentine v. U.S. ex rel. Neidecker", "299 U.S. 5", 1936, None, None, None),
    ("Reid v. Covert", "354 U.S. 1", 1957, None, "plurality", None),
]
"""What the project's reference says of the law behind the first five articles; None: it doesn't."""


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: str(known[0]))
def test_the_table_agrees_with_the_reference(known: tuple[object, ...]) -> None:
    case = T.case(str(known[0]))
    assert case is not None
    said = (case.cite, case.year, case.author, case.opinion, case.vote)
    assert [mine for mine, theirs in zip(said, known[1:], strict=True) if theirs is not None] == [
        theirs for theirs in known[1:] if theirs is not None
    ]


def test_the_amendments_of_the_reference() -> None:
    for name, law in (
        ("Trop v. Dulles", {"Eighth Amendment"}),
        ("Kennedy v. Mendoza-Martinez", {"Fifth Amendment", "Sixth Amendment"}),
        ("Estelle v. Gamble", {"Eighth Amendment"}),
        ("Brown v. Plata", {"Eighth Amendment"}),
    ):
        case = T.case(name)
        assert case is not None
        assert law <= set(case.law)
    first_step = T.statute("First Step Act")
    assert first_step is not None
    assert first_step.year == 2018


def test_every_file_of_rows_is_read() -> None:
    names = {path.name for path in (Path(package.__file__).parent / "data").iterdir()}
    assert names == {f"{stem}.tsv" for stem in _TYPES}
