"""Passages for items that have none: sentences of articles in which the words of the key stand.

What is proposed is never taken by itself. A teacher sees each passage beside the question.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from civicsquiz.bank.check.context import Proving
from civicsquiz.bank.check.proof import Assertion, asserted, by_part, cards_of, stands
from civicsquiz.bank.check.words import content_words
from civicsquiz.bank.items import TrueFalse
from civicsquiz.bank.models import Bank, Item
from civicsquiz.draft.article import Article
from civicsquiz.draft.items.building import selector
from civicsquiz.draft.opening import opened
from civicsquiz.errors import CivicsquizError
from civicsquiz.source.document import SUFFIXES
from civicsquiz.source.selector import Selector

MOST = 9
"""More than so many are not looked at by anybody."""
_MORE = 0.15
"""So much more of the stem two sentences must have than one of them, to be worth quoting."""
_LONGEST = 75
"""Words that a passage may have, as `civicsquiz check` counts them."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A passage that would prove an item, or the `part` of its key that is named. `start` to `end` are
    canonical offsets in the article of the card `source`; `overlap` (0 to 1) says how much of the
    stem, each word weighted by how rare it is, stands there too."""

    source: str
    selector: Selector
    part: str
    start: int
    end: int
    overlap: float

    def values(self) -> dict[str, Any]:
        """The evidence as a bank file has it."""
        found = {
            "source": self.source, "exact": self.selector.exact, "prefix": self.selector.prefix,
            "suffix": self.selector.suffix, "for": self.part,
        }  # fmt: skip
        return {key: value for key, value in found.items() if value}


@dataclass(frozen=True, eq=False)
class _Stretch:
    """One sentence, or two that follow each other in a paragraph. `length` is in words."""

    article: Article = field(repr=False)
    start: int
    end: int
    words: frozenset[str]
    length: int

    @property
    def place(self) -> tuple[str, int]:
        return self.article.card.id, self.start

    def inside(self, other: _Stretch) -> bool:
        """Whether this is a part of another stretch."""
        same = self.article is other.article
        return same and other.start <= self.start and self.end <= other.end


class Passages:
    """The sentences of some articles, to be searched for what proves an item."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._articles = sorted(articles, key=lambda article: article.card.id)
        self.cards = {article.card.id: article.card for article in articles}

    def propose(self, item: Item, proving: Sequence[Proving], bank: Bank) -> tuple[Proposal, ...]:
        """What would prove the first part of a key that `proving` does not prove yet; the best first.

        A passage has every content word and number of that part, and at least one word of the stem
        besides. Two sentences are proposed where no single one will do, or where the two have more of
        the stem (“… the clerk. He keeps the minutes.”). Nothing is found for what no words prove: a
        false claim, an order.
        """
        part = next(
            (one for one in asserted(item, cards_of(item, bank)) if not _proven(one, proving)), None
        )
        if part is None:
            return ()
        asked = frozenset(content_words(item.stem))
        if not isinstance(item, TrueFalse):  # of which the stem is what is to be proven
            asked = asked.difference(*map(content_words, part.texts)) or asked
        found = {stretch: told for told, stretch in self._found(self._single, part, asked)}
        for told, pair in self._found(self._double, part, asked):
            halves = [told for one, told in found.items() if one.inside(pair)]
            if all(told >= half + _MORE for half in halves):
                found[pair] = told
        ordered = sorted(found, key=lambda one: (-found[one], one.length, one.place))
        return tuple(self._proposal(one, part, found[one]) for one in ordered[:MOST])

    def _found(
        self, stretches: Sequence[_Stretch], part: Assertion, asked: frozenset[str]
    ) -> Iterator[tuple[float, _Stretch]]:
        """The stretches that hold the part, each with how much of what is asked stands in it."""
        needed = [frozenset(content_words(text)) for text in part.texts]
        whole = sum(map(self._weight, sorted(asked)))
        for stretch in stretches:
            beside = asked & stretch.words
            holds = any(words and words <= stretch.words for words in needed)
            if holds and beside and stretch.length <= _LONGEST:
                yield round(sum(map(self._weight, sorted(beside))) / whole, 6), stretch

    def _proposal(self, stretch: _Stretch, part: Assertion, overlap: float) -> Proposal:
        chosen = selector(stretch.article, stretch.start, stretch.end)
        return Proposal(
            stretch.article.card.id, chosen, part.part, stretch.start, stretch.end, overlap
        )

    def _weight(self, word: str) -> float:
        """How much a word tells: the rarer in these articles, the more."""
        return math.log((2 + len(self._single)) / (1 + self._counts[word]))

    @cached_property
    def _single(self) -> tuple[_Stretch, ...]:
        return tuple(
            _stretch(article, sentence.start, sentence.end)
            for article in self._articles
            for sentence in article.sentences
            if sentence.whole
        )

    @cached_property
    def _double(self) -> tuple[_Stretch, ...]:
        return tuple(
            _stretch(article, first.start, second.end)
            for article in self._articles
            for first, second in zip(article.sentences, article.sentences[1:], strict=False)
            if first.paragraph == second.paragraph and first.place + 1 == second.place
        )

    @cached_property
    def _counts(self) -> Counter[str]:
        """In how many sentences each word stands."""
        return Counter(word for stretch in self._single for word in stretch.words)


def _stretch(article: Article, start: int, end: int) -> _Stretch:
    text = article.document.text[start:end]
    return _Stretch(article, start, end, frozenset(content_words(text)), len(text.split()))


def _proven(part: Assertion, proving: Sequence[Proving]) -> bool:
    return bool(by_part(proving, part.part)) and stands(part, proving)


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
