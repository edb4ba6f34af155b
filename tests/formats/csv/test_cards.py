"""Fronts and backs: Anki's text files and Quizlet's."""

from __future__ import annotations

import contextlib
import html
import json
import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.often import examples

from civicsquiz.errors import FileError
from civicsquiz.formats import csv
from civicsquiz.formats.csv.decoding import decoded
from civicsquiz.formats.csv.layout import lies
from civicsquiz.formats.portable import Collection, Form, Kind, Portable, Text


def read(text: str) -> Collection:
    return csv.read(text.encode(), "t.txt")[0]


def shown(text: str) -> list[tuple[str, str]]:
    return [
        (one.stem.value, one.answers[0].text.value if one.answers else "")
        for one in read(text).questions
    ]


def losses(text: str) -> list[str]:
    return [str(loss) for loss in csv.read(text.encode(), "t.txt")[1]]


def test_as_anki_reads_it(conformance: Path) -> None:
    cases = json.loads((conformance / "anki" / "text-import-cases.json").read_text("utf-8"))
    assert len(cases["cases"]) > 30
    for case in cases["cases"]:
        text, expected = case["text"], dict(case["expect"])
        if "rows" in expected:
            # There the delimiter and the markup are given, not found.
            assert _rows(text, expected) == expected["rows"], text
            continue
        layout = lies(decoded(text.encode(), "t.txt"), "t.txt")
        first = layout.records[0].cells if layout.records else []
        found: dict[str, object] = {
            "delimiter": layout.delimiter,
            "html": layout.html,
            "tags": list(layout.head.tags),
            "columns": len(first),
            "column_names": list(layout.columns),
            "deck": layout.head.deck,
            "guid_column": layout.head.guid_column,
        }
        assert {key: found[key] for key in expected} == expected, text


def _rows(text: str, given_: dict[str, object]) -> list[list[str | None]]:
    mark, text = ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)
    first, _, rest = text.partition("\n") if text.startswith("tags:") else ("", "", text)
    lines = [first] if first else []
    lines += [f"#separator:{given_.get('separator', 'tab')}"]
    lines += [f"#html:{str(given_.get('html', False)).lower()}"]
    questions = read(mark + "\n".join([*lines, rest])).questions
    rows: list[list[str | None]] = []
    for one in questions:
        texts = [one.stem, *(answer.text for answer in one.answers)]
        values: list[str | None] = [
            text.value if text.form is Form.HTML else html.escape(text.value) for text in texts
        ]
        rows.append([*values, *[None] * (2 - len(values))])
    return rows


def test_a_note_in_full() -> None:
    text = (
        "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:7\n"
        "G1\tBasic\tCivics::Courts\tWho <i>presides</i>?\tThe Chief\tA remark\tlaw courts\n"
    )
    (one,) = read(text).questions
    assert one == Portable(
        kind=Kind.SHORT,
        stem=Text("Who <i>presides</i>?", Form.HTML),
        id="G1",
        answers=one.answers,
        general=Text("A remark", Form.HTML),
        category=("Civics", "Courts"),
        tags=("law", "courts"),
        foreign="Basic",
        place="line 7",
    )
    assert (one.answers[0].text, one.answers[0].fraction) == (
        Text("The Chief", Form.HTML),
        Decimal(1),
    )


def test_columns_by_name() -> None:
    assert shown("#separator:comma\n#columns:Tags,Back,Front\nx,b,f\n") == [("f", "b")]
    assert read("#separator:comma\n#columns:Tags,Back,Front\nx y,b,f\n").questions[0].tags == (
        "x",
        "y",
    )


def test_clozes() -> None:
    text = "#notetype:Cloze\n{{c1::Warren}} wrote in {{c2::1958::which year}}.\tExtra\n"
    assert shown(text) == [
        ("[...] wrote in 1958.", "Warren"),
        ("Warren wrote in [which year].", "1958"),
    ]
    assert read(text).questions[0].general == Text("Extra")


def test_quizlet() -> None:
    """A term, a tab and a definition; nothing is quoted, and quotation marks are the text's own."""
    text = 'Trop v. Dulles\t356 U.S. 86: no loss\n"Dignity of man" words\tWarren, in 1958\n'
    assert shown(text) == [
        ("Trop v. Dulles", "356 U.S. 86: no loss"),
        ('"Dignity of man" words', "Warren, in 1958"),
    ]
    assert {one.answers[0].text.form for one in read(text).questions} == {Form.PLAIN}


def test_quizlet_with_a_header_and_with_commas() -> None:
    assert shown("Term\tDefinition\nveto\tno\n") == [("veto", "no")]
    assert shown("What is 2:1?,a ratio\nWhat is a veto?,no\n") == [
        ("What is 2:1?", "a ratio"),
        ("What is a veto?", "no"),
    ]


def test_the_texts_of_anki(conformance: Path) -> None:
    folder = conformance / "anki" / "ankitects-support"
    collection, lost = csv.read((folder / "text-2fields.txt").read_bytes(), "text-2fields.txt")
    assert [one.stem.value for one in collection.questions] == [
        "食べる", "飲む", "テスト", "to eat", "飲む", "多すぎる", "not, enough, fields", "遊ぶ",
    ]  # fmt: skip
    assert [str(loss) for loss in lost] == [
        "line 7: column 3: the first record has no such column",
        "line 8: there is no answer in it",
        "line 9: there is no answer in it",
        "line 10: there is no question in it",
    ]
    collection, _ = csv.read(
        b"#separator:tab\n" + (folder / "text-tags.txt").read_bytes(), "text-tags.txt"
    )
    assert [one.tags for one in collection.questions] == [("baz,qux",), ("baz2",)]


def test_what_is_left_out_is_told() -> None:
    assert losses("#separator:tab\na\tb\tt\td\n") == [
        "column 4: it is no field of a note and was left out"
    ]
    assert losses('a\tb\n"c\td\n') == [
        "line 2: no quotation mark closes the one that opens here",
        "line 2: there is no answer in it",
    ]
    assert losses("# a\n") == ["there are no records in it"]


@pytest.mark.parametrize(
    "text",
    [
        "a\tb\tt\td\n",
        "Who is it?,Ann,Maria,Ben,2\nWhat is it?,x,y,z,1\n",
        "one,two,three\n",
        "# a remark\na\tb\tc\n",
    ],
)
def test_columns_that_nobody_named_are_refused(text: str) -> None:
    with pytest.raises(FileError, match="does not say what they are: name them there"):
        read(text)


def test_a_title_that_is_nearly_right_is_named_in_the_refusal() -> None:
    with pytest.raises(FileError, match="the nearest to “Questoin” is “question”"):
        read("Questoin,option a,option b,correct\nq,a,b,a\n")


def test_the_longer_side_of_a_list_is_asked() -> None:
    rows = "veto\tthe power of a president to refuse a bill\nWho presides?\tThe Vice President of the United States\n"
    turned = [
        ("the power of a president to refuse a bill", "veto"),
        ("Who presides?", "The Vice President of the United States"),
    ]
    assert shown(rows) == turned
    assert shown(f"Term\tDefinition\n{rows}") == turned
    assert losses(rows) == ["the longer side is asked, and the shorter one is the answer (1 row)"]
    for kept in (f"#separator:tab\n{rows}", f"Question\tAnswer\n{rows}"):
        assert shown(kept) == [turned[0][::-1], turned[1]]


def test_sounds_and_pictures_are_no_part_of_an_answer() -> None:
    text = (
        'Who?\tAnn [sound:a.mp3]\nc\t<img src="y.png">\nMaria [sound:b.mp3\tordinance <img src=x>\n'
    )
    assert shown(text) == [("Who?", "Ann"), ("Maria [sound:b.mp3", "ordinance")]
    assert losses(text) == [
        "line 1: the sound “a.mp3” was left out",
        "line 2: the picture “y.png” was left out",
        "line 2: left out: without that nothing is left of its answer",
        "line 3: a picture was left out",
    ]


def test_nor_are_they_in_a_list_with_a_header() -> None:
    text = "Front\tBack\nMaria\tordinance <img src=x>\nWho?\t[sound:a.mp3]\nb\tc\n"
    assert shown(text) == [("Maria", "ordinance"), ("b", "c")]
    assert losses(text) == [
        "line 2: a picture was left out",
        "line 3: the sound “a.mp3” was left out",
        "line 3: left out: without that nothing is left of it",
    ]


def test_what_takes_long_elsewhere() -> None:
    """A megabyte each; the bound is far above the time that they take."""
    began = time.process_time()
    for text in (
        '"' * 10**6,
        "\t" * 10**6,
        '""\t' * 1000 + "\n",
        "{{c1::" * 10**5,
        "[sound:" * 10**5,
        "<img " * 10**5,
        "and," * 10**5,
        "}}" * 10**5,
        "\n#" * 10**5,
    ):
        with contextlib.suppress(FileError):
            read(f"a\tb\n{text}")
    assert time.process_time() - began < 20


@pytest.mark.parametrize(
    ("data", "least", "most"),
    [
        (b"#separator:tab\na\tb\n", 0.9, 1.0),
        (b"term\tdefinition\nx\ty\n", 0.7, 0.9),
        (b"a\tb\nc\td\n", 0.5, 0.7),
        (b"a,b\nc,d\n", 0.2, 0.4),
        (b"::Q:: What, where? {=A ~B}\n\nWho? {T}\n", 0.0, 0.1),
        (b"What is it?\nA. one, two\nB. three\nANSWER: A\n", 0.0, 0.1),
        (b'<?xml version="1.0"?>\n<quiz>\n</quiz>\n', 0.0, 0.1),
        (b"PK\x03\x04\x00\x00", 0.0, 0.0),
        (b"", 0.0, 0.0),
        (b"\xff\xff", 0.0, 0.0),
    ],
)
def test_how_surely_it_is_one(data: bytes, least: float, most: float) -> None:
    assert least <= csv.recognises(data) <= most


@settings(max_examples=examples(150, 40), deadline=None)
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert 0 <= csv.recognises(data) <= 1
    with contextlib.suppress(FileError):
        assert csv.read(data, "t.csv")
