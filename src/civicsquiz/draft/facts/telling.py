"""What a sentence of news tells, ready to be asked about: the statement in it, in plain words.

Only what is told as a fact: nothing that is somebody's words or claim, that doubts, judges, denies or
blames, and nothing that hangs on the day of the news.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.language import stance
from civicsquiz.draft.language.name import Name
from civicsquiz.draft.language.plain import Plain, plain
from civicsquiz.draft.language.quoted import inside, quoted
from civicsquiz.draft.language.statements import Statement, statement_of

_WORDY = frozenset(
    """say tell argue claim note add explain believe think feel want hope fear suggest describe call seem appear mention quote speak
    ask criticize criticise praise congratulate blame accuse condemn attack defend deny respond reply comment remark warn insist maintain
    report characterize urge vow promise pledge denounce welcome like love consider expect try attempt intend plan struggle tend happen
    come go look remain continue stand live marry die kill""".split()
)
"""Verbs of which nothing certain is told, or nothing worth asking."""
_SHORTEST, _LONGEST = 40, 420


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


_PURPOSE = re.compile(r",? so (?:that )?(?:he|she|they|it|the \w+) ")


def _short(text: str, statement: Statement) -> Statement:
    """A statement without what it was done for: “… | so he could fund a wall”."""
    found = _PURPOSE.search(text, *statement.rest)
    return replace(statement, rest=(statement.rest[0], found.start())) if found else statement


def telling(sentence: Sentence, article: Article) -> Telling | None:
    """What a sentence tells; None where it tells nothing plainly."""
    text = sentence.text
    if not (sentence.whole and _SHORTEST < len(text) < _LONGEST) or text.endswith("?"):
        return None
    if stance.attributed(text) or stance.judging(text) or stance.blaming(text):
        return None
    found = plain(text, article.named(sentence))
    if found is None:
        return None
    begins = [name.begins for name in found.names] + [name.start for name in found.names]
    statement = statement_of(found.text, begins)
    if statement is None or statement.verb.base in _WORDY:
        return None
    statement = _short(found.text, statement)
    start, end = statement.subject[0], statement.rest[1]
    if stance.doubting(found.text[:end]) or inside(quoted(found.text), statement.adjunct[0], end):
        return None
    if end - start < 20:
        return None
    return Telling(sentence, found, statement)
