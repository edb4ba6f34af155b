"""Numbers as people type them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.bank.numerals import Unclear, plain, read_number, unmistakable


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("40000", "40000"), ("40,000", "40000"), ("40 000", "40000"), ("40\u00a0000", "40000"),
        ("40\u202f000", "40000"), ("40k", "40000"), ("40 K", "40000"), ("40 thousand", "40000"),
        ("forty thousand", "40000"), ("1.5 million", "1500000"), ("$20 million", "20000000"),
        ("12,345,678", "12345678"), ("1,234.5", "1234.5"), (".5", "0.5"), ("0.125", "0.125"),
        ("zero", "0"), ("seven", "7"), ("Forty-Two", "42"), ("forty two", "42"),
        ("ninety-nine", "99"), ("a hundred", "100"), ("one hundred", "100"), ("a million", "1000000"),
        ("four hundred", "400"), ("-5", "-5"), ("−5", "-5"), ("1775", "1775"), ("500 miles", "500"),
        ("500 driving miles.", "500"), ("1 mile", "1"), (" 500 ", "500"),
    ],
)  # fmt: skip
def test_what_is_read(text: str, value: str) -> None:
    """Groups of three by comma or space, k and its like, and words up to a hundred."""
    assert plain(read_number(text, "driving miles")) == value


@pytest.mark.parametrize("text", ["%", "50%", "50 percent", "50 per cent", "50"][1:])
def test_percent(text: str) -> None:
    """A share may be written with its sign or its word."""
    assert read_number(text, "percent") == 50


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "such as 12 or 40,000"), ("many", "such as 12"), ("a few", "such as 12"),
        ("1,5", "two things"), ("40.000", "two things"), ("84,00", "two things"),
        ("12 km", "in driving miles"), ("1e5", "in driving miles"), ("1 2", "in driving miles"),
        ("5 or 6", "in driving miles"), ("3.5.2", "such as 12"), ("nan", "such as 12"),
        ("Infinity", "such as 12"), ("9" * 40, "such as 12"),
    ],
)  # fmt: skip
def test_what_is_asked_about(text: str, told: str) -> None:
    """No number, two numbers, another unit, or a sign that means one thing here and another there."""
    with pytest.raises(Unclear, match=told):
        read_number(text, "driving miles")


@given(st.decimals(-(10**12), 10**12, places=4))
def test_plain_digits_are_read_back(value: Decimal) -> None:
    """What `plain` writes is the number, exactly."""
    assert read_number(unmistakable(plain(value))) == value
