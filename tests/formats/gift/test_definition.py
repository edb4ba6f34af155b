"""What the definition of GIFT has, form by form, and how Moodle 4.1 reads what the definition leaves open.

On purpose other than Moodle, each with its test:

| in the file | Moodle 4.1 | here | because |
| --- | --- | --- | --- |
| `{#1,5}`, `{#forty}` | any answer is right | refused | the key would be wrong |
| windows-1252 and the like | stops in the middle | refused, with the place | in a guessed encoding letters change |
| CR alone as line end | depends on the first line | read as lines | that is what they are |
| a question right under `$CATEGORY:` | lost: part of the category's name | read, and told | it is there |
| `\\:` in a category | becomes `&&058;` | becomes `:` | that is what is meant |
| `&&058;` in a text | becomes `:` | stays | nobody wrote an escape |
| `[plain` without its `]` | a form, one letter is lost | text | nobody named a form |
| braces the wrong way round | a scrambled text | refused | what is meant cannot be known |
| weights such as 7% | refused, or 5% | 7% | the file says so |
| a short answer without a whole mark | stops there | refused, the rest is read | the rest is good |
| 0.00050000000000017 of `3.141..3.142` | binary | 0.0005 | decimal |
| a range that runs backwards | accepts nothing | is turned | that is what is meant |
| an answer of = without a text | a choice without a right answer | refused | it has no key |
"""  # fmt: skip

from __future__ import annotations

from decimal import Decimal

import pytest

from civicsquiz.errors import FileError
from civicsquiz.formats import gift
from civicsquiz.formats.loss import Loss
from civicsquiz.formats.portable import Answer, Form, Kind, Portable, Text


def read(text: str) -> tuple[tuple[Portable, ...], tuple[Loss, ...]]:
    collection, losses = gift.read(text.encode(), "test.gift")
    return collection.questions, losses


def one(text: str) -> Portable:
    questions, losses = read(text)
    assert losses == ()
    return questions[0]


def given(question: Portable) -> list[tuple[str, str, str]]:
    return [(answer.text.value, f"{answer.fraction.normalize():f}", answer.feedback.value) for answer in question.answers]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "answers"),
    [
        ("Q{~a =b#yes ~c#no}", Kind.CHOICE, [("a", "0", ""), ("b", "1", "yes"), ("c", "0", "no")]),
        ("Q{a =b}", Kind.SHORT, [("a", "1", ""), ("b", "1", "")]),
        ("Q{a ~b =c}", Kind.CHOICE, [("a", "0", ""), ("b", "0", ""), ("c", "1", "")]),
        ("Q{~%50%a ~%-100%b ~%50%c ~d}", Kind.MULTIPLE, [("a", "0.5", ""), ("b", "-1", ""), ("c", "0.5", ""), ("d", "0", "")]),
        ("Q{~%33.33333%a ~%33.33%b ~c}", Kind.MULTIPLE, [("a", "0.3333333", ""), ("b", "0.3333", ""), ("c", "0", "")]),
        ("Q{=%7%a =b}", Kind.SHORT, [("a", "0.07", ""), ("b", "1", "")]),
        ("Q{=yes =%50%yeah#nearly =%0%*#no}", Kind.SHORT, [("yes", "1", ""), ("yeah", "0.5", "nearly"), ("*", "0", "no")]),
        ("Q{One}", Kind.SHORT, [("One", "1", "")]),
        ("Q{true}", Kind.SHORT, [("true", "1", "")]),
        ("Q{=TRUE}", Kind.SHORT, [("TRUE", "1", "")]),
        ("Q{t#x}", Kind.SHORT, [("t", "1", "x")]),
        ("Q{=5\\\\*3}", Kind.SHORT, [("5*3", "1", "")]),
        ("Q{=[html]a}", Kind.SHORT, [("a", "1", "")]),
        ("Q{T}", Kind.TRUE_FALSE, [("true", "1", "")]),
        ("Q{ FALSE }", Kind.TRUE_FALSE, [("false", "1", "")]),
        ("Q{F#wrong#right}", Kind.TRUE_FALSE, [("false", "1", "right"), ("true", "0", "wrong")]),
        ("Q{TRUE##right}", Kind.TRUE_FALSE, [("true", "1", "right")]),
        ("Q{T# #right}", Kind.TRUE_FALSE, [("true", "1", "right"), ("false", "0", "")]),
        ("Q{T#a -> b}", Kind.TRUE_FALSE, [("true", "1", ""), ("false", "0", "a -> b")]),
        ("Q{~a -> b =c -> d}", Kind.CHOICE, [("a -> b", "0", ""), ("c -> d", "1", "")]),
        ("Q{}", Kind.ESSAY, []),
        ("Q{ ####gone}", Kind.ESSAY, []),
        ("Q", Kind.DESCRIPTION, []),
    ],
)  # fmt: skip
def test_the_answers_say_the_type(text: str, kind: Kind, answers: list[tuple[str, str, str]]) -> None:  # fmt: skip
    question = one(text)
    assert (question.kind, given(question)) == (kind, answers)
    assert question.stem == Text("Q", Form.MOODLE)


@pytest.mark.parametrize(
    ("section", "shown", "least", "most"),
    [
        ("1822", "1822", "1822", "1822"),
        ("=0", "0", "0", "0"),
        ("0:0", "0", "0", "0"),
        ("-1", "-1", "-1", "-1"),
        ("+.5", "+.5", "0.5", "0.5"),
        ("3.1415:0.0005", "3.1415", "3.1410", "3.1420"),
        ("3.141..3.142", "3.1415", "3.141", "3.142"),
        ("-5..5", "0", "-5", "5"),
        ("-3.142..-3.141", "-3.1415", "-3.142", "-3.141"),
        ("5..1", "3", "1", "5"),
        ("1e3:1", "1e3", "999", "1001"),
        (" 7 : 2 ", "7", "5", "9"),
        ("0.1:0.00000000000000000000000000000000001", "0.1", "0.09999999999999999999999999999999999", "0.10000000000000000000000000000000001"),
    ],
)  # fmt: skip
def test_a_number_accepts_what_lies_between(section: str, shown: str, least: str, most: str) -> None:  # fmt: skip
    (answer,) = one(f"Q{{#{section}}}").answers
    assert answer == Answer(Text(shown), Decimal(1), least=Decimal(least), most=Decimal(most))


def test_numbers_have_shares_and_a_word_for_all_others() -> None:
    question = one("Q{#\n=1822:0#Right\n=%50%1820..1824\n~#Not at all\n####So}")
    assert question.kind is Kind.NUMBER
    assert given(question) == [("1822", "1", "Right"), ("1822", "0.5", ""), ("*", "0", "Not at all")]  # fmt: skip
    assert question.answers[2].least is None
    assert question.general.value == "So"


def test_a_match_has_rights_that_belong_to_none() -> None:
    question = one("[html]Q{=[plain]a->b = c\\=d -> e -> f = -> [html]g\n#### [html]h}")
    pairs = [(pair.left.value, pair.left.form, pair.right.value) for pair in question.pairs]
    html = Form.HTML
    assert pairs == [("a", Form.PLAIN, "b"), ("c=d", html, "e -> f"), ("", Form.PLAIN, "[html]g")]
    assert question.general == Text("[html]h", html), (
        "Moodle looks for a form right after the signs"
    )


def test_the_missing_word_stands_where_the_answers_stood() -> None:
    assert one("Grant is {~buried =entombed} here.").stem.value == "Grant is _____ here."
    assert one("{=Asia} is the largest.").stem.value == "_____ is the largest."
    assert one("Two and two is {=4 =four}").stem.value == "Two and two is"
    assert one("Q{T}\n// remark").stem.value == "Q"


def test_escapes_are_undone_everywhere() -> None:
    question = one(
        "::\\:a\\:\\:b::\\{1\\} \\~ \\= \\# \\\\n \\x {=\\=a#\\#b ~c\\nd\\\\ ####\\#\\n\\:}"
    )
    assert question.name == ":a::b"
    assert question.stem.value == "{1} ~ = # \\n \\x"
    assert given(question) == [("=a", "1", "#b"), ("c\nd\\", "0", "")]
    assert question.general.value == "#\n:"
    assert one("Q &&058;{}").stem.value == "Q &&058;"


def test_forms_are_inherited_from_the_stem() -> None:
    question = one("::n::[markdown]**Q**{=a#b ~[html]c#[plain]d ####[moodle]e}")
    forms = [(answer.text.form, answer.feedback.form) for answer in question.answers]
    assert forms == [(Form.MARKDOWN, Form.MARKDOWN), (Form.HTML, Form.PLAIN)]  # fmt: skip
    assert question.general.form is Form.MOODLE
    assert one("[HTML]Q{}").stem == Text("[HTML]Q", Form.MOODLE)
    assert one("[plain Q{}").stem == Text("[plain Q", Form.MOODLE)
    assert one("[plain][html]Q{}").stem == Text("[html]Q", Form.PLAIN)
    assert one("[html]{=a ~b}").answers[0].text == Text("a", Form.HTML)


def test_typed_answers_that_stand_for_many_keep_the_form_of_moodle() -> None:
    answers = one("Q{=5\\\\*3 =a*b =%50%\\\\**}").answers
    texts = [answer.text for answer in answers]
    assert texts == [Text("5*3"), Text("a*b", Form.MOODLE), Text("\\**", Form.MOODLE)]


def test_names_are_given_or_made_of_the_text() -> None:
    assert one("::A <b>name</b>::Q{}").name == "A name"
    assert one(":: ::Q{}").name == ""
    assert one("::no end Q{}").name == "no end Q"
    assert one("{T}").name == "Question name"
    long = "The American holiday of Thanksgiving is celebrated on the _____ Thursday of November."
    cut = "The American holiday of Thanksgiving is celebrated on the _____ Thursday of ..."
    assert one(f"{long}{{T}}").name == cut
    assert one("x" * 100 + "{}").name == "x" * 77 + "..."
    assert one("字" * 100 + "{}").name == "字" * 77 + "..."
    assert one("::" + "y" * 300 + "::Q{}").name == "y" * 248 + "..."


def test_ids_and_tags_travel_in_comments() -> None:
    text = "// [tag:  basic] Here is\n// a [id:   four   ] que[tag:add   ]stion [id:five].\nQ{}"
    assert (one(text).id, one(text).tags) == ("four", ("basic", "add"))
    assert one("Q\n// [id:i\\]d] [tag:t\\]ag][tag:][tag:a<b][tag:t\\]ag]\n{}").tags == ("t]ag",)
    assert one("// [id:i\\]d]\nQ{}").id == "i]d"
    assert one("// [id:no]\n\nQ{}").id == "", "a comment that stands alone belongs to no question"
    assert one("// [id:no\nQ{}").id == ""


def test_categories_hold_until_the_next() -> None:
    text = "$CATEGORY: $course$/top/Rights//Duties/Press\n\nQ{}\n\n$CATEGORY: a\\:b\n\nR{}\n\n$CATEGORY:top\n\nS{}"
    questions, losses = read(text)
    assert [question.category for question in questions] == [
        ("Rights/Duties", "Press"),
        ("a:b",),
        (),
    ]
    assert losses == ()
    assert gift.read(text.encode(), "x")[0].topics == ("Press", "a:b")


def test_a_question_right_under_its_category_is_read_and_told() -> None:
    questions, losses = read("$CATEGORY: a\nQ{T}\n")
    assert [(one.kind, one.category) for one in questions] == [(Kind.TRUE_FALSE, ("a",))]
    assert losses == (
        Loss("line 1", "", "no empty line parts the category from what follows it: read as both"),
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_every_line_end_and_a_byte_order_mark(end: str, mark: str) -> None:
    text = mark + end.join(("::n::Q", "two {", "  =a", "  ~b }", " \t", "R{T}", ""))
    questions, _ = read(text)
    assert [question.stem.value for question in questions] == ["Q\ntwo", "R"]
    assert [question.place for question in questions] == ["line 1 ::n::", "line 6"]


def test_utf_16_with_its_mark_is_read() -> None:
    assert gift.read("Qß{T}".encode("utf-16"), "x")[0].questions[0].stem.value == "Qß"


@pytest.mark.parametrize("data", [b"", b"\n\n// only a remark\n", b"\xff\xfe\x00", b"Q\xe9{T}"])
def test_what_is_no_gift_at_all_is_refused(data: bytes) -> None:
    with pytest.raises(FileError, match=r"^x\.gift"):
        gift.read(data, "x.gift")


def test_a_file_of_categories_alone_is_gift_without_questions() -> None:
    assert read("$CATEGORY: $course$/top/Default for Unit 1: Topic\n") == ((), ())
