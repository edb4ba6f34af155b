"""The numbers of a numerical question in QTI 1.2: exact, with a margin, in a range, to a precision."""

from __future__ import annotations

from decimal import Decimal

from civicsquiz.formats.loss import Loss
from civicsquiz.formats.portable import Answer, Text
from civicsquiz.formats.qti12.conditions import Condition
from civicsquiz.formats.safe.numbers import fits, minus, number, plus, times

_PERCENT = Decimal("0.01")
_HALF = Decimal("0.5")
_ONE_BEYOND = ("vargt", "varlt")


def answer_of(condition: Condition, place: str, losses: list[Loss]) -> Answer | None:
    """The number that a condition accepts, its share of the mark left open; None where it has none.

    Canvas states a value and, beside it, the bounds that it means; `margin` and `precision`, where they
    are stated and the bounds are not about the value, say what is meant.
    """
    equal = next((each for each in condition.compared if each.kind == "varequal"), None)
    least = _bound(condition, ("vargte", "vargt"))
    most = _bound(condition, ("varlte", "varlt"))
    if equal is None:
        if least is None or most is None:
            return None
        _tell_open_ends(condition, place, losses)
        return Answer(Text(f"{least[1]}..{most[1]}"), least=least[0], most=most[0])
    value = number(equal.value)
    if value is None:
        return None
    text = Text(equal.value.strip())
    if least is not None and most is not None and least[0] <= value <= most[0]:
        _tell_open_ends(condition, place, losses)
        return Answer(text, least=least[0], most=most[0])
    size = _margin(value, equal.element.get("margin"), equal.element.get("margintype"))
    if size is None:
        size = _precision(value, equal.element.get("precision"), equal.element.get("precisiontype"))
    size = size or Decimal(0)
    return Answer(text, least=minus(value, size), most=plus(value, size))


def _bound(condition: Condition, kinds: tuple[str, str]) -> tuple[Decimal, str] | None:
    for each in condition.compared:
        if each.kind in kinds and (value := number(each.value)) is not None:
            return value, each.value.strip()
    return None


def _tell_open_ends(condition: Condition, place: str, losses: list[Loss]) -> None:
    for each in condition.compared:
        if each.kind in _ONE_BEYOND:
            told = f"{each.value.strip()} itself is accepted now, which only bounded what was"
            losses.append(Loss(place, "answers", told))


def _margin(value: Decimal, margin: str | None, kind: str | None) -> Decimal | None:
    size = number(margin or "")
    if size is None:
        return None
    return times(times(abs(value), abs(size)), _PERCENT) if kind == "percent" else abs(size)


def _precision(value: Decimal, precision: str | None, kind: str | None) -> Decimal | None:
    """Half a unit of the last place that counts."""
    digits = number(precision or "")
    if digits is None or not 0 <= digits <= 30 or digits != int(digits):
        return None
    places = -int(digits) if kind == "decimals" else value.adjusted() - int(digits) + 1
    size = times(_HALF, Decimal((0, (1,), places)))
    return size if fits(size) else None
