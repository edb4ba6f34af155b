"""The gate: every rule over a candidate, the cheap ones first; the first that objects settles it.

The rules of `bank.check` are the same that `civicsquiz check` runs, warnings included: a draft is
nobody's work yet, so nothing speaks for keeping one that is weak.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from functools import cached_property
from types import ModuleType

from civicsquiz.bank.check.context import Context
from civicsquiz.bank.check.run import judge
from civicsquiz.bank.models import Bank
from civicsquiz.draft.gate import (
    given_away,
    in_place,
    proving,
    rederive,
    sources,
    specific,
    stem,
    wording,
)
from civicsquiz.draft.gate import law as law_rules
from civicsquiz.draft.gate import table as agreeing
from civicsquiz.draft.gate.rule import GateRule, Ground, Refused
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.law import IDS, quoted_in, whole
from civicsquiz.source.placing import Source

_MODULES: tuple[ModuleType, ...] = (
    stem,
    rederive,
    in_place,
    agreeing,
    sources,
    wording,
    specific,
    proving,
    law_rules,
    given_away,
)

RULES: tuple[GateRule, ...] = tuple(
    rule for module in _MODULES for rule in vars(module).values() if isinstance(rule, GateRule)
)
"""The gate's own rules, in the order in which they are asked."""


class Gate:
    """Judges the candidates of some articles. `today` is for the rules on what ages."""

    def __init__(self, ground: Ground, today: datetime.date) -> None:
        self._ground = ground
        self._today = today

    @cached_property
    def _context(self) -> Context:
        return Context(sources_of(self._ground), self._today)

    @cached_property
    def _context_with_law(self) -> Context:
        return Context(sources_of(self._ground, IDS), self._today)

    def refusal(self, candidate: Candidate) -> Refused | None:
        """Why a candidate may not pass, or None where it may."""
        for rule in RULES:
            if said := rule.check(candidate, self._ground):
                return Refused(candidate, rule.code, said)
        of_law = quoted_in([candidate.item])
        context = self._context_with_law if of_law else self._context
        cards = {name: source.card for name, source in context.sources.items()}
        bank = Bank(id="draft", title="Draft", cards=cards, items=(candidate.item,))
        for found, remark in judge(candidate.item, bank, context):
            return Refused(candidate, found.code, remark.message)
        return None


def sources_of(ground: Ground, law: Iterable[str] = ()) -> dict[str, Source]:
    """The sources that candidates quote, as the rules of `bank.check` know them: their articles, and
    the sources of law of these ids."""
    found = {name: article.source for name, article in ground.articles.items()}
    return found | {name: whole(name).source for name in law}
