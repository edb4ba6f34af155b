"""Rules on content notes: what a student may want to leave out is said, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from civicsquiz.bank.check.context import Context
from civicsquiz.bank.check.rule import ItemRule, Remark
from civicsquiz.bank.check.words import content_words
from civicsquiz.bank.finding import Severity
from civicsquiz.bank.models import Bank, Content, Item

_SPEAKS: dict[Content, frozenset[str]] = {
    Content.TORTURE: frozenset("torture tortured torturing torturer waterboarding".split()),
    Content.DEATHS: frozenset(
        "die died dying dead death kill killed killing suicide murder murdered massacre"
        " assassinated assassination".split()
    ),
    Content.FAMILY_TIES: frozenset("family relative parent child".split()),
}
_SPEAKING = frozenset().union(*_SPEAKS.values())
_NOBODY_DIES = frozenset(
    "penalty sentence row bill proposal measure motion committee filibuster inquest".split()
)
"""Beside these words nobody dies: a death penalty, a bill that died in committee."""
_OF_THINGS = re.compile(r"(?i)\b(?:jobs?|deal|growth|time|pain)[- ]kill\w+")
"""“Job-killing regulations”: what is killed there is no living thing."""
_APART = frozenset(
    "tie visit visiting separated separate separation separating contact bond apart reunite"
    " reunited away".split()
)
"""With one of these a family is more than a word."""

_WIDER: dict[Content, frozenset[str]] = {
    Content.TORTURE: frozenset(
        "pain abuse abused beat beaten beating cruel cruelty mistreatment harsh inhumane".split()
    ),
    Content.DEATHS: frozenset(
        "penalty capital execution execute lethal homicide victim fatal deadly life lost".split()
    ),
    Content.FAMILY_TIES: _APART
    | frozenset(
        "relation mother father son daughter brother sister wife husband spouse home residence"
        " loved close".split()
    ),
}
"""What a note may rest on, though the word itself asks for none."""


def shown(item: Item) -> Iterator[str]:
    """What a question shows, before an answer and with it."""
    yield item.stem
    for option in (*item.prompts, *item.options):
        yield option.text
    for evidence in item.evidence:
        yield evidence.selector.exact


def spoken(texts: Iterable[str]) -> dict[Content, str]:
    """What the texts speak of that a content note would warn of, each with the first word that does."""
    found: dict[Content, str] = {}
    for text in texts:
        words = content_words(_OF_THINGS.sub("", text))
        if _SPEAKING.isdisjoint(words):
            continue
        for content, speaking in _SPEAKS.items():
            if not speaking.isdisjoint(words) and (word := _meant(content, words)):
                found.setdefault(content, word)
    return found


def _noted(item: Item, _bank: Bank, _context: Context) -> Iterator[Remark]:
    for content, word in spoken(shown(item)).items():
        if content not in item.content:
            yield Remark(("stem",), f"“{word}” is spoken of, and no content note says “{content}”")


def _meant(content: Content, words: tuple[str, ...]) -> str:
    """The word by which a text speaks of what a note would warn of; nothing where it does not."""
    if content is Content.DEATHS and not _NOBODY_DIES.isdisjoint(words):
        return ""
    if content is Content.FAMILY_TIES and _APART.isdisjoint(words):
        return ""
    return next(word for word in words if word in _SPEAKS[content])


NOTED = ItemRule(
    code="N1",
    name="content-not-noted",
    severity=Severity.WARNING,
    mend="add it to `content`, or `allow` it with the reason why it needs no note",
    means="The stem, an option or a passage speaks of torture, of people’s deaths or of families that are "
    "kept apart, by its plain words, and `content` does not say so. A death penalty and a bill that died "
    "count for nothing.",
    why="A student who has lost somebody, or fears for somebody, may leave such an item out, if told.",
    bad="exact: hundreds of people have died in El Salvadoran prisons",
    good="content: [deaths]\nexact: hundreds of people have died in El Salvadoran prisons",
    check=_noted,
)


def _there(item: Item, _bank: Bank, _context: Context) -> Iterator[Remark]:
    if not item.content:
        return
    texts = [*shown(item), item.rationale, item.background or "", item.because or ""]
    words = {word for text in texts for word in content_words(text)}
    for number, content in enumerate(item.content):
        if words.isdisjoint(_SPEAKS[content] | _WIDER[content]):
            yield Remark(("content", number), f"nothing here speaks of “{content}”")


THERE = ItemRule(
    code="N2",
    name="content-not-there",
    severity=Severity.WARNING,
    mend="take the note away",
    means="`content` warns of something that neither the question nor what is shown after it speaks of.",
    why="Who heeds the note would leave out an item for nothing; and notes that warn of nothing are not "
    "heeded for long.",
    bad="content: [torture]\nstem: In which year was the First Step Act signed?",
    good="stem: In which year was the First Step Act signed?",
    check=_there,
)
