"""Our own table: what is written is read back, in whatever program it has been."""

from __future__ import annotations

import csv as peer
import io
import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from tests.formats.csv.generated import CHOICE, COLLECTIONS, marked_up, placeless
from tests.often import examples

from civicsquiz.errors import FileError
from civicsquiz.formats import csv
from civicsquiz.formats.loss import Loss
from civicsquiz.formats.portable import Answer, Collection, Form, Kind, Pair, Portable, Text


def read(text: str) -> tuple[Collection, tuple[Loss, ...]]:
    return csv.read(text.encode(), "t.csv")


@settings(max_examples=examples(100, 30), deadline=None)
@given(COLLECTIONS)
def test_a_round_trip(collection: Collection) -> None:
    data, lost = csv.write(collection)
    assert lost == ()
    assert csv.write(collection)[0] == data
    again, losses = csv.read(data, "t.csv")
    assert losses == ()
    assert placeless(again) == collection
    assert csv.recognises(data) > 0.9


@settings(max_examples=examples(100, 20), deadline=None)
@given(COLLECTIONS)
def test_no_cell_is_a_formula(collection: Collection) -> None:
    text = csv.write(collection)[0].decode()
    rows = list(peer.reader(io.StringIO(text, newline="")))
    run = [cell for row in rows for cell in row if cell[:1] in tuple("=+-@\t\r")]
    assert all(re.fullmatch(r"-[0-9.]+", cell) for cell in run)
    assert {len(row) for row in rows} == {len(rows[0])}


def test_what_it_looks_like() -> None:
    data, _ = csv.write(Collection((CHOICE,)))
    assert data.decode() == (
        "id,type,topic,name,question,answer 1,mark 1,answer id 1,answer 2,mark 2,why 2,answer id 2,"
        "feedback,tags\r\n"
        "who-wrote,choice,trop-v-dulles,,Who wrote for the Court?,Earl Warren,1,warren,Hugo Black,0,"
        'He joined the opinion.,black,"Warren wrote.\n\n“…”",fact\r\n'
    )


def test_a_table_by_hand() -> None:
    collection, losses = read(
        "Question;Answer;Level\nWho presides?;The Vice President;2\nHow many?;'=nine;1\n;x;\n"
    )
    assert [(one.stem.value, one.answers) for one in collection.questions] == [
        ("Who presides?", (Answer(Text("The Vice President"), Decimal(1)),)),
        ("How many?", (Answer(Text("=nine"), Decimal(1)),)),
    ]
    assert {one.kind for one in collection.questions} == {Kind.SHORT}
    assert [str(loss) for loss in losses] == [
        "Level: there is no such column, and it was left out",
        "line 4: there is no question in it",
    ]


def test_types_that_are_not_stated() -> None:
    collection, losses = read(
        "question,answer 1,answer 2,answer 3,mark 1,mark 2,left 1,right 1\n"
        "a,b,c,d,,,,\ne,f,g,,0.5,0.5,,\nh,,,,,,i,j\n"
    )
    assert losses == ()
    assert [one.kind for one in collection.questions] == [Kind.CHOICE, Kind.MULTIPLE, Kind.MATCH]
    assert [answer.fraction for answer in collection.questions[0].answers] == [1, 0, 0]
    assert collection.questions[2].pairs == (Pair(Text("i"), Text("j")),)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("a,poem,b,1,plain,", "there is no type “poem”"),
        ("a,short,b,2,plain,", "mark 1 is not from -1 to 1"),
        ("a,short,b,NaN,plain,", "mark 1 is no number"),
        ("a,short,b,1e999999999999,plain,", "mark 1 is no number"),
        ("a,short,b,1,latex,", "there is no markup “latex”"),
        (",short,b,1,plain,", "there is no question in it"),
    ],
)
def test_rows_that_are_no_question(row: str, told: str) -> None:
    collection, losses = read(f"question,type,answer,mark,markup,id\n{row}\nc,short,d,1,,x\n")
    assert [one.id for one in collection.questions] == ["x"]
    assert losses == (Loss("line 2", "", told),)


def test_what_is_lost_in_writing() -> None:
    one = Portable(
        kind=Kind.MATCH,
        stem=marked_up("<b>a</b>"),
        id="m",
        pairs=(Pair(Text("a\0b"), Text("c")), Pair(Text(), Text())),
        hints=(Text(),),
    )
    data, losses = csv.write(Collection((one, Portable(kind=Kind.ESSAY, stem=Text()))))
    assert b"\0" not in data
    assert {(loss.item, loss.field) for loss in losses} == {
        ("m", ""), ("m", "pair 2"), ("m", "hint 1"), ("m", "left 1"), ("", "question")
    }  # fmt: skip


def test_markup_travels_where_there_is_one_kind() -> None:
    one = replace(CHOICE, answers=(), stem=marked_up("<i>a</i>"), general=marked_up("b"))
    data, losses = csv.write(Collection((one,)))
    assert losses == ()
    assert csv.read(data, "t.csv")[0].questions[0].general == Text("b", Form.HTML)


def test_a_wide_table() -> None:
    answers = tuple(Answer(Text(f"{number}"), Decimal(0), id=f"{number}") for number in range(700))
    whole = Collection((replace(CHOICE, answers=answers), CHOICE))
    assert placeless(csv.read(csv.write(whole)[0], "t.csv")[0]) == whole


def test_an_empty_collection() -> None:
    data, losses = csv.write(Collection(()))
    assert (csv.read(data, "t.csv"), losses) == ((Collection(()), ()), ())


def test_nothing_at_all() -> None:
    with pytest.raises(FileError, match="there are no records in it"):
        read(" \r\n\n")
