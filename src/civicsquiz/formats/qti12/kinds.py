"""What an item of QTI 1.2 asks for: its metadata decides, and where it has none its structure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from civicsquiz.formats.portable import Kind
from civicsquiz.formats.qti12.conditions import Conditions
from civicsquiz.formats.qti12.presented import RESPONSES

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

CATEGORY, TAG, TOPIC = "civicsquiz_category", "civicsquiz_tag", "cc_question_category"
"""Labels of metadata: a name of the category’s path, a tag, and the topic as Common Cartridge has it."""

TYPES = {
    "multiple_choice_question": Kind.CHOICE,
    "true_false_question": Kind.TRUE_FALSE,
    "multiple_answers_question": Kind.MULTIPLE,
    "short_answer_question": Kind.SHORT,
    "fill_in_multiple_blanks_question": Kind.CLOZE,
    "multiple_dropdowns_question": Kind.CLOZE,
    "matching_question": Kind.MATCH,
    "numerical_question": Kind.NUMBER,
    "ordering_question": Kind.ORDER,
    "essay_question": Kind.ESSAY,
    "text_only_question": Kind.DESCRIPTION,
    "calculated_question": Kind.OTHER,
    "file_upload_question": Kind.OTHER,
    "hot_spot_question": Kind.OTHER,
    "categorization_question": Kind.OTHER,
}
"""Canvas’s `question_type`."""
_PROFILES = {
    "cc.multiple_choice": Kind.CHOICE,
    "cc.multiple_response": Kind.MULTIPLE,
    "cc.true_false": Kind.TRUE_FALSE,
    "cc.fib": Kind.SHORT,
    "cc.pattern_match": Kind.SHORT,
    "cc.essay": Kind.ESSAY,
}
"""Common Cartridge’s `cc_profile`, without its version."""
_NUMBERS = ("decimal", "integer", "scientific")


def metadata_of(item: Element) -> dict[str, str]:
    """The fields of an item’s metadata by their labels; of one label the first."""
    found: dict[str, str] = {}
    for each in item.iter("qtimetadatafield"):
        label = (each.findtext("fieldlabel") or "").strip()
        found.setdefault(label, (each.findtext("fieldentry") or "").strip())
    for own in item.iterfind("itemmetadata/*"):
        if own.tag.startswith("qmd_"):
            found.setdefault(own.tag, (own.text or "").strip())
    return found


def kind_of(
    metadata: dict[str, str], responses: list[Element], conditions: Conditions
) -> tuple[Kind, str]:
    """What an item asks for, and what its file calls that."""
    stated = metadata.get("question_type", "")
    if stated in TYPES:
        return TYPES[stated], stated
    profile = metadata.get("cc_profile", "")
    for start, kind in _PROFILES.items():
        if profile.startswith(start):
            return kind, profile
    kind, name = _by_structure(responses, conditions)
    return kind, stated or profile or name


def _by_structure(responses: list[Element], conditions: Conditions) -> tuple[Kind, str]:
    if not responses:
        return Kind.DESCRIPTION, "no response"
    tags = {response.tag for response in responses}
    renders = {child.tag for response in responses for child in response} - {"material"}
    if tags - {"response_lid", "response_str", "response_num"} or tags >= {
        "response_lid",
        "response_str",
    }:
        return Kind.OTHER, " and ".join(tag for tag in RESPONSES if tag in tags)
    if renders & {"render_hotspot", "render_slider"}:
        return Kind.OTHER, " and ".join(sorted(renders))
    if "response_lid" in tags:
        return _chosen(responses)
    fibs = [fib for response in responses for fib in response.iter("render_fib")]
    if len(responses) > 1 or len(fibs) > 1:
        return Kind.CLOZE, "several blanks"
    if "response_num" in tags or any(fib.get("fibtype", "").lower() in _NUMBERS for fib in fibs):
        return Kind.NUMBER, "a number"
    scores = any(each.points and each.compared for each in conditions.every)
    return (Kind.SHORT, "a blank") if fibs and scores else (Kind.ESSAY, "an essay")


def _chosen(responses: list[Element]) -> tuple[Kind, str]:
    if len(responses) > 1:
        return Kind.MATCH, "several choices"
    match responses[0].get("rcardinality", "Single").lower():
        case "ordered":
            return Kind.ORDER, "an order"
        case "multiple":
            return Kind.MULTIPLE, "a choice of several"
        case _:
            return Kind.CHOICE, "a choice"
