"""Which words of a source some banks quote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from civicsquiz.bank.models import Bank, Evidence, Item


@dataclass(frozen=True, slots=True)
class Quotation:
    """One piece of evidence, with the item and the bank that it stands in."""

    bank: Bank
    item: Item
    evidence: Evidence

    @property
    def ref(self) -> str:
        """The item, as the log names it: "bank-id/item-id"."""
        return f"{self.bank.id}/{self.item.id}"


def quotations(banks: Iterable[Bank], source: str) -> Iterator[Quotation]:
    """Every quotation from the source of this id, in the order of the banks; drafts' too, because
    they must be provable before they are judged."""
    for bank in banks:
        for item in bank.items:
            for evidence in item.evidence:
                if evidence.source == source:
                    yield Quotation(bank, item, evidence)
