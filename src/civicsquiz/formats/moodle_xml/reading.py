"""A file of Moodle XML -> its questions, read as Moodle 4.1 reads them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from civicsquiz.errors import FileError
from civicsquiz.formats.loss import Loss
from civicsquiz.formats.moodle_xml.answers import answers_in, hint_in, pairs_in
from civicsquiz.formats.moodle_xml.spelling import ENDS, split_category
from civicsquiz.formats.moodle_xml.texts import Broken, form_of, is_set, name_of, text_in, text_of
from civicsquiz.formats.portable import Collection, Form, Kind, Portable
from civicsquiz.formats.safe.limits import QUESTIONS, shortened
from civicsquiz.formats.safe.numbers import number
from civicsquiz.formats.safe.xml import local, parse, root_name

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_KINDS = {
    "multichoice": Kind.CHOICE,
    "truefalse": Kind.TRUE_FALSE,
    "shortanswer": Kind.SHORT,
    "numerical": Kind.NUMBER,
    "match": Kind.MATCH,
    "matching": Kind.MATCH,
    "ddmatch": Kind.MATCH,
    "ordering": Kind.ORDER,
    "cloze": Kind.CLOZE,
    "multianswer": Kind.CLOZE,
    "essay": Kind.ESSAY,
    "description": Kind.DESCRIPTION,
}
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def recognises(data: bytes) -> float:
    """How surely these bytes are Moodle XML, from 0 to 1."""
    if root_name(data) != "quiz":
        return 0.0
    return 1.0 if b"<question" in data[: 1 << 16] or b"<question" in data else 0.6


def read(data: bytes, name: str) -> tuple[Collection, tuple[Loss, ...]]:
    """The questions of a Moodle XML file, in its order, each with the category that it stands in.
    FileError where the file is none; a question that is broken is named among the losses."""
    root = parse(data, name)
    if local(root) != "quiz":
        raise FileError(
            name,
            f"this is no Moodle XML: it begins with <{shortened(local(root))}>, not <quiz>",
            "export it from Moodle as Moodle XML",
        )
    questions: list[Portable] = []
    losses: list[Loss] = []
    category: tuple[str, ...] = ()
    count = 0
    for element in root:
        if local(element) != "question":
            continue
        if element.get("type", "") == "category":
            with suppress(Broken):
                category = split_category(text_in(element.find("category")))
            continue
        count += 1
        place = f"question {count}"
        if count > QUESTIONS:
            losses.append(Loss(place, "", f"only the first {QUESTIONS} questions were read"))
            break
        try:
            questions.append(replace(_question(element, place, losses), category=category))
        except Broken as reason:
            losses.append(Loss(place, "", str(reason)))
    topics = dict.fromkeys("/".join(each.category) for each in questions if each.category)
    return (
        Collection(
            tuple(questions),
            title=root.get("title", ""),
            description=root.get("description", ""),
            language=root.get(_LANGUAGE, ""),
            topics=tuple(topics),
        ),
        tuple(losses),
    )


def _question(element: Element, place: str, losses: list[Loss]) -> Portable:
    foreign = element.get("type", "")
    kind = _KINDS.get(foreign, Kind.OTHER)
    if kind is Kind.CHOICE and not is_set(element.findtext("single", "true")):
        kind = Kind.MULTIPLE
    stem = text_of(element.find("questiontext"), Form.HTML)
    form = form_of(element.find("questiontext"), Form.HTML)
    for file in element.iter("file"):
        told = f"the file {shortened(file.get('name', ''))} was left out"
        losses.append(Loss(place, "files", told))
    if element.findtext("units/unit/unit_name", "").strip(ENDS):
        losses.append(Loss(place, "units", "the units of the answers were left out"))
    answers = answers_in(element, kind, form)
    if kind in (Kind.CHOICE, Kind.MULTIPLE, Kind.SHORT, Kind.NUMBER, Kind.ORDER) and not answers:
        raise Broken("it has no answer")
    pairs = pairs_in(element, form) if kind is Kind.MATCH else ()
    if kind is Kind.MATCH and not pairs:
        raise Broken("it has no pairs")
    return Portable(
        kind=kind,
        stem=stem,
        id=element.findtext("idnumber", ""),
        name=name_of(text_in(element.find("name"))),
        answers=answers,
        pairs=pairs,
        general=text_of(element.find("generalfeedback"), form),
        right=text_of(element.find("correctfeedback"), form),
        partly=text_of(element.find("partiallycorrectfeedback"), form),
        wrong=text_of(element.find("incorrectfeedback"), form),
        case_sensitive=kind is Kind.SHORT and is_set(element.findtext("usecase", "0")),
        tags=tuple(filter(None, (text_in(tag) for tag in element.iterfind("tags/tag")))),
        hints=tuple(filter(None, (hint_in(hint, form) for hint in element.iterfind("hint")))),
        points=number(element.findtext("defaultgrade", "")),
        foreign=foreign,
        place=place,
    )
