"""The eight types of item."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from civicsquiz.bank.models import Evidence, Item, Miss, Option, Role

PAIR = "="
"""Stands between the two ids of a pair in a response; no id has it."""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class _OneKey(Item):
    key: Option
    distractors: tuple[Option, ...]

    @property
    def options(self) -> tuple[Option, ...]:
        return (self.key, *self.distractors)

    @property
    def key_ids(self) -> tuple[str, ...]:
        return (self.key.id,)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Choice(_OneKey):
    """One key among distractors."""

    @property
    def type(self) -> str:
        return "choice"


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class FindEvidence(_OneKey):
    """One sentence to be found among others. The options are quotations, and `evidence` has them
    all: the key's proves, the distractors' are candidates."""

    @property
    def type(self) -> str:
        return "evidence"

    def quoted(self, option: Option) -> Evidence:
        """The evidence that an option quotes."""
        role = Role.PROVES if option is self.key else Role.CANDIDATE
        return next(
            evidence
            for evidence in self.evidence
            if evidence.role is role and evidence.selector.exact == option.text
        )


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class TrueFalse(Item):
    """A statement to be judged; `why` says why the other judgement is wrong."""

    key: bool
    why: str = ""

    @property
    def type(self) -> str:
        return "true-false"

    @property
    def options(self) -> tuple[Option, ...]:
        right = Option("true" if self.key else "false", "True" if self.key else "False")
        wrong = Option("false" if self.key else "true", "False" if self.key else "True", self.why)
        return (right, wrong)

    @property
    def key_ids(self) -> tuple[str, ...]:
        return ("true" if self.key else "false",)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Multiple(Item):
    """Several keys among distractors."""

    keys: tuple[Option, ...]
    distractors: tuple[Option, ...]

    @property
    def type(self) -> str:
        return "multiple"

    @property
    def options(self) -> tuple[Option, ...]:
        return (*self.keys, *self.distractors)

    @property
    def key_ids(self) -> tuple[str, ...]:
        return tuple(option.id for option in self.keys)

    @property
    def key_response(self) -> tuple[str, ...]:
        return tuple(sorted(self.key_ids))

    @property
    def key_parts(self) -> tuple[str, ...]:
        return tuple(option.text for option in self.keys)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Match(Item):
    """Prompts at the left, each to be paired with an option at the right. Two prompts may have one
    option; the distractors belong to none."""

    pairs: tuple[tuple[Option, Option], ...]
    distractors: tuple[Option, ...] = ()

    @property
    def type(self) -> str:
        return "match"

    @property
    def prompts(self) -> tuple[Option, ...]:
        return tuple(left for left, _ in self.pairs)

    @property
    def options(self) -> tuple[Option, ...]:
        rights = dict.fromkeys(right for _, right in self.pairs)
        return (*rights, *self.distractors)

    @property
    def key_ids(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(right.id for _, right in self.pairs))

    @property
    def key_response(self) -> tuple[str, ...]:
        return tuple(sorted(f"{left.id}{PAIR}{right.id}" for left, right in self.pairs))

    @property
    def key_text(self) -> str:
        return "; ".join(f"{left.text}: {right.text}" for left, right in self.pairs)

    @property
    def key_parts(self) -> tuple[str, ...]:
        return tuple(left.text for left, _ in self.pairs)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Order(Item):
    """Entries to be put into order; `entries` have it."""

    entries: tuple[Option, ...]

    @property
    def type(self) -> str:
        return "order"

    @property
    def options(self) -> tuple[Option, ...]:
        return self.entries

    @property
    def key_ids(self) -> tuple[str, ...]:
        return tuple(option.id for option in self.entries)

    @property
    def key_text(self) -> str:
        return "; ".join(option.text for option in self.entries)

    @property
    def key_parts(self) -> tuple[str, ...]:
        return tuple(option.text for option in self.entries)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Short(Item):
    """A word or a few, typed. `key` is the form that is shown, `accept` are others as good."""

    key: str
    accept: tuple[str, ...] = ()
    misses: tuple[Miss, ...] = ()

    @property
    def type(self) -> str:
        return "short"

    @property
    def accepted(self) -> tuple[str, ...]:
        """Every accepted form, the key first."""
        return (self.key, *self.accept)

    @property
    def key_response(self) -> tuple[str, ...]:
        return (self.key,)

    @property
    def key_text(self) -> str:
        return self.key


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Number(Item):
    """A number, typed. Everything from `least` to `most` is right; `value` is what is shown."""

    value: Decimal
    least: Decimal
    most: Decimal
    unit: str = ""
    misses: tuple[Miss, ...] = ()

    @property
    def type(self) -> str:
        return "number"

    @property
    def key_response(self) -> tuple[str, ...]:
        return (format(self.value, "f"),)

    @property
    def key_text(self) -> str:
        return self.measured(self.value)

    def measured(self, value: Decimal) -> str:
        """A number with the unit of this one: "500 miles", "1 mile"."""
        unit = self.unit
        if value == 1:
            unit = f"{unit[:-3]}y" if unit.endswith("ies") else unit.removesuffix("s")
        return f"{digits(value)} {unit}".strip()


def digits(value: Decimal) -> str:
    """A number as it is read: thousands set off from 10,000 on, so that years stay years."""
    return f"{value:,f}" if abs(value) >= 10_000 else f"{value:f}"
