"""Dates as articles write them, and in words."""

from __future__ import annotations

import pytest

from civicsquiz.source.dates import in_words, is_date, iso_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Friday, March 15, 2019", "2019-03-15"), ("15 March 2019", "2019-03-15"),
        ("Sept. 3, 2020", "2020-09-03"), ("March 2019", "2019-03"), ("2019", "2019"),
        ("2019-03-15T10:00:00Z", "2019-03-15"), ("04/20/2026", "2026-04-20"),
        ("20/04/2026", "2026-04-20"), ("04/05/2026", None), ("04/04/2026", "2026-04-04"),
        ("07/15/19", "2019-07-15"), ("19/07/15", None), ("15/07/19", None), ("03/04/19", None), ("13/13/2019", None),
        ("March 45, 2019", None), ("Marching 2019 home", None), ("sometime", None), ("", None),
    ],
)  # fmt: skip
def test_dates(text: str, date: str | None) -> None:
    """One that may be read in two ways is none."""
    assert iso_date(text) == date


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2019", "2019"), ("2019-03", "March 2019"), ("2019-12-31", "December 31, 2019"),
        ("0800-01-01", "January 1, 0800"), ("2019-13", "2019-13"), ("2019-02-30", "2019-02-30"),
        ("March 2019", "March 2019"), ("2019-3", "2019-3"), ("", ""), ("2019-", "2019-"), ("٢٠١٩", "٢٠١٩"),
    ],
)  # fmt: skip
def test_dates_in_words(date: str, words: str) -> None:
    """To the day, month or year; what is no date stays as it is written."""
    assert in_words(date) == words
    assert is_date(date) == (date in ("2019", "2019-03", "2019-12-31", "0800-01-01"))
