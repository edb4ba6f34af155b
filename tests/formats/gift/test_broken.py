"""What is broken is named with its line, once, and all else is read."""

from __future__ import annotations

import pytest

from civicsquiz.formats import gift

BROKEN = {
    "Q{=a": "its answers have no } at their end",
    "Q =a}": "its braces do not pair",
    "Q } x {T}": "its braces do not pair",
    "Q{~a}": "it needs two answers",
    "Q{=a->b}": "it needs two answers",
    "Q{=a->b =c}": "“c” has no -> in it",
    "Q{=a->b =c-> }": "nothing belongs to “c”",
    "Q{=a->b = -> }": "it needs two pairs",
    "Q{=%50%a}": "none of its answers is worth the whole mark",
    "Q{=}": "none of its answers is worth the whole mark",
    "Q{0}": "one that is 0 is written as =0",
    "Q{#}": "one that is 0 is written as =0",
    "Q{#0}": "one that is 0 is written as =0",
    "Q{#1,5}": "“1,5” is no number",
    "Q{#=}": "“” is no number",
    "Q{#forty:2}": "“forty” is no number",
    "Q{#1..x}": "“x” is no number",
    "Q{#5:}": "“” is no number",
    "Q{#0x1A}": "“0x1A” is no number",
    "Q{#1_000}": "“1_000” is no number",
    "Q{#١٢}": "“١٢” is no number",
    "Q{#1e999}": "“1e999” is no number",
    "Q{#NaN}": "“NaN” is no number",
    "Q{=%150%a}": "%150% is no share of the mark",
    "Q{=%--5%a}": "%--5% is no share of the mark",
    "Q{~= ~b}": "it needs two answers with a text",
    "Q{~a ~b =}": "its right answer has no text",
    "Q\0{T}": "it holds a NUL character",
}
NOTED = {
    "Q{=%100%a ~b}": "after = in a choice a weight is no weight",
    "Q{~a ~ ~b =c}": "an answer without a text was left out",
    "Q{0 ~a =c}": "the 0 without a sign before it was left out",
    "Q{T}\n0\nR": "a line that holds only 0 is an empty line to Moodle",
}


@pytest.mark.parametrize("text", BROKEN)
def test_a_broken_question_is_named_and_its_neighbours_are_read(text: str) -> None:
    data = f"// one\nFirst{{T}}\n\n// two\n{text}\n\nLast{{F}}\n".encode()
    collection, losses = gift.read(data, "x.gift")
    assert [question.stem.value for question in collection.questions] == ["First", "Last"]
    (loss,) = losses
    assert (loss.item, loss.field) == ("line 5", "")
    assert loss.told.startswith("left out: ")
    assert BROKEN[text] in loss.told


@pytest.mark.parametrize("text", NOTED)
def test_what_is_read_but_not_whole_is_named(text: str) -> None:
    collection, losses = gift.read(text.encode(), "x.gift")
    assert collection.questions[0].stem.value == "Q"
    (loss,) = losses
    assert loss.told.startswith(NOTED[text])


def test_a_file_with_nothing_but_broken_questions_says_so() -> None:
    collection, losses = gift.read(b"Q{~a}\n\nR{=b\n", "x.gift")
    assert collection.questions == ()
    assert [loss.item for loss in losses] == ["line 1", "line 3"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("::N1::Who? {=a}\n::N2::What? {=b}\n::N3::Where? {=c}", ["line 2: “::N2::”", "line 3: “::N3::”"]),
        ("// a\n\n// b\nWho? {\n=a\n}\nWhat? {=b}", ["line 7: a second {…}"]),
        ("$CATEGORY: x\n::N1::Who?\n::N2::What? {=a}", ["line 1: no empty line", "line 3: “::N2::”"]),
        ("Who::ever? {=a} \\{b\\} \\:\\:c\\:\\: d:: e", []),
        ("a::b::c with no answer", []),
    ],
)  # fmt: skip
def test_a_question_that_is_swallowed_is_told_by_its_line(text: str, told: list[str]) -> None:
    collection, losses = gift.read(text.encode(), "x.gift")
    assert len(collection.questions) == 1
    found = [str(loss) for loss in losses]
    assert len(found) == len(told)
    assert all(line.startswith(begin) for line, begin in zip(found, told, strict=True))


def test_what_is_left_out_is_told_by_its_name() -> None:
    _, losses = gift.read(b"::N1::Who? {~a}\n\n::Year\\: one::When? {#forty}\n\nR{=b\n", "x.gift")
    assert [loss.item for loss in losses] == ["line 1 ::N1::", "line 3 ::Year: one::", "line 5"]
