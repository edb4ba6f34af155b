"""The law that ships, as drafts quote it: the words that prove a rule behind what an article tells.

Three sources hold it: the Constitution whole, sections of the United States Code, and words of opinions of
the Supreme Court. Each is read when a draft first quotes it, and never drafted from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from civicsquiz import paths
from civicsquiz.bank.models import Evidence, Item, Role
from civicsquiz.source import files
from civicsquiz.source.card import Card
from civicsquiz.source.guide_model import Guide

if TYPE_CHECKING:
    from civicsquiz.draft.article import Article

CONSTITUTION, STATUTES, OPINIONS = IDS = ("constitution", "statutes", "opinions")
"""The ids of their cards in every bank that quotes them; no article has one."""


@dataclass(frozen=True, slots=True)
class Law:
    """Words of the law: their `place` (“Article I, section 7”, “8 U.S.C. § 1427(a)”, or a case with its
    citation), what they say in `plain` words, ours, and the `parts` of a key that they prove, none where
    they help to prove all."""

    place: str
    words: str
    plain: str = ""
    parts: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """The id of the source that holds them."""
        if " U.S.C. § " in self.place:
            return STATUTES
        return OPINIONS if " v. " in self.place else CONSTITUTION

    @property
    def citation(self) -> str:
        return f"U.S. Constitution, {self.place}" if self.source == CONSTITUTION else self.place


@cache
def whole(name: str) -> Article:
    """All of the source with an id of `IDS`.

    Raises:
        CivicsquizError: it does not lie where it was installed, or was changed there.
    """
    from civicsquiz.draft.opening import of_guide
    from civicsquiz.source import guide

    path = paths.shipped_seeds() / f"{name}.md"
    return of_guide(guide.parse(files.decode(files.read_bytes(path), path), str(path)))


@cache
def _starts(name: str) -> Mapping[str, tuple[tuple[int, str], ...]]:
    """The passages of a source, with where they begin, by their citation."""
    guide = whole(name).guide
    found: dict[str, tuple[tuple[int, str], ...]] = {}
    for passage in guide.passages if guide else ():
        there = found.get(passage.citation, ())
        found[passage.citation] = (*there, (passage.start, passage.text))
    return found


def span(law: Law) -> tuple[int, int] | None:
    """Where its words stand in the place that it names, in canonical offsets; None where they do not,
    or more than once."""
    found = [
        start + text.index(law.words)
        for start, text in _starts(law.source).get(law.citation, ())
        if text.count(law.words) == 1
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
    return replace(building.evidence(whole(law.source), *at), plain=law.plain, parts=law.parts)


def as_of(laws: Iterable[Law]) -> str | None:
    """The day on which words of statutes among them were the law, as an ISO date; None where all else
    than statutes is quoted, which no later law puts in its place."""
    dates = {whole(STATUTES).card.date for law in laws if law.source == STATUTES}
    return next(iter(dates), None)


def quoted_in(items: Iterable[Item]) -> tuple[str, ...]:
    """The ids of the sources of law that any of the items quotes."""
    quoted = {one.source for item in items for one in item.evidence}
    return tuple(name for name in IDS if name in quoted)


def asked(item: Item) -> tuple[object, ...]:
    """What a question asks of the law, whatever article led to it: its type, its key and the words that
    prove it. Empty where no law does."""
    proofs = [one for one in item.evidence if one.source in IDS and one.role is not Role.CONTEXT]
    words = {(one.source, one.selector.exact) for one in proofs}
    return (item.type, item.key_text, frozenset(words)) if words else ()


def is_shipped(card: Card) -> bool:
    """Whether a bank's card is that of a source of law that ships, and not of something else under its
    id."""
    return card.id in IDS and card.sha256 is None and card.public_domain


def is_of_the_law(guide: Guide) -> bool:
    """Whether a guide is of the law itself, and stands in for no article."""
    return any(passage.citation for passage in guide.passages)
