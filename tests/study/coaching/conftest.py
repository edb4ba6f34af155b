"""An article in memory, as the source `paper` of whoever quotes from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from tests.study.coaching.ferry import PAPER

from civicsquiz.source import reading
from civicsquiz.source.card import Card
from civicsquiz.source.selector import Selector
from civicsquiz.source.shelf import Shelf, Source


class OneArticle(Shelf):
    """A shelf on which every card's source is one article."""

    def __init__(self, text: str) -> None:
        super().__init__([])
        self._article = reading.read(text.encode(), Path("paper.txt"))

    def source(self, card: Card, selectors: Sequence[Selector] = ()) -> Source:
        return Source(card, None, self._article, "sha256" if selectors else "passages")


@pytest.fixture(scope="session")
def article() -> Callable[[str], Shelf]:
    """A shelf with an article of this text."""
    return OneArticle


@pytest.fixture
def paper(article: Callable[[str], Shelf]) -> Shelf:
    """The article on the ferry."""
    return article(PAPER)
