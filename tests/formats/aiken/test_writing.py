"""Choices are written, and all else is named as lost; what no loss is told of reads back the same."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.gift.generated import anything, clean, fed, questions
from tests.often import examples

from civicsquiz.errors import FileError
from civicsquiz.formats import aiken
from civicsquiz.formats.gift.naming import called
from civicsquiz.formats.loss import Loss
from civicsquiz.formats.portable import Answer, Collection, Form, Kind, Portable, Text

RIGHT, WRONG = Answer(Text("Warren"), Decimal(1)), Answer(Text("Black"))
BARE = Portable(
    kind=Kind.CHOICE, stem=Text("Who wrote it?"), name="Who wrote it?", answers=(WRONG, RIGHT)
)


def test_a_choice_in_lines() -> None:
    data, losses = aiken.write(Collection((BARE, replace(BARE, stem=Text("Who?"), name="Who?"))))
    assert losses == ()
    assert data.decode() == (
        "Who wrote it?\nA) Black\nB) Warren\nANSWER: B\n\nWho?\nA) Black\nB) Warren\nANSWER: B\n"
    )


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (replace(BARE, kind=Kind.TRUE_FALSE), "Aiken has choices only, and this is of type true-false"),
        (replace(BARE, answers=(RIGHT, RIGHT)), "Aiken has exactly one right answer"),
        (replace(BARE, answers=(WRONG, WRONG)), "Aiken has exactly one right answer"),
        (replace(BARE, answers=(RIGHT,)), "Aiken has from 2 to 26 answers"),
        (replace(BARE, answers=(RIGHT, *[WRONG] * 26)), "Aiken has from 2 to 26 answers"),
        (replace(BARE, answers=(RIGHT, Answer(Text(" ")))), "one of its answers has no text"),
        (replace(BARE, stem=Text("A. Lincoln?")), "Aiken does not take “A. Lincoln?” for the beginning of a question"),
        (replace(BARE, stem=Text("ANSWER: what?")), "Aiken does not take “ANSWER: what?” for the beginning of a question"),
        (replace(BARE, stem=Text("?")), "Aiken does not take “?” for the beginning of a question"),
    ],
)  # fmt: skip
def test_what_cannot_be_written_is_left_out_and_named(question: Portable, told: str) -> None:
    question = replace(question, id="who")
    assert aiken.write(Collection((question,))) == (b"", (Loss("who", "", f"left out: {told}"),))


@pytest.mark.parametrize(
    ("question", "field"),
    [
        (replace(BARE, id="who"), "id"),
        (replace(BARE, name="who"), "name"),
        (replace(BARE, category=("a",)), "topic"),
        (replace(BARE, tags=("a",)), "tags"),
        (replace(BARE, general=Text("So.")), "rationale"),
        (replace(BARE, answers=(RIGHT, replace(WRONG, feedback=Text("No.")))), "why"),
        (replace(BARE, partly=Text("So.")), "feedback"),
        (replace(BARE, hints=(Text("So."),)), "hints"),
        (replace(BARE, points=Decimal(2)), "points"),
        (replace(BARE, stem=Text("Who wrote\nit?")), "stem"),
        (replace(BARE, stem=Text("Who wrote it?", Form.HTML)), "stem"),
        (replace(BARE, answers=(RIGHT, Answer(Text("b "))), ), "distractors"),
        (replace(BARE, answers=(RIGHT, Answer(Text("b"), Decimal("0.5"))), ), "distractors"),
        (replace(BARE, answers=(RIGHT, replace(WRONG, id="black"))), "id"),
    ],
)  # fmt: skip
def test_each_loss_is_told_by_its_field(question: Portable, field: str) -> None:
    data, losses = aiken.write(Collection((question,)))
    assert data.startswith(b"Who wrote it?\n")
    assert [loss.field for loss in losses] == [field]


def test_what_a_bank_is_called_is_lost() -> None:
    _, losses = aiken.write(Collection((BARE,), title="T", description="D", language="en"))
    assert [loss.field for loss in losses] == ["title", "description", "language"]


@st.composite
def bare(draw: st.DrawFn) -> Portable:
    texts = clean.map(lambda text: text.replace("\n", " ").strip()).filter(bool)
    stem = draw(texts)
    answers = [Answer(Text(text)) for text in draw(st.lists(texts, min_size=1, max_size=5))]
    at = draw(st.integers(0, len(answers)))
    answers.insert(at, Answer(Text(draw(texts)), Decimal(1)))
    return Portable(kind=Kind.CHOICE, stem=Text(stem), name=called(stem), answers=tuple(answers))


@settings(max_examples=examples(150, 50))
@given(st.lists(bare(), max_size=3))
def test_what_no_loss_is_told_of_reads_back_the_same(asked: list[Portable]) -> None:
    named = [question for question in asked if not aiken.write(Collection((question,)))[1]]
    data, losses = aiken.write(Collection(tuple(named)))
    assert losses == ()
    if named:
        found, told = aiken.read(data, "x")
        assert told == ()
        assert [replace(question, place="") for question in found.questions] == named


@settings(max_examples=examples(100, 25))
@given(st.lists(questions(anything), max_size=3), fed(anything))
def test_whatever_is_written_is_read_without_a_word(asked: list[Portable], general: Text) -> None:
    data, losses = aiken.write(Collection((*asked, replace(BARE, general=general))))
    found, told = aiken.read(data, "x")
    assert told == ()
    left_out = sum(not loss.field for loss in losses)
    assert left_out <= len(asked)
    assert len(found.questions) >= 1


@settings(max_examples=examples(100, 25))
@given(st.binary(max_size=200) | st.lists(st.sampled_from(["Q?", "A) a", "B) b", "ANSWER: ", "A", "\n", "\r", " ", "é"]), max_size=20).map(lambda parts: "".join(parts).encode()))  # fmt: skip
def test_any_bytes_end_in_questions_or_one_sentence(data: bytes) -> None:
    try:
        collection, _ = aiken.read(data, "x.txt")
    except FileError:
        return
    assert all(len(question.answers) > 1 for question in collection.questions)
