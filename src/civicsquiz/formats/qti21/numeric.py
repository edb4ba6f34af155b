"""The numbers that a condition of QTI 2.1 accepts."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from civicsquiz.formats.portable import Answer, Text
from civicsquiz.formats.qti21.declared import Declared
from civicsquiz.formats.safe.numbers import minus, number, plus, times

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_CONDITIONS = ("responseIf", "responseElseIf")
_PERCENT = Decimal("0.01")
_FULL = Decimal(1)


def numbers(item: Element, response: str, stated: Declared) -> tuple[Answer, ...]:
    """The numbers that an item accepts: by its conditions, else those declared to be correct."""
    conditions = (
        each for each in item.iterfind("responseProcessing//*") if each.tag in _CONDITIONS
    )
    found = tuple(filter(None, (_accepted(each, response) for each in conditions)))
    if found:
        return found
    return tuple(
        Answer(Text(text), share, least=value, most=value)
        for text, share in stated.shares().items()
        if (value := number(text)) is not None
    )


def _accepted(condition: Element, response: str) -> Answer | None:
    """What a condition accepts, where it compares the response with numbers and sets a score."""
    score = _score(condition)
    if score is None:
        return None
    figure = least = most = None
    for each in condition.iter():
        pair = list(each)
        if each.tag not in ("equal", "gte", "lte") or len(pair) != 2:
            continue
        if pair[0].tag != "variable" or pair[0].get("identifier") != response:
            continue
        value = number(pair[1].text or "") if pair[1].tag == "baseValue" else None
        if value is None:
            continue
        if each.tag == "gte":
            least = value
        elif each.tag == "lte":
            most = value
        else:
            figure = (pair[1].text or "").strip()
            if least is None:
                least, most = _tolerated(value, each)
    if least is None or most is None:
        return None
    return Answer(Text(figure or f"{least}..{most}"), score, least=least, most=most)


def _score(condition: Element) -> Decimal | None:
    for each in condition.iterfind("setOutcomeValue"):
        base = each.find("baseValue")
        if each.get("identifier") == "SCORE" and base is not None:
            return max(-_FULL, min(_FULL, number(base.text or "") or Decimal(0)))
    return None


def _tolerated(value: Decimal, equal: Element) -> tuple[Decimal, Decimal]:
    sizes = [number(part) for part in equal.get("tolerance", "").split()[:2]]
    below = (sizes[0] if sizes else None) or Decimal(0)
    above = (sizes[-1] if sizes else None) or Decimal(0)
    match equal.get("toleranceMode", "exact"):
        case "absolute":
            return minus(value, below), plus(value, above)
        case "relative":
            size = times(abs(value), _PERCENT)
            return minus(value, times(size, below)), plus(value, times(size, above))
        case _:
            return value, value
