"""The sources that guides and banks know, whether or not their articles are at hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from civicsquiz.app import App
from civicsquiz.bank.models import Bank
from civicsquiz.bank.quoting import quotations
from civicsquiz.source.card import Card
from civicsquiz.source.document import Document
from civicsquiz.source.guide import Guide
from civicsquiz.source.selector import Folded, Selector, stands
from civicsquiz.source.shelf import Shelf


@dataclass(frozen=True)
class Known:
    """A source by its card, with everything that is quoted from it and the banks that do."""

    card: Card
    guide: Guide | None
    selectors: tuple[Selector, ...]
    banks: tuple[str, ...]


def known(app: App, shelf: Shelf) -> list[Known]:
    """All sources of the guides on the shelf and of the banks in the library, by id.

    Where both have a card, the guide's counts. Banks that cannot be loaded are passed over.
    """
    banks = [bank for _, bank in app.library.banks() if isinstance(bank, Bank)]
    cards = {name: card for bank in reversed(banks) for name, card in bank.cards.items()}
    cards |= {name: guide.card for name, guide in shelf.guides.items()}
    return [_known(card, shelf.guides.get(name), banks) for name, card in sorted(cards.items())]


def _known(card: Card, guide: Guide | None, banks: list[Bank]) -> Known:
    quoted = [quotation.evidence.selector for quotation in quotations(banks, card.id)]
    quoted += [Selector(passage.text) for passage in guide.passages] if guide else []
    quoting = tuple(bank.id for bank in banks if card.id in bank.cards)
    return Known(card, guide, tuple(dict.fromkeys(quoted)), quoting)


def card_of_document(document: Document, banks: Sequence[Bank]) -> Card | None:
    """The card that a document is of in some banks: the one with its hash, else the one without a
    hash whose quotations all stand in it. None where there is none, or several, so that nothing is
    guessed. Of two banks with the same id of a source the first counts."""
    cards = {name: card for bank in reversed(banks) for name, card in bank.cards.items()}
    for card in cards.values():
        if card.sha256 == document.sha256:
            return card
    folded = Folded(document.text)
    found = []
    for card in cards.values():
        quoted = [each.evidence.selector for each in quotations(banks, card.id)]
        if card.sha256 is None and quoted and all(stands(folded, each) for each in quoted):
            found.append(card)
    return found[0] if len(found) == 1 else None
