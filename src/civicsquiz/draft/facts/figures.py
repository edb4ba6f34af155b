"""Figures that are the same in every text: majorities, terms, ages and numbers of seats.

They stand in `figures.txt` with what a sentence must hold to prove them. A sentence that has another
figure, or speaks of a state or of another country, proves nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from civicsquiz.draft.article import Article, Sentence
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.facts.hints import Hints
from civicsquiz.draft.facts.lazy_pattern import LazyPattern
from civicsquiz.draft.language import stance
from civicsquiz.draft.language.anycase import AnyCase
from civicsquiz.draft.language.names import NameKind

_LONGEST = 500
ELSEWHERE = re.compile(
    r"\b(?:governors?|mayors?|county|counties|city council|[Pp]arliament|state (?:senate|house|senators?|constitutions?|supreme courts?)|commission(?:ers?)?"
    r"|(?i:prime minister)|Confederacy|European|tribal|cities)\b"
)
DENIED = re.compile(
    r"\b(?:not|never|no longer|cannot|propos(?:al|als) to|would like|should|instead of|rather than|extend|abolish|(?:lower|lowering|raise|raised|raising) (?:the|its|their|that) (?:[\w-]+ )?(?:age|number|limit|share|threshold|term|minimum|size)) |n[’']t\b"
)
_HINT = AnyCase(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|thirteen|fourteen|fifteen|eighteen|twenty|thirty|sixty|eighty|majority|life|good|lifetime|one|once|single)\b"
)


@dataclass(frozen=True)
class Figure:
    """A figure of the list, with the question that it answers."""

    name: str
    hints: tuple[str, ...]
    needs: tuple[LazyPattern, ...]
    figure: LazyPattern
    without: tuple[LazyPattern, ...]
    ask: str
    key: str
    why: str
    wrong: tuple[tuple[str, str], ...] = field(default=())
    person: bool = False
    far: bool = False


def extract(article: Article) -> Iterator[Fact]:
    """The figures of an article that the list has."""
    every, hints = tuple(figures().values()), _hints()
    for sentence in article.sentences:
        if len(sentence.text) <= _LONGEST and sentence.whole:
            likely = hints.entries(sentence.text)
            if likely and _HINT.search(sentence.text):
                yield from _of(sentence, article, [every[number] for number in likely])


def _of(sentence: Sentence, article: Article, likely: Iterable[Figure]) -> Iterator[Fact]:
    text = sentence.text
    found = [
        (one, match)
        for one in likely
        if (match := one.figure.search(text)) and all(need.search(text) for need in one.needs)
    ]
    if not found or ELSEWHERE.search(text) or DENIED.search(text) or far(sentence, article):
        return
    if stance.judging(text, rules=True):
        return
    named = any(name.kind is NameKind.PERSON for name in article.named(sentence))
    for one, match in found:
        if named and not one.person:
            continue  # a passage on somebody's deeds, which happens to have the figure
        if any(pattern.search(text) for pattern in one.without):
            continue
        group = next(number for number in range(1, match.re.groups + 1) if match[number])
        start, end = match.span(group)
        slots = (
            Slot("figure", one.name),
            Slot("value", text[start:end], sentence.start + start, sentence.start + end),
        )
        yield Fact(
            Frame.QUANTITY, article.card.id, slots, sentence.start, sentence.end, sentence.number
        )


def far(sentence: Sentence, article: Article) -> bool:
    """Whether a sentence names a state or another country, of which the same need not hold."""
    return any(
        name.kind in (NameKind.STATE, NameKind.COUNTRY) and name.key not in _HERE
        for name in article.named(sentence)
    )


_HERE = frozenset({"United States", "U.S.", "US"})


@cache
def figures() -> dict[str, Figure]:
    """The list, by name."""
    return read(resources.files(__package__).joinpath("figures.txt").read_text("utf-8"))


@cache
def _hints() -> Hints:
    return Hints(one.hints for one in figures().values())


def read(text: str) -> dict[str, Figure]:
    """The figures of a list as it is written: a block each."""
    blocks = [
        [line.partition(" ")[::2] for line in block.splitlines() if line and line[0] != "#"]
        for block in text.split("\n\n")
    ]
    return {figure.name: figure for figure in (_figure(block) for block in blocks if block)}


def _figure(block: list[tuple[str, str]]) -> Figure:
    def several(word: str) -> tuple[LazyPattern, ...]:
        return tuple(LazyPattern(value) for name, value in block if name == word)

    one = dict(block)
    wrong = tuple(tuple(value.split(" | ")) for name, value in block if name == "wrong")
    return Figure(
        one["name"], tuple(one["hint"].split(";")), several("needs"), LazyPattern(one["figure"]), several("without"),
        one["ask"], one["key"], one["why"], tuple((text, why) for text, why in wrong),
        "person" in one,
        "far" in one,
    )  # fmt: skip
