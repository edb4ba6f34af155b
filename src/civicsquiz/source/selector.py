"""Finding a quotation: from a selector to exactly one span, or the reason why not.

A selector is a W3C Web Annotation TextQuoteSelector (https://www.w3.org/TR/annotation-model/
#text-quote-selector): the exact words, with what stands before and after them where the words
alone are not unique. They are compared as `folding` says; words must be the same, letter by letter,
and a match never begins or ends inside a word or number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from civicsquiz.source.folding import Folded, fold
from civicsquiz.source.nearest import nearest
from civicsquiz.source.words import inside_word

__all__ = ["Ambiguous", "Folded", "Found", "NoMatch", "Selector", "find", "fold", "stands"]

_MARKUP = " []()*_`#!<>"
"""What the far end of a context may be cut from that was taken out of a raw file."""


@dataclass(frozen=True, slots=True)
class Selector:
    """`exact` words of a source, with `prefix` and `suffix` where they are not unique in it."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """The one span that a selector means: offsets in the text searched, `end` exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NoMatch:
    """The words do not stand in the text. `nearest` is the passage most like them (empty where
    nothing is), from offset `start` on, with its `similarity` from 0 to 100."""

    nearest: str
    start: int
    similarity: float


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The words stand in more than one place: the offset where each begins."""

    starts: tuple[int, ...]


def find(
    text: str | Folded, selector: Selector, *, excerpt: bool = False
) -> Found | NoMatch | Ambiguous:
    """Where `selector` stands in `text`.

    With `excerpt` the text is a part of something longer: what a prefix or suffix says of words
    beyond its edges is unknown, and no mismatch.
    """
    folded = text if isinstance(text, Folded) else Folded(text)
    exact = fold(selector.exact).strip()
    spans = list(_spans(folded, exact, selector, excerpt))
    if len(spans) == 1:
        return Found(*spans[0])
    if spans:
        return Ambiguous(tuple(start for start, _ in spans))
    return NoMatch(*nearest(folded, exact))


def stands(text: Folded, selector: Selector, *, excerpt: bool = False) -> bool:
    """Whether `selector` stands in `text` at all, in one place or several."""
    exact = fold(selector.exact).strip()
    return any(True for _ in _spans(text, exact, selector, excerpt))


def _spans(
    folded: Folded, exact: str, selector: Selector, excerpt: bool
) -> Iterator[tuple[int, int]]:
    """The spans of the original text that read as `exact` where the context fits."""
    prefix = fold(selector.prefix.lstrip(_MARKUP)).strip()
    suffix = fold(selector.suffix.rstrip(_MARKUP)).strip()
    text = folded.text
    at = text.find(exact) if exact else -1
    while at >= 0:
        end = at + len(exact)
        if (
            not inside_word(text, at)
            and not inside_word(text, end)
            and _stands_before(text, at, prefix, excerpt)
            and _stands_after(text, end, suffix, excerpt)
        ):
            span = folded.span(at, end)
            quoted = folded.original[span[0] : span[1]]
            if quoted == exact or fold(quoted) == exact:
                yield span
        at = text.find(exact, at + 1)


def _stands_before(text: str, at: int, prefix: str, excerpt: bool) -> bool:
    at -= text.startswith(" ", at - 1) if at else 0
    return text.endswith(prefix, 0, at) or (excerpt and prefix.endswith(text[:at]))


def _stands_after(text: str, at: int, suffix: str, excerpt: bool) -> bool:
    at += text.startswith(" ", at)
    return text.startswith(suffix, at) or (excerpt and suffix.startswith(text[at:]))
