"""Passages for items that have none: sentences of articles in which the words of the key stand.

What is proposed is never taken by itself. A teacher sees each passage beside the question.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from civicsquiz.bank.check.context import Proving
from civicsquiz.bank.check.proof import Assertion, asserted, by_part, cards_of, claim, stands
from civicsquiz.bank.check.words import content_words
from civicsquiz.bank.items import Match, TrueFalse
from civicsquiz.bank.models import Bank, Item
from civicsquiz.draft.article import Article
from civicsquiz.draft.items.building import selector
from civicsquiz.source.selector import Selector

MOST = 9
"""More than so many are not looked at by anybody."""
_MORE = 0.15
"""So much more of the stem two sentences must have than one of them, to be worth quoting."""
_LONGEST = 75
"""Words that a passage may have, as `civicsquiz check` counts them."""
_NEAR = 0.3
"""So much of a statement has a sentence that is proposed though it does not say it literally."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A passage that would prove an item, or the `part` of its key that is named; one that is not
    `literal` only has words of a statement, and needs a `because`. `start` to `end` are canonical
    offsets in the article of the card `source`; `overlap` (0 to 1) says how much of the stem, each
    word weighted by how rare it is, stands there too."""

    source: str
    selector: Selector
    part: str
    start: int
    end: int
    overlap: float
    literal: bool = True

    def values(self) -> dict[str, Any]:
        """The evidence as a bank file has it."""
        found = {
            "source": self.source, "exact": self.selector.exact, "prefix": self.selector.prefix,
            "suffix": self.selector.suffix, "for": self.part,
        }  # fmt: skip
        return {key: value for key, value in found.items() if value}


@dataclass(frozen=True, slots=True)
class Lacking:
    """A part of a key that no passage proves yet, nameless where the key is one, and what would prove
    it, the best first. `words` have to stand there: of a pair those of both its sides."""

    part: str
    words: tuple[str, ...]
    proposals: tuple[Proposal, ...]


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

    def lacking(self, item: Item, proving: Sequence[Proving], bank: Bank) -> tuple[Lacking, ...]:
        """What `proving` does not prove yet of a key, part by part, each for itself.

        A passage has every content word and number of its part, as `civicsquiz check` folds case and
        inflection, and at least one word of the stem besides, as far as the key is one. Two sentences
        are proposed where no single one will do, or where the two have more of the stem (“… the clerk.
        He keeps the minutes.”). A part of several gets the shortest passage first. A statement that
        no sentence makes, or that is false, gets those that have most of its words. An order is not
        proven by words, and is not among what lacks.
        """
        if isinstance(item, TrueFalse):
            return self._of_statement(item, proving, bank)
        return tuple(
            Lacking(part.part, _sides(item, part), self._propose(item, part))
            for part in asserted(item, cards_of(item, bank))
            if not _proven(part, proving)
        )

    def _of_statement(
        self, item: TrueFalse, proving: Sequence[Proving], bank: Bank
    ) -> tuple[Lacking, ...]:
        part = Assertion((claim(item, cards_of(item, bank)),))
        if item.key and _proven(part, proving):
            return ()
        found = self._propose(item, part) if item.key else ()
        if not found and not by_part(proving, part.part):
            found = self._near(part)
        elif not found:  # it has its passage, and lacks what leads from it to the key
            return ()
        return (Lacking("", part.texts, found),)

    def _near(self, part: Assertion) -> tuple[Proposal, ...]:
        """The sentences with most of the words of a statement."""
        words = frozenset(content_words(part.texts[0]))
        whole = sum(map(self._weight, sorted(words)))
        told: list[tuple[float, _Stretch]] = []
        for stretch in self._single:
            shared = words & stretch.words
            if len(shared) >= min(2, len(words)) and shared and stretch.length <= _LONGEST:
                told.append((round(sum(map(self._weight, sorted(shared))) / whole, 6), stretch))
        told.sort(key=lambda one: (-one[0], one[1].length, one[1].place))
        return tuple(
            self._proposal(stretch, part, share, literal=False)
            for share, stretch in told[:MOST]
            if share >= _NEAR
        )

    def _propose(self, item: Item, part: Assertion) -> tuple[Proposal, ...]:
        asked = frozenset(content_words(item.stem))
        if not isinstance(item, TrueFalse):  # of which the stem is what is to be proven
            asked = asked.difference(*map(content_words, part.texts)) or asked
        if part.part:
            return self._for_part(item, part, asked)
        found = {stretch: told for told, stretch in self._found(self._single, part, asked) if told}
        for told, pair in self._found(self._double, part, asked):
            halves = [told for one, told in found.items() if one.inside(pair)]
            if told and all(told >= half + _MORE for half in halves):
                found[pair] = told
        ordered = sorted(found, key=lambda one: (-found[one], one.length, one.place))
        return tuple(self._proposal(one, part, found[one]) for one in ordered[:MOST])

    def _for_part(self, item: Item, part: Assertion, asked: frozenset[str]) -> tuple[Proposal, ...]:
        """The shortest first; of a key without another side those that have anything of the stem."""
        found = list(self._found(self._single, part, asked)) or list(
            self._found(self._double, part, asked)
        )
        whole = isinstance(item, Match)
        found.sort(key=lambda one: (not (whole or one[0]), one[1].length, -one[0], one[1].place))
        return tuple(self._proposal(one, part, told) for told, one in found[:MOST])

    def _found(
        self, stretches: Sequence[_Stretch], part: Assertion, asked: frozenset[str]
    ) -> Iterator[tuple[float, _Stretch]]:
        """The stretches that hold the part, each with how much of what is asked stands in it: 0 for
        nothing."""
        needed = [frozenset(content_words(text)) for text in part.texts]
        whole = sum(map(self._weight, sorted(asked)))
        for stretch in stretches:
            beside = asked & stretch.words
            holds = any(words and words <= stretch.words for words in needed)
            if holds and stretch.length <= _LONGEST:
                share = sum(map(self._weight, sorted(beside))) / whole if beside else 0.0
                yield round(share, 6), stretch

    def _proposal(
        self, stretch: _Stretch, part: Assertion, overlap: float, *, literal: bool = True
    ) -> Proposal:
        source = stretch.article.card.id
        chosen = selector(stretch.article, stretch.start, stretch.end)
        return Proposal(source, chosen, part.part, stretch.start, stretch.end, overlap, literal)

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


def _sides(item: Item, part: Assertion) -> tuple[str, ...]:
    """The texts of which all words are needed: both sides of a pair."""
    if isinstance(item, Match):
        return next(((one.text, two.text) for one, two in item.pairs if one.text == part.part), ())
    return part.texts[:1]
