"""Aiken by its definition, what is broken in it, and how it is told from other texts.

On purpose other than Moodle 4.1: the letter after ANSWER: names the answer that has it (Moodle counts from A
whatever the letters are); a line that names two letters, or none of the question's, is refused (Moodle takes
the first letter, or makes a question without a right answer); an answer without a text, and a question that
the file ends before, are told.
"""

from __future__ import annotations

import pytest
from tests.often import CI

from civicsquiz.errors import FileError
from civicsquiz.formats import aiken
from civicsquiz.formats.portable import Portable

WHOLE = "Who wrote it?\nA) Warren\nB) Black\nANSWER: A\n"
MEGABYTE = 1 << (20 if CI else 18)


def read(text: str) -> tuple[list[Portable], list[str]]:
    collection, losses = aiken.read(text.encode(), "x.txt")
    return list(collection.questions), list(map(str, losses))


def right(question: Portable) -> str:
    (found,) = [answer.text.value for answer in question.answers if answer.fraction == 1]
    return found


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (WHOLE, "Warren"),
        (WHOLE.replace("\n", "\r\n"), "Warren"),
        (WHOLE.replace("\n", "\r"), "Warren"),
        ("\ufeff" + WHOLE, "Warren"),
        ("Who wrote it?\rA) Warren\r\nB) Black\nANSWER: A", "Warren"),
        ("Who?\n\nA. Warren\n\n  B.Black\n\nANSWER:B", "Black"),
        ("Who?\nA)\tWarren\nB) Black\nANSWER:   B)", "Black"),
        ("Who?\nA) Warren\nC) Black\nANSWER: C", "Black"),
        ("Who?\nB) Warren\nA) Black\nANSWER: A", "Black"),
        ("Who?\nA) Warren\nB) Black\nANSWER: A (as she said)", "Warren"),
    ],
)
def test_a_question_has_a_line_its_answers_and_their_letter(text: str, key: str) -> None:
    (question,), losses = read(text)
    assert losses == []
    assert right(question) == key
    assert question.name == question.stem.value
    assert question.place == "line 1"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Who?\nA) a\nB) b\nANSWER: C\n", "line 4 names no answer of its own: “C”"),
        ("Who?\nA) a\nB) b\nANSWER: b\n", "line 4 names no answer of its own: “b”"),
        ("Who?\nA) a\nB) b\nANSWER:\n", "line 4 names no answer of its own: “”"),
        ("Who?\nA) a\nA) b\nANSWER: A\n", "line 4 names no answer of its own: “A”"),
        ("Who?\nA) a\nB) b\nANSWER: A, B\n", "line 4 does not name one answer: “A, B”"),
        ("Who?\nA) a\nB) b\nANSWER: AB\n", "line 4 does not name one answer: “AB”"),
        ("Who?\nA) a\nB)\nANSWER: A\n", "one of its answers above line 4 has no text"),
        ("Who?\nANSWER: A\n", "it needs two answers above line 2"),
        ("Who?\nA) a\nB) b\n", "the file ends before its “ANSWER:”"),
        (
            "Who?\nA) a\nB) b\nanswer: A\n",
            "it is not finished where line 4 begins another question",
        ),
    ],
)
def test_what_is_broken_is_named_by_its_line(text: str, told: str) -> None:
    questions, losses = read(WHOLE + text)
    assert len(questions) == 1
    assert losses[0] == f"line 5: left out: {told}".replace("line 4", "line 8").replace(
        "line 2", "line 6"
    )


def test_of_a_question_in_two_lines_the_last_is_taken_as_moodle_does() -> None:
    (question,), losses = read("One line\nand another\nA) a\nB) b\nANSWER: A\n")
    assert question.stem.value == "and another"
    assert losses == ["line 1: left out: it is not finished where line 2 begins another question"]


@pytest.mark.parametrize("data", [b"", b"\n \n", b"A text.\n\nAnother.\n", b"Q\xe9\nA) a"])
def test_what_is_no_aiken_at_all_is_refused(data: bytes) -> None:
    with pytest.raises(FileError, match=r"^x\.txt"):
        aiken.read(data, "x.txt")


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        (WHOLE, 0.9, 1),
        (f"{WHOLE}\nLeft\nover\n", 0.4, 0.6),
        ("::a::Who?{=Warren ~Black}\n", 0, 0),
        ("A) only\nB) choices\n", 0, 0),
        ("ANSWER: is a word\n", 0, 0),
    ],
)
def test_it_is_recognised_by_its_content(text: str, least: float, most: float) -> None:
    assert least <= aiken.recognises(text.encode()) <= most


LARGE = {
    "a text": "x" * MEGABYTE,
    "an answer": "A) " + "x" * MEGABYTE,
    "answers": "Q?\n" + "A) a\n" * (MEGABYTE // 5) + "ANSWER: A",
    "answer lines": "ANSWER: A\n" * 12_000,
    "letters": "Q?\nA) a\nB) b\nANSWER: A" + " A" * MEGABYTE,
    "empty lines": "\n" * MEGABYTE,
    "questions": WHOLE * 5000,
}


@pytest.mark.parametrize("text", LARGE.values(), ids=LARGE)
def test_large_files_take_time_as_their_length_does(text: str) -> None:
    collection, losses = aiken.read(f"{WHOLE}\n{text}".encode(), "x.txt")
    assert collection.questions
    assert all(len(loss.told) < 300 for loss in losses)
    assert 0 <= aiken.recognises(text.encode()) <= 1
