"""What we write, read by pygiftparser: as many questions, of the same types, with the same texts.

Where that reader errs itself it is asked nothing: it takes the whole text between the first and the last
braces of a block, escaped ones too; it knows no numbers below 0 and no `*` among them; a colon that is
escaped at the end of a name ends the name; a name of a category ends at the first space; it leaves every
escape but `\\n` in stems undone, and takes typed answers with a share for a choice.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.often import examples

from civicsquiz.formats import gift
from civicsquiz.formats.portable import Answer, Collection, Kind, Pair, Portable, Text

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # its own patterns have escapes that Python advises against
    peer = pytest.importorskip("pygiftparser", reason="the independent reader is not installed")
    reader = pytest.importorskip(
        "pygiftparser.parser", reason="the independent reader is not installed"
    )

ONE, WHO = Decimal(1), Text("Who?")
words = st.text("abc XYZ ß 字 ,.;!?'\"()&<>/+*|€", min_size=1, max_size=20).map(
    lambda text: f"w{text}w"
)
texts = words.map(Text)
signs = st.lists(st.sampled_from("~=#\\:n") | words, max_size=4).map(
    lambda parts: Text(f"w{''.join(parts)}w")
)
UNESCAPED = str.maketrans("", "", "\\")


def read(*questions: Portable) -> list[Any]:
    data, losses = gift.write(Collection(questions))
    assert not losses
    return list(reader.parseFile(io.StringIO(data.decode())))


def asked(kind: Kind, *answers: Answer, pairs: tuple[Pair, ...] = (), stem: Text = WHO) -> Portable:
    return Portable(
        kind=kind, stem=stem, name="a name", answers=answers, pairs=pairs, general=Text("So.")
    )


def bare(text: str) -> str:
    """Without backslashes, which that reader leaves where they stand."""
    return text.translate(UNESCAPED)


@settings(max_examples=examples(150, 30))
@given(signs, st.lists(signs, min_size=1, max_size=4), signs)
def test_choices(stem: Text, wrong: list[Text], why: Text) -> None:
    right = Answer(Text("the right one"), ONE)
    answers = (*(Answer(text, Decimal(0), why) for text in wrong), right)
    (found,) = read(asked(Kind.CHOICE, *answers, stem=stem))
    assert type(found.answers).__name__ == "SelectSet"
    assert found.title == "a name"
    assert found.generalFeedback == "So."
    assert [one.fraction for one in found.answers.answers] == [0] * len(wrong) + [100]
    assert [bare(one.answer) for one in found.answers.answers] == [
        bare(one.text.value) for one in answers
    ]
    assert {bare(one.feedback) for one in found.answers.answers[:-1]} == {bare(why.value)}


def test_all_types_in_one_file() -> None:
    third = Decimal("0.3333333")
    questions = (
        asked(Kind.MULTIPLE, *(Answer(Text(text), third) for text in "abc"), Answer(Text("d"), -ONE)),
        asked(Kind.TRUE_FALSE, Answer(Text("false"), ONE, Text("Yes.")), Answer(Text("true"), Decimal(0), Text("No."))),
        asked(Kind.NUMBER, Answer(Text("1822"), ONE, least=Decimal(1820), most=Decimal(1824))),
        asked(Kind.MATCH, pairs=(Pair(Text("a"), Text("b")), Pair(Text("c"), Text("d")), Pair(Text(), Text("e")))),
        replace(asked(Kind.DESCRIPTION), general=Text()),
    )  # fmt: skip
    several, judged, number, match, told = read(*questions)
    assert type(several.answers).__name__ == "MultipleChoicesSet"
    assert [one.fraction for one in several.answers.answers] == [33.33333] * 3 + [-100]
    assert (judged.answers.answer, judged.answers.feedbackWrong, judged.answers.feedbackCorrect) == (False, "No.", "Yes.")  # fmt: skip
    (figure,) = number.answers.answers
    assert (figure.value, figure.tolerance, figure.fraction) == (1822, 2, 100)
    assert [(one.question.strip(), one.answer.strip()) for one in match.answers.answers] == [("a", "b"), ("c", "d"), ("", "e")]  # fmt: skip
    assert type(told.answers).__name__ == "Description"


def test_typed_answers_with_a_share_are_a_choice_to_it() -> None:
    """Moodle itself writes typed answers so."""
    (found,) = read(asked(Kind.SHORT, Answer(Text("a"), ONE), Answer(Text("b"), Decimal("0.5"))))
    assert type(found.answers).__name__ in ("ShortSet", "SelectSet")
    assert [(one.answer, one.fraction) for one in found.answers.answers] == [("a", 100), ("b", 50)]


def test_blank_lines_and_remarks_in_texts_part_nothing() -> None:
    stem = Text("First\n\n// second\n0\n$CATEGORY: third")
    (found,) = read(asked(Kind.CHOICE, Answer(Text("a"), ONE), Answer(Text("b\n\nc")), stem=stem))
    assert bare(found.text) == stem.value
    assert len(found.answers.answers) == 2
