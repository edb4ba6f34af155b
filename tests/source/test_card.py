"""Citations, in words."""

from __future__ import annotations

import pytest

from civicsquiz.source.card import Card, citation, in_words, is_date


def test_a_citation_says_what_is_known() -> None:
    """In the order of author, title, publisher, place and date."""
    card = Card("a", "A label", "A title", "The Courier", "Ana Silva", "2019-03-05")
    assert citation(card, "paragraph 2") == (
        "Ana Silva, “A title”, The Courier, paragraph 2, March 5, 2019"
    )


def test_a_citation_says_what_is_not_known() -> None:
    """The label in brackets stands for a title that the document does not state."""
    assert citation(Card("a", "A label")) == "[A label], date not stated"


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
