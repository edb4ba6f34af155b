"""Texts as they are compared with keys."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.study.search.wording import in_digits, numbers, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. Sénat’s", ["the", "u", "s", "senat", "s"]), ("Straße", ["strasse"]),
        ("ﬁve K_2", ["five", "k", "2"]), ("— …", []), ("e\u0301lan ÉLAN", ["elan", "elan"]),
    ],
)  # fmt: skip
def test_words(text: str, expected: list[str]) -> None:
    """Case, accents, signs and ligatures do not count."""
    assert words(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Eighth Amendment", "the 8th amendment"), ("twenty-seven years", "27 years"),
        ("Twenty-first", "21st"), ("forty thousand", "40000"), ("40k", "40 thousand"),
        ("two hundred and fifty", "250"), ("$6 million", "6 million"), ("a hundred", "a 100"),
        ("one thousand nine hundred fifty eight", "1958"), ("thirtieth", "30th"),
    ],
)  # fmt: skip
def test_numbers_in_words_and_digits_are_alike(one: str, other: str) -> None:
    """However they are said."""
    assert in_digits(words(one)) == in_digits(words(other))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("40,000 people", "40000"), ("40 000", "40000"), ("40.000", "40000"), ("in 1958", "1958"),
        ("ninety-nine", "99"), ("3.5 miles", "3.5"), ("1.5 million", "1500000"), ("the 8th", "8"),
        ("a dozen", "12"), ("1,234,567", "1234567"), ("between two and three hundred", "300"),
        ("between two and three hundred", "2"), ("a hundred", "100"), ("6m", "6000000"),
    ],
)  # fmt: skip
def test_a_number_is_found_in_a_text(text: str, expected: str) -> None:
    """In digits or in words, with or without marks between its digits."""
    assert Decimal(expected) in numbers(words(text))


@pytest.mark.parametrize(
    ("text", "other"), [("1958", "58"), ("twenty-seven", "207"), ("tenor", "10")]
)
def test_a_part_of_a_number_or_a_word_is_none(text: str, other: str) -> None:
    """“1958” holds no 58, and “tenor” no ten."""
    assert Decimal(other) not in numbers(words(text))


@given(number=st.integers(0, 999_999_999))
def test_digits_with_and_without_commas(number: int) -> None:
    """Every whole number is found as it is written, and only as large as it is or smaller."""
    for written in (f"{number}", f"{number:,}", f"{number:,}".replace(",", " ")):
        found = numbers(words(f"About {written} people"))
        assert Decimal(number) in found
        assert max(found) == number


@given(text=st.text())
def test_any_text(text: str) -> None:
    """No text fails, and words in digits say no more than before."""
    said = words(text)
    assert len(in_digits(said)) <= len(said)
    numbers(said)
