"""The Constitution that ships, as drafts quote it: the words that prove a rule behind what an article tells.

It is read when a draft first quotes it, and never drafted from.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from civicsquiz import paths
from civicsquiz.bank.models import Evidence, Item
from civicsquiz.source import files
from civicsquiz.source.card import Card
from civicsquiz.source.guide_model import Guide

if TYPE_CHECKING:
    from civicsquiz.draft.article import Article

ID = "constitution"
"""The id of its card in every bank that quotes it; no article has it."""
_WHOLE = "U.S. Constitution, "


@dataclass(frozen=True, slots=True)
class Law:
    """Words of the Constitution: their `place` (“Article I, section 7”), and what they say in `plain`
    words, ours."""

    place: str
    words: str
    plain: str = ""


@cache
def constitution() -> Article:
    """The whole of it.

    Raises:
        CivicsquizError: it does not lie where it was installed, or was changed there.
    """
    from civicsquiz.draft.opening import of_guide
    from civicsquiz.source import guide

    path = paths.shipped_seeds() / f"{ID}.md"
    return of_guide(guide.parse(files.decode(files.read_bytes(path), path), str(path)))


def span(law: Law) -> tuple[int, int] | None:
    """Where its words stand in the place that it names, in canonical offsets; None where they do not,
    or more than once."""
    guide = constitution().guide
    found = [
        passage.start + passage.text.index(law.words)
        for passage in (guide.passages if guide else ())
        if passage.citation == _WHOLE + law.place and passage.text.count(law.words) == 1
    ]
    return (found[0], found[0] + len(law.words)) if len(found) == 1 else None


@cache
def evidence(law: Law) -> Evidence:
    """Its words as a passage that proves.

    Raises:
        ValueError: they do not stand where they are said to.
    """
    from civicsquiz.draft.items import building

    at = span(law)
    if at is None:
        raise ValueError(f"{law.place} does not say “{law.words}”")
    return replace(building.evidence(constitution(), *at), plain=law.plain)


def quoted_in(items: Iterable[Item]) -> bool:
    """Whether any of the items quotes the Constitution."""
    return any(one.source == ID for item in items for one in item.evidence)


def is_shipped(card: Card) -> bool:
    """Whether a bank's card is that of the Constitution, and not of something else under its id."""
    return card.id == ID and card.sha256 is None and card.public_domain


def is_of_the_law(guide: Guide) -> bool:
    """Whether a guide is of the law itself, and stands in for no article."""
    return any(passage.citation for passage in guide.passages)
