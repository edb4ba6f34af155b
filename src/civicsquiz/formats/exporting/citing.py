"""Citations of what an item quotes, as the program shows them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from civicsquiz.bank.models import Bank, Evidence
from civicsquiz.source.card import Card, citation
from civicsquiz.source.document import Kind
from civicsquiz.source.selector import Selector
from civicsquiz.source.shelf import Placed, Shelf

Cite = Callable[[Evidence], str]
"""Says in words who, where and what kind of source."""


def by_cards(bank: Bank) -> Cite:
    """Citations by the bank's own cards, which do not know in which paragraph a passage stands."""
    return lambda evidence: _cited(bank.cards[evidence.source])


def by_shelf(bank: Bank, shelf: Shelf) -> Cite:
    """Citations with the place of each passage, where its source is at hand."""
    quoted: defaultdict[str, list[Selector]] = defaultdict(list)
    for item in bank.items:
        for evidence in item.evidence:
            quoted[evidence.source].append(evidence.selector)
    sources = {name: shelf.source(card, quoted[name]) for name, card in bank.cards.items()}

    def cite(evidence: Evidence) -> str:
        source = sources[evidence.source]
        found = source.find(evidence.selector)
        if not isinstance(found, Placed):
            return _cited(source.card)
        if found.citation:
            return found.citation
        if found.paragraph:
            return _cited(source.card, f"paragraph {found.paragraph}")
        return _cited(source.card, f"{found.kind}" if found.kind not in (None, Kind.BODY) else "")

    return cite


def _cited(card: Card, place: str = "") -> str:
    cited = citation(card, place)
    return f"{cited} · {card.genre}" if card.genre else cited
