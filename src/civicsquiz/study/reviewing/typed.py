"""Choices that are known, asked as an answer to be typed.

Choosing is easier than recalling, so what is known by choosing is asked for without the options,
where no right answer can be marked wrong for its wording. That is decided without understanding, so
it is narrow: the key is a plain number, a numbered part of a law, a case, a state of the United
States or a person (`forms`), so are all distractors, and a passage that proves it names it; and the
stem asks one thing that only one answer fits, and says nothing of options.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from decimal import Decimal
from functools import lru_cache
from typing import Any

from civicsquiz.bank.items import Choice, Number, Short
from civicsquiz.bank.models import Item, Miss, Role
from civicsquiz.bank.numerals import Unclear, plain, read_number
from civicsquiz.bank.spelling import folded
from civicsquiz.record.cards import GOOD, Card
from civicsquiz.record.revisions import revision_of
from civicsquiz.study.question import Question
from civicsquiz.study.reviewing import forms

KNOWN_REPS, KNOWN_STABILITY = 2, 7.0
"""A known item was right last time, was asked on so many days, and would be recalled after so many
days more with the probability that it is reviewed at (FSRS: 0.9)."""

TYPE_THE_NAME = "(Type the name.)"
"""Stands behind the stem where a person is asked for: “a senator” would be right and not meant."""

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’")
_OWNERS = re.compile(r"['’]s\b")
_OPTIONS = re.compile(
    r"\b(?:of (?:these|those|the following|the four|the three)|which of|following|below|above|listed"
    r"|options?|choices?|choose|pick|select|here)\b",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"\b(?:not|no|never|except|least|best|most(?! recent)|likely|closest|nearest|one|some|any|an? example"
    r"|other|another|also|else|among|include[sd]?|including|join(?:s|ed)?|member|members|belong(?:s|ed)?"
    r"|vot(?:e|es|ed)|agree[sd]?|concur(?:s|red)?|dissent(?:s|ed)?|support(?:s|ed)?|oppose[sd]?"
    r"|side[sd]?|such|like|similar)\b|n['’]t\b",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"\b(?:who|whom|whose)\b|\bwhich (?:\w+ )?(?:president|justice|judge|senator|governor|professor"
    r"|lawyer|attorney|secretary|founder|author|writer|person|politician|official|delegate|leader)\b",
    re.IGNORECASE,
)
_ANCHOR = re.compile(
    r"[“\"_]|\b(?:according to|essay|article|summary|report(?:s|ed)?|story|passage|opinion|quot(?:e|es|ed)"
    r"|says?|said|wr(?:ote|ites|itten)|t(?:ells?|old)|credit(?:s|ed)?|cite[sd]?|named?s?|call(?:s|ed)?)\b",
    re.IGNORECASE,
)
"""What ties a question to one place in a source: of people, states and cases in the world at large
there are often several that an answer could name."""

_FIGURE = re.compile(r"(?P<number>[\d,.]+|[A-Za-z-]+)(?: (?P<unit>[a-z]+(?: [a-z]+)?|%))?")
_NO_UNIT = frozenset("of to in and or per from than times out".split())


def is_known(card: Card) -> bool:
    """Whether an item is known well enough to be asked for without its options."""
    return card.rating >= GOOD and card.reps >= KNOWN_REPS and card.stability >= KNOWN_STABILITY


@lru_cache(maxsize=4096)
def typed(item: Item, language: str) -> Item | None:
    """The item of the same id with its answer to be typed, a `Number` where it is one and else a
    `Short`; None where that would not be fair. The distractors are its known misses.

    What is asked is another revision than the item's own. `language` is that of the bank.
    """
    if not isinstance(item, Choice) or not language.startswith("en") or not _stands_alone(item):
        return None
    return _as_number(item) or _as_words(item)


def variants(question: Question) -> Iterator[Question]:
    """The other ways in which a question can have been asked: with its answer to be typed."""
    variant = typed(question.item, question.bank.language)
    if variant is not None:
        revision = revision_of(variant, question.bank.language)
        yield Question(question.bank, variant, (), revision)


def _stands_alone(item: Choice) -> bool:
    """Whether the stem makes sense without the options, asks for one thing, and does not name it."""
    own = _QUOTED.sub(" ", item.stem)
    if not (own.rstrip().endswith("?") or "___" in item.stem):
        return False
    if _OPTIONS.search(own) or _MANY.search(own):
        return False
    key, *others = (set(folded(option.text).split()) for option in item.options)
    own_words = key - key.intersection(*others)
    told = set(folded(item.stem).split())
    return not any(len(word) > 3 and word in told for word in own_words)


def _as_number(item: Choice) -> Number | None:
    read = [_figure(option.text) for option in item.options]
    figures = [figure for figure in read if figure is not None]
    units = {unit for _, unit in figures}
    if len(figures) != len(read) or len({unit.removesuffix("s") for unit in units}) != 1:
        return None
    value = figures[0][0]
    if not any(value in _numbers(text) for text in _proofs(item)):
        return None
    misses = tuple(
        Miss(plain(number), option.why)
        for (number, _), option in zip(figures[1:], item.distractors, strict=True)
    )
    return Number(
        **_common(item),
        value=value,
        least=value,
        most=value,
        unit=max(units, key=len),
        misses=misses,
    )


def _figure(text: str) -> tuple[Decimal, str] | None:
    """A plain number with its unit: no “about”, no bounds, no money."""
    found = _FIGURE.fullmatch(text.strip())
    unit = (found["unit"] or "") if found else ""
    if not found or _NO_UNIT & set(unit.split()):
        return None
    try:
        return read_number(found["number"]), unit
    except Unclear:
        return None


def _numbers(text: str) -> Iterator[Decimal]:
    for word in re.findall(r"\d[\d,]*(?:\.\d+)?|[A-Za-z]+(?:-[A-Za-z]+)?", text):
        try:
            yield read_number(word.rstrip(","))
        except Unclear:
            continue


def _as_words(item: Choice) -> Short | None:
    texts = [option.text.strip().rstrip(".") for option in item.options]
    stem = item.stem
    if not _ANCHOR.search(stem):
        return None
    found = forms.numbered(texts) or forms.cases(texts) or forms.states(texts)
    if not found and _WHO.search(_QUOTED.sub(" ", stem)):
        found = forms.people(texts)
        stem = f"{stem} {TYPE_THE_NAME}"
    if not found or not any(_names(text, found[0]) for text in _proofs(item)):
        return None
    right = {folded(form): form for form in reversed((texts[0], *found[0]))}
    misses: dict[str, Miss] = {}
    for text, known, option in zip(texts[1:], found[1:], item.distractors, strict=True):
        for form in (text, *known):
            if folded(form) in right:
                if form == text:
                    return None  # the distractor itself would be taken for right
                continue
            misses.setdefault(folded(form), Miss(form, option.why))
    accept = [form for plain_, form in reversed(right.items()) if plain_ != folded(texts[0])]
    return Short(
        **_common(item) | {"stem": stem},
        key=item.key.text, accept=tuple(accept), misses=tuple(misses.values()),
    )  # fmt: skip


def _names(text: str, known: forms.Forms) -> bool:
    told = f" {folded(_OWNERS.sub('', text))} "
    return any(f" {folded(form)} " in told for form in known if len(folded(form)) > 2)


def _proofs(item: Item) -> Iterator[str]:
    for evidence in item.evidence_in(Role.PROVES):
        yield evidence.selector.exact


def _common(item: Item) -> dict[str, Any]:
    """What all types of item have in common."""
    return {field.name: getattr(item, field.name) for field in fields(Item)}
