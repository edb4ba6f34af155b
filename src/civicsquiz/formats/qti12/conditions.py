"""The conditions of an item of QTI 1.2: what is compared, what it scores, and what is shown then."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from civicsquiz.formats.safe.numbers import number

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

GENERAL, RIGHT, WRONG = "general_fb", "correct_fb", "general_incorrect_fb"
_TEXTS = ("varequal", "varsubset", "varsubstring", "varcontains")
_SIZES = ("vargte", "vargt", "varlte", "varlt")


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison: `kind` is the element’s name, `denied` says that it stands in a `not`."""

    kind: str
    response: str
    value: str
    denied: bool
    element: Element


@dataclass(frozen=True, slots=True)
class Condition:
    """A `respcondition`. `points` is what it sets, None where it sets nothing."""

    compared: tuple[Compared, ...]
    points: Decimal | None
    feedback: tuple[str, ...]
    together: bool
    otherwise: bool
    marked_right: bool
    adds: bool


@dataclass(slots=True)
class Conditions:
    """All conditions of an item, in order."""

    every: list[Condition] = field(default_factory=list)
    shown: dict[str, str] = field(default_factory=dict)
    """By an answer, the identifier of what is shown for it."""

    @property
    def scoring(self) -> list[Condition]:
        """Those that set a score."""
        return [each for each in self.every if each.points is not None]

    def otherwise(self) -> str:
        """The identifier of what is shown where nothing else fits, or where the right is not chosen."""
        for each in self.every:
            denied = each.compared and all(one.denied for one in each.compared)
            alone = (each.otherwise and not each.compared) or denied
            if alone and (shown := own_feedback(each)):
                return shown
        return ""


def conditions_of(item: Element) -> Conditions:
    """The conditions of an item."""
    found = Conditions()
    for processing in item.iter("resprocessing"):
        for element in processing.iter("respcondition"):
            condition = _condition(element)
            found.every.append(condition)
            first = next(iter(condition.compared), None)
            shown = own_feedback(condition)
            if first is not None and not first.denied and shown:
                found.shown.setdefault(first.value, shown)
    return found


def own_feedback(condition: Condition) -> str:
    """The identifier of what a condition shows besides what is shown for any answer."""
    return next((each for each in condition.feedback if each not in (GENERAL, RIGHT, WRONG)), "")


def _condition(element: Element) -> Condition:
    points: Decimal | None = None
    adds = False
    for setvar in element.iter("setvar"):
        value = number(setvar.text or "")
        if value is not None and points is None:
            points = value
            adds = setvar.get("action", "Set").lower() == "add"
    compared: list[Compared] = []
    together = otherwise = False
    for inner in element.iter("conditionvar"):
        together = together or inner.find(".//and") is not None
        otherwise = otherwise or inner.find(".//other") is not None
        _gather(inner, compared, denied=False)
    return Condition(
        tuple(compared),
        points,
        tuple(shown.get("linkrefid", "") for shown in element.iter("displayfeedback")),
        together,
        otherwise,
        element.get("correctanswer", "").lower() == "yes",
        adds,
    )


def _gather(element: Element, compared: list[Compared], *, denied: bool) -> None:
    for child in element:
        if child.tag in _TEXTS or child.tag in _SIZES:
            compared.append(
                Compared(child.tag, child.get("respident", ""), child.text or "", denied, child)
            )
        else:
            _gather(child, compared, denied=denied != (child.tag == "not"))
