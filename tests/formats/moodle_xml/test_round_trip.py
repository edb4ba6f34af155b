"""Whatever is written without a loss is read as it was, character for character."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.often import examples

from civicsquiz.formats.moodle_xml import read, recognises, write
from civicsquiz.formats.moodle_xml.spelling import ENDS, GRADES
from civicsquiz.formats.portable import Answer, Collection, Form, Kind, Pair, Portable, Text

HOSTILE = st.text() | st.sampled_from(
    ["]]>", "a ]]> b", "<![CDATA[", "&amp;", "a\r\nb", "\r", "tab\there", '"<b>\'', "*", "\\*", "a\\", "{1:SA:=x}",
     "\u202eabc\u202c", "e\u0301", "x" * 20_000, "\0", "\x1b[31m", "\ufffe", "a//b", "a/b", "$course$", "top"]
)  # fmt: skip
FORMS = st.sampled_from([Form.PLAIN, Form.PLAIN, *Form])
TEXTS = st.builds(Text, HOSTILE.filter(bool), FORMS)
MAYBE = st.just(Text()) | TEXTS
PLAIN = st.builds(Text, HOSTILE.filter(bool))
NUMBERS = st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=4)
IDS = st.text("abc-", max_size=8)


@st.composite
def numeric(draw: st.DrawFn) -> Answer:
    value, size = draw(NUMBERS), abs(draw(NUMBERS))
    text = Text(format(value, "f"))
    more = draw(st.sampled_from([Decimal(0), Decimal(0), Decimal(1)]))
    return Answer(text, Decimal(1), draw(MAYBE), value - size, value + size + more)


def answers(texts: st.SearchStrategy[Text]) -> st.SearchStrategy[tuple[Answer, ...]]:
    one = st.builds(
        Answer, texts, st.sampled_from([*GRADES, Decimal("-0.5"), Decimal("0.07")]), MAYBE, id=IDS
    )
    return st.lists(one, min_size=1, max_size=4).map(tuple)


@st.composite
def questions(draw: st.DrawFn) -> Portable:
    kind = draw(st.sampled_from([*list(Kind)[:7], Kind.ESSAY]))
    given_: tuple[Answer, ...] = ()
    pairs: tuple[Pair, ...] = ()
    if kind is Kind.NUMBER:
        given_ = tuple(draw(st.lists(numeric(), min_size=1, max_size=3)))
    elif kind is Kind.TRUE_FALSE:
        right = draw(st.sampled_from(["true", "false"]))
        given_ = (Answer(Text(right), Decimal(1), draw(MAYBE)),)
        if draw(st.booleans()):
            wrong = "false" if right == "true" else "true"
            given_ = (*given_, Answer(Text(wrong), Decimal(0), draw(MAYBE)))
    elif kind is Kind.MATCH:
        pair = st.builds(Pair, MAYBE, PLAIN, IDS, IDS)
        pairs = tuple(draw(st.lists(pair, min_size=1, max_size=4)))
    elif kind is Kind.ORDER:
        given_ = tuple(
            replace(one, fraction=Decimal(0), feedback=Text()) for one in draw(answers(TEXTS))
        )
    else:
        given_ = draw(answers(PLAIN if kind is Kind.SHORT else TEXTS))
    combined = kind in (Kind.CHOICE, Kind.MULTIPLE, Kind.MATCH, Kind.ORDER)
    return Portable(
        kind=kind,
        stem=draw(MAYBE),
        id=draw(IDS),
        name=draw(HOSTILE),
        answers=given_,
        pairs=pairs,
        general=draw(MAYBE),
        right=draw(MAYBE) if combined else Text(),
        partly=draw(MAYBE) if combined else Text(),
        wrong=draw(MAYBE) if combined else Text(),
        case_sensitive=kind is Kind.SHORT and draw(st.booleans()),
        category=tuple(draw(st.lists(HOSTILE, max_size=3))),
        tags=tuple(draw(st.lists(HOSTILE, max_size=3))),
        hints=tuple(draw(st.lists(TEXTS, max_size=3))),
        points=draw(st.none() | NUMBERS.map(abs)),
    )


def bare(question: Portable) -> Portable:
    return replace(question, foreign="", place="")


@settings(max_examples=examples(200))
@given(questions())
def test_what_is_written_without_a_loss_is_read(question: Portable) -> None:
    data, losses = write(Collection((question,)))
    back, told = read(data, "bank.xml")
    if not losses:
        assert not told
        assert [bare(each) for each in back.questions] == [question]


@settings(max_examples=examples(100))
@given(st.lists(questions(), max_size=5), st.text("abc/ ", max_size=5))
def test_a_file_keeps_its_order_and_is_the_same_every_time(
    questions: list[Portable], title: str
) -> None:
    collection = Collection(tuple(questions), title=title, description="“]]>\n”", language="en")
    data, losses = write(collection)
    assert write(collection) == (data, losses)
    assert recognises(data) >= 0.6
    back, _ = read(data, "bank.xml")
    assert (back.title, back.description, back.language) == (title, "“]]>\n”", "en")
    written = [each.stem.value for each in questions if each.kind is not Kind.ESSAY]
    if not losses:
        assert [each.stem.value for each in back.questions] == written
        runs = [key for key, _ in groupby(each.category for each in questions) if key]
        assert set(back.topics) == {"/".join(key) for key in runs}


@pytest.mark.parametrize(
    ("question", "field", "told"),
    [
        (Portable(kind=Kind.SHORT, stem=Text("a\0b"), answers=(Answer(Text("x"), Decimal(1)),)), "stem", "XML cannot hold"),
        (Portable(kind=Kind.CHOICE, stem=Text(" a"), answers=(Answer(Text("x"), Decimal(1)),)), "stem", "white space"),
        (Portable(kind=Kind.CHOICE, stem=Text("a"), answers=(Answer(Text("x"), Decimal("0.07")),)), "fraction", "0.07 became 0.05"),
        (Portable(kind=Kind.SHORT, stem=Text("a"), right=Text("y"), answers=(Answer(Text("x"), Decimal(1)),)), "right", "no such feedback"),
        (Portable(kind=Kind.NUMBER, stem=Text("a"), answers=(Answer(Text("80"), Decimal(1), least=Decimal(80), most=Decimal(81)),)), "answers", "middle"),
        (Portable(kind=Kind.CHOICE, stem=Text("a"), name="a<b", answers=(Answer(Text("x"), Decimal(1)),)), "name", "tags"),
        (Portable(kind=Kind.CHOICE, stem=Text("a"), category=("a ",), answers=(Answer(Text("x"), Decimal(1)),)), "category", "otherwise"),
        (Portable(kind=Kind.CHOICE, stem=Text("a"), id="x" * 101, answers=(Answer(Text("x"), Decimal(1)),)), "id", "100 characters"),
        (Portable(kind=Kind.ESSAY, stem=Text("a")), "", "kind essay"),
    ],
)  # fmt: skip
def test_what_is_lost_is_told(question: Portable, field: str, told: str) -> None:
    _, losses = write(Collection((question,)))
    assert [loss.field for loss in losses] == [field]
    assert told in losses[0].told
    assert ENDS


def test_a_number_that_is_not_in_the_middle_still_accepts_the_same() -> None:
    answer = Answer(Text("80"), Decimal(1), least=Decimal(80), most=Decimal(81))
    data, _ = write(Collection((Portable(kind=Kind.NUMBER, stem=Text("?"), answers=(answer,)),)))
    back = read(data, "bank.xml")[0].questions[0].answers[0]
    assert (back.text.value, back.least, back.most) == ("80.5", Decimal(80), Decimal(81))
