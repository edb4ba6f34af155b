"""What is typed, and what the index is asked for it."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.study.search.query import Part, asked, parts


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ()), ("  ", ()), ("trop", (Part("trop", open=True),)), ("trop ", (Part("trop"),)),
        ("due process", (Part("due"), Part("process", open=True))),
        ('"due process"', (Part("due process"),)),
        ("“due process” law", (Part("due process"), Part("law", open=True))),
        ('"due  pro', (Part("due pro"),)),
        ("US", (Part("US"),)), ("th", (Part("th"),)), ("non-citizens", (Part("non-citizens", open=True),)),
        ('— * " . ""', ()), ("a\0b", (Part("a"), Part("b"))), ("NEAR(", (Part("NEAR(", open=True),)),
    ],
)  # fmt: skip
def test_parts(query: str, expected: tuple[Part, ...]) -> None:
    """Words, phrases in quotation marks of any kind, and a last word that may go on."""
    assert parts(query) == expected


def test_common_words_count_only_among_themselves() -> None:
    """“of the people” asks for people; “to be or not to be” for that, and is not ranked."""
    assert [one.expression for one in asked("of the people ")] == ['"people"', '"people" *']
    (only,) = asked("the or that")
    assert (only.expression, only.ranked) == ('"the or that"', False)


def test_from_all_words_to_any() -> None:
    """What is asked gets wider, one step at a time; a phrase and a short word stay as they are."""
    assert [one.expression for one in asked('prison US "due process" law')] == [
        '"prison" AND "US" AND "due process" AND "law" *',
        '"prison" * AND "US" AND "due process" * AND "law" *',
        '"prison" * OR "US" OR "due process" * OR "law" *',
    ]


def test_what_is_too_long_is_cut() -> None:
    """A page that somebody pastes is no longer a query than others."""
    assert len(parts("word " * 10_000)) == 24
    assert len(parts("x" * 10_000)[0].text) == 400


@pytest.fixture(scope="module")
def table() -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(":memory:")) as table:
        table.execute("CREATE VIRTUAL TABLE words USING fts5 (text)")
        table.execute("INSERT INTO words VALUES ('and or not near text one two')")
        yield table


SIGNS = [*"\"“”*^(){}+-:,.'\\\0 ab", " AND ", " OR ", "NOT ", "NEAR", "text:"]
SYNTAX = st.lists(st.sampled_from(SIGNS)).map("".join)


@given(query=st.text(st.characters()) | SYNTAX)
def test_nothing_that_is_typed_is_syntax(table: sqlite3.Connection, query: str) -> None:
    """Whatever it is, lone surrogates and the operators of FTS5 included, it is looked for."""
    for one in asked(query):
        table.execute("SELECT rowid FROM words WHERE words MATCH ?", (one.expression,)).fetchall()


@pytest.mark.parametrize("word", ["AND", "or", "Not", "NEAR", "text", "one", "tw"])
def test_operators_are_words(table: sqlite3.Connection, word: str) -> None:
    """They are found where they stand."""
    found = "SELECT rowid FROM words WHERE words MATCH ?"
    rows = [table.execute(found, (one.expression,)).fetchall() for one in asked(word)]
    assert any(rows) is (word != "tw")
