"""Questions -> a package of QTI 1.2 that Canvas imports."""

from __future__ import annotations

import hashlib

from civicsquiz.formats.loss import Loss
from civicsquiz.formats.portable import Collection, Form, Kind, Portable, Text
from civicsquiz.formats.qti12.conditions import GENERAL, RIGHT, WRONG
from civicsquiz.formats.qti12.kinds import CATEGORY, TAG, TOPIC, TYPES
from civicsquiz.formats.qti12.mattext import mattext
from civicsquiz.formats.qti12.package import ROOT, packed
from civicsquiz.formats.qti12.presented import UNNAMED
from civicsquiz.formats.qti12.responding import Responding
from civicsquiz.formats.qti12.rightness import judge
from civicsquiz.formats.safe.numbers import shown
from civicsquiz.formats.safe.xml_out import HEAD, element, words

_SPACE = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_NAMES = {kind: name for name, kind in reversed(TYPES.items())}
_WRITTEN = (
    Kind.CHOICE, Kind.MULTIPLE, Kind.TRUE_FALSE, Kind.SHORT, Kind.NUMBER, Kind.MATCH, Kind.ORDER,
)  # fmt: skip


def write(collection: Collection) -> tuple[bytes, tuple[Loss, ...]]:
    """A package with one assessment, the same bytes every time. Canvas’s classic quizzes leave
    orders out; its New Quizzes read them."""
    writer = Responding()
    title = writer.held("", "title", collection.title)
    description = writer.held("", "description", collection.description)
    items: list[str] = []
    used: set[str] = set()
    for question in collection.questions:
        if question.kind not in _WRITTEN:
            writer.lost(question.id, "", f"a question of kind {question.kind} is not written")
            continue
        items.append(_item(question, writer, _ident(question, used, writer)))
    stated = {"ident": "", "title": title}
    if collection.language:
        stated["xml:lang"] = writer.held("", "language", collection.language)
    inner = "".join(f"{item}\n" for item in items)
    digest = hashlib.sha256(f"{title}\0{description}\0{inner}".encode()).hexdigest()
    identifier = f"q{digest[:32]}"
    stated["ident"] = identifier
    assessment = element(
        "assessment", stated, "\n", element("section", {"ident": "root_section"}, "\n", inner), "\n"
    )
    document = f"{HEAD}{element(ROOT, {'xmlns': _SPACE}, assessment)}\n".encode()
    return packed(document, identifier, title, description), writer.losses


def _ident(question: Portable, used: set[str], writer: Responding) -> str:
    """Canvas takes two items of one identifier for one."""
    ident = writer.held(question.id, "id", question.id)
    if not ident or ident in used or ident.startswith(UNNAMED):
        if ident:
            writer.lost(question.id, "id", "the id was given up, as another item has it")
        ident = f"{UNNAMED}{len(used) + 1}"
    used.add(ident)
    return ident


def _item(question: Portable, writer: Responding, ident: str) -> str:
    item = question.id
    judge(question, writer)
    fields = [("question_type", _NAMES[question.kind])]
    fields.append(("points_possible", "1" if question.points is None else shown(question.points)))
    if question.category:
        fields.append((TOPIC, writer.held(item, "category", question.category[-1])))
    fields += [(CATEGORY, writer.held(item, "category", name)) for name in question.category]
    fields += [(TAG, writer.held(item, "tags", tag)) for tag in question.tags]
    metadata = element(
        "qtimetadata",
        None,
        *(
            element("qtimetadatafield", None, words("fieldlabel", key), words("fieldentry", value))
            for key, value in fields
        ),
    )
    response = writer.response(question)
    stem = element("material", None, mattext(writer, item, "stem", question.stem, Form.HTML))
    parts = [
        element("itemmetadata", None, metadata),
        element("presentation", None, stem, *response.shown),
        element(
            "resprocessing",
            None,
            element("outcomes", None, element("decvar", _SCORE)),
            *_conditions(question, response.conditions, response.scores),
        ),
        *_feedback(question, writer),
        *response.feedback,
    ]
    if question.partly:
        writer.lost(item, "partly", "Canvas shows nothing for what is right in part")
    title = writer.held(item, "name", question.name)
    return element("item", {"ident": ident, "title": title}, "\n", *(f"{part}\n" for part in parts))


_SCORE = {"maxvalue": "100", "minvalue": "0", "varname": "SCORE", "vartype": "Decimal"}


def _conditions(question: Portable, told: list[str], scores: list[str]) -> list[str]:
    """In Canvas’s order: what any answer shows, what single ones show, what scores, what is wrong."""
    found = []
    if question.general:
        found.append(_always(GENERAL))
    found += told
    found += scores
    if question.wrong:
        found.append(_always(WRONG))
    return found


def _always(ident: str) -> str:
    return element(
        "respcondition",
        {"continue": "Yes"},
        element("conditionvar", None, element("other")),
        element("displayfeedback", {"feedbacktype": "Response", "linkrefid": ident}),
    )


def _feedback(question: Portable, writer: Responding) -> list[str]:
    found = [
        writer.itemfeedback(question.id, field, ident, text)
        for ident, field, text in (
            (GENERAL, "general", question.general),
            (RIGHT, "right", question.right),
            (WRONG, "wrong", question.wrong),
        )
        if text
    ]
    for place, hint in enumerate(question.hints, 1):
        found.append(_hint(question, writer, f"{UNNAMED}hint{place}", hint))
    return found


def _hint(question: Portable, writer: Responding, ident: str, hint: Text) -> str:
    if not hint:
        writer.lost(question.id, "hints", "a hint without a text was left out")
    material = element("material", None, mattext(writer, question.id, "hints", hint, Form.HTML))
    inner = element("hint", None, element("hintmaterial", None, material))
    return element("itemfeedback", {"ident": ident}, inner)
