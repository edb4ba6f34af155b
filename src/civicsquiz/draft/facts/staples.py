"""What every text on government says alike: who impeaches, what the first ten amendments are called.

The list is ours, and closed (the files of `staples/`, by subject); it says what a sentence must hold to prove each. A sentence
that denies it, or speaks of a state or another country, proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.facts.figures import DENIED, ELSEWHERE, Figure, far, read
from civicsquiz.draft.facts.hints import Hints
from civicsquiz.draft.language import stance
from civicsquiz.draft.language.names import NameKind

_LONGEST = 420
_OF_STATES = re.compile(
    r"\b[Ss]tate (?:[Ll]egislat\w+|[Ss]enat\w+|[Hh]ouse|[Gg]overnments?|[Cc]onstitutions?|[Cc]ourts?)\b"
)
"""The title of an article on the states: “either house” is not of Congress there."""


def extract(article: Article) -> Iterator[Fact]:
    """The staples of an article that the list has."""
    of_states = _OF_STATES.search(article.card.title or "") is not None
    every, hints = tuple(staples().values()), _hints()
    for sentence in article.sentences:
        text = sentence.text
        if len(text) > _LONGEST or not sentence.whole or " ." in text:
            continue
        hinted = [every[number] for number in hints.entries(text)]
        if hinted and (of_states or far(sentence, article)):
            hinted = [one for one in hinted if one.far]
        if hinted and ELSEWHERE.search(text):
            hinted = [one for one in hinted if one.name in _flagged("anywhere")]
        if hinted and not stance.judging(text, rules=True):
            yield from _of(sentence, article, hinted)


def _of(sentence: Sentence, article: Article, hinted: list[Figure]) -> Iterator[Fact]:
    text = sentence.text
    named = any(name.kind is NameKind.PERSON for name in article.named(sentence))
    for one in hinted:
        found = one.figure.search(text)
        if (
            found is None
            or found.lastindex is None
            or (named and not one.person)
            or (one.name not in _flagged("said") and stance.attributed(text))
            or not all(need.search(text) for need in one.needs)
            or any(pattern.search(text) for pattern in one.without)
            or (one.name not in _flagged("denied") and DENIED.search(text))
        ):
            continue
        start, end = found.span(found.lastindex)  # each way of saying it has one group
        slots = (
            Slot("staple", one.name),
            Slot("value", text[start:end], sentence.start + start, sentence.start + end),
        )
        yield Fact(
            Frame.KNOWN, article.card.id, slots, sentence.start, sentence.end, sentence.number
        )


@cache
def staples() -> dict[str, Figure]:
    """The list, by name."""
    return {name: one for text in _files() for name, one in read(text).items()}


@cache
def _hints() -> Hints:
    return Hints(one.hints for one in staples().values())


@cache
def _files() -> tuple[str, ...]:
    folder = resources.files(__package__).joinpath("staples")
    files = sorted(folder.iterdir(), key=lambda file: file.name)
    return tuple(file.read_text("utf-8") for file in files if file.name.endswith(".txt"))


@cache
def _flagged(word: str) -> frozenset[str]:
    """The names of the staples that have a line “<word> yes”."""
    return frozenset(
        name
        for text in _files()
        for block in text.split("\n\n")
        if f"\n{word} yes\n" in block
        for name in re.findall(r"^name (.+)$", block, re.MULTILINE)
    )
