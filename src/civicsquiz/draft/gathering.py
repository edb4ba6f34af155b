"""The articles in which passages are looked for: out of files and folders, under a bank's cards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from civicsquiz.bank.models import Bank
from civicsquiz.draft.article import Article
from civicsquiz.draft.opening import opened
from civicsquiz.errors import CivicsquizError
from civicsquiz.source.document import SUFFIXES
from civicsquiz.source.selector import Selector


def gathered(places: Iterable[Path], bank: Bank) -> tuple[list[Article], list[CivicsquizError]]:
    """The articles in files and folders, under the cards of `bank` where they are its own; and what
    kept a file of a folder from being one of them.

    Raises:
        CivicsquizError: a file that was named by itself is no article.
    """
    articles: dict[str, Article] = {}
    problems: list[CivicsquizError] = []
    known = [(card, _quoted(bank, card.id)) for card in bank.cards.values()]
    for path, named in _files(places):
        try:
            article = opened(path, known)
        except CivicsquizError as error:
            if named:
                raise
            problems.append(error)
            continue
        if article.card.id not in articles:
            articles[article.card.id] = article
            if article.card.id not in bank.cards:
                known.append((article.card, ()))
    return list(articles.values()), problems


def _files(places: Iterable[Path]) -> Iterator[tuple[Path, bool]]:
    """The files to be read, each with whether it was named by itself."""
    for place in dict.fromkeys(places):
        if not place.is_dir():
            yield place, True
            continue
        for path in sorted(place.iterdir()):
            if path.suffix.lower() in SUFFIXES and path.is_file():
                yield path, False


def _quoted(bank: Bank, source: str) -> tuple[Selector, ...]:
    return tuple(
        evidence.selector
        for item in bank.items
        for evidence in item.evidence
        if evidence.source == source
    )
