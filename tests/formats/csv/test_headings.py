"""Tables of other people, with options in columns of their own."""

from __future__ import annotations

import pytest

from civicsquiz.errors import FileError
from civicsquiz.formats import csv
from civicsquiz.formats.csv.headings import columns_of
from civicsquiz.formats.portable import Kind

ABC = "question,option a,option b,option c,correct\n"


def right(text: str) -> list[tuple[str, list[str]]]:
    """The stems, and of each what is right."""
    return [
        (one.stem.value, [answer.text.value for answer in one.answers if answer.fraction > 0])
        for one in csv.read(text.encode(), "t.csv")[0].questions
    ]


def losses(text: str) -> list[str]:
    return [str(loss) for loss in csv.read(text.encode(), "t.csv")[1]]


@pytest.mark.parametrize(
    "head",
    [
        "question,option a,option b,option c,correct",
        "Question,A,B,C,Answer",
        "stem,choice1,choice2,choice3,key",
        "prompt,Option 1,Option 2,Option 3,Correct Answer",
        "Question - max 120 characters,Answer 1 - max 75 characters,Answer 2,Answer 3,Correct answer(s)",
        "question,answer a,answer b,answer c,answer",
        "question,answer 1,answer 2,answer 3,answer",
        "question,option,option,option,right answer",
        "\ufeffquestion,OptionA,OptionB,OptionC,CorrectAnswer",
    ],
)
@pytest.mark.parametrize(
    "key", ["B", "b", "2", "B)", "(b)", "Option B", "Maria", "maria", "B. Maria"]
)
def test_the_key_is_a_letter_a_number_or_the_text_of_an_option(head: str, key: str) -> None:
    text = f"{head}\nWho is the mayor?,Ann,Maria,Ben,{key}\n"
    assert right(text) == [("Who is the mayor?", ["Maria"])]
    assert csv.recognises(text.encode()) >= 0.8
    (one,) = csv.read(text.encode(), "t.csv")[0].questions
    assert one.kind is Kind.CHOICE
    assert [answer.text.value for answer in one.answers] == ["Ann", "Maria", "Ben"]
    assert not losses(text)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("q,x,y,z,D", "its key “D” is none of its options"),
        ("q,x,y,z,0", "its key “0” is none of its options"),
        ("q,x,y,,C", "its key “C” is none of its options"),
        ("q,x,y,z,", "which option is right is not said"),
        ("q,x,,,A", "it has fewer than two options"),
        ("q,b,a,z,b", "its key “b” could be more than one of its options"),
        ("q,2,3,4,2", "its key “2” could be more than one of its options"),
        ("q,x,x,z,x", "its key “x” could be more than one of its options"),
        ("q,x,y,z,B. x", "its key “B. x” is none of its options"),
        ('q,x,y,z,"A, F"', "its key “A, F” is none of its options"),
    ],
)
def test_a_row_without_a_sure_key_is_left_out_by_its_line(row: str, told: str) -> None:
    text = f"{ABC}q1,a1,b1,c1,C\n{row}\n"
    assert right(text) == [("q1", ["c1"])]
    assert losses(text) == [f"line 3: {told}"]


def test_numbers_that_count_from_0_are_no_keys() -> None:
    assert right(f"{ABC}q,x,y,z,0\nr,x,y,z,1\ns,x,y,z,y\n") == [("s", ["y"])]


def test_several_keys_make_a_multiple() -> None:
    text = f'{ABC}q,x,y,z,"A, C"\nr,1,2,3,2;3\n'
    assert right(text) == [("q", ["x", "z"]), ("r", ["2", "3"])]
    assert {one.kind for one in csv.read(text.encode(), "t")[0].questions} == {Kind.MULTIPLE}


@pytest.mark.parametrize(
    "head",
    [
        "question,correct,wrong1,wrong2,explanation,tags",
        "question,answer,distractor 1,distractor 2,rationale,tags",
        "question,correct answer,Incorrect Answer 1,Incorrect Answer 2,feedback,tag",
        "front,back,wrong,wrong,explanation,tags",
    ],
)
def test_the_right_answer_and_wrong_ones(head: str) -> None:
    text = f"{head}\nWho?,Maria,Ann,Ben,She was elected.,town\nWhat?,,x,y,,\n"
    (one,) = csv.read(text.encode(), "t.csv")[0].questions
    assert [(answer.text.value, int(answer.fraction)) for answer in one.answers] == [
        ("Maria", 1), ("Ann", 0), ("Ben", 0),
    ]  # fmt: skip
    assert (one.kind, one.general.value, one.tags) == (Kind.CHOICE, "She was elected.", ("town",))
    assert losses(text) == ["line 3: which answer is right is not said"]


def test_a_header_alone_is_no_question() -> None:
    for text in ("term\tdefinition\n", "question,answer\n", ABC):
        assert right(text) == []
        assert losses(text) == ["there is nothing under its first row"]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("question,option a,option b", "no column says which is right: add one: correct"),
        ("question,wrong 1,wrong 2", "no column with the right one"),
    ],
)
def test_options_without_a_key_are_refused(head: str, told: str) -> None:
    with pytest.raises(FileError, match=told):
        csv.read(f"{head}\nq,a,b\n".encode(), "t.csv")


def test_an_unknown_column_is_told_with_the_nearest_known_one() -> None:
    assert losses("question,answer,catgory,Zzz\na,b,c,d\n") == [
        "catgory: there is no such column, and it was left out; the nearest that is known is “category”",
        "Zzz: there is no such column, and it was left out",
    ]


def test_our_own_columns_stay_ours() -> None:
    ours = ["question", "answer 1", "mark 1", "why 1", "answer id 1", "left 1", "right 1", "hint 1"]
    assert columns_of(ours) == tuple(ours)
    assert columns_of(["question", "answer", "answer 2", "key"]) == (
        "question", "answer 1", "answer 2", "",
    )  # fmt: skip
    assert columns_of(["question", "a", "b", "c"]) == ("question", "", "", "")


def test_a_wide_head_and_many_rows() -> None:
    head = ",".join(f"option {number}" for number in range(1, 5000))
    rows = "q,A,x,y\n" * 3_000 + f"q,B,{',' * 4000}\n" + f"q,{'a,' * 3000}\n"
    found, lost = csv.read(f"question,correct,{head}\n{rows}".encode(), "t.csv")
    assert len(found.questions) == 3_000
    assert [loss.item for loss in lost] == ["line 3002", "line 3003"]
    unknown = ",".join(f"coumn {number}" for number in range(15_000))
    _, lost = csv.read(f"question,answer,{unknown}\nq,a\n".encode(), "t.csv")
    assert len(lost) == 15_000
