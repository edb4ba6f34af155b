"""What is to be known of an item for it to be judged: what the rules find, and how its key stands."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from civicsquiz.bank.check import places
from civicsquiz.bank.check.context import Context, Proving, context_of
from civicsquiz.bank.check.proof import Standing, standing
from civicsquiz.bank.check.quoting import Quoted, quoted
from civicsquiz.bank.check.rule import Case
from civicsquiz.bank.check.run import between, judge
from civicsquiz.bank.editing import forms
from civicsquiz.bank.finding import Severity
from civicsquiz.bank.models import Bank, Evidence, Item, Status
from civicsquiz.draft.regating import Regate
from civicsquiz.source.selector import NoMatch, Selector
from civicsquiz.source.shelf import Proof, Shelf


@dataclass(frozen=True, slots=True)
class Flaw:
    """What a rule says of an item being judged or edited; `place` leads to a value in the item. With
    an `error` the bank fails its check."""

    code: str
    place: tuple[str | int, ...]
    message: str
    mend: str = ""
    error: bool = True


_NEAR = 150
"""Among so many items of its sources, the last of them, one that is judged is looked at."""


class Bench:
    """Looks at the items of a bank as `civicsquiz check` does."""

    def __init__(self, bank: Bank, shelf: Shelf, today: datetime.date) -> None:
        self._bank = bank
        self._today = today
        self._context = context_of(bank, shelf, today)
        self.gate = Regate(self._context.sources)
        """The gate's own rules, for what is edited."""

    def flaws(self, item: Item) -> list[Flaw]:
        """What the rules say of an item."""
        if unknown := self._of_no_source(item):
            return unknown
        return [
            Flaw(
                rule.code,
                tuple(remark.place),
                remark.message,
                remark.mend or rule.mend,
                rule.severity is Severity.ERROR,
            )
            for rule, remark in judge(item, self._bank, self._context)
        ]

    def _of_no_source(self, item: Item) -> list[Flaw]:
        there = ", ".join(self._context.sources)
        return [
            Flaw(
                "F7",
                (*places.of_evidence(item, number), "source"),
                f"the bank has no source “{evidence.source}”",
                f"there are: {there}" if there else "give its card",
            )
            for number, evidence in enumerate(item.evidence)
            if evidence.source not in self._context.sources
        ]

    def between(self, item: Item, others: Sequence[Item]) -> list[Flaw]:
        """What the rules on a bank as a whole would say of an item if it stood among `others`, the
        items that may be asked: that one gives the other's key away, or asks the same."""
        sources = {evidence.source for evidence in item.evidence}
        near = [
            other
            for other in others
            if other.id != item.id and any(one.source in sources for one in other.evidence)
        ][-_NEAR:]
        if not near or any(name not in self._bank.cards for name in sources):
            return []
        whole = replace(self._bank, items=(*near, replace(item, status=Status.READY)), rejected=())
        return [
            Flaw(
                rule.code,
                ("stem",),
                remark.message,
                remark.mend or rule.mend,
                rule.severity is Severity.ERROR,
            )
            for rule, remark in between(whole, Context(self._context.sources, self._today))
            if remark.place[:2] == ("items", len(near)) or item.id in remark.concerns
        ]

    def flaws_of(self, values: Mapping[str, Any], before: Item) -> list[Flaw]:
        """What the rules say of the values that an item is edited to, the gate's too where it knows
        what the item was drafted of: first of all what keeps them from being an item."""
        if faults := forms.faults(values):
            return [Flaw(code, place, message, mend) for place, code, message, mend in faults]
        item = forms.read(values)
        found = self.flaws(item)
        return found + list(self._by_the_gate(before, item, {flaw.code for flaw in found}))

    def _by_the_gate(self, before: Item, item: Item, said: set[str]) -> Iterator[Flaw]:
        """What the gate would object to: no error, for a person may know better. Of two rules with one
        code the one of `civicsquiz check` has said it."""
        for rule, told in self.gate.objections(before, item):
            if rule.code not in said:
                place = "key" if rule.code.startswith("K") else "stem"
                yield Flaw(rule.code, (place,), told, error=False)

    def standing_of(self, values: Mapping[str, Any]) -> Standing | None:
        """How the key in some values stands by their passages; None where they are no item, or quote
        what the bank does not know."""
        if forms.faults(values):
            return None
        item = forms.read(values)
        if self._of_no_source(item):
            return None
        return standing(item, self._bank, self._context) if item.evidence else "unproven"

    def stale(self, item: Item) -> bool:
        """Whether an item quotes what its article, which is at hand, no longer says."""
        return any(
            self._context.proof(evidence.source) is Proof.ARTICLE
            and isinstance(self._context.result(evidence), NoMatch)
            for evidence in item.evidence
        )

    def proven(self, item: Item) -> bool:
        """Whether the passages of an item prove its key, as they stand or by its `because`."""
        return bool(item.evidence) and standing(item, self._bank, self._context) != "unproven"

    def share(
        self, item: Item, evidence: Mapping[str, Any], items: Sequence[Item]
    ) -> Quoted | None:
        """How much all `items` of the bank quote of the source of `evidence`, were that given to one of
        them; None where nobody says how much may be."""
        passage = Evidence(
            evidence["source"],
            Selector(evidence["exact"], evidence.get("prefix", ""), evidence.get("suffix", "")),
        )
        given = replace(item, evidence=(*item.evidence, passage))
        known = self._context.sources
        there = tuple(
            one
            for one in (*(other for other in items if other.id != item.id), given)
            if all(each.source in known for each in one.evidence)
        )
        case = Case(replace(self._bank, items=there), self._context)
        return next(
            (
                one
                for one in quoted([case])
                if one.source is known[passage.source] and one.allowed is not None
            ),
            None,
        )

    def proving(self, item: Item) -> tuple[Proving, ...]:
        """The words that prove an item."""
        return self._context.proving(item)
