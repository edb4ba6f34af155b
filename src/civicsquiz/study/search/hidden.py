"""What a search must not show while questions are open: nothing may answer them.

Hidden are the open items themselves, every passage that has words of their evidence, and whatever
shows a key of theirs. It is rather hidden than shown: a part of a key, any number that would be
right, and a key without its article count as the key. True and False stand in no text, and are none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from civicsquiz.bank.items import Number, Short, TrueFalse
from civicsquiz.bank.models import Item
from civicsquiz.study.question import Question
from civicsquiz.study.search.hit import Hit
from civicsquiz.study.search.wording import in_digits, numbers, words

_RUN, _LONG_RUN = 4, 8
_ARTICLES = ("a", "an", "the")

_END = "\0"
"""Stands after the words of a text, and is no word: no key goes from one text to the next."""

_Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hidden:
    """Built by `hidden_for`.

    `items` are the open items, as “bank-id/item-id”. `runs` are words in a row of their evidence,
    each with its source: a passage of that source that has one is hidden. `long_runs` give a passage
    away in whatever source: two banks may call one article by two names. `keys` are keys with their
    letters and digits run together, `signs` those that have none, `ranges` numbers from least to
    most.
    """

    items: frozenset[str] = frozenset()
    runs: frozenset[tuple[str, _Run]] = frozenset()
    long_runs: frozenset[_Run] = frozenset()
    keys: frozenset[str] = frozenset()
    signs: frozenset[str] = frozenset()
    ranges: frozenset[tuple[Decimal, Decimal]] = frozenset()

    def hides(self, hit: Hit) -> bool:
        """Whether a hit must not be shown."""
        if not self.items:
            return False
        if any(f"{hit.bank}/{item}" in self.items for item in hit.items):
            return True
        if hit.source and self._has_evidence(hit):
            return True
        return self.shows_key(hit.text, hit.citation, hit.title, *hit.also)

    def shows_key(self, *texts: str) -> bool:
        """Whether a key stands in one of these texts."""
        said = [word for text in texts for word in (*words(text), _END)]
        written = in_digits(said)
        if _any_in(said, self.keys) or (written != said and _any_in(written, self.keys)):
            return True
        if any(sign in _one_spaced(text) for sign in self.signs for text in texts):
            return True
        return bool(self.ranges) and any(
            least <= number <= most for number in numbers(said) for least, most in self.ranges
        )

    def _has_evidence(self, hit: Hit) -> bool:
        said = words(hit.text)
        return any(
            (hit.source, run) in self.runs
            for length in range(1, _RUN + 1)
            for run in _runs(said, length)
        ) or any(
            run in self.long_runs
            for length in range(_RUN, _LONG_RUN + 1)
            for run in _runs(said, length)
        )


NOTHING = Hidden()
"""For a search while no question is open."""


def hidden_for(questions: Iterable[Question]) -> Hidden:
    """What must not be shown while `questions` are open."""
    items: set[str] = set()
    runs: set[tuple[str, _Run]] = set()
    long_runs: set[_Run] = set()
    keys: set[str] = set()
    signs: set[str] = set()
    ranges: set[tuple[Decimal, Decimal]] = set()
    for question in questions:
        items.add(question.ref)
        for evidence in question.item.evidence:
            said = words(evidence.selector.exact)
            runs.update((evidence.source, run) for run in _runs(said, min(_RUN, len(said))))
            if len(said) >= _RUN:
                long_runs.update(_runs(said, min(_LONG_RUN, len(said))))
        for key in _keys(question.item):
            said = words(key)
            said = said[len(said) > 1 and said[0] in _ARTICLES :]
            keys |= {"".join(said), "".join(in_digits(said))}
            if not said:
                signs.add(_one_spaced(key))
        if isinstance(question.item, Number):
            ranges.add((question.item.least, question.item.most))
    return Hidden(
        frozenset(items), frozenset(runs), frozenset(long_runs), frozenset(keys - {""}),
        frozenset(signs - {""}), frozenset(ranges),
    )  # fmt: skip


def _keys(item: Item) -> Iterator[str]:
    """Every text that answers an item, or a part of it."""
    if isinstance(item, TrueFalse):
        return
    yield item.key_text
    if isinstance(item, Short):
        yield from item.accepted
    for option in item.options:
        if option.id in item.key_ids:
            yield option.text


def _any_in(said: Sequence[str], keys: Iterable[str]) -> bool:
    """Whether a key stands in the words, from the beginning of one to the end of one; how it is
    parted into words does not matter."""
    together = "".join(said)
    edges = set(accumulate(map(len, said), initial=0))
    for key in keys:
        at = together.find(key)
        while at >= 0:
            if at in edges and at + len(key) in edges:
                return True
            at = together.find(key, at + 1)
    return False


def _runs(said: Sequence[str], length: int) -> Iterator[_Run]:
    """All words in a row of so many."""
    for at in range(len(said) - length + 1 if length else 0):
        yield tuple(said[at : at + length])


def _one_spaced(text: str) -> str:
    return " ".join(text.casefold().split())
