"""The part of a sentence of news that a question can quote: whole, short, clear without the article."""

from __future__ import annotations

import re

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.language import stance
from civicsquiz.draft.language.dangling import dangling
from civicsquiz.draft.language.quoted import Span
from civicsquiz.draft.language.spoken import leans

LEAST, MOST = 6, 22
"""Words of a line, so that it fits a question."""
_OPENER = re.compile(
    r"(?:(?:But|And|So|Meanwhile|However|Still|Instead|Then|Also|Later|Today|Yesterday|Finally|Historically"
    r"|(?:On|Late|Early|Last|Earlier)\b[^,]{2,30}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b[^,]{0,20}),? )+(?=[A-Z]|the (?:House|Senate|Supreme))"
)
_TAIL = re.compile(
    r", (?:citing|saying|arguing|claiming|a move|who|which|but|and|while|after|though|although|as|including|with)\b| ?[—;]| -- "
)
_WEEKDAY = re.compile(
    r"(?: (?:late|early))?,? on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?"
)
_LEANING = re.compile(
    r"\b(?:this|these|those|that (?:bill|vote|law|decision|state)|such|it|they|he|she|him|them|here|there|also|too|another"
    r"|others?|again|instead|we|our|us|I|my|you|your|earlier|later|ago)\b"
)
_MARKS = re.compile(r"[“”\"‘\[\]|?!:;*(]|\.\.\.|…|--")
_TWO = re.compile(r"\.\s+[A-Z][a-z]+ [a-z]")


def line_of(sentence: Sentence, article: Article, needed: Span) -> Span | None:
    """Where the line stands in a sentence, with the `needed` span in it; None where there is none."""
    text = sentence.text
    opened = _OPENER.match(text)
    start = opened.end() if opened and opened.end() <= needed[0] else 0
    cut = _TAIL.search(text, needed[1])
    end = cut.start() if cut else len(text)
    said = text[start:end]
    if cut and cut[0].strip() in ("—", "--"):
        return None  # an aside, behind which the sentence goes on
    return (start, end) if _fit(said, dated=bool(article.card.date)) else None


def _fit(said: str, *, dated: bool) -> bool:
    """Whether a line can be quoted alone. A day of the week is let pass where the month is told."""
    said = said[:1].upper() + said[1:]
    if not LEAST <= len(said.split()) <= MOST or _MARKS.search(said):
        return False
    if not said[0].isupper() or _TWO.search(said.replace("Gov.", "Gov")):
        return False
    if stance.judging(said) or stance.doubting(said) or leans(said):
        return False
    if _LEANING.search(said.replace("US", "")):
        return False
    return not dangling(_WEEKDAY.sub("", said) if dated else said, own=True)
