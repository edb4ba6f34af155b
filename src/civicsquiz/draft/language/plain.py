"""A sentence of news without what a question has no use for: the weekday, an aside, “also”.

“On Friday, the House of Representatives, the lower chamber, also passed two articles (see below)”
says “The House of Representatives passed two articles”. Nothing is put in or changed, so the grammar
stays the source's own, and every place in the plain text has one in the sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from civicsquiz.draft.language import verbs
from civicsquiz.draft.language.name import Name, NameKind
from civicsquiz.draft.language.quoted import Span, balanced

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_PART = r"(?: (?:morning|afternoon|evening|night))?"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_DATE = rf"{_MONTH} \d{{1,2}}(?!\d)(?!,? \d{{4}})"
_WHEN = (
    rf"(?:(?:late |early )?on )?(?:last |this )?{_DAY}{_PART}(?:, {_DATE})?"
    rf"|on {_DATE}|(?:yesterday|today|tonight){_PART}|(?:earlier |later )?(?:last|this|that same|the same|that) (?:week|month|day)"
    rf"|earlier this year|a few (?:days|weeks) (?:later|ago|earlier)(?:, on {_DATE})?"
)
"""When something was, seen from the day of the news. “On June 26, 2015” is no such phrase."""
_IDLE = (
    r"however|additionally|also|specifically|meanwhile|in addition|moreover|furthermore|later|then|further|altogether|overall|similarly|subsequently"
    r"|ultimately|finally|eventually|to date|as such|recently|in response|following that reasoning|as a result|at the same time|indeed|thus|therefore"
)
_AFORE = r"Unlike [^,]{3,40},(?: who [^,]{3,60},)?|In response to [^,]{3,110},|As (?-i:[A-Z])[\w-]*(?: (?:(?-i:[A-Z])[\w-]*|of|the)){0,8},"
_OPENING = re.compile(
    rf"(?:(?:{_IDLE}),? )?(?:(?:{_IDLE}|{_WHEN})(?:, | (?=(?:the|in|at)\b))|(?:{_AFORE}) )",
    re.IGNORECASE,
)
_INNER = re.compile(
    rf",? (?:{_WHEN})(?=[ ,.;])(?:,(?= (?:[a-z]+ed|was|were|is|are|has|had)\b))?"
    r"|,? (?:also|subsequently|additionally|however|formally|finally|later|eventually|ultimately)(?:,(?= )|(?= [a-z]))"
    r"| \([^()]{1,90}\)"
)
_BOUND = re.compile(
    rf"\b(?:by|until|till|since|before|after|from|between|through|of|for|to|and|or|scheduled for) (?:the |last )?(?:{_WHEN}|{_DAY})\b"
)
"""A time that says more than when: a deadline, a term."""
_RELATIVE = re.compile(
    rf"\b(?:{_DAY}|yesterday|today|tomorrow|tonight|(?:this|that|these|those|last|next)(?: past)? (?:day|week|month|year|time|{_MONTH}|spring|summer|fall|winter)|ago)\b"
)
_DESCRIBES = re.compile(r"(?:the|an?|then|current|former) (?!same|next|first time)")
_LONGEST_ASIDE = 24
_NO_ASIDE = frozenset("and or but nor as such including".split())


@dataclass(frozen=True, slots=True)
class Plain:
    """The plain `text`, with the place in the sentence of each of its characters, and the names that
    are left in it, their offsets counted in it."""

    text: str
    places: tuple[int, ...]
    names: tuple[Name, ...]

    def at(self, start: int, end: int) -> Span | None:
        """Where a span of the sentence stands in the plain text; None where it was left out."""
        first = bisect_left(self.places, start)
        last = first + end - 1 - start
        if not 0 <= first <= last < len(self.places):
            return None
        if self.places[first] != start or self.places[last] != end - 1:
            return None
        return first, last + 1

    def back(self, start: int, end: int) -> Span:
        """Where a span of the plain text stands in the sentence."""
        return self.places[start], self.places[end - 1] + 1


def plain(text: str, names: Sequence[Name]) -> Plain | None:
    """A sentence in plain; None where something in it hangs on a day that only its reader knows."""
    if not balanced(text) or _BOUND.search(text):
        return None
    cuts = [
        *_openings(text),
        *_asides(text, names),
        *(found.span() for found in _INNER.finditer(text)),
    ]
    out = bytearray(len(text))
    for start, end in cuts:
        out[start:end] = b"\1" * (end - start)
    kept = [at for at, cut in enumerate(out) if not cut]
    left = "".join([text[at] for at in kept]) if cuts else text
    if _RELATIVE.search(left) or not kept:
        return None
    found = Plain(left, tuple(kept), ())
    moved = (_moved(name, found) for name in names)
    return replace(found, names=tuple(name for name in moved if name))


def _openings(text: str) -> Iterator[Span]:
    found = _OPENING.match(text)
    if found and found.end() < len(text):
        yield found.span()


def _asides(text: str, names: Sequence[Name]) -> Iterator[Span]:
    """“, the head of the court,” and “, who …,” right behind a name, where a verb goes on after it."""
    for name in names:
        if text[name.end : name.end + 2] != ", " or name.kind in (NameKind.STATE, NameKind.PLACE):
            continue
        close = _close(text, name.end + 2)
        if close < 0:
            continue
        inner = text[name.end + 2 : close]
        first = inner.split(maxsplit=1)[0].lower() if inner.strip() else ""
        if first in _NO_ASIDE or len(inner.split()) > _LONGEST_ASIDE:
            continue
        if text[close] == "," and _goes_on(text[close + 1 :]):
            yield name.end, close + 1
        elif (
            name.kind is NameKind.PERSON
            and _DESCRIBES.match(inner)
            and text[close : close + 2] != ", "
        ):
            yield name.end, close


def _close(text: str, start: int) -> int:
    """The comma that ends an aside; -1 where another aside or a list may begin first."""
    found = re.compile(r",(?!\d)|[.!]$").search(text, start)
    return found.start() if found else -1


def _goes_on(rest: str) -> bool:
    """Whether a finite verb follows, so that what stood between the commas was an aside."""
    words = re.findall(r"[A-Za-z’'-]+", rest[:40])
    words = [
        word
        for word in words
        if not (word.endswith("ly") or word in ("also", "then", "later", "first"))
    ]
    if not words or words[0][0].isupper():
        return False
    form = verbs.form(words[0])
    return words[0] in verbs.MODALS or bool(
        form and form.kinds & {"past", "third", "plural"} and "base" not in form.kinds
    )


def _moved(name: Name, found: Plain) -> Name | None:
    span = found.at(name.start, name.end)
    if span is None:
        return None
    whole = -1
    if name.whole >= 0:
        before = found.at(name.whole, name.end)
        if before is None:
            return None
        whole = before[0]
    return replace(name, start=span[0], end=span[1], whole=whole)
