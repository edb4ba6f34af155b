"""The peers’ files, read as a real Moodle 4.1 read them, and what else its reader does."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from civicsquiz.errors import FileError
from civicsquiz.formats.moodle_xml import read, recognises
from civicsquiz.formats.portable import Form, Kind, Portable, Text

QTYPES = {
    Kind.CHOICE: "multichoice",
    Kind.MULTIPLE: "multichoice",
    Kind.TRUE_FALSE: "truefalse",
    Kind.SHORT: "shortanswer",
    Kind.NUMBER: "numerical",
    Kind.MATCH: "match",
    Kind.CLOZE: "multianswer",
    Kind.ESSAY: "essay",
    Kind.DESCRIPTION: "description",
}
FORMATS = {Form.MOODLE: 0, Form.HTML: 1, Form.PLAIN: 2, Form.MARKDOWN: 4}

ON_PURPOSE = {
    (
        "multianswer.xml",
        "text",
    ): "the gaps stay in the text: cloze questions are named, not imported",
    ("multianswer.xml", "defaultmark"): "the marks of the gaps are not added up",
}
FILES = (
    "category_with_description.xml",
    "export_category.xml",
    "multianswer.xml",
    "multichoice.xml",
    "nested_categories_with_questions.xml",
    "truefalse.xml",
)


def as_moodle_has_it(question: Portable) -> dict[str, Any]:
    named = {"true": "True", "false": "False"} if question.kind is Kind.TRUE_FALSE else {}
    answers = [
        {
            "answer": named.get(answer.text.value, answer.text.value),
            "fraction": float(answer.fraction),
            "feedback": answer.feedback.value,
        }
        for answer in question.answers
    ]
    told = {
        "qtype": QTYPES[question.kind],
        "name": question.name,
        "text": question.stem.value,
        "textformat": FORMATS[question.stem.form],
        "generalfeedback": question.general.value,
        "defaultmark": float(1 if question.points is None else question.points),
        "category": question.category[-1],
        "answers": answers,
        "tags": list(question.tags),
    }
    if question.kind in (Kind.CHOICE, Kind.MULTIPLE):
        told["single"] = question.kind is Kind.CHOICE
    return told


@pytest.mark.parametrize("file", FILES)
def test_a_peers_file(conformance: Path, file: str) -> None:
    folder = conformance / "moodle-xml"
    expected = json.loads(
        (folder / "expected-moodle41" / f"moodle-xml__moodle__{file}.json").read_text("utf-8")
    )
    collection, _ = read((folder / "moodle" / file).read_bytes(), file)
    found = [as_moodle_has_it(question) for question in collection.questions]
    assert len(found) == expected["count"]
    different = {
        key
        for ours, theirs in zip(found, expected["questions"], strict=True)
        for key in theirs
        if ours.get(key) != theirs[key]
    }
    assert different == {key for name, key in ON_PURPOSE if name == file}


def test_the_table_names_every_file(conformance: Path) -> None:
    assert {path.name for path in (conformance / "moodle-xml" / "moodle").iterdir()} == set(FILES)


def test_the_whole_tree_of_categories(conformance: Path) -> None:
    file = conformance / "moodle-xml" / "moodle" / "nested_categories_with_questions.xml"
    collection, _ = read(file.read_bytes(), file.name)
    assert collection.topics[:3] == ("Iota", "Iota/Kappa", "Iota/Kappa/Lambda")


def question(inner: str, type_: str = "shortanswer", before: str = "") -> Portable:
    data = f"""<quiz>{before}<question type="{type_}"><name><text> A name </text></name>
    <questiontext format="markdown"><text>Who?</text></questiontext>{inner}</question></quiz>"""
    collection, losses = read(data.encode(), "bank.xml")
    assert not losses
    return collection.questions[0]


def test_forms_that_are_not_stated_are_those_of_the_question() -> None:
    found = question(
        '<generalfeedback><text>Because</text></generalfeedback><answer fraction="100"><text>x</text>'
        '<feedback format="moodle_auto_format"><text>Yes</text></feedback></answer>'
        "<hint><text>Think</text></hint><hint><hintcontent><text>More</text></hintcontent></hint>"
    )
    assert found.name == "A name"
    assert found.general == Text("Because", Form.MARKDOWN)
    assert found.answers[0].feedback == Text("Yes", Form.MOODLE)
    assert found.hints == (Text("Think", Form.MARKDOWN), Text("More", Form.MARKDOWN))


def test_short_answers_patterns_and_case() -> None:
    found = question(
        '<usecase>1</usecase><answer fraction="33.33333"><text>5 \\* 5</text></answer>'
        '<answer fraction="-50"><text>col*r</text></answer><answer fraction="0"><text/></answer>'
    )
    assert found.case_sensitive
    assert [answer.text for answer in found.answers] == [Text("5 * 5"), Text("col*r", Form.MOODLE)]
    assert [answer.fraction for answer in found.answers] == [Decimal("0.3333333"), Decimal("-0.5")]


@pytest.mark.parametrize(
    ("answer", "bounds"),
    [
        ("<text>3.14</text><tolerance>0.005</tolerance>", ("3.135", "3.145")),
        ("<text>42</text>", ("42", "42")),
        ("<text>1,234,567</text><tolerance>1</tolerance>", ("1234566", "1234568")),
        ("<text>3,5</text><tolerance></tolerance>", ("3.5", "3.5")),
        ("<text>1e3</text><tolerance>0.1</tolerance>", ("999.9", "1000.1")),
        ("<text>*</text><tolerance>0</tolerance>", None),
    ],
)
def test_numbers(answer: str, bounds: tuple[str, str] | None) -> None:
    found = question(f'<answer fraction="100">{answer}</answer>', "numerical").answers[0]
    if bounds is None:
        assert (found.text, found.least, found.most) == (Text("*"), None, None)
    else:
        assert (found.least, found.most) == tuple(map(Decimal, bounds))


@pytest.mark.parametrize(
    ("answers", "right"),
    [
        ("<answer fraction='100'><text>true</text></answer><answer fraction='0'><text>false</text></answer>", "true"),
        ("<answer fraction='0'><text>true</text></answer><answer fraction='100'><text>false</text></answer>", "false"),
        ("<answer fraction='100'><text>false</text></answer><answer fraction='0'><text>true</text></answer>", "false"),
        ("<answer fraction='0'><text>Wahr</text></answer><answer fraction='100'><text>Falsch</text></answer>", "false"),
    ],
)  # fmt: skip
def test_true_and_false(answers: str, right: str) -> None:
    found = question(answers, "truefalse").answers
    assert [answer.text.value for answer in found if answer.fraction == 1] == [right]
    assert len(found) == 2


def test_matching_with_a_right_side_of_no_left() -> None:
    found = question(
        '<subquestion format="html"><text>&lt;b&gt;A</text><answer><text>1</text></answer></subquestion>'
        "<subquestion><text/><answer><text>2</text></answer></subquestion>"
        "<shuffleanswers/><correctfeedback><text>Good</text></correctfeedback>",
        "matching",
    )
    assert [(pair.left, pair.right.value) for pair in found.pairs] == [
        (Text("<b>A", Form.HTML), "1"),
        (Text(), "2"),
    ]
    assert found.right == Text("Good", Form.MARKDOWN)


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("$course$/top/Law/Rights", ("Law", "Rights")),
        ("$course$/Law", ("Law",)),
        ("Law // Order/Rights", ("Law / Order", "Rights")),
        ("$course$/top", ()),
        ("/", ()),
    ],
)
def test_categories(path: str, names: tuple[str, ...]) -> None:
    before = f'<question type="category"><category><text>{path}</text></category></question>'
    found = question('<answer fraction="100"><text>x</text></answer>', before=before)
    assert found.category == names


@pytest.mark.parametrize(
    ("type_", "kind"),
    [
        ("cloze", Kind.CLOZE),
        ("multianswer", Kind.CLOZE),
        ("essay", Kind.ESSAY),
        ("description", Kind.DESCRIPTION),
        ("calculatedsimple", Kind.OTHER),
        ("ddwtos", Kind.OTHER),
        ("gapselect", Kind.OTHER),
    ],
)
def test_other_types_are_named(type_: str, kind: Kind) -> None:
    found = question("<tags><tag><text>a</text></tag></tags><idnumber>q1</idnumber>", type_)
    assert (found.kind, found.foreign, found.tags, found.id) == (kind, type_, ("a",), "q1")


@pytest.mark.parametrize(
    ("inner", "told"),
    [
        ("<answer fraction='x'><text>a</text></answer>", "the grade x of an answer is no number"),
        ("", "it has no answer"),
        ("<answer fraction='100'><text><b>a</b></text></answer>", "neither escaped nor in a CDATA"),
        ("<answer fraction='1e999999'><text>a</text></answer>", "is no number"),
    ],
)
def test_a_broken_question_is_named_and_the_others_are_read(inner: str, told: str) -> None:
    good = '<question type="essay"><questiontext><text>?</text></questiontext></question>'
    data = f'<quiz><question type="multichoice">{inner}</question>{good}</quiz>'
    collection, losses = read(data.encode(), "bank.xml")
    assert [each.place for each in collection.questions] == ["question 2"]
    assert [loss.item for loss in losses] == ["question 1"]
    assert told in losses[0].told


def test_files_in_a_question_are_told() -> None:
    inner = '<questiontext><text>a</text><file name="map.png">AAAA</file></questiontext>'
    data = f'<quiz><question type="description">{inner}</question></quiz>'.encode()
    assert "map.png was left out" in read(data, "bank.xml")[1][0].told


@pytest.mark.parametrize("data", [b"<questestinterop/>", b"<!DOCTYPE quiz><quiz/>", b"<quiz>", b""])
def test_what_is_no_moodle_xml(data: bytes) -> None:
    with pytest.raises(FileError, match=r"^bank\.xml"):
        read(data, "bank.xml")


def test_it_is_recognised() -> None:
    assert recognises(b'<?xml version="1.0"?><quiz><question type="essay"/></quiz>') == 1
    assert recognises(b"<assessmentItem/>") == 0
    assert recognises(b"::a:: b {T}") == 0
