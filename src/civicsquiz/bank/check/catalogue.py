"""Every rule there is, by its code."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from civicsquiz.bank.check import (
    balance,
    candidates,
    counts,
    evidence,
    forms,
    hints,
    ids,
    key,
    law,
    leaks,
    notes,
    options,
    pairs,
    plain,
    quoting,
    reading,
    sameness,
    stem,
    text,
    typed,
)
from civicsquiz.bank.check.rule import BankRule, BanksRule, ItemRule, Rule
from civicsquiz.bank.models import Item

_MODULES = (
    forms, text, evidence, candidates, key, stem, counts, options, typed, pairs, sameness, balance, leaks,
    reading, plain, notes, quoting, law, hints, ids,
)  # fmt: skip


def _order(code: str) -> tuple[str, int]:
    letters = code.rstrip("0123456789")
    return letters, int(code[len(letters) :])


def _collected() -> dict[str, Rule]:
    found = [
        rule for module in _MODULES for rule in vars(module).values() if isinstance(rule, Rule)
    ]
    return {rule.code: rule for rule in sorted(found, key=lambda rule: _order(rule.code))}


RULES: Mapping[str, Rule] = MappingProxyType(_collected())
"""All rules by code, in the order of their codes."""

BANK_RULES = tuple(rule for rule in RULES.values() if isinstance(rule, BankRule))
BANKS_RULES = tuple(rule for rule in RULES.values() if isinstance(rule, BanksRule))


_FOR: dict[type[Item], tuple[ItemRule, ...]] = {}


def rules_for(kind: type[Item]) -> tuple[ItemRule, ...]:
    """The rules on single items that are about items of this type."""
    if kind not in _FOR:
        rules = (rule for rule in RULES.values() if isinstance(rule, ItemRule))
        _FOR[kind] = tuple(rule for rule in rules if issubclass(kind, rule.types))
    return _FOR[kind]


def find(wanted: str) -> Rule | None:
    """The rule of a code ("K1", "k1") or of a name ("key-not-proven")."""
    return RULES.get(wanted.upper()) or _by_name().get(wanted.lower())


def nearest(wanted: str) -> str:
    """The code or name most like one that does not exist, or all codes."""
    known = [*RULES, *_by_name()]
    close = difflib.get_close_matches(wanted, known, n=1) or difflib.get_close_matches(
        wanted.upper(), known, n=1
    )
    return f"did you mean {close[0]}?" if close else f"there are {', '.join(RULES)}"


@cache
def _by_name() -> dict[str, Rule]:
    return {rule.name: rule for rule in RULES.values()}


def explained(rule: Rule) -> str:
    """What `--explain` prints: what the rule means, why, how to mend, a bad and a good example."""
    allow = "cannot be allowed" if rule.trust else f"`allow: {{{rule.code}: reason}}` silences it"
    return "\n".join(
        (
            f"{rule.code} {rule.name} ({rule.severity}; {allow})",
            "",
            *_wrapped(rule.means),
            "",
            *_wrapped(f"Why: {rule.why}"),
            "",
            *_wrapped(f"Mend: {rule.mend}."),
            "",
            "Bad:",
            *(f"    {line}" for line in rule.bad.splitlines()),
            "Good:",
            *(f"    {line}" for line in rule.good.splitlines()),
            "",
        )
    )


def _wrapped(text: str, width: int = 76) -> list[str]:
    return re.findall(rf".{{1,{width}}}(?:\s|$)|\S+", text)
