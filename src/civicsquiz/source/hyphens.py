"""Words that a line end or a paragraph's end has broken, made whole."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable

from civicsquiz.source.inline import HYPHENS, Stripped

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LEFT = re.compile(rf"([^\W\d_]+)[{HYPHENS}]$")
_RIGHT = re.compile(r"[^\W\d_]+")
_LONGEST_WORD = 60
_KEEPING = frozenset("anti cross half neo non pseudo quasi self ultra vice well".split())
_JOINING = frozenset("and or nor to but versus".split())


class Words:
    """The words of an article, which say how it writes the ones that are broken."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = list(texts)
        self._sorted: list[str] | None = None

    def _beginning(self, start: str) -> int:
        """How many words begin with `start`."""
        if self._sorted is None:
            self._sorted = sorted(
                word for text in self._texts for word in _WORD.findall(text.lower())
            )
        first = bisect_left(self._sorted, start)
        return bisect_left(self._sorted, start + "\U0010ffff") - first

    def keep_hyphen(self, left: str, right: str) -> bool:
        """Whether the hyphen between `left` ("non") and `right` ("citizens") belongs to the word.

        The article decides where it has the word in one of its forms, in the singular or the
        plural; else a first part does that is seldom written solid.
        """
        left, right = left.lower(), right.lower()
        stem = right[:-1] if right.endswith("s") and len(right) > 3 else right
        hyphened, whole = self._beginning(f"{left}-{stem}"), self._beginning(left + stem)
        if hyphened != whole:
            return hyphened > whole
        return left in _KEEPING


def broken(before: str, after: str) -> tuple[str, str] | None:
    """The two halves of a word where `before` ends in a hyphen and `after` goes on in lower case.

    None for "pre- and post-war", which is whole as it stands.
    """
    left, right = _LEFT.search(before[-_LONGEST_WORD:]), _RIGHT.match(after[:_LONGEST_WORD])
    if not left or not right or not after[0].islower() or right.group() in _JOINING:
        return None
    return left.group(1), right.group()


def mend_lines(stripped: Stripped, words: Words) -> None:
    """Join the words that line ends within a block have broken."""
    cuts = []
    for at in stripped.breaks:
        before = stripped.text[max(0, at - _LONGEST_WORD) : at + 1]
        halves = broken(before, stripped.text[at + 2 : at + 2 + _LONGEST_WORD])
        if halves:
            cuts.append((at + words.keep_hyphen(*halves), at + 2))
    if cuts:
        _cut(stripped, cuts)


def join(before: Stripped, after: Stripped, words: Words) -> bool:
    """Append `after` to `before` where a word is broken between them; whether it was."""
    halves = broken(before.text, after.text)
    if not halves:
        return False
    if not words.keep_hyphen(*halves):
        _cut(before, [(len(before.text) - 1, len(before.text))])
    before.text += after.text
    before.places += after.places
    return True


def _cut(stripped: Stripped, cuts: list[tuple[int, int]]) -> None:
    """Remove spans of the text, given in order."""
    texts, places = [], array("q")
    kept = 0
    for start, end in [*cuts, (len(stripped.text), len(stripped.text))]:
        texts.append(stripped.text[kept:start])
        places += stripped.places[kept:start]
        kept = end
    stripped.text, stripped.places = "".join(texts), places
