"""The gate once more, over a draft that somebody edits.

What the draft was made of is found again in its article by the hash that it keeps for life. What its
rule claimed of the old key is then claimed of the new one, so that the new key too has to be derived
from the passage again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from civicsquiz.bank.models import Item
from civicsquiz.bank.origin import Drafted
from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.fact import Fact, normalised
from civicsquiz.draft.gate.rule import GateRule, Ground
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.law import is_of_the_law
from civicsquiz.source.placing import Source

_ABSENT = "The article is not at hand: only the rules of check were run."
_LOST = "Its fact is not found again: only the rules of check were run."
_WORD = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class _Held:
    """An article with all its facts, and what the rules make of them."""

    article: Article
    facts: tuple[Fact, ...]
    candidates: tuple[Candidate, ...]


class Regate:
    """The gate's own rules over edits of the items that `sources` are quoted in, by the ids of the
    sources. Nothing is read before `look_up`."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._sources = sources
        self._made: dict[str, Candidate | None] = {}

    def look_up(self, item: Item) -> None:
        """Find what an item was drafted of. The facts of all articles at hand are found once, a tenth
        of a second each; may be called from another thread."""
        if item.draft is not None and item.id not in self._made:
            found = self._found(item, item.draft) if self._at_hand(item) else None
            if found is not None:
                _ = self._ground.links
            self._made[item.id] = found

    def ungated(self, item: Item) -> str:
        """A sentence on why an edit of a draft is not judged by the gate's rules; empty where it is,
        where it has not been looked up, and for what was not drafted."""
        if item.draft is None or self._made.get(item.id, ...) is not None:
            return ""
        return _LOST if self._at_hand(item) else _ABSENT

    def objections(self, item: Item, edited: Item) -> Iterator[tuple[GateRule, str]]:
        """What the gate's rules say of what an item was edited to; nothing of what was not looked up."""
        from civicsquiz.draft.gate.run import RULES

        made = self._made.get(item.id)
        if made is None:
            return
        candidate = _as_edited(made, edited)
        for rule in RULES:
            if said := rule.check(candidate, self._ground):
                yield rule, said

    def _at_hand(self, item: Item) -> bool:
        return any(_article(self._sources.get(one.source)) for one in item.evidence)

    @cached_property
    def _held(self) -> dict[str, _Held]:
        articles = {
            name: article
            for name, source in self._sources.items()
            if (article := _article(source)) is not None
        }
        alone = len(articles) == 1
        return {
            name: _hold(replace(article, alone=alone)) for name, article in sorted(articles.items())
        }

    @cached_property
    def _ground(self) -> Ground:
        articles = {name: held.article for name, held in self._held.items()}
        return Ground(articles, tuple(fact for held in self._held.values() for fact in held.facts))

    def _found(self, item: Item, drafted: Drafted) -> Candidate | None:
        """What the item's rule made of its fact; the fact alone where the rule is another now."""
        fact, kind = drafted.fact, drafted.rule.partition("@")[0]
        for name in dict.fromkeys(evidence.source for evidence in item.evidence):
            held = self._held.get(name)
            if held is None:
                continue
            made = [one for one in held.candidates if one.hash == fact and one.kind == kind]
            if made:
                return next((one for one in made if one.item.key_text == item.key_text), made[0])
            for known in held.facts:
                if known.hash == fact:
                    return Candidate(item, (known,), drafted.rule)
        return None


def _article(source: Source | None) -> Article | None:
    """A source as the drafter reads it; None where nothing of it is at hand, and of the law, from which
    nothing is drafted."""
    if source is not None and source.document is not None:
        return Article(source.card, source.document)
    if source is not None and source.guide is not None and not is_of_the_law(source.guide):
        from civicsquiz.draft.opening import of_guide

        return of_guide(source.guide)
    return None


def _hold(article: Article) -> _Held:
    from civicsquiz.draft.drafting import GATHERERS, REALISERS, facts_of

    facts = facts_of(article)
    made = [one for fact in facts for rule in REALISERS for one in rule.realise(fact, article)]
    made += [one for rule in GATHERERS for one in rule.gather(facts, article)]
    return _Held(article, facts, tuple(made))


def _as_edited(made: Candidate, edited: Item) -> Candidate:
    """The candidate with the edited item, its facts and claims with the edited key."""
    now = _exchanged(made.item, edited)
    if not now:
        return replace(made, item=edited)
    claims = {name: now.get(normalised(told), told) for name, told in made.claims.items()}
    return replace(
        made,
        item=edited,
        facts=tuple(_with(fact, now) for fact in made.facts),
        claims=claims,
    )


def _with(fact: Fact, now: Mapping[str, str]) -> Fact:
    """The fact as it would be if the edited key were right; a year stays one."""
    slots = tuple(
        replace(slot, text=other)
        if (other := now.get(normalised(slot.text))) and slot.text.isdecimal() <= other.isdecimal()
        else slot
        for slot in fact.slots
    )
    return fact if slots == fact.slots else replace(fact, slots=slots)


def _exchanged(item: Item, edited: Item) -> dict[str, str]:
    """What took the place of the key, or of each part of it that is another now."""
    was, now = _keys(item), _keys(edited)
    if item.type != edited.type or len(was) != len(now):
        return {}
    return {
        normalised(one): other
        for one, other in zip(was, now, strict=True)
        if normalised(one) != normalised(other) and _WORD.search(other)
    }


def _keys(item: Item) -> Sequence[str]:
    return (item.key_text, *item.key_parts)
