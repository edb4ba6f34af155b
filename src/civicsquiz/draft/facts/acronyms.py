"""What letters stand for: “Federal Election Commission (FEC)”, “FEC (Federal Election Commission)”.

Only bodies that the civics table knows, and laws; the letters must be the initials, and where the
table knows the letters, it must agree. The slots are `letters`, `name` and `kind` (“body” or “law”).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.language import stance
from civicsquiz.draft.table import table
from civicsquiz.draft.table.entries import Body

_LETTERS = re.compile(r" \((?:the )?[“\"]?([A-Z][A-Za-z]{0,3}[A-Z]{1,5})[”\"]?\)")
_SPELT = re.compile(
    r"\b([A-Z]{3,7}) \((?:the )?((?:[A-Z][\w’'-]+|of|the|and|for|on|to|in|&)(?: (?:[A-Z][\w’'-]+|of|the|and|for|on|to|in|&)){1,8})\)"
)
_LONGEST = 220
"""Characters of a sentence: what is longer tells of other matters, which a question need not repeat."""
_SMALL = frozenset({"of", "the", "and", "for", "on", "to", "in", "&", "a", "by", "with", "from"})
_WORD = re.compile(r"[A-Z][\w’'-]*|&|[a-z]+|U\.S\.")


def extract(article: Article) -> Iterator[Fact]:
    """The abbreviations that an article spells out."""
    for sentence in article.sentences:
        text = sentence.text
        if "(" not in text or len(text) > _LONGEST or stance.judging(text):
            continue
        for match in _LETTERS.finditer(text):
            begin = _name_start(text, match.start(), match[1])
            if begin >= 0:
                yield from _fact(article, sentence, match[1], match.span(1), (begin, match.start()))
        for match in _SPELT.finditer(text):
            if initials(match[2], match[1]):
                yield from _fact(article, sentence, match[1], match.span(1), match.span(2))


def initials(name: str, letters: str) -> bool:
    """Whether `letters` are the initials of the words of a name, small words counted or not."""
    words = [
        word for part in name.replace("U.S.", "U S").split() for word in part.split("-") if word
    ]
    strong = "".join(word[0] for word in words if word.lower() not in _SMALL)
    every = "".join(word[0] for word in words)
    return letters.upper() in (strong.upper(), every.upper()) or letters.replace("o", "") == strong


def _name_start(text: str, end: int, letters: str) -> int:
    """Where the name that ends at `end` begins, whose initials are `letters`; -1 where none does."""
    words = list(re.finditer(r"[^\s,;:()“”\"]+", text[max(0, end - 120) : end]))
    offset = max(0, end - 120)
    if not words or words[-1].end() + offset != end:
        return -1
    for at in range(len(words) - 1, max(-1, len(words) - 11), -1):
        word = words[at][0]
        if word.lower() in _SMALL:
            continue
        if not word[0].isupper() and word != "U.S.":
            return -1
        start = offset + words[at].start()
        if any(mark in text[start:end] for mark in ",;:()"):
            return -1
        if word[0].upper() == letters[0].upper() and initials(text[start:end], letters):
            return start
    return -1


def _fact(
    article: Article, sentence: Sentence, letters: str, at: tuple[int, int], span: tuple[int, int]
) -> Iterator[Fact]:
    name = sentence.text[slice(*span)]
    kind = _kind(name, letters)
    if not kind:
        return
    base = sentence.start
    slots = (
        Slot("letters", letters, base + at[0], base + at[1]),
        Slot("name", name, base + span[0], base + span[1]),
        Slot("kind", kind),
    )
    yield Fact(Frame.ACRONYM, article.card.id, slots, sentence.start, sentence.end, sentence.number)


def _kind(name: str, letters: str) -> str:
    """Whether a name is that of a public body or of a law; empty where it is of neither, or where
    the table knows the letters as something else. A body that it does not know may be misnamed."""
    body, law = table().body(name), table().statute(name)
    known = table().body(letters)
    if known is not None:
        return "body" if known is body else ""
    if isinstance(body, Body):
        return "body" if body.abbr in ("", letters) else ""
    if law is not None or (
        name.rsplit(maxsplit=1)[-1] in ("Act", "Amendment") and len(name.split()) > 2
    ):
        return "law"
    return ""
