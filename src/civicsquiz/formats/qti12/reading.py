"""A document of QTI 1.2 -> its questions, read as Canvas reads them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from civicsquiz.errors import FileError
from civicsquiz.formats.loss import Loss
from civicsquiz.formats.portable import Collection, Kind, Portable, Text
from civicsquiz.formats.qti12.answering import answered
from civicsquiz.formats.qti12.conditions import GENERAL, RIGHT, WRONG, conditions_of
from civicsquiz.formats.qti12.kinds import CATEGORY, TAG, TOPIC, kind_of, metadata_of
from civicsquiz.formats.qti12.package import ROOT, Document, documents
from civicsquiz.formats.qti12.presented import GAP, given, responses, side_of, stem_of, texts_in
from civicsquiz.formats.qti12.scoring import Broken
from civicsquiz.formats.safe.archive import is_archive
from civicsquiz.formats.safe.limits import QUESTIONS, shortened
from civicsquiz.formats.safe.numbers import number
from civicsquiz.formats.safe.xml import local, parse, root_name, without_namespaces

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def recognises(data: bytes) -> float:
    """How surely these bytes are QTI 1.2, from 0 to 1."""
    if is_archive(data):
        if b"imsmanifest.xml" not in data:
            return 0.0
        try:
            return 1.0 if documents(data, "") else 0.0
        except FileError:
            return 0.0
    return 1.0 if root_name(data) == ROOT else 0.0


def read(data: bytes, name: str) -> tuple[Collection, tuple[Loss, ...]]:
    """The questions of a package or of a single document. FileError where it is none; an item that
    cannot be read is named among the losses."""
    found: list[Portable] = []
    losses: list[Loss] = []
    collection = Collection(())
    for document in documents(data, name):
        told = f"{name}/{document.place}" if document.place else name
        root = parse(document.content, told)
        if local(root) != ROOT:
            raise FileError(
                told,
                f"this is no QTI 1.2: it begins with <{shortened(local(root))}>, not <{ROOT}>",
                "export it as a QTI package, version 1.2",
            )
        without_namespaces(root)
        collection = _about(collection, root, document)
        for missing in root.iter("bankentry_item"):
            ident = shortened(missing.get("item_ref", ""))
            losses.append(Loss(ident, "", "it stands in an item bank that is not in the file"))
        for item in root.iter("item"):
            place = f"item {len(found) + 1}"
            if len(found) >= QUESTIONS:
                losses.append(Loss(place, "", f"only the first {QUESTIONS} items were read"))
                break
            try:
                found.append(_question(item, place, losses))
            except Broken as reason:
                named = item.get("ident", "") or place
                losses.append(Loss(shortened(named), "", str(reason)))
    topics = dict.fromkeys("/".join(each.category) for each in found if each.category)
    return replace(collection, questions=tuple(found), topics=tuple(topics)), tuple(losses)


def _about(collection: Collection, root: Element, document: Document) -> Collection:
    assessment = root.find("assessment")
    if assessment is None:
        return collection
    return replace(
        collection,
        title=collection.title or assessment.get("title", ""),
        language=collection.language or assessment.get(_LANGUAGE, ""),
        description=collection.description or document.description,
    )


def _question(item: Element, place: str, losses: list[Loss]) -> Portable:
    presentation = item.find("presentation")
    asked = responses(presentation)
    conditions = conditions_of(item)
    metadata = metadata_of(item)
    kind, foreign = kind_of(metadata, asked, conditions)
    if "question_type" not in metadata and item.find("itemproc_extension/calculated") is not None:
        kind, foreign = Kind.OTHER, "a formula"
    if kind is Kind.CLOZE:
        kind = _single_gap(asked, foreign)
    feedback = {
        each.get("ident", ""): texts_in(each)
        for each in item.iterfind("itemfeedback")
        if each.find("hint") is None
    }
    question = Portable(
        kind=kind,
        stem=_stem(presentation, asked, kind),
        id=given(item.get("ident", "")),
        name=item.get("title", ""),
        general=feedback.get(GENERAL, Text()),
        right=feedback.get(RIGHT, Text()),
        wrong=feedback.get(WRONG, Text()) or feedback.get(conditions.otherwise(), Text()),
        category=_fields(item, CATEGORY) or _fields(item, TOPIC)[:1],
        tags=_fields(item, TAG),
        hints=tuple(filter(None, map(texts_in, item.iterfind("itemfeedback/hint/hintmaterial")))),
        points=number(metadata.get("points_possible", "")),
        foreign=foreign,
        place=place,
    )
    for image in item.iter("matimage"):
        told = f"the picture {shortened(image.get('uri', ''))} was left out"
        losses.append(Loss(place, "files", told))
    return answered(question, asked, conditions, feedback, losses)


def _single_gap(asked: list[Element], foreign: str) -> Kind:
    """A text with one blank is a question like others."""
    if len(asked) != 1 or any(
        label.get("answer_type", "openEntry") != "openEntry"
        for label in asked[0].iter("response_label")
    ):
        return Kind.CLOZE
    return {
        "fill_in_multiple_blanks_question": Kind.SHORT,
        "multiple_dropdowns_question": Kind.CHOICE,
    }.get(foreign, Kind.CLOZE)


def _stem(presentation: Element | None, asked: list[Element], kind: Kind) -> Text:
    """The stem. The place of a single named blank, which Canvas marks by its name, is shown."""
    stem = stem_of(presentation, gaps=kind in (Kind.SHORT, Kind.NUMBER, Kind.CLOZE))
    if kind in (Kind.SHORT, Kind.CHOICE) and asked and asked[0].tag == "response_lid":
        name = side_of(asked[0]).value
        if name:
            return replace(stem, value=stem.value.replace(f"[{name}]", GAP))
    return stem or (texts_in(presentation) if kind is Kind.OTHER else stem)


def _fields(item: Element, label: str) -> tuple[str, ...]:
    """All entries of one label in the metadata."""
    return tuple(
        each.findtext("fieldentry") or ""
        for each in item.iter("qtimetadatafield")
        if each.findtext("fieldlabel") == label
    )
