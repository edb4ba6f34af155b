"""Items of QTI 2.1 -> questions."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from civicsquiz.errors import FileError
from civicsquiz.formats.loss import Loss
from civicsquiz.formats.portable import Collection, Kind, Portable, Text
from civicsquiz.formats.qti21.answers import Broken, Item, answered
from civicsquiz.formats.qti21.body import hints_of, interactions, stem_of, text_of
from civicsquiz.formats.qti21.declared import declared
from civicsquiz.formats.qti21.package import ITEM, TEST, Placed, package
from civicsquiz.formats.qti21.spelling import GENERAL, PARTLY, RIGHT, WRONG, name_of
from civicsquiz.formats.safe.archive import is_archive
from civicsquiz.formats.safe.limits import shortened
from civicsquiz.formats.safe.xml import local, parse, root_name, without_namespaces

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_KINDS = {
    "choiceInteraction": Kind.CHOICE,
    "inlineChoiceInteraction": Kind.CHOICE,
    "textEntryInteraction": Kind.SHORT,
    "matchInteraction": Kind.MATCH,
    "associateInteraction": Kind.MATCH,
    "orderInteraction": Kind.ORDER,
    "extendedTextInteraction": Kind.ESSAY,
}
_NUMBERS = ("float", "integer")


def recognises(data: bytes) -> float:
    """How surely these bytes are QTI 2.1, from 0 to 1."""
    if is_archive(data):
        if b"imsmanifest.xml" not in data:
            return 0.0
        try:
            return 1.0 if package(data, "").items else 0.0
        except FileError:
            return 0.0
    return 1.0 if root_name(data) == ITEM else 0.0


def read(data: bytes, name: str) -> tuple[Collection, tuple[Loss, ...]]:
    """The questions of a package or of a single item. FileError where it is none; an item that cannot
    be read is named among the losses."""
    found = package(data, name)
    losses = [Loss(shortened(file), "", "it is not in the archive") for file in found.missing]
    questions: list[Portable] = []
    language = ""
    for count, placed in enumerate(found.items, 1):
        told = f"{name}/{placed.file}" if placed.file else name
        place = placed.file or f"item {count}"
        try:
            root = parse(placed.content, told)
            if local(root) != ITEM:
                if local(root) == TEST:
                    problem, mend = "a test only names items in other files", "give the package"
                    raise FileError(told, problem, mend)
                raise FileError(
                    told,
                    f"this is no item of QTI 2.1: it begins with <{shortened(local(root))}>",
                    "export the items as a QTI 2.1 package",
                )
            without_namespaces(root)
            questions.append(_question(root, place, placed, losses))
            language = language or root.get(_LANGUAGE, "")
        except FileError as error:
            if not placed.file:
                raise
            losses.append(Loss(shortened(placed.file), "", error.problem))
        except Broken as reason:
            losses.append(Loss(shortened(place), "", str(reason)))
    topics = dict.fromkeys("/".join(each.category) for each in questions if each.category)
    return (
        Collection(tuple(questions), found.title, found.description, language, tuple(topics)),
        tuple(losses),
    )


def _question(root: Element, place: str, placed: Placed, losses: list[Loss]) -> Portable:
    body = root.find("itemBody")
    asked = interactions(body)
    kind, foreign = _kind(root, asked)
    feedback = _feedback(root)
    question = Portable(
        kind=kind,
        stem=stem_of(body, asked[0] if len(asked) == 1 else None),
        id=name_of(root.get("identifier", "")),
        name=root.get("title", ""),
        general=feedback.pop(GENERAL, Text()),
        right=feedback.pop(RIGHT, Text()),
        partly=feedback.pop(PARTLY, Text()),
        wrong=feedback.pop(WRONG, Text()),
        category=placed.category,
        tags=placed.tags,
        hints=hints_of(body),
        points=placed.points,
        foreign=foreign,
        place=place,
    )
    if kind in (Kind.CLOZE, Kind.ESSAY, Kind.DESCRIPTION, Kind.OTHER):
        return question
    interaction = asked[0]
    stated = declared(root, interaction.get("responseIdentifier", ""))
    if not placed.file:
        question = replace(question, points=stated.full())
    return answered(question, Item(root, interaction, stated, feedback), losses)


def _kind(root: Element, asked: list[Element]) -> tuple[Kind, str]:
    names = ", ".join(dict.fromkeys(each.tag for each in asked))
    if not asked:
        return Kind.DESCRIPTION, "no interaction"
    if root.get("adaptive") == "true":
        return Kind.OTHER, f"adaptive item: {names}"
    if root.find("templateDeclaration") is not None:
        return Kind.OTHER, f"item template: {names}"
    if len(asked) > 1:
        inline = all(
            each.tag in ("textEntryInteraction", "inlineChoiceInteraction") for each in asked
        )
        return (Kind.CLOZE if inline else Kind.OTHER), f"several interactions: {names}"
    kind = _KINDS.get(names, Kind.OTHER)
    stated = declared(root, asked[0].get("responseIdentifier", ""))
    if names == "choiceInteraction" and stated.cardinality == "multiple":
        kind = Kind.MULTIPLE
    elif names == "textEntryInteraction" and stated.base in _NUMBERS:
        kind = Kind.NUMBER
    elif stated.cardinality == "record":
        kind = Kind.OTHER
    return kind, names


def _feedback(root: Element) -> dict[str, Text]:
    """The modal feedback by its identifiers; what is hidden by them is left out."""
    return {
        each.get("identifier", ""): text_of(each)
        for each in root.iterfind("modalFeedback")
        if each.get("showHide", "show") == "show"
    }
