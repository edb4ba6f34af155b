"""The numbers of numerical questions, each a value with a tolerance."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from civicsquiz.formats.portable import Answer
from civicsquiz.formats.safe.numbers import fits, minus, number, plus, shown, times

_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Spelt:
    """An answer as Moodle has it. `moved` says that the figure had to be changed for it."""

    value: str
    tolerance: str
    moved: bool = False


def answered(text: str) -> Decimal | None:
    """The number that Moodle takes a text for: a comma parts thousands where there is a point too or
    where there are several, and is a decimal point where it stands alone."""
    compact = text.replace(" ", "").replace("\u00a0", "")
    if "." in compact or compact.count(",") > 1:
        compact = compact.replace(",", "")
    return number(compact.replace(",", "."))


def bounds(value: Decimal, tolerance: Decimal) -> tuple[Decimal, Decimal]:
    """The least and the greatest number that are accepted."""
    return minus(value, abs(tolerance)), plus(value, abs(tolerance))


def spelt(answer: Answer) -> Spelt | None:
    """Value and tolerance of an answer; None where it has no bounds that could be written."""
    if answer.least is None or answer.most is None:
        return Spelt("*", "0") if answer.text.value == "*" else None
    if not (fits(answer.least) and fits(answer.most)):
        return None
    value = answered(answer.text.value)
    if value is not None:
        tolerance = minus(answer.most, value)
        if bounds(value, tolerance) == (answer.least, answer.most) and tolerance >= 0:
            return Spelt(answer.text.value, shown(tolerance))
    middle = times(plus(answer.least, answer.most), _HALF)
    return Spelt(shown(middle), shown(minus(answer.most, middle)), moved=True)
