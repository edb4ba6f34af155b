"""Files made to hurt: they take time and memory as their length does, and end in a result or a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.often import CI, examples, in_ci

from civicsquiz.errors import FileError
from civicsquiz.formats import gift
from civicsquiz.formats.portable import Collection, Portable
from civicsquiz.formats.safe import limits

MANY = (5_000, *in_ci(100_000))
MEGABYTE = 1 << (20 if CI else 18)
LINES = {
    "braces": "{" * MEGABYTE,
    "closing braces": "}" * MEGABYTE,
    "braces in braces": "{" * (MEGABYTE // 2) + "}" * (MEGABYTE // 2),
    "backslashes": "Q\\" * (MEGABYTE // 2) + "{T}",
    "tildes": "Q{" + "~" * MEGABYTE + "}",
    "equals": "Q{" + "=" * MEGABYTE + "}",
    "hashes": "Q{=a" + "#" * MEGABYTE + "}",
    "answers": "Q{" + "~a#b " * (MEGABYTE // 5) + "=c}",
    "pairs": "Q{" + "=a->b " * (MEGABYTE // 6) + "}",
    "arrows": "Q{=" + "->" * MEGABYTE + "=a->b}",
    "colons": ":" * MEGABYTE,
    "a long name": "::" + "x " * MEGABYTE + "::Q{T}",
    "opening tags": "<a \"" * (MEGABYTE // 4) + "{T}",
    "less than": "<" * MEGABYTE + "{T}",
    "digits": "Q{#" + "1" * MEGABYTE + "}",
    "dots": "Q{#" + "." * MEGABYTE + "}",
    "dashes in a weight": "Q{=%" + "-" * MEGABYTE + "5%a}",
    "digits in a weight": "Q{=%5." + "5" * MEGABYTE + "%a}",
    "percents": "Q{=" + "%5" * MEGABYTE + "}",
    "brackets": "[" * MEGABYTE + "{T}",
    "forms": "[html]" * (MEGABYTE // 6) + "{T}",
    "ids": "//" + "[id:" * (MEGABYTE // 4) + "\nQ{T}",
    "tags": "//" + "[tag:" * (MEGABYTE // 5) + "<\nQ{T}",
    "escaped brackets": "//[id:" + "\\]" * MEGABYTE + "\nQ{T}",
    "slashes": "$CATEGORY: " + "/" * MEGABYTE + "\n\nQ{T}",
    "names in a category": "$CATEGORY: " + "a/" * (MEGABYTE // 2) + "\n\nQ{T}",
    "stars": "Q{=" + "*\\\\" * (MEGABYTE // 2) + "}",
    "blanks": " " * MEGABYTE + "Q{T}" + " " * MEGABYTE,
    "empty lines": "Q{T}" + "\n" * MEGABYTE,
    "lone zeros": "Q{T}\n\n" + "0\n" * 12_000,
    "remarks": "//\n" * (MEGABYTE // 3) + "Q{T}",
    "remarks alone": "//\n\n" * (MEGABYTE // 4) + "Q{T}",
    "breaks in a line": "Q" + "\\n" * MEGABYTE + "{T}",
}  # fmt: skip


@pytest.mark.parametrize("text", LINES.values(), ids=LINES)
def test_a_line_of_a_megabyte(text: str) -> None:
    collection, losses = gift.read(text.encode(), "x.gift")
    assert collection.questions or losses
    assert all(len(loss.told) < 400 for loss in losses)
    data, _ = gift.write(collection)
    again, told = gift.read(data, "x.gift") if data.strip() else (Collection(()), ())
    assert not told
    assert len(again.questions) <= len(collection.questions)
    assert 0 <= gift.recognises(text.encode()) <= 1


@pytest.mark.parametrize("count", MANY)
def test_so_many_questions(count: int) -> None:
    data = "".join(f"::q{at}::Which is {at}?{{={at} ~{at + 1}#no}}\n\n" for at in range(count))
    collection, losses = gift.read(data.encode(), "x.gift")
    assert losses == ()
    assert len(collection.questions) == count
    assert collection.questions[-1].name == f"q{count - 1}"
    written, _ = gift.write(collection)
    assert written.count(b"\n\n") == count


def test_too_many_questions_are_cut_off_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("civicsquiz.formats.gift.reading.QUESTIONS", 2)
    collection, losses = gift.read(b"A{T}\n\nB{T}\n\nC{T}\n\nD{T}\n", "x.gift")
    assert len(collection.questions) == 2
    assert [str(loss) for loss in losses] == [
        "line 5: left out, with all that follows: more than 2 questions"
    ]


def test_too_many_faults_end_the_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("civicsquiz.formats.gift.reading.FAULTS", 2)
    collection, losses = gift.read(b"A{\n\nB{\n\nC{T}\n\nD{T}\n", "x.gift")
    assert collection.questions == ()
    assert str(losses[-1]) == "line 5: left out, with all that follows: more than 2 faults"


def test_a_file_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    small = limits.Limits(file=limits.MIB)
    monkeypatch.setattr("civicsquiz.formats.gift.decoding.LIMITS", small)
    with pytest.raises(FileError, match=r"has 2 MiB, and at most 1 MiB are read: cut it"):
        gift.read(b" " * 2 * limits.MIB, "x.gift")


@settings(max_examples=examples(500, 100))
@given(st.binary(max_size=300))
def test_any_bytes_end_in_questions_or_one_sentence(data: bytes) -> None:
    try:
        collection, _ = gift.read(data, "x.gift")
    except FileError as error:
        told = str(error)
    else:
        told = ""
        assert all(isinstance(question, Portable) for question in collection.questions)
    assert "\n" not in told
    assert 0 <= gift.recognises(data) <= 1


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("::a::Who?{=Warren ~Black}\n\nTrue?{T}\n", 0.9, 1),
        ("$CATEGORY: a\n\n// x\n\nHow many?{#3:1}\n", 0.9, 1),
        ("Write.{}\n", 0.9, 1),
        ("A text.\n\nAnother.\n", 0, 0),
        ("Who?\nA) Warren\nB) Black\nANSWER: A\n", 0, 0),
        ('{"a": [1, {"b": 2}]}\n', 0, 0),
        ("<quiz><question>{=a ~b}</question></quiz>", 0, 0),
        ("civicsquiz: 1\nitems:\n  - {id: a, key: b}\n", 0, 0.3),
        ("int main() {\n  return 0;\n}\n\nvoid x() {\n  y();\n}\n", 0, 0.3),
        ("#separator:tab\nWho\tWarren\n", 0, 0),
        ("a\0b{T}", 0, 0),
    ],
)
def test_it_is_recognised_by_its_content(text: str, least: float, most: float) -> None:
    assert least <= gift.recognises(text.encode()) <= most
