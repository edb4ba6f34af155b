"""What is written, letter by letter, and every loss that is told."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from civicsquiz.bank.models import option_id
from civicsquiz.formats import gift
from civicsquiz.formats.gift.grades import GRADES, listed, percent
from civicsquiz.formats.loss import Loss
from civicsquiz.formats.portable import Answer, Collection, Form, Kind, Pair, Portable, Text

ONE, NONE = Decimal(1), Decimal(0)
WARREN = Answer(Text("Earl Warren"), ONE, id=option_id("Earl Warren"))
BLACK = Answer(Text("Hugo Black"), NONE, Text("He joined: {50%}."), id=option_id("Hugo Black"))
CHOICE = Portable(
    kind=Kind.CHOICE,
    stem=Text("Who wrote it?"),
    id="who",
    name="who",
    answers=(BLACK, WARREN),
    general=Text("Warren wrote.\n\n“…” = p. 1"),
    category=("Rights/Duties", "Trop v. Dulles"),
    tags=("stance:fact", "a]b"),
)
PAIRS = (Pair(Text("a"), Text("b -> c")), Pair(Text(), Text("d")))


def written(*questions: Portable) -> tuple[str, list[tuple[str, str]]]:
    data, losses = gift.write(Collection(questions))
    assert all(loss.item == "who" for loss in losses)
    return data.decode(), [(loss.field, loss.told) for loss in losses]


def typed(kind: Kind, *answers: Answer, pairs: tuple[Pair, ...] = ()) -> Portable:
    bare = replace(CHOICE, category=(), tags=(), general=Text())
    return replace(bare, kind=kind, answers=answers, pairs=pairs)


def body(question: Portable) -> str:
    """The question without its id and name, where no loss is told."""
    text, losses = written(question)
    assert losses == []
    return text.removeprefix("// [id:who]\n::who::[plain]Who wrote it?").removesuffix("\n\n")


def test_a_choice_with_all_that_gift_has() -> None:
    text, losses = written(CHOICE)
    assert losses == []
    assert text == (
        "$CATEGORY: $course$/top/Rights//Duties/Trop v. Dulles\n\n"
        "// [id:who]\n// [tag:stance:fact]\n// [tag:a\\]b]\n"
        "::who::[plain]Who wrote it?{\n"
        "\t~Hugo Black#He joined\\: \\{50%\\}.\n"
        "\t=Earl Warren\n"
        "\t####Warren wrote.\\n\\n“…” \\= p. 1\n"
        "}\n\n"
    )


@pytest.mark.parametrize(
    ("question", "section"),
    [
        (typed(Kind.CHOICE, WARREN, replace(WARREN, text=Text("%9%"), id="")), "{\n\t=Earl Warren\n\t~%100%[plain]%9%\n}"),
        (typed(Kind.MULTIPLE, Answer(Text("[html]"), ONE), Answer(Text("b"), -ONE)), "{\n\t~%100%[plain][html]\n\t~%-100%b\n}"),
        (typed(Kind.MULTIPLE, *(Answer(Text(a), Decimal("0.3333333")) for a in "abc")), "{\n\t~%33.33333%a\n\t~%33.33333%b\n\t~%33.33333%c\n}"),
        (typed(Kind.TRUE_FALSE, Answer(Text("false"), ONE)), "{FALSE}"),
        (typed(Kind.TRUE_FALSE, Answer(Text("true"), ONE), Answer(Text("false"), NONE, Text("#1"))), "{TRUE#\\#1}"),
        (typed(Kind.TRUE_FALSE, Answer(Text("true"), ONE, Text("y"))), "{TRUE##y}"),
        (typed(Kind.TRUE_FALSE, Answer(Text("true"), ONE, Text("y")), Answer(Text("false"), NONE)), "{TRUE# #y}"),
        (typed(Kind.TRUE_FALSE, Answer(Text("true"), ONE), Answer(Text("false"), NONE)), "{TRUE# #}"),
        (typed(Kind.SHORT, Answer(Text("TRUE"), ONE), Answer(Text("a*"), NONE, Text("w"))), "{\n\t=%100%TRUE\n\t=%0%a\\\\*#w\n}"),
        (typed(Kind.SHORT, Answer(Text("a*", Form.MOODLE), ONE)), "{\n\t=%100%a*\n}"),
        (typed(Kind.SHORT, Answer(Text("a->b"), ONE)), "{\n\t%100%a->b\n}"),
        (typed(Kind.NUMBER, Answer(Text("0"), ONE, least=NONE, most=NONE)), "{#\n\t=%100%0:0\n}"),
        (typed(Kind.NUMBER, Answer(Text("-1.50"), ONE, least=Decimal("-1.75"), most=Decimal("-1.25"))), "{#\n\t=%100%-1.50:0.25\n}"),
        (typed(Kind.NUMBER, replace(WARREN, text=Text("*"), id="")), "{#\n\t=%100%*\n}"),
        (typed(Kind.MATCH, pairs=PAIRS), "{\n\t=a -> b -> c\n\t= -> d\n}"),
        (typed(Kind.ESSAY), "{}"),
        (typed(Kind.DESCRIPTION), ""),
    ],
)  # fmt: skip
def test_each_type_has_its_section(question: Portable, section: str) -> None:
    assert body(question) == section


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (typed(Kind.CLOZE), "GIFT has no such type of question"),
        (typed(Kind.CHOICE, WARREN), "Moodle wants two answers"),
        (typed(Kind.CHOICE, BLACK, BLACK), "none of its answers is worth the whole mark"),
        (typed(Kind.CHOICE, WARREN, Answer(Text(" "), NONE)), "one of its answers has no text"),
        (typed(Kind.TRUE_FALSE, WARREN), "its answers are not true and false"),
        (typed(Kind.TRUE_FALSE), "it is not said which of true and false is right"),
        (typed(Kind.SHORT, Answer(Text("a"), Decimal("0.5"))), "none of its answers is worth the whole mark"),
        (typed(Kind.SHORT, WARREN, Answer(Text("a->b"), ONE)), "Moodle takes typed answers with -> in them for pairs, and has no escape for it"),
        (typed(Kind.SHORT, WARREN, Answer(Text("a"), ONE, Text("b -> c"))), "Moodle takes typed answers with -> in them for pairs, and has no escape for it"),
        (typed(Kind.NUMBER), "it has no answer"),
        (typed(Kind.NUMBER, WARREN), "“Earl Warren” is no number that Moodle can read"),
        (typed(Kind.NUMBER, Answer(Text("1"), ONE, least=Decimal("NaN"), most=ONE)), "“1” is no number that Moodle can read"),
        (typed(Kind.MATCH, pairs=PAIRS[:1]), "Moodle wants two pairs"),
        (typed(Kind.MATCH, pairs=(*PAIRS, Pair(Text("x->y"), Text("z")))), "GIFT has no escape for -> in the left side of a pair"),
        (typed(Kind.MATCH, pairs=(*PAIRS, Pair(Text("x"), Text()))), "the right side of a pair has no text"),
        (typed(Kind.MATCH, pairs=(*PAIRS, Pair(Text("x"), Text("z" * 256)))), "Moodle has no room for a right side of more than 255 characters"),
    ],
)  # fmt: skip
def test_what_cannot_be_written_is_left_out_and_named(question: Portable, told: str) -> None:
    assert written(question) == ("", [("", f"left out: {told}")])


@pytest.mark.parametrize(
    ("question", "field", "told"),
    [
        (replace(CHOICE, stem=Text(" a")), "stem", "white space at its beginning or end was left out"),
        (replace(CHOICE, stem=Text("a\r\nb")), "stem", "carriage returns became line breaks"),
        (replace(CHOICE, stem=Text("a\0b")), "stem", "NUL characters were left out: Moodle reads nothing after one"),
        (replace(CHOICE, stem=Text("&&035;")), "stem", "Moodle reads &&058; and its like as the character that they stand for there"),
        (replace(CHOICE, name=""), "name", "it has none: Moodle calls it by the beginning of its text"),
        (replace(CHOICE, name="a<b>c"), "name", "Moodle takes no tags in a name, and cuts it after 255 characters"),
        (replace(CHOICE, wrong=Text("x")), "feedback", "GIFT has no feedback to right, partly right and wrong answers in general"),
        (replace(CHOICE, hints=(Text("x"),)), "hints", "GIFT has no hints"),
        (replace(CHOICE, case_sensitive=True), "case", "in GIFT capital letters never matter in what is typed"),
        (replace(CHOICE, points=ONE), "points", "GIFT has no points: Moodle gives each question one"),
        (replace(CHOICE, answers=(replace(WARREN, id="w"), BLACK)), "id", "GIFT has no ids of answers"),
        (replace(CHOICE, tags=("x" * 51,)), "tags", f"Moodle cuts a tag after 50 characters: “{'x' * 51}”"),
        (replace(CHOICE, tags=("a<b",)), "tags", "Moodle has no such tag: “a<b”"),
        (replace(CHOICE, tags=("a", "a")), "tags", "a tag that stands twice was written once"),
        (replace(CHOICE, category=("a\nb",)), "topic", "the names of categories are cut to what Moodle takes"),
        (typed(Kind.CHOICE, WARREN, replace(BLACK, fraction=Decimal("-0.07"))), "distractors", "Moodle has no share of -7%: -5% was written"),
        (typed(Kind.MULTIPLE, replace(WARREN, fraction=Decimal("0.5")), BLACK), "key", "the right answers together are worth 50%: Moodle warns of it"),
        (typed(Kind.SHORT, replace(WARREN, text=Text("a", Form.HTML), id="")), "key", "what is typed has no markup in Moodle: taken as it is written"),
        (typed(Kind.NUMBER, Answer(Text("80"), ONE, least=Decimal(80), most=Decimal(81))), "key", "shown is the middle of 80 to 81, not 80"),
        (replace(CHOICE, kind=Kind.DESCRIPTION, answers=()), "rationale", "a text without a question has no feedback in GIFT"),
        (typed(Kind.ESSAY, WARREN), "key", "a question of this type has no such answers in GIFT"),
    ],
)  # fmt: skip
def test_what_is_lost_is_told_by_field(question: Portable, field: str, told: str) -> None:
    text, losses = written(question)
    assert text
    assert losses == [(field, told)]


def test_an_order_becomes_a_match_of_places() -> None:
    entries = [Answer(Text(text)) for text in ("Trop", "Estelle")]
    text, losses = written(typed(Kind.ORDER, *entries))
    assert "{\n\t=1 -> Trop\n\t=2 -> Estelle\n}" in text
    assert losses == [("type", "GIFT has no order: it became a match of places and entries")]


def test_a_category_is_written_where_it_changes() -> None:
    questions = [replace(CHOICE, id=f"q{at}", category=path) for at, path in enumerate([("a",), ("a",), ("b", "c"), ()])]  # fmt: skip
    data, losses = gift.write(Collection(tuple(questions)))
    assert data.count(b"$CATEGORY") == 2
    assert losses == (Loss("q3", "topic", "GIFT has no way back to no category: it stands in “c”"),)


def test_an_id_is_written_once_in_a_category() -> None:
    data, losses = gift.write(Collection((CHOICE, CHOICE)))
    assert data.count(b"[id:who]") == 1
    told = "a question before it in the same category has it already"
    assert losses == (Loss("who", "id", told),)


def test_what_a_bank_is_called_stands_at_the_top() -> None:
    collection = Collection((CHOICE,), title="A: b", description="Two\nlines", language="en")
    data, losses = gift.write(collection)
    assert losses == ()
    assert data.startswith(b"// civicsquiz title: A\\: b\n// civicsquiz description: Two\\nlines\n")
    found, _ = gift.read(data, "x")
    assert (found.title, found.description, found.language) == ("A: b", "Two\nlines", "en")


def test_every_share_is_one_of_moodles() -> None:
    assert [listed(Decimal(percent(grade)) / 100) for grade in GRADES] == list(GRADES)
    assert (listed(Decimal(1) / 3), listed(Decimal("0.07"))) == (Decimal("0.3333333"), None)
    assert [percent(grade) for grade in (GRADES[0], GRADES[10], GRADES[-1])] == ["100", "33.33333", "-100"]  # fmt: skip
