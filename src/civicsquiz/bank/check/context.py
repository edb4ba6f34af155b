"""What the rules may know besides the bank: its sources as they are at hand, and the day."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeVar, cast

from civicsquiz.bank.models import Bank, Evidence, Item, Role
from civicsquiz.source.selector import Ambiguous, NoMatch, Selector
from civicsquiz.source.shelf import Placed, Proof, Shelf, Source

_T = TypeVar("_T")
Standing = Literal["literal", "bridged", "unproven"]
Result = Placed | NoMatch | Ambiguous | None


class Proving(NamedTuple):
    """Words that prove a key, or only those `parts` of it that are named."""

    text: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Context:
    """The sources of one bank, and what the rules made of it that others ask for as well."""

    sources: Mapping[str, Source]
    today: datetime.date
    _kept: dict[Callable[[Bank], object], object] = field(
        default_factory=dict, repr=False, compare=False
    )

    _standings: dict[str, tuple[Item, Standing]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def once(self, make: Callable[[Bank], _T], bank: Bank) -> _T:
        """What `make` makes of the bank, made once for all rules that ask for it."""
        if make not in self._kept:
            self._kept[make] = make(bank)
        return cast("_T", self._kept[make])

    def standing(self, item: Item, found: Callable[[], Standing]) -> Standing:
        """How an item's key stands: `found` says it, once for all that ask."""
        known = self._standings.get(item.id)
        if known is None or known[0] is not item:
            known = self._standings[item.id] = (item, found())
        return known[1]

    def result(self, evidence: Evidence) -> Result:
        """Where the quotation stands, or why nowhere; None where its source is not at hand."""
        return self.sources[evidence.source].find(evidence.selector)

    def proof(self, source: str) -> Proof:
        return self.sources[source].proof

    def proving(self, item: Item) -> tuple[Proving, ...]:
        """The texts that prove the item: as they stand in the source, or as quoted where the source
        is not at hand. A quotation that the source does not have proves nothing."""
        return tuple(
            Proving(text, evidence.parts)
            for evidence in item.evidence
            if evidence.role is Role.PROVES and (text := self.text(evidence)) is not None
        )

    def text(self, evidence: Evidence) -> str | None:
        """The words quoted, or None where the source is at hand and has no such words."""
        result = self.result(evidence)
        if isinstance(result, Placed):
            return result.text
        return evidence.selector.exact if result is None else None


def context_of(bank: Bank, shelf: Shelf, today: datetime.date) -> Context:
    """The context of a bank out of a shelf."""
    quoted: dict[str, dict[Selector, None]] = {name: {} for name in bank.cards}
    for item in bank.items:
        for evidence in item.evidence:
            quoted[evidence.source][evidence.selector] = None
    sources = {name: shelf.source(card, tuple(quoted[name])) for name, card in bank.cards.items()}
    return Context(sources, today)
