"""What is written reads back: each question of which no loss is told is the very same."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from tests.formats.gift.generated import anything, collections, files
from tests.often import examples

from civicsquiz.errors import FileError
from civicsquiz.formats import gift
from civicsquiz.formats.portable import Collection


@settings(max_examples=examples(100, 40))
@given(collections())
def test_what_no_loss_is_told_of_is_the_same(collection: Collection) -> None:
    data, losses = gift.write(collection)
    found, told = read(data)
    assert not told, "what we write is read without a word"
    lost = {loss.item for loss in losses}
    same = [question for question in collection.questions if question.id not in lost]
    read_back = [question for question in found.questions if question.id not in lost]
    assert [question for question in read_back if question in same] == same
    left_out = {loss.item for loss in losses if loss.item and not loss.field}
    assert len(found.questions) == len(collection.questions) - len(left_out)
    if not lost and found.questions:
        assert (found.title, found.description) == (collection.title, collection.description)


@settings(max_examples=examples(500, 100))
@given(files)
def test_any_file_is_read_and_what_was_read_is_written(text: str) -> None:
    found, _ = read(text.encode())
    named = [replace(question, id=f"q{at}") for at, question in enumerate(found.questions)]
    data, losses = gift.write(Collection(tuple(named)))
    again, told = read(data)
    assert not told
    lost = {loss.item for loss in losses}
    assert [one for one in again.questions if one.id not in lost] == [
        one for one in named if one.id not in lost
    ]


@settings(max_examples=examples(50, 10))
@given(collections(anything))
def test_the_bytes_depend_on_the_questions_alone(collection: Collection) -> None:
    assert gift.write(collection) == gift.write(collection)


def read(data: bytes) -> tuple[Collection, tuple[object, ...]]:
    try:
        found, losses = gift.read(data, "written.gift")
    except FileError:
        return Collection(()), ()
    questions = tuple(replace(question, place="") for question in found.questions)
    return replace(found, questions=questions), losses
