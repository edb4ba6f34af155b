"""Banks to and from the plain values that the cache keeps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from civicsquiz.bank.items import (
    Choice,
    FindEvidence,
    Match,
    Multiple,
    Number,
    Order,
    Short,
    TrueFalse,
)
from civicsquiz.bank.models import (
    Accuracy,
    Bank,
    Content,
    Discussion,
    Evidence,
    Holder,
    Item,
    Miss,
    Option,
    Role,
    Side,
    Stance,
    Status,
    Term,
)
from civicsquiz.bank.origin import Drafted, Origin, Reason, Rejected
from civicsquiz.source.card import Card, Correction
from civicsquiz.source.document import Kind
from civicsquiz.source.selector import Selector

TYPES: dict[str, type[Item]] = {
    "choice": Choice,
    "true-false": TrueFalse,
    "multiple": Multiple,
    "short": Short,
    "number": Number,
    "match": Match,
    "order": Order,
    "evidence": FindEvidence,
}


def pack(bank: Bank) -> dict[str, Any]:
    """A bank as JSON values."""
    values = asdict(bank)
    for item, kept in zip(bank.items, values["items"], strict=True):
        kept["type"] = item.type
        for name in _DECIMALS & kept.keys():
            kept[name] = format(kept[name], "f")
    return values


_DECIMALS = {"value", "least", "most"}


def unpack(values: dict[str, Any]) -> Bank:
    """The bank that `pack` was given.

    Raises:
        AttributeError, KeyError, TypeError, ValueError: the values are not what `pack` made.
    """
    return Bank(
        **{
            **values,
            "cards": {name: _card(card) for name, card in values["cards"].items()},
            "items": tuple(_item(item) for item in values["items"]),
            "formerly": tuple(values["formerly"]),
            "vocabulary": tuple(map(_term, values["vocabulary"])),
            "discussion": _discussion(values["discussion"]),
            "rejected": tuple(map(_rejected, values["rejected"])),
        }
    )


def _card(kept: dict[str, Any]) -> Card:
    kinds = (Correction(Selector(**one["selector"]), Kind(one["kind"])) for one in kept["kinds"])
    return Card(**{**kept, "kinds": tuple(kinds)})


def _item(kept: dict[str, Any]) -> Item:
    values = dict(kept)
    type_ = TYPES[values.pop("type")]
    holder = values["holder"]
    values.update(
        stance=Stance(values["stance"]),
        accuracy=Accuracy(values["accuracy"]) if values["accuracy"] else None,
        status=Status(values["status"]),
        holder=Holder(holder["name"], tuple(holder["also"])) if holder else None,
        evidence=tuple(_evidence(evidence) for evidence in values["evidence"]),
        hints=tuple(values["hints"]),
        content=tuple(map(Content, values["content"])),
        standards=tuple(values["standards"]),
        formerly=tuple(values["formerly"]),
        origin=Origin(values["origin"]) if values["origin"] else None,
        draft=Drafted(**values["draft"]) if values["draft"] else None,
    )
    for name in values.keys() & _OWN.keys():
        values[name] = _OWN[name](values[name])
    return type_(**values)


def _options(kept: list[dict[str, str]]) -> tuple[Option, ...]:
    return tuple(Option(**option) for option in kept)


_OWN: dict[str, Callable[[Any], Any]] = {
    "key": lambda kept: Option(**kept) if isinstance(kept, dict) else kept,
    "keys": _options,
    "distractors": _options,
    "entries": _options,
    "pairs": lambda kept: tuple((Option(**left), Option(**right)) for left, right in kept),
    "accept": tuple,
    "misses": lambda kept: tuple(Miss(**miss) for miss in kept),
    "value": Decimal,
    "least": Decimal,
    "most": Decimal,
}
"""How the fields that not all types have come back."""


def _evidence(kept: dict[str, Any]) -> Evidence:
    return Evidence(
        kept["source"], Selector(**kept["selector"]), Role(kept["role"]), tuple(kept["parts"]),
        kept["plain"],
    )  # fmt: skip


def _discussion(kept: dict[str, Any] | None) -> Discussion | None:
    if kept is None:
        return None
    one, other = (Side(side["view"], tuple(side["starters"])) for side in kept["sides"])
    return Discussion(kept["question"], (one, other))


def _rejected(kept: dict[str, Any]) -> Rejected:
    return Rejected(kept["fact"], Reason(kept["reason"]), kept["id"])


def _term(kept: dict[str, Any]) -> Term:
    return Term(kept["term"], tuple(kept["also"]), kept["entry"])
