"""What one way of finding facts finds in an article, found once: kinds of question ask for it again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.fact import Fact

Extract = Callable[[Article], Iterator[Fact]]


def extracted(article: Article, extract: Extract) -> tuple[Fact, ...]:
    """The facts that `extract` finds in an article."""
    return article.once(_whole(extract))


@cache
def _whole(extract: Extract) -> Callable[[Article], tuple[Fact, ...]]:
    return lambda article: tuple(extract(article))
