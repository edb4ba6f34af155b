"""Which items get in each other's way: they rest on one passage, or one gives the other away.

Two items share a passage where their quotations from one source have four words in a row in common
(all of them, where a quotation is shorter). An item gives another away where a single text that it
shows (stem with options, a `why`, the rationale, a quotation …) holds the other's key word for word
together with two telling words of the other's stem. The key alone is not enough: a name that stands
everywhere tells nothing. (`bank.check` judges leaks more finely, and imports what a quiz must not
wait for; here a pair too many costs no more than a change of order.)
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from unicodedata import is_normalized

from civicsquiz.bank.models import Item
from civicsquiz.source.selector import fold

_WORD = re.compile(r"[^\W_]+(?:[.,'-][^\W_]+)*")
_UNSEEN = frozenset("\u00ad\u200b\u2060\ufeff")
_SIGNS = str.maketrans(dict.fromkeys("‘’‚‛′‹›`´", "'") | dict.fromkeys("‐‑‒–−", "-"))
"""Signs inside words, as `fold` reads them; all others stand between words anyhow."""

_RUN = 4
_TELLING = 5
_CLUES = 2
_COMMON = frozenset(
    "about according after against article before being could essay every false first number other "
    "question should source their there these those under united states which while whose would "
    "years".split()
)

_Words = Callable[[str], list[str]]


@dataclass(frozen=True)
class Relations:
    """Relations by index: `near[i]` are the items to keep away from item i (symmetric),
    `gives_away[i]` those whose key item i shows."""

    near: tuple[frozenset[int], ...]
    gives_away: tuple[frozenset[int], ...]


def relations(items: Sequence[Item]) -> Relations:
    """How `items` stand to each other. Costs about as much as reading their texts once."""
    near: list[set[int]] = [set() for _ in items]
    gives: list[set[int]] = [set() for _ in items]
    words = cache(_words)  # most texts are looked at more than once
    for first, second in _sharing(items, words):
        near[first].add(second)
        near[second].add(first)
    for giver, given in _giving_away(items, words):
        gives[giver].add(given)
        near[giver].add(given)
        near[given].add(giver)
    return Relations(tuple(map(frozenset, near)), tuple(map(frozenset, gives)))


def _words(text: str) -> list[str]:
    folded = _folded(text).casefold()
    words: list[str] = _WORD.findall(folded)
    return [word.removesuffix("'s") for word in words] if "'s" in folded else words


def _folded(text: str) -> str:
    """`fold`, or what has the same words and is had in a tenth of the time."""
    if text.isascii():
        return text.replace("`", "'")
    if not is_normalized("NFC", text) or not _UNSEEN.isdisjoint(text):
        return fold(text)
    return text.translate(_SIGNS)


def _sharing(items: Sequence[Item], words_of: _Words) -> Iterator[tuple[int, int]]:
    quotations = [
        (index, evidence.source, words_of(evidence.selector.exact))
        for index, item in enumerate(items)
        for evidence in item.evidence
    ]
    lengths = {min(_RUN, len(words)) for _, _, words in quotations} - {0}
    holders: dict[tuple[str, tuple[str, ...]], list[tuple[int, bool]]] = defaultdict(list)
    for index, source, words in quotations:
        for length in lengths:
            # A shorter run counts only where it is somebody's whole quotation.
            whole = length == min(_RUN, len(words))
            for run in {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}:
                holders[source, run].append((index, whole))
    for found in set(map(tuple, holders.values())):  # the runs of one passage have the same
        for at, (first, whole) in enumerate(found):
            for second, other_whole in found[at + 1 :]:
                if first != second and (whole or other_whole):
                    yield first, second


def _giving_away(items: Sequence[Item], words_of: _Words) -> Iterator[tuple[int, int]]:
    texts = [
        [list(chain.from_iterable(map(words_of, text))) for text in _texts(item)] for item in items
    ]
    present = [[set(words) for words in own] for own in texts]
    frequency: Counter[str] = Counter()
    for known in chain.from_iterable(present):
        frequency.update(known)
    keys = [[] if item.type == "true-false" else words_of(item.key_text) for item in items]
    clues = [
        {word for word in words_of(item.stem) if len(word) >= _TELLING and word not in _COMMON}
        - set(key)
        for item, key in zip(items, keys, strict=True)
    ]
    by_word: dict[str, list[int]] = defaultdict(list)
    for index, key in enumerate(keys):
        if key:
            by_word[min(key, key=lambda word: (frequency[word], word))].append(index)
    for giver, own in enumerate(texts):
        for words, known in zip(own, present[giver], strict=True):
            for word in known & by_word.keys():
                for given in by_word[word]:
                    if (
                        given != giver
                        and len(clues[given] & known) >= _CLUES
                        and f" {' '.join(keys[given])} " in f" {' '.join(words)} "
                    ):
                        yield giver, given


def _texts(item: Item) -> Iterator[tuple[str, ...]]:
    """Every text that an item shows, before the answer or after it, in its pieces."""
    yield item.stem, *(option.text for option in item.options)
    for option in item.options:
        yield option.text, option.why
    for text in (item.rationale, item.because, item.background):
        if text:
            yield (text,)
    for evidence in item.evidence:
        yield (evidence.selector.exact,)
