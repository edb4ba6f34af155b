"""Words and signs with their places."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.draft.language.tokens import tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Trop v. Dulles (1958),", ["In", "Trop", "v.", "Dulles", "(", "1958", ")", ","]),
        ("the U.S. House’s 16% share", ["the", "U.S.", "House’s", "16%", "share"]),
        ("1,000,000 votes.", ["1,000,000", "votes", "."]),
        ("states' rights", ["states'", "rights"]),
        ("the so-called Twenty-First Amendment", ["the", "so-called", "Twenty-First", "Amendment"]),
    ],
)
def test_a_word_stays_whole(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokens(text)] == expected


@given(st.text(max_size=200))
def test_every_token_is_a_slice_of_its_text(text: str) -> None:
    found = tokens(text)
    assert all(text[token.start : token.end] == token.text for token in found)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found))
