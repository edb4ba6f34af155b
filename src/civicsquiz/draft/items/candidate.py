"""What a rule makes of a fact: an item, not yet judged by the gate."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from civicsquiz.bank.models import Item, Option
from civicsquiz.draft.facts.fact import Fact


@dataclass(frozen=True)
class Candidate:
    """An item that a rule proposes, with the facts that it was made of, the first the one that it
    asks about. `rule` is `name@version`. `relevance` (0 to 1) is the rule's own word on how much
    it is worth; ranking adds the rest. `claims` are what the gate needs to prove again, by name:
    `subject` and `predicate` of what is asked, the `speaker`, the `year` … `spare` are further wrong
    answers, for one that would give another draft's key away.
    """

    item: Item
    facts: tuple[Fact, ...]
    rule: str
    relevance: float = 0.5
    claims: Mapping[str, str] = field(default_factory=dict)
    spare: tuple[Option, ...] = ()

    @property
    def fact(self) -> Fact:
        return self.facts[0]

    @property
    def hash(self) -> str:
        """What the bank knows it by: the hash of its fact, or one made of those of its facts."""
        if len(self.facts) == 1:
            return self.fact.hash
        together = "+".join(sorted(fact.hash for fact in self.facts))
        return hashlib.sha256(together.encode()).hexdigest()[:16]

    @property
    def kind(self) -> str:
        """The rule without its version: what acceptance is measured by."""
        return self.rule.partition("@")[0]
