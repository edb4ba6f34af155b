"""The answers, pairs and hints in a question of Moodle XML."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from civicsquiz.formats.moodle_xml.numeric import answered, bounds
from civicsquiz.formats.moodle_xml.spelling import ENDS, is_pattern
from civicsquiz.formats.moodle_xml.texts import Broken, fraction_of, text_in, text_of
from civicsquiz.formats.portable import Answer, Form, Kind, Pair, Text
from civicsquiz.formats.safe.limits import shortened
from civicsquiz.formats.safe.numbers import number

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def answers_in(element: Element, kind: Kind, form: Form) -> tuple[Answer, ...]:
    """The answers of a question; Broken where one is of no use."""
    elements = element.findall("answer")
    if kind is Kind.TRUE_FALSE:
        return _true_false(elements, form)
    if kind is Kind.ORDER:
        return tuple(
            Answer(text_of(one, form), id=one.get("id", "")) for one in elements if text_in(one)
        )
    if kind is Kind.NUMBER:
        return tuple(_number(one, form) for one in elements)
    if kind not in (Kind.CHOICE, Kind.MULTIPLE, Kind.SHORT):
        return ()
    answers = (
        Answer(
            _typed(text_in(one)) if kind is Kind.SHORT else text_of(one, form),
            fraction_of(one),
            text_of(one.find("feedback"), form),
            id=one.get("id", ""),
        )
        for one in elements
    )
    # Moodle, too, passes over answers without a text.
    return tuple(answer for answer in answers if answer.text)


def _true_false(elements: list[Element], form: Form) -> tuple[Answer, ...]:
    """As in Moodle an old file’s answers, in another language, are true first and false second, and
    the last answer decides which is right."""
    right = ""
    found: dict[str, Text] = {}
    for place, element in enumerate(elements):
        text = text_in(element)
        if text not in ("true", "false"):
            text = "true" if place == 0 else "false"
        other = "false" if text == "true" else "true"
        right = text if fraction_of(element) == 1 else other
        if element.get("implied") != "true":
            found[text] = text_of(element.find("feedback"), form)
    if not right:
        raise Broken("it does not say whether true or false is right")
    found.setdefault(right, Text())
    return tuple(
        Answer(Text(text), Decimal(int(text == right)), feedback)
        for text, feedback in found.items()
    )


def _number(element: Element, form: Form) -> Answer:
    text = text_in(element)
    share = number(element.findtext("fraction", ""))
    answer = Answer(
        Text(text),
        fraction_of(element) if share is None else share,
        text_of(element.find("feedback"), form),
        id=element.get("id", ""),
    )
    if text in ("", "*"):
        return replace(answer, text=Text("*"))
    value = answered(text)
    tolerance = number(element.findtext("tolerance", "").strip(ENDS) or "0")
    if value is None or tolerance is None:
        raise Broken(f"its answer {shortened(text)} is no number")
    least, most = bounds(value, tolerance)
    return replace(answer, least=least, most=most)


def pairs_in(element: Element, form: Form) -> tuple[Pair, ...]:
    """The pairs of a match. Moodle, too, passes over those without a right side."""
    pairs = (
        Pair(
            text_of(one, form),
            Text(text_in(one.find("answer"))),
            one.get("id", ""),
            one.get("right", ""),
        )
        for one in element.iterfind("subquestion")
    )
    return tuple(pair for pair in pairs if pair.right)


def hint_in(element: Element, form: Form) -> Text:
    """A hint, as Moodle writes it now or wrote it before 2.0."""
    inner = element.find("hintcontent")
    return text_of(element if inner is None else inner, form)


def _typed(answer: str) -> Text:
    """A pattern is left as it is, of Moodle’s form; other answers stand for themselves."""
    if is_pattern(answer):
        return Text(answer, Form.MOODLE)
    return Text(answer.replace("\\*", "*"))
