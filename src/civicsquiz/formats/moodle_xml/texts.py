"""Texts, grades and flags in the elements of Moodle XML."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from civicsquiz.formats.moodle_xml.spelling import ENDS, FORMS, NAME, without_tags
from civicsquiz.formats.portable import Form, Text
from civicsquiz.formats.safe.limits import shortened
from civicsquiz.formats.safe.numbers import number, times
from civicsquiz.formats.safe.xml import local

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_PERCENT = Decimal("0.01")


class Broken(Exception):
    """A question that is none; the text says why."""


def fraction_of(element: Element) -> Decimal:
    """An answer’s share of the mark."""
    stated = element.get("fraction", "0")
    percent = number(stated)
    if percent is None:
        raise Broken(f"the grade {shortened(stated)} of an answer is no number")
    return times(percent, _PERCENT)


def text_of(element: Element | None, default: Form) -> Text:
    """An element’s text in the form that it states, else in that of the question."""
    value = text_in(element)
    return Text(value, form_of(element, default)) if value else Text()


def text_in(element: Element | None) -> str:
    """What stands in an element’s <text>, or, as very old files have it, in the element itself."""
    if element is None:
        return ""
    inner = element.find("text")
    inner = element if inner is None else inner
    if inner.find("*") is not None and local(inner) == "text":
        raise Broken("it has markup that is neither escaped nor in a CDATA section")
    return (inner.text or "").strip(ENDS)


def form_of(element: Element | None, default: Form) -> Form:
    """The form that an element states."""
    stated = None if element is None else element.get("format")
    return default if stated is None else FORMS.get(stated.strip(ENDS), Form.HTML)


def name_of(stated: str) -> str:
    """A question’s name as Moodle keeps it."""
    kept = without_tags(stated).strip(ENDS)
    return kept if len(kept) <= NAME else f"{kept[: NAME - 4]}..."


def is_set(stated: str) -> bool:
    """Whether Moodle takes a text for yes."""
    return stated.strip(ENDS) not in ("", "0", "false")
