"""Notes, citations and cards of people inside a paragraph of running text, which no quotation may run into."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from civicsquiz.source.citing import address_end, glued, is_citation, is_numbered, is_titled, pieces

_MARK = re.compile(
    r"(?<=[\w.,;:?!”\"’)])(?:\[(?:\d{1,3}|(?:note|nb|n) \d{1,3}|citation needed)\])+(?=[\s.,;:?!]|$)"
    r"|(?<=[^\W\d_]{3}[.,;])\d{1,3}(?=\s+[“\"A-Z]|$)"
    r"|(?<=[.,;][”\"])\d{1,3}(?=\s|$)|(?<=[”\")][.,;])\d{1,3}(?=\s|$)"
    r"|(?<=[.,;:”\"])[¹²³⁰⁴-⁹]+"
    r"|\s?\(\s?[,;]?\s?\)"
    r"|\(\([a-z]{2,3}\)\)[A-Z][a-z]+ language:"
)
_NOT_NOTED = re.compile(r"\b(?:fig|vol|nos|sec|art|eds|chap|est|rev|sept|pub)[.]$", re.IGNORECASE)
_SIGNAL = re.compile(r"\(?(?:See|See also|See, e\.g\.|Cf\.|Ibid|Id\.|Quoted in|Cited in)\b")
_ENDS_YEAR = re.compile(r"\b(1[5-9]|20)\d\d[a-z]?\.$")
_CASE = re.compile(
    r"[^.]{2,80}\bv\. .{2,120}\d (?:U\.S\.|S\. ?Ct\.|F\. ?\dd|F\.[234]th|F\. ?Supp)[^.]{0,40}\(.{2,30}\)\.$"
)
_CARD = re.compile(
    r"\b(?P<last>[A-Z][\w’'-]+)"
    r"(?P<card> (?:[A-Z(][\w.’'()-]*\s){1,5}(?P=last)(?:[A-Z\d‘“'\"].{0,700}?)?\s?MORE\b)"
)
"""What a page shows over a name, where it was saved into the text: “John Kelly John Francis KellyMORE”, with
headlines between."""

_LONGEST = 1500
"""No chain of citations is longer, in characters; what goes on after that is no article's."""
_MOST_TRIED = 2000


def asides(text: str) -> Iterator[tuple[int, int]]:
    """The spans of a paragraph that are notes or citations, in order and apart."""
    last = 0
    for start, end in sorted({*_glued(text), *_apart(text), *_marks(text), *_cards(text)}):
        if start >= last and end > start:
            yield start, end
            last = end


def _glued(text: str) -> Iterator[tuple[int, int]]:
    """A citation right behind the end of a sentence, up to where sentences go on."""
    reached = counted = marks = 0
    for at in islice(glued(text), _MOST_TRIED):
        marks += text.count('"', counted, at)
        counted = at
        start = at - (text[at - 1] == '"' and marks % 2 == 1)  # that mark opens
        if start < reached:
            continue
        end = _end_of_citation(text, start)
        if end > start:
            yield start, end
            reached = end


def _end_of_citation(text: str, start: int) -> int:
    """Where the citation that begins at `start` ends; `start` where none does."""
    end = start
    for first, last in pieces(text, start, min(len(text), start + _LONGEST)):
        piece = text[first:last].rstrip()
        titled = _ENDS_YEAR.search(text[start:end]) is not None and is_titled(piece)
        addressed = text.startswith(("http://", "https://", "www."), last)
        if not titled and not addressed and not is_citation(piece):
            break
        address = address_end(piece)
        if address and not is_citation(piece[address:]):  # a sentence goes on behind the address
            return first + address
        end = first + len(piece)
    return end


def _apart(text: str) -> Iterator[tuple[int, int]]:
    """Sentences that are nothing but a citation."""
    if not is_numbered(text):
        return
    citing = False
    for first, last in pieces(text, 0, len(text)):
        piece = text[first:last].rstrip()
        signal = _SIGNAL.match(piece) is not None or _CASE.match(piece) is not None
        citing = (signal or citing) and is_numbered(piece) and is_citation(piece)
        if citing:
            yield first, first + len(piece)


def _marks(text: str) -> Iterator[tuple[int, int]]:
    """The marks of footnotes, and brackets whose figure is gone."""
    for found in _MARK.finditer(text):
        if not _NOT_NOTED.search(text[max(0, found.start() - 8) : found.start()]):
            yield found.span()


def _cards(text: str) -> Iterator[tuple[int, int]]:
    """What stands between a name and the words that follow it."""
    if "MORE" in text:
        for found in _CARD.finditer(text):
            yield found.span("card")
