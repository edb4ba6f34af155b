"""Masking: a text in which what would answer a question is blanked.

A blank is four underscores, whatever stood there, so that its length tells nothing. Blanked are the
secrets as they stand in a row, however they are written (case, quotation marks, hyphens, a number in
digits or in words); words by themselves that only the key has, in any of their forms; numbers that
would be right; and what names the same thing with them: “Chief Justice” before “Earl Warren”.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from civicsquiz.study.coaching.types import BLANK
from civicsquiz.study.coaching.words import Token, related, tokens, with_numbers, words
from civicsquiz.study.search.wording import in_digits, numbers

_LONGEST_NUMBER = 8
"""A number is said in so many words at most."""

_ROUNDS = 6
"""What stands on both sides of a blank may be a secret in its turn."""

_ARTICLES = ("a", "an", "the")
_JOINED = re.compile(r"[\s\u00ad\u200b’'‐‑–-]{0,2}")
_ENDS = re.compile(r"[.!?][”\"’')]*$")
_FIGURES = re.compile(r"\d[\d.,]*\d")
_NAMED = re.compile(r"[ \u00a0]|\. ")
_POSSESSIVE = re.compile(r"['’]s\b")


@dataclass(frozen=True, slots=True)
class Secrets:
    """What must not be read. `phrases` are texts that must not stand in a row, each with its
    letters run together; `words` must not stand by themselves; `ranges` are numbers from least to
    most. Of `common` words, which are no names, a word with a capital in the middle of a sentence is
    no other form: “Act” none of “acts”. Build with `secret` and join with `|`."""

    phrases: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    ranges: frozenset[tuple[Decimal, Decimal]] = frozenset()
    common: frozenset[str] = frozenset()

    def __or__(self, other: Secrets) -> Secrets:
        names = (self.words - self.common) | (other.words - other.common)
        return Secrets(
            self.phrases | other.phrases,
            self.words | other.words,
            self.ranges | other.ranges,
            (self.common | other.common) - names,
        )

    def __bool__(self) -> bool:
        return bool(self.phrases or self.words or self.ranges)


def secret(
    phrases: Iterable[str] = (),
    own_words: Iterable[str] = (),
    ranges: Iterable[tuple[Decimal, Decimal]] = (),
    common: Iterable[str] = (),
) -> Secrets:
    """Secrets out of texts as they are written."""
    together: set[str] = set()
    for phrase in phrases:
        said = words(phrase)
        said = said[len(said) > 1 and said[0] in _ARTICLES :]
        together |= {"".join(said), "".join(in_digits(said))}
    return Secrets(
        frozenset(together - {""}), frozenset(own_words), frozenset(ranges), frozenset(common)
    )


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with blanks. `left` is the share of its words that can still be read, from 0 to 1;
    `met` are the secret words and phrases found in it."""

    text: str
    left: float
    met: frozenset[str] = field(default=frozenset())


Span = tuple[int, int]


def mask(text: str, secrets: Secrets, also: Sequence[Span] = ()) -> Masked:
    """`text` with `secrets` blanked, and the spans `also` (offsets, end exclusive)."""
    total = len(tokens(text))
    shown, met = text, set[str]()
    for _ in range(_ROUNDS):
        spans, found = _spans(shown, secrets)
        met |= found
        if not spans and not also:
            break
        shown, also = _blanked(shown, [*spans, *also]), ()
    return Masked(shown, len(tokens(shown)) / total if total else 0.0, frozenset(met))


def _spans(text: str, secrets: Secrets) -> tuple[list[Span], set[str]]:
    """What is to be blanked, and what it is."""
    said = tokens(text)
    met: set[str] = set()
    spans: list[Span] = []
    for run in (said, with_numbers(said)):
        for start, end, what in (*_phrases(run, secrets.phrases), *_words(text, run, secrets)):
            met.add(what)
            spans.append(_named(text, said, (start, end)))
    numbers_met = list(_in_ranges(text, said, secrets))
    met |= {"a number"} if numbers_met else set()
    return spans + numbers_met, met


def _phrases(said: Sequence[Token], phrases: frozenset[str]) -> Iterable[tuple[int, int, str]]:
    """Where a phrase stands, from the beginning of a word to the end of one."""
    longest = max(map(len, phrases), default=0)
    for at in range(len(said)):
        together = ""
        for end in range(at, len(said)):
            together += said[end].word
            if len(together) > longest:
                break
            if together in phrases:
                yield said[at].start, said[end].end, together


def _words(text: str, said: Sequence[Token], secrets: Secrets) -> Iterable[tuple[int, int, str]]:
    for token in said:
        for word in secrets.words:
            if related(token.word, word) and not (
                word in secrets.common and token.word != word and _is_name(text, token)
            ):
                yield token.start, token.end, word
                break


def _is_name(text: str, token: Token) -> bool:
    """Whether a word has a capital though no sentence begins with it."""
    before = text[: token.start].rstrip("“\"‘'([ ")
    return text[token.start].isupper() and bool(before) and before[-1] not in ".!?:\n"


def _in_ranges(text: str, said: Sequence[Token], secrets: Secrets) -> Iterable[Span]:
    """Every run of words that can be read as a number that would be right; where a group of its
    digits can, the whole number."""
    if not secrets.ranges:
        return
    whole = [found.span() for found in _FIGURES.finditer(text)]
    for at in range(len(said)):
        for end in range(at + 1, min(len(said), at + _LONGEST_NUMBER) + 1):
            if _right(said[at:end], secrets) and not _right(said[at + 1 : end], secrets):
                start, last = said[at].start, said[end - 1].end
                around = [span for span in whole if span[0] < last and start < span[1]]
                yield min([start, *(s for s, _ in around)]), max([last, *(e for _, e in around)])
                break


def _right(run: Sequence[Token], secrets: Secrets) -> bool:
    found = numbers([token.word for token in run])
    return any(least <= one <= most for one in found for least, most in secrets.ranges)


def _named(text: str, said: Sequence[Token], span: Span) -> Span:
    """A span with the capitalised words that name the same thing with it, on either side."""
    start, end = span
    inside = [token for token in said if start <= token.start and token.end <= end]
    if not inside or not text[inside[0].start].isupper():
        return span
    first, last = said.index(inside[0]), said.index(inside[-1])
    while first and _belongs(text, said[first - 1], said[first]):
        first -= 1
    while last + 1 < len(said) and _belongs(text, said[last], said[last + 1]):
        last += 1
    return min(start, said[first].start), max(end, said[last].end)


def _belongs(text: str, one: Token, other: Token) -> bool:
    """Whether two neighbouring words are of one name: “Justice Earl”, and not “But California”."""
    gap = text[one.end : other.start]
    capitals = text[one.start].isupper() and text[other.start].isupper()
    if not capitals or not _NAMED.fullmatch(gap) or (gap != " " and one.end - one.start > 3):
        return False
    before = text[: one.start].rstrip("“\"‘'( ")
    begins = not before or before[-1] in ".!?:\n"
    return not (begins and len(one.word) < 5)


def _blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with each span as a blank; those that only a space or a hyphen parts are one."""
    parts: list[str] = []
    at = 0
    joined: list[list[int]] = []
    for start, end in sorted(spans):
        if joined and (start <= joined[-1][1] or _JOINED.fullmatch(text[joined[-1][1] : start])):
            joined[-1][1] = max(joined[-1][1], end)
        else:
            joined.append([start, end])
    for start, end in joined:
        parts += [text[at:start], BLANK, _ending(text[start:end])]
        at = end
    return "".join((*parts, text[at:]))


def _ending(masked: str) -> str:
    """How what is masked ends a sentence: with a quotation mark only where none is masked before."""
    ends = _ENDS.search(masked)
    if not ends:
        return ""
    mark = ends[0][1:]
    opened = masked.count("“") >= masked.count("”") and masked.count('"') % 2 == 0
    return ends[0][0] if not mark or opened else ends[0]
