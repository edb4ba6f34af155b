"""Questions: response texts in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.errors import ResponseError

if TYPE_CHECKING:
    from tests.study.conftest import Make


@given(distractors=st.integers(1, 5), seed=st.text(max_size=5), judgement=st.booleans())
def test_what_was_written_is_read_back(
    make: Make, distractors: int, seed: str, judgement: bool
) -> None:
    """Of every option of every question, `read` undoes `write`."""
    item = (
        make.judgement()
        if judgement
        else make.choice(others=[f"d{at}" for at in range(distractors)])
    )
    question = make.question(item, seed.encode(errors="replace").decode())
    for option in question.options:
        assert question.read(question.write((option.id,))) == (option.id,)
    assert {question.write((option.id,)) for option in item.options} == {
        str(number) for number in range(1, len(item.options) + 1)
    }


@given(st.text())
def test_any_text_is_an_option_or_a_sentence(make: Make, text: str) -> None:
    """Whatever is typed names one option, or is refused in a sentence."""
    question = make.question(make.choice())
    try:
        (chosen,) = question.read(text)
    except ResponseError:
        return
    assert chosen in question.shown


@pytest.mark.parametrize("text", ["2", " 2 ", "2.", "2)", "02"])
def test_numbers_as_people_type_them(make: Make, text: str) -> None:
    """A number counts from 1, with or without the sign that lists put after it."""
    question = make.question(make.choice())
    assert question.read(text) == (question.options[1].id,)


@pytest.mark.parametrize("text", ["", "0", "4", "-1", "1 2", "2.5", "²", "２", "two", "1" * 5000])
def test_what_is_no_number_on_offer(make: Make, text: str) -> None:
    """Anything else is refused with the numbers that there are."""
    with pytest.raises(ResponseError, match=r"^Type a number from 1 to 3\.$"):
        make.question(make.choice()).read(text)


@pytest.mark.parametrize("key", [True, False])
def test_true_stands_first(make: Make, key: bool) -> None:
    """A judgement shows True and then False, and takes a number, a letter or the word."""
    question = make.question(make.judgement(key=key))
    assert [option.text for option in question.options] == ["True", "False"]
    assert {question.read(text) for text in ("1", "t", "T", "true", "True")} == {("true",)}
    assert {question.read(text) for text in ("2", "f", "F", "false", "FALSE")} == {("false",)}
    with pytest.raises(ResponseError, match=r"^Type 1 for True or 2 for False\.$"):
        question.read("3")


def test_true_is_no_answer_to_a_choice(make: Make) -> None:
    """The letters belong to judgements alone."""
    with pytest.raises(ResponseError):
        make.question(make.choice()).read("t")


def test_an_option_of_another_question(make: Make) -> None:
    """An id that is not on offer cannot be written."""
    with pytest.raises(ResponseError, match="elsewhere"):
        make.question(make.choice()).write(("elsewhere",))


def test_the_same_question_is_one(make: Make) -> None:
    """Questions compare and hash by what they ask, so that they can stand in sets."""
    item = make.choice()
    assert len({make.question(item), make.question(item)}) == 1
    assert make.question(item).ref == "bank/item"
