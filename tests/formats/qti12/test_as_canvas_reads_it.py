"""The peers’ files, read as Canvas’s own reader reads them (instructure/qti), and where on purpose not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from civicsquiz.errors import FileError
from civicsquiz.formats.markup import plain
from civicsquiz.formats.portable import Form, Kind, Portable, Text
from civicsquiz.formats.qti12 import read

KINDS = {
    "ChoiceInteraction": (Kind.CHOICE, Kind.TRUE_FALSE, Kind.MULTIPLE),
    "FillBlankInteraction": (Kind.SHORT, Kind.CLOZE),
    "CanvasMultipleDropdownInteraction": (Kind.CLOZE, Kind.CHOICE),
    "MatchInteraction": (Kind.MATCH,),
    "NumericInteraction": (Kind.NUMBER,),
    "OrderingInteraction": (Kind.ORDER,),
    "StringInteraction": (Kind.ESSAY,),
    "FormulaInteraction": (Kind.OTHER,),
    "UploadInteraction": (Kind.OTHER,),
    "HotSpotInteraction": (Kind.OTHER,),
    "CategorizationInteraction": (Kind.OTHER,),
}

REFUSED = {
    "items_1.2/choice_vary_points_by_answer.xml": "XML is broken",
    "items_1.2/choice_vary_points_by_answer_zero_points.xml": "XML is broken",
    "items_1.2/fib.xml": "XML is broken",
    "items_1.2/fib_str.xml": "XML is broken",
    "items_1.2/item_no_title.xml": "XML is broken",
    "items_1.2/ordering.xml": "document type",
    "items_1.2/ordering.row.xml": "document type",
    "items_1.2/ordering_with_labels.xml": "document type",
}
"""Canvas’s reader guesses at what is no XML; here it is refused with the place. Document types are
refused whatever they say."""

ON_PURPOSE = {
    "canvas-items/all_canvas_simple_1.2.xml": {
        "stem": "the place of a single drop-down is a gap, not its name",
        "answers": "answers without a text, which Canvas lists too, are left out",
    },
    "canvas-items/interaction_checks_1.2.xml": {
        "stem": "as above",
        "answers": "as above",
    },
    "canvas-items/edge_cases_1.2.xml": {"stem": "as above"},
    "canvas-items/items_1.2/canvas_multiple_fib_as_single.xml": {"stem": "as above"},
    "canvas-items/items_1.2/matching_feedback.xml": {
        "answers": "as above",
    },
}


def squeezed(html: str) -> str:
    return "".join(plain(Text(html, Form.HTML))[0].split())


def shown(text: Text) -> str:
    """A text without white space, which either reader lays out in its own way."""
    return "".join(plain(text)[0].split())


def expectations(path: Path) -> list[dict[str, Any]]:
    lines = (line.strip() for line in path.read_text("utf-8").splitlines())
    found = (json.loads(line) for line in lines if line.startswith("{"))
    return [each for each in found if each["interaction"] != "NilClass"]


def differences(question: Portable, expected: dict[str, Any]) -> set[str]:
    """The fields in which the readers differ."""
    found: set[str] = set()
    if question.kind not in KINDS[expected["interaction"].rpartition("::")[2]]:
        found.add("kind")
    if question.name != (expected.get("title") or ""):
        found.add("title")
    if shown(question.stem) != squeezed(expected["item_body"]):
        found.add("stem")
    points = 1.0 if question.points is None else float(question.points)
    if points != float(expected["points_possible"]):
        found.add("points")
    ours = {"neutral": question.general, "correct": question.right, "incorrect": question.wrong}
    for key, text in ours.items():
        if shown(text) != squeezed(expected["feedback"].get(key, "")):
            found.add("feedback")
    if question.kind in (Kind.CHOICE, Kind.TRUE_FALSE, Kind.MULTIPLE, Kind.SHORT, Kind.MATCH):
        found |= answered(question, expected)
    if question.kind is Kind.NUMBER:
        found |= numbers(question, expected)
    return found


def answered(question: Portable, expected: dict[str, Any]) -> set[str]:
    found: set[str] = set()
    theirs = [squeezed(text) for _, text in expected.get("answers") or []]
    if question.kind is Kind.MATCH:
        lefts = [pair for pair in question.pairs if pair.left]
        scored = expected["scoring"][0][1]
        right = {f"{pair.left_id}": shown(pair.right) for pair in lefts}
        # Canvas lists sides without a text, which belong to nothing, too.
        told = {key: squeezed(value) for key, value in scored.items() if value}
        if right != told:
            found.add("right")
        if {shown(pair.right) for pair in question.pairs} != set(theirs):
            found.add("answers")
        return found
    ours = [shown(answer.text) for answer in question.answers]
    if expected["interaction"].endswith("CanvasMultipleDropdownInteraction"):
        keys = {option["id"] for _, option, _ in expected["scoring"]}
        right_ones = {answer.id for answer in question.answers if answer.fraction == 1}
        return set() if keys == right_ones else {"right"}
    if [text.casefold() for text in ours] != [text.casefold() for text in theirs]:
        found.add("answers")
    if question.kind is not Kind.SHORT:
        structs = expected["scoring_data_structs"]
        pays = [
            each for each in structs if '"points"=>0.0' not in each and '"points"=>-' not in each
        ]
        keys = {each.partition('values="')[2].partition('"')[0] for each in pays}
        if {answer.id for answer in question.answers if answer.fraction > 0} != keys:
            found.add("right")
    told_of = {
        (each["response_value"], squeezed(each["feedback"]))
        for each in expected.get("answer_feedback") or []
    }
    ours_of = {
        (answer.id or answer.text.value, shown(answer.feedback))
        for answer in question.answers
        if answer.feedback
    }
    if ours_of != told_of:
        found.add("answer feedback")
    return found


def numbers(question: Portable, expected: dict[str, Any]) -> set[str]:
    """Canvas says how each number is to be compared; here that is a least and a most."""
    bounds = []
    for _, (_, kind, *values), _ in expected["scoring"]:
        match kind, values:
            case "exactResponse", [value]:
                bounds.append((float(value), float(value)))
            case "withinARange", [least, most]:
                bounds.append((float(least), float(most)))
            case "marginOfError", [value, margin, of]:
                size = float(margin) * (float(value) / 100 if of == "percent" else 1)
                bounds.append((float(value) - size, float(value) + size))
            case "preciseResponse", [value, digits, of]:
                value_digits = len(str(int(float(value))))
                places = int(digits) - (0 if of == "decimals" else value_digits)
                size = 0.5 * 10**-places
                bounds.append((float(value) - size, float(value) + size))
            case _:
                bounds.append((float("nan"), float("nan")))
    ours = [(float(one.least or 0), float(one.most or 0)) for one in question.answers]
    same = len(ours) == len(bounds) and all(
        one == pytest.approx(other) for one, other in zip(ours, bounds, strict=True)
    )
    return set() if same else {"numbers"}


def test_every_peers_file(conformance: Path) -> None:
    folder = conformance / "qti12"
    alike = 0
    different: dict[str, set[str]] = {}
    refused = {}
    for path in sorted((folder / "canvas-items").rglob("*.xml")):
        name = path.relative_to(folder).as_posix()
        expected = expectations(folder / "expected-canvas" / f"{name.replace('/', '__')}.txt")
        try:
            collection, losses = read(path.read_bytes(), path.name)
        except FileError as error:
            refused[name.removeprefix("canvas-items/")] = str(error)
            continue
        by_id: dict[str, list[Portable]] = {}
        for question in collection.questions:
            by_id.setdefault(question.id, []).append(question)
        named = " ".join(loss.item for loss in losses)
        for each in expected:
            ours = by_id.get(each["identifier"])
            if ours is None:
                assert each["identifier"] in named
                continue
            fields = differences(ours.pop(0), each)
            if fields:
                different.setdefault(name, set()).update(fields)
            else:
                alike += 1
    assert different == {name: set(fields) for name, fields in ON_PURPOSE.items()}
    assert refused.keys() == REFUSED.keys()
    assert all(told in refused[name] for name, told in REFUSED.items())
    assert alike >= 48


@pytest.mark.parametrize("name", [name for name in REFUSED if "ordering" in name])
def test_an_order_reads_alike_without_its_document_type(conformance: Path, name: str) -> None:
    folder = conformance / "qti12"
    data = (folder / "canvas-items" / name).read_bytes()
    start, end = data.index(b"<!DOCTYPE"), data.index(b"]>") + 2
    collection, losses = read(data[:start] + data[end:], name)
    place = f"canvas-items__{name.replace('/', '__')}.txt"
    expected = expectations(folder / "expected-canvas" / place)[0]
    assert losses == ()
    assert [one.id for one in collection.questions[0].answers] == [
        each[1] for each in expected["scoring"]
    ]
    assert differences(collection.questions[0], expected) == set()


def test_types_that_are_not_read_are_named(conformance: Path) -> None:
    folder = conformance / "qti12" / "canvas-items"
    found = {}
    for path in folder.rglob("*.xml"):
        if path.relative_to(folder).as_posix() not in REFUSED:
            for question in read(path.read_bytes(), path.name)[0].questions:
                if question.kind in (Kind.OTHER, Kind.ESSAY, Kind.CLOZE, Kind.DESCRIPTION):
                    found[question.foreign] = question.kind
    assert {
        "calculated_question": Kind.OTHER,
        "file_upload_question": Kind.OTHER,
        "hot_spot_question": Kind.OTHER,
        "categorization_question": Kind.OTHER,
        "essay_question": Kind.ESSAY,
        "text_only_question": Kind.DESCRIPTION,
        "multiple_dropdowns_question": Kind.CLOZE,
        "fill_in_multiple_blanks_question": Kind.CLOZE,
    }.items() <= found.items()
