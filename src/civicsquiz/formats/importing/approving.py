"""What `civicsquiz check` would call an error in imported items.

What can be mended is mended. A question that is as its author wanted it keeps its place: the bank says
in `allow` which rule it breaks, for a teacher to see.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from typing import Any

from civicsquiz.bank import check
from civicsquiz.bank.check.catalogue import BANK_RULES, rules_for
from civicsquiz.bank.finding import Severity
from civicsquiz.bank.models import Bank, Item

REASON = "It is as it was imported."
"""What `allow` says of every rule that an imported item breaks."""

_ANY_DAY = datetime.date(2000, 1, 1)
"""Which day it is makes no error."""


def approve(
    items: Sequence[Item], values: Sequence[dict[str, Any]]
) -> Iterator[tuple[int, str, str]]:
    """Mend the values of items so that no rule finds an error in them.

    Yields what was done, by the item's number: field and sentence. A rule that is allowed is written
    into `allow`, and is not yielded.
    """
    bank = Bank(id="bank", title="Bank", cards={}, items=tuple(items))
    context = check.Context({}, _ANY_DAY)
    for at, item in enumerate(items):
        for place, code, message in _errors(item, bank, context):
            if place[:1] == ("misses",):
                yield at, "misses", f"{message}: left out"
                values[at]["misses"][int(place[1])] = None
            else:
                _allow(values[at], code)
        if None in values[at].get("misses", ()):
            values[at]["misses"] = [miss for miss in values[at]["misses"] if miss]
            if not values[at]["misses"]:
                del values[at]["misses"]
    for rule in BANK_RULES:
        if rule.severity is Severity.ERROR and not rule.trust:
            for remark in rule.check(bank, context):
                if remark.place[:1] == ("items",):
                    _allow(values[int(remark.place[1])], rule.code)


def _errors(item: Item, bank: Bank, context: check.Context) -> Iterator[tuple[Any, str, str]]:
    for rule in rules_for(type(item)):
        if rule.severity is Severity.ERROR:
            for remark in rule.check(item, bank, context):
                yield remark.place, rule.code, remark.message


def _allow(values: dict[str, Any], code: str) -> None:
    values.setdefault("allow", {})[code] = REASON
