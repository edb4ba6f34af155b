"""Finding a quotation: from a selector to exactly one span, or the reason why not.

A selector is a W3C Web Annotation TextQuoteSelector (https://www.w3.org/TR/annotation-model/
#text-quote-selector): the exact words, with what stands before and after them where the words
alone are not unique. Quotation marks, dashes and white space compare as a reader compares them;
words must be the same, letter by letter, and a match never begins or ends inside a word or number.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

_SPECIAL = re.compile(
    r"(?P<dash>\s*(?:[—―⸺]|-{2,3})\s*|\s+[-‐‑‒–−]\s+)"
    r"|(?P<hyphen>[‐‑‒–−])"
    r"|(?P<double>[“”„‟″«»])"
    r"|(?P<single>[‘’‚‛′‹›`´])"
    r"|(?P<ellipsis>…|\.\s?\.\s?\.)"
    r"|(?P<space>\s+)"
    r"|(?P<nothing>[\u00ad\u200b\u2060\ufeff]+)"
    r"|(?P<accents>\w[\u0300-\u036f]+)"
)
_AS_READ = {
    "dash": "—",
    "hyphen": "-",
    "double": '"',
    "single": "'",
    "ellipsis": "...",
    "space": " ",
    "nothing": "",
}


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


class Folded:
    """A text as a reader compares it, with the way back to its own offsets."""

    def __init__(self, text: str) -> None:
        self.original = text
        parts: list[str] = []
        self._starts: list[int] = [0]
        self._places: list[int] = [0]
        length = last = 0
        for special in _SPECIAL.finditer(text):
            start, end = special.span()
            group = special.lastgroup or ""
            shown = _AS_READ.get(group)
            if shown is None:
                shown = unicodedata.normalize("NFC", special.group())
            parts.append(text[last:start])
            parts.append(shown)
            length += start - last
            self._run(length, start)
            length += len(shown)
            self._run(length, end)
            last = end
        parts.append(text[last:])
        self.text = "".join(parts)

    def _run(self, start: int, place: int) -> None:
        if self._starts[-1] == start:
            self._places[-1] = place
        else:
            self._starts.append(start)
            self._places.append(place)

    def place(self, at: int) -> int:
        """The offset in the original text where folded character `at` begins."""
        run = bisect_right(self._starts, at) - 1
        following = self._places[run + 1] if run + 1 < len(self._places) else len(self.original)
        return min(self._places[run] + at - self._starts[run], following)


def fold(text: str) -> str:
    """`text` as a reader compares it; two texts that fold alike are the same quotation."""
    return Folded(text).text


def find(
    text: str | Folded, selector: Selector, *, excerpt: bool = False
) -> Found | NoMatch | Ambiguous:
    """Where `selector` stands in `text`.

    With `excerpt` the text is a part of something longer: what a prefix or suffix says of words
    beyond its edges is unknown, and no mismatch.
    """
    folded = text if isinstance(text, Folded) else Folded(text)
    exact = fold(selector.exact).strip()
    places = [
        at
        for at in _occurrences(folded.text, exact)
        if _context_fits(folded.text, at, at + len(exact), selector, excerpt)
    ]
    if len(places) == 1:
        start, end = folded.place(places[0]), folded.place(places[0] + len(exact) - 1)
        return Found(start, end + _width(folded, places[0] + len(exact) - 1))
    if places:
        return Ambiguous(tuple(folded.place(at) for at in places))
    return _nearest(folded, exact)


def _width(folded: Folded, at: int) -> int:
    """How many original characters the folded character `at` stands for."""
    return max(1, folded.place(at + 1) - folded.place(at))


def _occurrences(text: str, exact: str) -> list[int]:
    places = []
    at = text.find(exact) if exact else -1
    while at >= 0:
        if _whole_words(text, at, at + len(exact)):
            places.append(at)
        at = text.find(exact, at + 1)
    return places


def _whole_words(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` cuts no word and no number ("40" out of "40,000") in two."""
    if start and text[start].isalnum():
        before = text[start - 1]
        if before.isalnum():
            return False
        if before in ".," and text[start].isdigit() and start > 1 and text[start - 2].isdigit():
            return False
    if end < len(text) and text[end - 1].isalnum():
        after = text[end]
        if after.isalnum():
            return False
        if after in ".," and text[end - 1].isdigit() and text[end + 1 : end + 2].isdigit():
            return False
    return True


def _context_fits(text: str, start: int, end: int, selector: Selector, excerpt: bool) -> bool:
    if not selector.prefix and not selector.suffix:
        return True
    before, prefix = text[:start].rstrip(), fold(selector.prefix).strip()
    after, suffix = text[end:].lstrip(), fold(selector.suffix).strip()
    return (before.endswith(prefix) or (excerpt and prefix.endswith(before))) and (
        after.startswith(suffix) or (excerpt and suffix.startswith(after))
    )


def _nearest(folded: Folded, exact: str) -> NoMatch:
    from rapidfuzz import fuzz

    alignment = fuzz.partial_ratio_alignment(exact, folded.text) if exact else None
    if alignment is None or not folded.text:
        return NoMatch("", 0, 0.0)
    start, end = alignment.dest_start, alignment.dest_end
    while start and not folded.text[start - 1].isspace():
        start -= 1
    while end < len(folded.text) and not folded.text[end].isspace():
        end += 1
    first, last = folded.place(start), folded.place(end)
    return NoMatch(folded.original[first:last].strip(), first, round(alignment.score, 1))
