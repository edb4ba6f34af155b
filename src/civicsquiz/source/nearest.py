"""The passage of a text that is most like a quotation which does not stand in it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from civicsquiz.source.folding import Folded

_LONGEST = 600
_LARGE = 30_000
_SMALLEST_STEP = 500
_WINDOWS = 3


def nearest(folded: Folded, exact: str) -> tuple[str, int, float]:
    """The passage, where it starts in the original text, and its similarity from 0 to 100.

    An empty passage where nothing is like it at all. A long quotation is told by its beginning.
    """
    from rapidfuzz import fuzz

    exact = exact[:_LONGEST]
    score, start, end = 0.0, 0, 0
    for first, last in _windows(folded.text, exact) if exact else ():
        found = fuzz.partial_ratio_alignment(exact, folded.text[first:last])
        if found is not None and found.score > score:
            score, start, end = found.score, first + found.dest_start, first + found.dest_end
    if not score:
        return "", 0, 0.0
    while start and not folded.text[start - 1].isspace():
        start -= 1
    while end < len(folded.text) and not folded.text[end].isspace():
        end += 1
    start, end = folded.span(start, end)
    return folded.original[start:end], start, round(score, 1)


def _windows(text: str, exact: str) -> list[tuple[int, int]]:
    """Where to look: everywhere, but in a large text only where most of the rare words stand,
    because aligning takes as long as both lengths multiplied."""
    if len(text) <= _LARGE:
        return [(0, len(text))]
    wanted = set(re.findall(r"\w+", exact))
    step = max(len(exact), _SMALLEST_STEP)
    often: Counter[str] = Counter()
    standing: defaultdict[int, set[str]] = defaultdict(set)
    for word in re.finditer(r"\w+", text):
        if word.group() in wanted:
            often[word.group()] += 1
            standing[word.start() // step].add(word.group())

    def weight(at: int) -> float:
        here = standing[at] | standing.get(at + 1, set())
        return sum(1 / often[word] for word in here)

    best = sorted(standing, key=lambda at: (-weight(at), at))[:_WINDOWS]
    return [(max(0, (at - 1) * step), (at + 2) * step) for at in best] or [(0, len(text))]
