"""Each file of the peers beside what a real Moodle 4.1 made of it: same questions, names, texts with their
forms, answers, shares, feedback, general feedback, categories, tags."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from civicsquiz.errors import FileError
from civicsquiz.formats import gift
from civicsquiz.formats.portable import Answer, Form, Kind, Portable

FILES = {
    "moodle/examples.txt": 43,
    "moodle/questions.gift.txt": 9,
    "moodle/questions_in_category.gift.txt": 4,
    "pygiftparser-rgmf/gift_file_all_questions.txt": 19,
    "pygiftparser-rgmf/gift_file_categories.txt": 19,
    "pygiftparser-rgmf/test1.txt": 4,
    "pygiftparser-rgmf/test2.txt": 7,
    "pygiftparser-rgmf/test3.txt": 7,
    "pygiftparser-rgmf/test4.txt": 30,
    "pygiftparser-rgmf/test5.txt": 40,
    "pygiftparser-rgmf/test6.txt": 5,
    "pygiftparser-rgmf/test7.txt": 7,
    "pygiftparser-rgmf/test8.txt": 5,
    "pygiftparser-rgmf/test9.txt": 19,
    "pygiftparser-rgmf/test10.txt": 10,
    "pygiftparser-rgmf/test11.txt": 4,
    "pygiftparser-rgmf/test12.txt": 19,
}
"""How many questions Moodle made of each file."""

SECOND = {"pygiftparser-rgmf/test10.txt": ["line 27"]}
"""Questions with a second answer in braces, which Moodle takes for text: they are read alike, and named."""

REFUSED = "moodle/questions_encoding_windows-1252.gift.txt"
"""Moodle stops in the middle of it, with an error of its database."""

FORMS = {0: Form.MOODLE, 1: Form.HTML, 2: Form.PLAIN, 4: Form.MARKDOWN}
TYPES = {
    Kind.CHOICE: "multichoice",
    Kind.MULTIPLE: "multichoice",
    Kind.TRUE_FALSE: "truefalse",
    Kind.SHORT: "shortanswer",
    Kind.NUMBER: "numerical",
    Kind.MATCH: "match",
    Kind.ESSAY: "essay",
    Kind.DESCRIPTION: "description",
}
NEAR = Decimal("1e-12")
"""Moodle takes the middle of a range with binary fractions: 0.00050000000000017 where 0.0005 is meant."""


@pytest.mark.parametrize(("file", "questions"), FILES.items(), ids=FILES)
def test_every_question_is_what_moodle_made_of_it(
    conformance: Path, file: str, questions: int
) -> None:
    expected = json.loads(expected_of(conformance, file).read_text("utf-8"))
    collection, losses = gift.read((conformance / "gift" / file).read_bytes(), file)
    assert [loss.item for loss in losses] == SECOND.get(file, [])
    assert len(expected["questions"]) == questions
    assert list(map(as_moodle, collection.questions)) == [
        plain(question) for question in expected["questions"]
    ]


def test_another_encoding_is_refused_by_the_place_of_its_first_letter(conformance: Path) -> None:
    with pytest.raises(FileError, match=r"15:7: is not UTF-8: the byte 0xF6 .* save it as UTF-8"):
        gift.read((conformance / "gift" / REFUSED).read_bytes(), "x.txt")


def test_no_file_is_left_out(conformance: Path) -> None:
    there = {f"{file.parent.name}/{file.name}" for file in (conformance / "gift").glob("*/*.txt")}
    assert there == {*FILES, REFUSED}


def expected_of(conformance: Path, file: str) -> Path:
    return conformance / "gift/expected-moodle41" / f"gift__{file.replace('/', '__')}.json"


def plain(question: dict[str, Any]) -> dict[str, Any]:
    """A question as the file of expectations has it, in the words of `as_moodle`."""
    made = {key: question[key] for key in ("qtype", "name", "text", "generalfeedback", "tags")}
    made["textformat"] = FORMS[question["textformat"]]
    made["category"] = question["category"] or ""
    made["pairs"] = question.get("pairs", [])
    made["single"] = question.get("single")
    made["answers"] = [
        (
            answer["answer"],
            Decimal(str(answer["fraction"])),
            answer["feedback"],
            rounded(answer["tolerance"]) if "tolerance" in answer else None,
        )
        for answer in question.get("answers", ())
    ]
    return made


def as_moodle(question: Portable) -> dict[str, Any]:
    several = question.kind in (Kind.CHOICE, Kind.MULTIPLE)
    return {
        "qtype": TYPES[question.kind],
        "name": question.name,
        "text": question.stem.value,
        "textformat": question.stem.form,
        "generalfeedback": question.general.value,
        "tags": list(question.tags),
        "category": question.category[-1] if question.category else "",
        "pairs": [[pair.left.value, pair.right.value] for pair in question.pairs],
        "single": question.kind is Kind.CHOICE if several else None,
        "answers": judged(question) if question.kind is Kind.TRUE_FALSE else list(map(answered, question.answers)),
    }  # fmt: skip


def judged(question: Portable) -> list[tuple[str, Decimal, str, None]]:
    """Moodle has both answers always, true first."""
    said = {
        answer.text.value: (answer.fraction, answer.feedback.value) for answer in question.answers
    }
    return [(word.title(), *said.get(word, (Decimal(0), "")), None) for word in ("true", "false")]


def answered(answer: Answer) -> tuple[str, Decimal, str, Decimal | None]:
    within = None
    if answer.least is not None and answer.most is not None:
        within = rounded((answer.most - answer.least) / 2)
    return answer.text.value, answer.fraction, answer.feedback.value, within


def rounded(tolerance: object) -> Decimal | None:
    """None is what Moodle has where there is no margin, and where any number is taken."""
    return Decimal(str(tolerance)).quantize(NEAR) or None if str(tolerance) else None
