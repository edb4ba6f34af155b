"""Citations, in words."""

from __future__ import annotations

from civicsquiz.source.card import Card, citation


def test_a_citation_says_what_is_known() -> None:
    """In the order of author, title, publisher, place and date."""
    card = Card("a", "A label", "A title", "The Courier", "Ana Silva", "2019-03-05")
    assert citation(card, "paragraph 2") == (
        "Ana Silva, “A title”, The Courier, paragraph 2, March 5, 2019"
    )


def test_a_citation_says_what_is_not_known() -> None:
    """The label in brackets stands for a title that the document does not state."""
    assert citation(Card("a", "A label")) == "[A label], date not stated"
