"""A question with a figure for an answer, as the values of a bank's item."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from civicsquiz.bank import numerals
from civicsquiz.formats import labels
from civicsquiz.formats.importing.fitting import Fit, NoPlace
from civicsquiz.formats.numbers import as_number, written
from civicsquiz.formats.portable import Answer, Portable

_FULL = Decimal(1)


def number(question: Portable, fit: Fit) -> dict[str, Any]:
    """Key and known wrong answers.

    Raises:
        NoPlace: no figure is fully right, or a bank cannot hold it.
    """
    right = [answer for answer in question.answers if answer.fraction >= _FULL]
    bounded = [answer for answer in right if answer.least is not None and answer.most is not None]
    if not bounded:
        raise NoPlace("no figure is fully right" if not right else "any figure is right")
    for answer in [other for other in right if other is not bounded[0]]:
        fit.lose("key", f"“{answer.text.value[:60]}” is right as well, and is left out")
    key, least, most = _key(bounded[0], labels.values(question.tags, "shown"))
    misses: dict[Decimal, dict[str, str]] = {}
    for answer in question.answers:
        if answer.fraction < _FULL and (miss := _miss(answer, fit)):
            value, figure, why = miss
            if least <= value <= most:
                fit.lose("misses", f"“{figure}” is graded as right, and is left out")
            else:
                misses.setdefault(value, {"answer": figure, "why": why})
    found: dict[str, Any] = {"type": "number", "key": key}
    return found | ({"misses": list(misses.values())} if misses else {})


def _key(answer: Answer, stated: Sequence[str]) -> tuple[dict[str, str], Decimal, Decimal]:
    """The figure that is shown, and what is right: a tolerance where the bounds are as far on both sides.
    `stated` is what a bank showed, where the format has bounds only."""
    least, most = answer.least or Decimal(0), answer.most or Decimal(0)
    if least > most:
        raise NoPlace("no figure is right: the least is more than the most")
    known = [as_number(figure) for figure in (*stated, answer.text.value)]
    value = next(
        (one for one in known if one is not None and least <= one <= most), (least + most) / 2
    )
    figures = [written(figure) for figure in (value, least, most)]
    if None in figures:
        raise NoPlace("a figure has more digits than a bank holds")
    shown, low, high = (figure or "" for figure in figures)
    key = {"value": shown}
    if value - least != most - value:
        key |= {"min": low, "max": high}
    elif value != least:
        key["tolerance"] = written(value - least) or ""
    return key, least, most


def _miss(answer: Answer, fit: Fit) -> tuple[Decimal, str, str] | None:
    """Value, figure and reason of a known wrong answer; None where a bank cannot hold it."""
    shown = answer.text.value[:60]
    if answer.fraction > 0:
        fit.lose("accept", f"“{shown}” was right in part, and is left out")
        return None
    if answer.least is None or answer.least != answer.most:
        told = "all other figures" if answer.least is None else f"“{shown}” with its margin"
        if answer.feedback:
            fit.lose("misses", f"what is said of {told} is left out")
        return None
    figure, why = written(answer.least), fit.text(answer.feedback, "why")
    if not figure or not why:
        reason = "why it is wrong is not said" if figure else "it has too many digits"
        fit.lose("misses", f"“{shown}” is left out: {reason}")
        return None
    return answer.least, numerals.unmistakable(figure), why
