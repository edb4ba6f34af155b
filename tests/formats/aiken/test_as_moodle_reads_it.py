"""Each file of the peers beside what a real Moodle 4.1 made of it.

Moodle keeps the texts as HTML; here they are the plain text that they are in the file. An error is told at
the line where its question begins; where Moodle names another line, the sentence names that one too.
"""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest

from civicsquiz.formats import aiken
from civicsquiz.formats.portable import Form, Kind, Portable

FILES = {"questions.aiken.txt": (2, 0), "aiken_errors.txt": (3, 4)}
"""How many questions Moodle made of each file, and how many errors it told."""


@pytest.mark.parametrize(("file", "counts"), FILES.items(), ids=FILES)
def test_every_question_is_what_moodle_made_of_it(
    conformance: Path, file: str, counts: tuple[int, int]
) -> None:
    expected = expected_of(conformance, file)
    collection, losses = aiken.read((conformance / "aiken/moodle" / file).read_bytes(), file)
    assert list(map(as_moodle, collection.questions)) == list(map(plain, expected["questions"]))
    assert (len(collection.questions), len(losses)) == counts
    assert expected["importerrors"] == len(losses)


def test_every_error_is_told_once_with_its_line(conformance: Path) -> None:
    data = (conformance / "aiken/moodle/aiken_errors.txt").read_bytes()
    _, losses = aiken.read(data, "x")
    assert list(map(str, losses)) == [
        "line 1: left out: it needs two answers above line 3",
        "line 5: left out: no question stands above “A) Question not started”",
        "line 7: left out: no question stands above “ANSWER: Question not started”",
        "line 14: left out: it is not finished where line 18 begins another question",
    ]
    moodles = re.findall(r"ON LINE (\d+)", expected_of(conformance, "aiken_errors.txt")["messages"])
    assert [number in str(loss) for number, loss in zip(moodles, losses, strict=True)] == [True] * 4


def expected_of(conformance: Path, file: str) -> dict[str, Any]:
    path = conformance / "aiken/expected-moodle41" / f"aiken__moodle__{file}.json"
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def plain(question: dict[str, Any]) -> tuple[object, ...]:
    answers = [(html.unescape(one["answer"]), one["fraction"], one["feedback"]) for one in question["answers"]]  # fmt: skip
    return question["name"], html.unescape(question["text"]), answers, question["single"]


def as_moodle(question: Portable) -> tuple[object, ...]:
    assert question.stem.form is Form.PLAIN
    answers = [(one.text.value, one.fraction, one.feedback.value) for one in question.answers]
    return question.name, question.stem.value, answers, question.kind is Kind.CHOICE
