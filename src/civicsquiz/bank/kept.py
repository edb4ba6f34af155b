"""Banks to and from the plain values that the cache keeps."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from civicsquiz.bank.models import (
    Accuracy,
    Bank,
    Choice,
    Evidence,
    Holder,
    Item,
    Option,
    Role,
    Stance,
    Status,
    TrueFalse,
)
from civicsquiz.source.card import Card
from civicsquiz.source.selector import Selector


def pack(bank: Bank) -> dict[str, Any]:
    """A bank as JSON values."""
    values = asdict(bank)
    for item, kept in zip(bank.items, values["items"], strict=True):
        kept["type"] = item.type
    return values


def unpack(values: dict[str, Any]) -> Bank:
    """The bank that `pack` was given.

    Raises:
        AttributeError, KeyError, TypeError, ValueError: the values are not what `pack` made.
    """
    return Bank(
        **{
            **values,
            "cards": {name: Card(**card) for name, card in values["cards"].items()},
            "items": tuple(_item(item) for item in values["items"]),
            "formerly": tuple(values["formerly"]),
        }
    )


def _item(kept: dict[str, Any]) -> Item:
    values = dict(kept)
    type_ = values.pop("type")
    holder = values["holder"]
    values.update(
        stance=Stance(values["stance"]),
        accuracy=Accuracy(values["accuracy"]) if values["accuracy"] else None,
        status=Status(values["status"]),
        holder=Holder(holder["name"], tuple(holder["also"])) if holder else None,
        evidence=tuple(_evidence(evidence) for evidence in values["evidence"]),
        standards=tuple(values["standards"]),
        formerly=tuple(values["formerly"]),
    )
    if type_ == "choice":
        values["key"] = Option(**values["key"])
        values["distractors"] = tuple(Option(**option) for option in values["distractors"])
        return Choice(**values)
    if type_ == "true-false":
        return TrueFalse(**values)
    raise ValueError(type_)


def _evidence(kept: dict[str, Any]) -> Evidence:
    return Evidence(kept["source"], Selector(**kept["selector"]), Role(kept["role"]), kept["part"])
