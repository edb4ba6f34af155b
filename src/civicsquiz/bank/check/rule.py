"""What a rule is: a code, a name, words that explain it, and one pure function.

Rules know nothing of files. They say where in an item, a bank or a list of banks something is
wrong; `bank.check.run` calls them all, and the drafter's gate calls those for one item.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from civicsquiz.bank.check.context import Context
from civicsquiz.bank.finding import Severity
from civicsquiz.bank.models import Bank, Item

Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule has found.

    `place` leads to a value: in the item for a rule on items, in the bank for the others. `mend` is
    empty where the rule's own mend says it all. `concerns` are the ids of other items that have a
    part in it; an `allow` in any of them silences the remark.
    """

    place: Place
    message: str
    mend: str = ""
    concerns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A bank to be checked. `name` is what other banks' remarks call it; banks of one `group` must
    differ in their ids."""

    bank: Bank
    context: Context
    name: str = ""
    group: str = ""


@dataclass(frozen=True)
class Rule:
    """One entry of the catalogue.

    `means`, `why` (with its source where there is one), `bad` and `good` are what `--explain`
    prints. A rule of trust cannot be silenced by `allow`. `varies` says that what it finds depends
    on more than the bank: on documents at hand, on other banks, on the date.
    """

    code: str
    name: str
    severity: Severity
    mend: str
    means: str
    why: str
    bad: str
    good: str
    trust: bool = False
    varies: bool = False


ItemCheck = Callable[[Any, Bank, Context], Iterator[Remark]]
BankCheck = Callable[[Bank, Context], Iterator[Remark]]
BanksCheck = Callable[[Sequence[Case]], Iterator[tuple[int, Remark]]]


@dataclass(frozen=True)
class Spot:
    """Something in a file's text: line and column count from 1."""

    line: int
    column: int
    message: str


TextCheck = Callable[[str, Any, Callable[[Place], tuple[int, int]]], Iterator[Spot]]


@dataclass(frozen=True, kw_only=True)
class FormRule(Rule):
    """A rule on the form of a file, found while it is read or while the rules are run."""


@dataclass(frozen=True, kw_only=True)
class TextRule(Rule):
    """A rule on a file's text and its data as they were before anything was made of them."""

    check: TextCheck


@dataclass(frozen=True, kw_only=True)
class ItemRule(Rule):
    """A rule on one item of one of its `types`: `check(item, bank, context)`."""

    check: ItemCheck
    types: tuple[type[Item], ...] = (Item,)


@dataclass(frozen=True, kw_only=True)
class BankRule(Rule):
    """A rule on a bank as a whole: `check(bank, context)`. It sees the bank without drafts, unless it
    is about `drafts` too."""

    check: BankCheck
    drafts: bool = False


@dataclass(frozen=True, kw_only=True)
class BanksRule(Rule):
    """A rule on all banks that are checked together, which it sees without drafts: yields the bank's
    number and the remark."""

    check: BanksCheck
