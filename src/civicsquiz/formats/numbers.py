"""Figures in the texts of questions."""

from __future__ import annotations

import re
from decimal import Decimal

_PLAIN = re.compile(
    r"[-+−]?(?:[0-9]{1,15}|[0-9]{1,3}(?:[,  \u202f][0-9]{3}){1,4})(?:\.[0-9]{1,12})?\Z"
)


def as_number(text: str) -> Decimal | None:
    """The value of a figure (`-3.5`, `40,000`), or None where a text is none that a bank can hold."""
    figure = text.strip()
    if not _PLAIN.match(figure):
        return None
    bare = figure.replace("−", "-").lstrip("+")
    return Decimal("".join(sign for sign in bare if sign in "-.0123456789"))


def written(value: Decimal) -> str | None:
    """A value as a bank writes it; None where it has more digits than a bank holds."""
    if not value.is_finite() or abs(value) >= Decimal(10) ** 15 or not _in_reach(value):
        return None
    text = format(value.normalize(), "f")
    return text if _PLAIN.match(text) else None


def _in_reach(value: Decimal) -> bool:
    exponent = value.normalize().as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -12
