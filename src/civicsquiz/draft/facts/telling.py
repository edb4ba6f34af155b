"""What a sentence of news tells, ready to be asked about: the statement in it, in plain words.

Only what is told as a fact: nothing that is somebody's words or claim, that doubts, judges, denies or
blames, and nothing that hangs on the day of the news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.language import stance
from civicsquiz.draft.language.name import Name, NameKind
from civicsquiz.draft.language.plain import Plain, plain
from civicsquiz.draft.language.quoted import Span, inside, quoted
from civicsquiz.draft.language.statements import Statement, statement_of

_WORDY = frozenset(
    """say tell argue claim note add explain believe think feel want hope fear suggest describe call seem appear mention quote speak
    ask criticize criticise praise congratulate blame accuse condemn attack defend deny respond reply comment remark warn insist maintain
    report characterize urge vow promise pledge denounce welcome like love consider expect try attempt intend plan struggle tend happen
    come go look remain continue stand live marry die kill""".split()
)
"""Verbs of which nothing certain is told, or nothing worth asking."""
_SHORTEST, _LONGEST, _LEAST = 30, 420, 20
WORTH = 0.45
"""How much of civics must be in what is told, for a question."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A `statement` in the `plain` words of a sentence; its offsets, and those of the names, count there."""

    sentence: Sentence
    plain: Plain
    statement: Statement

    @property
    def text(self) -> str:
        return self.plain.text

    @property
    def names(self) -> tuple[Name, ...]:
        return self.plain.names

    @property
    def end(self) -> int:
        return self.statement.rest[1]

    def named(self, start: int, end: int) -> tuple[Name, ...]:
        """The names that stand in a span of the plain text."""
        return tuple(name for name in self.names if start <= name.start and name.end <= end)


_OPEN = re.compile(
    r"\bthat (?:while|although|though|when|because|since|in|under|after|before)\b[^,]*$|\bthan\b"
)
_EXAMPLE = re.compile(
    r"(?:(?:a|an|another|one) )?(?:[a-z]+ )?(?:example|reason|instance|result)s?\b", re.IGNORECASE
)
_PURPOSE = re.compile(r",? so (?:that )?(?:he|she|they|it|the \w+) |, (?:\w+ly )?[a-z]+ing ")
_SECOND = re.compile(
    r"(?:, (?:and|but|while|after|although|though) (?:that )?|; )(?=(?:the |former )?[A-Z])"
)
"""Where a second clause begins that can be told by itself."""


def tellings(sentence: Sentence, article: Article) -> tuple[Telling, ...]:
    """What a sentence tells: in its main clause, in a second one, and of a person “who …”."""
    known = article.once(_so_far)
    if sentence.number not in known:
        known[sentence.number] = tuple(_tellings(sentence, article))
    return known[sentence.number]


def _so_far(_article: Article) -> dict[int, tuple[Telling, ...]]:
    """What sentences of an article tell, by their numbers, as far as anybody has asked."""
    return {}


def _tellings(sentence: Sentence, article: Article) -> Iterator[Telling]:
    text = sentence.text
    if not (sentence.whole and _SHORTEST < len(text) < _LONGEST) or text.endswith("?"):
        return
    if stance.attributed(text) or stance.judging(text) or stance.blaming(text):
        return
    names = article.named(sentence)
    for spans in _pieces(text, names):
        found = plain(*_piece(text, names, spans))
        if found is None:
            continue
        places = [at for start, end in spans for at in range(start, end)]
        whole = replace(found, places=tuple(places[at] for at in found.places))
        told = _told(sentence, whole)
        if told:
            yield told


def _pieces(text: str, names: Sequence[Name]) -> Iterator[tuple[Span, ...]]:
    yield ((0, len(text)),)
    for found in _SECOND.finditer(text):
        yield ((found.end(), len(text)),)
    for name in names:
        if name.kind is NameKind.PERSON and text[name.end :].startswith(", who "):
            close = text.find(", ", name.end + 6)
            if 0 < close - name.end < 120:
                yield (name.begins, name.end), (name.end + 5, close)


def _piece(text: str, names: Sequence[Name], spans: Sequence[Span]) -> tuple[str, tuple[Name, ...]]:
    """The text in some spans, and the names in it."""
    moved, at = [], 0
    for start, end in spans:
        for name in names:
            if start <= name.begins and name.end <= end:
                whole = name.whole - start + at if name.whole >= 0 else -1
                moved.append(
                    replace(
                        name, start=name.start - start + at, end=name.end - start + at, whole=whole
                    )
                )
        at += end - start
    return "".join(text[start:end] for start, end in spans), tuple(moved)


def _told(sentence: Sentence, found: Plain) -> Telling | None:
    begins = [name.begins for name in found.names] + [name.start for name in found.names]
    statement = statement_of(found.text, begins)
    if statement is None or statement.verb.base in _WORDY:
        return None
    statement = _short(found.text, statement)
    start, end = statement.subject[0], statement.rest[1]
    if stance.doubting(found.text[:end]) or inside(quoted(found.text), statement.adjunct[0], end):
        return None
    if _OPEN.search(found.text, start, end) or _EXAMPLE.match(found.text, start):
        return None
    return Telling(sentence, found, statement) if end - start >= _LEAST else None


def _short(text: str, statement: Statement) -> Statement:
    """A statement without what it was done for: “… | so he could fund a wall”, “…, | citing the law”."""
    found = _PURPOSE.search(text, *statement.rest)
    return replace(statement, rest=(statement.rest[0], found.start())) if found else statement


def telling_at(
    sentence: Sentence, article: Article, start: int, end: int
) -> tuple[Telling, Span] | None:
    """What a sentence tells of the words at a span of it, and where they stand in the plain text."""
    for told in tellings(sentence, article):
        span = told.plain.at(start, end)
        if span and told.statement.subject[0] <= span[0] and span[1] <= told.end:
            return told, span
    return None
