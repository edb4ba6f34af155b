"""The words of a text with their places, as a search compares them with keys.

A text is read as `study.search.wording` reads it, so that what is masked here is what is looked for
there: case, accents and punctuation do not count, and a number is one in digits and in words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from civicsquiz.study.search import wording
from civicsquiz.study.search.wording import in_digits

_WORD = re.compile(r"[^\W_]+")
_LONGEST_NUMBER = 8
_KEPT = 4096
"""A ladder looks at the same few texts again and again."""

_STOP = frozenset(
    "a about after all also an and any are as at be been before being both but by can could did do"
    " does each every for from had has have having he her here him his how if in into is it its may more"
    " most must no nor not of off on one only onto or other our out over own s shall she should"
    " since so some such t than that the their them then there these they this those through to too"
    " under until up upon us v very vs was we were what when where which while who whom whose why"
    " will with without would you your aren couldn didn doesn don hadn hasn haven isn ll re shouldn ve"
    " wasn weren won wouldn".split()
)
_STEM = 4
_ENDINGS = frozenset(
    " a al ally ance ances ant ants ary ate ated ation ations cy d e ed ence ences ent ents er ers es"
    " ful able ible ic ical ies ing ings ion ions ious ish ism ist ists ities ity ive ization ize ized"
    " less ly ment ments n ness or ors ous r rs s t th tion tions y".split(" ")
)
"""What may follow the letters that two forms of one word share, nothing among them."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or a number said in several: what it reads as, and where it stands in the text."""

    word: str
    start: int
    end: int


@lru_cache(maxsize=_KEPT)
def words(text: str) -> tuple[str, ...]:
    """The words and numbers of a text, each without its case and accents."""
    return tuple(wording.words(text))


@lru_cache(maxsize=_KEPT)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text in order; their `word`s are those of `words`."""
    if text.isascii():
        return tuple(Token(found[0].lower(), *found.span()) for found in _WORD.finditer(text))
    folded: list[str] = []
    places: list[int] = []
    for at, char in enumerate(text):
        said = _folded(char)
        folded.append(said)
        places += [at] * len(said)
    return tuple(
        Token(found[0], places[found.start()], places[found.end() - 1] + 1)
        for found in _WORD.finditer("".join(folded))
    )


@lru_cache(maxsize=_KEPT)
def _folded(char: str) -> str:
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold()).casefold()
    return "".join(one for one in apart if not unicodedata.combining(one))


def with_numbers(said: Sequence[Token]) -> list[Token]:
    """The words with each number that is said in words, or in groups of digits, as one in digits."""
    found: list[Token] = []
    at = 0
    while at < len(said):
        longest = min(len(said), at + _LONGEST_NUMBER)
        for end in range(longest, at, -1) if in_digits([said[at].word])[0].isdecimal() else ():
            written = in_digits([token.word for token in said[at:end]])
            if len(written) == 1 and written[0].isdecimal():
                found.append(Token(written[0], said[at].start, said[end - 1].end))
                at = end
                break
        else:
            found.append(said[at])
            at += 1
    return found


@lru_cache(maxsize=_KEPT)
def content(text: str) -> tuple[str, ...]:
    """The words of a text that say something, numbers in digits, each once, in order."""
    said = words(text)
    written = [word for word in in_digits(said) if word not in _STOP]
    if "1" not in said and "first" not in said:  # “one” alone says nothing
        written = [word for word in written if word != "1"]
    return tuple(dict.fromkeys(word for word in written if len(word) > 1 or word.isdecimal()))


@lru_cache(maxsize=8 * _KEPT)
def related(one: str, other: str) -> bool:
    """Whether two words are forms of one: “prison” and “prisoners”, “banish” and “banishment”."""
    if one == other:
        return True
    if one.isdecimal() or other.isdecimal():
        return False
    if _singular(one) == _singular(other) or _ending_in_e(one, other) or _ending_in_e(other, one):
        return True
    shared = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        shared += 1
    return shared >= _STEM and one[shared:] in _ENDINGS and other[shared:] in _ENDINGS


def _ending_in_e(one: str, other: str) -> bool:
    """“make” and “making”, which share too few letters."""
    return len(one) >= _STEM and one.endswith("e") and other == f"{one[:-1]}ing"


def _singular(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]
