"""Running the rules: over one item as the drafter's gate does, or over banks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from civicsquiz.bank.check import forms
from civicsquiz.bank.check.catalogue import BANK_RULES, BANKS_RULES, RULES, rules_for
from civicsquiz.bank.check.context import Context
from civicsquiz.bank.check.rule import BankRule, Case, Place, Remark, Rule
from civicsquiz.bank.models import Bank, Item


@dataclass(frozen=True, slots=True)
class Hit:
    """A remark of a rule, at its place in a bank. `reason` is that of the `allow` that silences it."""

    case: int
    rule: Rule
    place: Place
    remark: Remark
    reason: str | None = None


def judge(item: Item, bank: Bank, context: Context) -> Iterator[tuple[Rule, Remark]]:
    """What the rules for single items say of one item; its `allow` is not looked at."""
    for rule in rules_for(type(item)):
        for remark in rule.check(item, bank, context):
            yield rule, remark


BETWEEN = frozenset({"B1", "B3", "B6"})
"""Rules on what one item does to another: it asks the same, or gives the other's key away."""


def between(bank: Bank, context: Context) -> Iterator[tuple[Rule, Remark]]:
    """What the rules on several items say of those of one bank, each at its place in the bank."""
    for rule in BANK_RULES:
        if rule.code in BETWEEN:
            for remark in rule.check(bank, context):
                yield rule, remark
    for banks_rule in BANKS_RULES:
        if banks_rule.code in BETWEEN:
            for _, remark in banks_rule.check([Case(bank, context)]):
                yield banks_rule, remark


def examine(cases: Sequence[Case]) -> list[Hit]:
    """Everything that the rules say of the cases, what is allowed included."""
    used: defaultdict[tuple[int, str], set[str]] = defaultdict(set)
    hits = [_allowed(cases[hit.case].bank, hit, used) for hit in _hits(cases)]
    hits += _on_allow(cases, used)
    return hits


def _hits(cases: Sequence[Case]) -> Iterator[Hit]:
    for number, case in enumerate(cases):
        for at, item in enumerate(case.bank.items):
            for rule, remark in judge(item, case.bank, case.context):
                yield Hit(number, rule, ("items", at, *remark.place), remark)
    judged = [without_drafts(case) for case in cases]
    for number, (case, seen) in enumerate(zip(cases, judged, strict=True)):
        for bank_rule in BANK_RULES:
            bank = case.bank if bank_rule.drafts else seen.bank
            for remark in bank_rule.check(bank, case.context):
                yield Hit(number, bank_rule, _in_whole(remark.place, bank, case.bank), remark)
    for banks_rule in BANKS_RULES:
        for number, remark in banks_rule.check(judged):
            place = _in_whole(remark.place, judged[number].bank, cases[number].bank)
            yield Hit(number, banks_rule, place, remark)


def without_drafts(case: Case) -> Case:
    """The case as the rules on whole banks see it: what nobody has judged yet counts for nothing
    beside other items."""
    judged = case.bank.judged
    if len(judged) == len(case.bank.items):
        return case
    return replace(case, bank=replace(case.bank, items=judged))


def _in_whole(place: Place, seen: Bank, whole: Bank) -> Place:
    """The place in the whole bank of a place in the one without drafts."""
    if seen is whole or len(place) < 2 or place[0] != "items":
        return place
    item = seen.items[int(place[1])]
    at = next(at for at, other in enumerate(whole.items) if other is item)
    return ("items", at, *place[2:])


def _allowed(bank: Bank, hit: Hit, used: defaultdict[tuple[int, str], set[str]]) -> Hit:
    """The hit with the reason of an item concerned that allows it."""
    if hit.rule.trust:
        return hit
    concerned = [bank.items[int(hit.place[1])]] if hit.place[0] == "items" else []
    if hit.remark.concerns:
        names = set(hit.remark.concerns)
        concerned += [item for item in bank.items if item.id in names]
    reason = None
    for item in concerned:
        if hit.rule.code in item.allow:
            used[hit.case, item.id].add(hit.rule.code)
            reason = reason or item.allow[hit.rule.code]
    return Hit(hit.case, hit.rule, hit.place, hit.remark, reason)


def _on_allow(cases: Sequence[Case], used: defaultdict[tuple[int, str], set[str]]) -> Iterator[Hit]:
    for number, case in enumerate(cases):
        for at, item in enumerate(case.bank.items):
            for code in item.allow:
                rule = RULES.get(code)
                place = ("items", at, "allow", code)
                if rule is None:
                    said = f"there is no rule {code}"
                    yield Hit(number, forms.ALLOWS_NOTHING, place, Remark(place, said))
                elif rule.trust:
                    said = f"{code} ({rule.name}) cannot be allowed"
                    yield Hit(number, forms.NOT_ALLOWED, place, Remark(place, said))
                elif (
                    code not in used[number, item.id]
                    and not rule.varies
                    and not (item.status.unjudged and isinstance(rule, BankRule))
                ):
                    said = f"{code} ({rule.name}) finds nothing here"
                    yield Hit(number, forms.ALLOWS_NOTHING, place, Remark(place, said))
