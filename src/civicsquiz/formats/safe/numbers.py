"""Decimal numbers out of files: exact, and never so long that writing one out fills the memory."""

from __future__ import annotations

from decimal import Context, Decimal, InvalidOperation

_DIGITS = 60
_SIGNS = frozenset("0123456789+-.eE")
_EXACT = Context(prec=4 * _DIGITS)
_ENDS = " \t\r\n"


def number(text: str) -> Decimal | None:
    """The number that a text is, or None: digits with a point, a sign and an exponent, at most 60
    places before and after the point."""
    stripped = text.strip(_ENDS)
    if not stripped or len(stripped) > 2 * _DIGITS or not _SIGNS.issuperset(stripped):
        return None
    try:
        value = Decimal(stripped)
    except InvalidOperation:
        return None
    return value if fits(value) else None


def fits(value: Decimal) -> bool:
    """Whether a number has at most 60 places before and after the point."""
    if not value.is_finite():
        return False
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -_DIGITS and value.adjusted() <= _DIGITS


def plus(left: Decimal, right: Decimal) -> Decimal:
    """The exact sum of two numbers that fit."""
    return _EXACT.add(left, right)


def minus(left: Decimal, right: Decimal) -> Decimal:
    """The exact difference of two numbers that fit."""
    return _EXACT.subtract(left, right)


def times(left: Decimal, right: Decimal) -> Decimal:
    """The exact product of two numbers that fit."""
    return _EXACT.multiply(left, right)


def shown(value: Decimal) -> str:
    """A number that fits, in digits, without an exponent and without zeros that say nothing."""
    if value == value.to_integral_value(context=_EXACT):
        return format(value.quantize(Decimal(1), context=_EXACT), "f")
    return format(value.normalize(_EXACT), "f")
