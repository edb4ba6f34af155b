"""The item of an act of the list, of the type that its block says."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from civicsquiz.bank.items import Match, Multiple, Number, Order, Short, TrueFalse
from civicsquiz.bank.models import Item, Miss
from civicsquiz.draft.facts.acts_list import Act
from civicsquiz.draft.items.building import choice, option


def answered(act: Act, values: dict[str, Any]) -> Item:
    """The item with the key of an act, and its wrong answers, over the values of `building.common`."""
    wrong = tuple(option(*one) for one in act.wrong)
    misses = tuple(Miss(*one) for one in act.wrong)
    match act.type:
        case "multiple":
            return Multiple(keys=tuple(map(option, act.keys)), distractors=wrong, **values)
        case "true-false":
            return TrueFalse(key=act.keys[0] == "True", why=act.wrong[0][1], **values)
        case "number":
            digits, _, unit = act.keys[0].partition(" ")
            value = Decimal(digits)
            return Number(value=value, least=value, most=value, unit=unit, misses=misses, **values)
        case "short":
            return Short(key=act.keys[0], accept=act.accept, misses=misses, **values)
        case "match":
            sides = (key.split(" = ") for key in act.keys)
            pairs = tuple((option(left), option(right)) for left, right in sides)
            return Match(pairs=pairs, distractors=wrong, **values)
        case "order":
            return Order(entries=tuple(map(option, act.keys)), **values)
        case _:
            return choice(values, act.keys[0], act.wrong)
