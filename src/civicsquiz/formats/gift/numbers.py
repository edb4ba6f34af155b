"""Figures and what they accept: `1822`, `3.14:0.005`, `1..5`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Context, Decimal

from civicsquiz.formats.gift.escapes import SPACE

ANY = "*"
"""Stands for every number."""

_NUMBER = re.compile(r"[+-]?(?:[0-9]++(?:\.[0-9]*+)?|\.[0-9]++)(?:[eE][+-]?[0-9]{1,3})?")
_LONGEST = 60
_EXACT = Context(prec=1500)
"""Enough for the sum of any two numbers that are taken."""


class NotANumber(Exception):
    """What stands where a number belongs; `str()` of it is that text."""


@dataclass(frozen=True, slots=True)
class Figure:
    """`shown` is the figure as it was written, of a range its middle; from `least` to `most` all is
    accepted, and everything where they are None."""

    shown: str
    least: Decimal | None
    most: Decimal | None


def number(text: str) -> Decimal | None:
    """A number as Moodle writes and reads it, with a point; None where it is none, or out of bounds."""
    if len(text) > _LONGEST or not _NUMBER.fullmatch(text):
        return None
    value = Decimal(text)
    return value if abs(value.adjusted()) <= 300 else None


def figure(text: str) -> Figure:
    """The figure of an answer, read as Moodle does; a range that runs backwards is turned."""
    if text == ANY:
        return Figure(ANY, None, None)
    if text.find("..") > 0:
        first, last = map(_number, text.split("..", 1))
        middle = _EXACT.divide(_EXACT.add(first, last), Decimal(2))
        return Figure(plainly(middle), min(first, last), max(first, last))
    shown, colon, margin = text.partition(":") if text.find(":") > 0 else (text, "", "")
    shown = shown.strip(SPACE)
    value, within = _number(shown), abs(_number(margin)) if colon else Decimal(0)
    return Figure(shown, _EXACT.subtract(value, within), _EXACT.add(value, within))


def written(figure: Figure) -> str | None:
    """The figure as it stands in a file; None where it would not be read as it is: where the figure
    that is shown is not the middle of what it accepts."""
    if figure.least is None or figure.most is None:
        return ANY if figure.shown == ANY and figure.least is figure.most else None
    value = number(figure.shown)
    if value is None:
        return None
    below = _EXACT.subtract(value, figure.least)
    above = _EXACT.subtract(figure.most, value)
    text = f"{figure.shown}:{plainly(below)}"
    return (
        text
        if below == above >= 0 and bounded(figure) and number(plainly(below)) is not None
        else None
    )


def bounded(figure: Figure) -> bool:
    """Whether both bounds are numbers that can be written."""
    bounds = (figure.least, figure.most)
    return all(
        bound is not None and bound.is_finite() and number(plainly(bound)) is not None
        for bound in bounds
    )


def plainly(value: Decimal) -> str:
    """A number without needless digits; with an exponent only where it would be endless without."""
    if not value:
        return "0"
    return format(_EXACT.normalize(value), "f") if abs(value.adjusted()) < _LONGEST else str(value)


def _number(text: str) -> Decimal:
    text = text.strip(SPACE)
    value = number(text)
    if value is None:
        raise NotANumber(text)
    return value
