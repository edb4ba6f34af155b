"""Foreign questions as the text of a bank."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from tests.formats.portables import COLLECTIONS
from tests.often import examples

from civicsquiz.bank import check, files
from civicsquiz.bank.finding import Severity
from civicsquiz.bank.models import Bank, Stance, Status
from civicsquiz.errors import FileError
from civicsquiz.formats import exporting, importing
from civicsquiz.formats.importing import Imported
from civicsquiz.formats.portable import Answer, Collection, Form, Kind, Pair, Portable, Text
from civicsquiz.source.shelf import Shelf

ONE, NONE = Decimal(1), Decimal(0)
CHOICE = Portable(
    kind=Kind.CHOICE,
    stem=Text("Who wrote it?"),
    answers=(
        Answer(Text("Hugo Black"), NONE, Text("He joined.")),
        Answer(Text("Earl Warren"), ONE, Text("He did.")),
    ),
    place="line 3",
)


def taken(*questions: Portable, title: str = "T", **values: Any) -> tuple[Bank, Imported]:
    found = importing.bank(Collection(questions, **values), "x", title)
    return files.usable(files.parse_text(found.text, "x.yaml")), found


def lost(*questions: Portable, **values: Any) -> list[str]:
    return [str(loss) for loss in taken(*questions, **values)[1].losses]


def item(question: Portable) -> Any:
    (only,) = taken(question)[0].items
    return only


def refused(question: Portable) -> str:
    _, found = taken(CHOICE, question)
    assert len(found.ids) == 1
    (loss,) = (loss for loss in found.losses if loss.item != found.ids[0])
    return str(loss)


def test_a_choice_becomes_an_unproven_item() -> None:
    found = item(CHOICE)
    assert (found.type, found.stem, found.key.text) == ("choice", "Who wrote it?", "Earl Warren")
    assert [(one.text, one.why) for one in found.distractors] == [("Hugo Black", "He joined.")]
    assert (found.status, found.stance, found.evidence) == (Status.UNPROVEN, Stance.FACT, ())
    assert found.rationale == "Said of the right answer: He did."
    assert found.origin is None


def test_a_question_that_explains_nothing_says_so_and_does_not_pass_that_on() -> None:
    bare = replace(CHOICE, answers=tuple(replace(one, feedback=Text()) for one in CHOICE.answers))
    bank, _ = taken(bare)
    assert bank.items[0].rationale == "No explanation came with this question."
    assert exporting.collection(bank).collection.questions[0].general == Text("")


def test_the_general_feedback_is_the_rationale() -> None:
    html = Text("<p>So it is.</p><p>Indeed.</p>", Form.HTML)
    said = item(replace(CHOICE, general=html)).rationale
    assert said == "So it is.\n\nIndeed.\n\nSaid of the right answer: He did."


def test_a_better_answer_than_the_key_is_no_distractor() -> None:
    both = replace(CHOICE, answers=(*CHOICE.answers, Answer(Text("Warren"), ONE)))
    assert "Warren" not in [option.text for option in item(both).options]
    assert "key: “Warren” is right as well, and is left out" in lost(both)[0]


def test_what_was_right_in_part_is_said() -> None:
    part = replace(CHOICE, answers=(*CHOICE.answers, Answer(Text("A justice"), Decimal("0.5"))))
    assert lost(part) == ["who-wrote-it: weights: “A justice” was right in part; here it is wrong"]


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ((), "no answer is fully right"),
        ((Answer(Text("a"), Decimal("0.5")), Answer(Text("b"))), "no answer is fully right"),
        ((Answer(Text("a"), ONE),), "no wrong answer is left to choose from"),
        ((Answer(Text("a"), ONE), Answer(Text("a"))), "no wrong answer is left to choose from"),
        ((Answer(Text(""), ONE), Answer(Text("a"))), "“key” is empty"),
        ((Answer(Text("x" * 4001), ONE), Answer(Text("a"))), "“key” is longer than 4,000 characters"),
    ],
)  # fmt: skip
def test_a_choice_that_is_none_is_refused_by_its_place(
    answers: tuple[Answer, ...], told: str
) -> None:
    other = replace(CHOICE, answers=answers, place="line 9")
    assert refused(other) == f"line 9: {told}: left out"


@pytest.mark.parametrize(
    ("kind", "foreign", "told"),
    [
        (Kind.ESSAY, "essay", "an essay has no place in a bank"),
        (Kind.CLOZE, "multianswer", "a text with gaps (multianswer) has no place in a bank"),
        (Kind.DESCRIPTION, "", "a text without a question has no place in a bank"),
        (Kind.OTHER, "drawing", "a question of another type (drawing) has no place in a bank"),
    ],
)
def test_kinds_that_banks_do_not_have_are_named(kind: Kind, foreign: str, told: str) -> None:
    question = Portable(kind=kind, stem=Text("x"), foreign=foreign, place="item 4")
    assert refused(question) == f"item 4: {told}: left out"


def multiple(*fractions: str) -> Portable:
    given = (Answer(Text(f"option {at}"), Decimal(one)) for at, one in enumerate(fractions))
    return Portable(kind=Kind.MULTIPLE, stem=Text("Which are so?"), answers=tuple(given))


def test_the_marks_of_a_multiple_are_a_banks_or_it_is_said() -> None:
    assert lost(multiple("0.5", "0.5", "-0.5")) == []
    assert [option.text for option in item(multiple("0.5", "0.5", "-0.5")).keys] == [
        "option 0",
        "option 1",
    ]
    assert "not worth the same" in lost(multiple("0.7", "0.3", "-0.5"))[0]
    assert "takes away as much" in lost(multiple("0.5", "0.5", "0"))[0]
    assert item(multiple("1", "-1", "-1")).type == "choice"


def short(*answers: tuple[str, str, str], **values: Any) -> Portable:
    given = tuple(Answer(Text(text), Decimal(share), Text(why)) for text, share, why in answers)
    return Portable(kind=Kind.SHORT, stem=Text("What is it called?"), answers=given, **values)


def test_a_short_answer_with_its_forms_and_misses() -> None:
    found = item(short(("exile", "1", ""), ("Exile!", "1", ""), ("prison", "0", "It is not.")))
    assert (found.key, found.accept) == ("exile", ("Exile!",))
    assert [(miss.answer, miss.why) for miss in found.misses] == [("prison", "It is not.")]


def test_what_a_short_answer_of_a_bank_cannot_say_is_lost_by_name() -> None:
    found = lost(
        short(("exile", "1", ""), ("banish", "0.5", ""), ("*", "0", "No."), ("jail", "0", ""),
              ("EXILE", "0", "No."), ("y" * 250, "1", ""), case_sensitive=True)
    )  # fmt: skip
    assert [loss.removeprefix("what-is-it-called: ") for loss in found] == [
        "case: capitals counted; here they do not",
        "accept: “banish” was right in part, and is left out",
        "misses: all other answers: left out",
        "misses: “jail” is left out: why it is wrong is not said",
        "accept: “accept” is longer than 200 characters; it is left out",
        "misses: “EXILE” is graded as right, and is left out",
    ]


def test_a_pattern_is_no_answer() -> None:
    pattern = Portable(
        kind=Kind.SHORT, stem=Text("x"), answers=(Answer(Text("ex*", Form.MOODLE), ONE),), place="p"
    )
    assert refused(pattern) == "p: no answer is fully right and can be typed: left out"


def number(text: str, least: str | None, most: str | None, *more: Answer) -> Portable:
    bounds = (None if least is None else Decimal(least), None if most is None else Decimal(most))
    first = Answer(Text(text), ONE, Text(), *bounds)
    return Portable(kind=Kind.NUMBER, stem=Text("How many?"), answers=(first, *more), place="p")


@pytest.mark.parametrize(
    ("question", "value", "least", "most"),
    [
        (number("80", "80", "80"), "80", "80", "80"),
        (number("80", "79", "81"), "80", "79", "81"),
        (number("80", "80", "81"), "80", "80", "81"),
        (number("between", "1", "2"), "1.5", "1", "2"),
        (number("7", "1", "2"), "1.5", "1", "2"),
    ],
)
def test_a_number_with_its_bounds(question: Portable, value: str, least: str, most: str) -> None:
    found = item(question)
    assert [found.value, found.least, found.most] == [
        Decimal(value),
        Decimal(least),
        Decimal(most),
    ]


def test_numbers_that_are_none() -> None:
    assert refused(number("*", None, None)) == "p: any figure is right: left out"
    assert "more digits" in refused(number("1e30", "1e30", "1e30"))
    assert "the least is more than the most" in refused(number("2", "2", "1"))
    wrong = Answer(Text("80"), NONE, Text("No."), Decimal(80), Decimal(80))
    assert lost(number("80", "79", "81", wrong)) == [
        "how-many: misses: “80” is graded as right, and is left out"
    ]


def test_a_match_with_what_is_left_over() -> None:
    pairs = (
        Pair(Text("a"), Text("1")),
        Pair(Text("b"), Text("1")),
        Pair(Text(), Text("2")),
        Pair(Text(), Text("1")),
    )
    question = Portable(kind=Kind.MATCH, stem=Text("Match."), pairs=pairs)
    found = item(question)
    assert [(left.text, right.text) for left, right in found.pairs] == [("a", "1"), ("b", "1")]
    assert [one.text for one in found.distractors] == ["2"]
    assert lost(question) == ["match: distractors: “1” stands twice, and is left out once"]


@pytest.mark.parametrize("count", [2, 8])
def test_an_order_has_three_to_seven_entries(count: int) -> None:
    given = tuple(Answer(Text(f"entry {at}")) for at in range(count))
    question = Portable(kind=Kind.ORDER, stem=Text("Order."), answers=given, place="p")
    told = f"p: has {count} entries; three to seven are possible: left out"
    assert refused(question) == told


def test_ids_are_stable_telling_and_each_only_once() -> None:
    stem = Text("Wer schrieb dies, und wann genau war es?")
    questions = [
        replace(CHOICE, id="Trop Who"),
        replace(CHOICE, id="trop-who"),
        replace(CHOICE, id="12", name="The name of it"),
        replace(CHOICE, id="12", name="Question 3", stem=stem),
        replace(CHOICE, stem=Text("何ですか")),
        replace(CHOICE, id="x" * 200),
    ]
    _, found = taken(*questions)
    assert found.ids[:4] == ("trop-who", "trop-who-2", "the-name-of-it", "wer-schrieb-dies-und-wann-genau")  # fmt: skip
    assert found.ids[4].startswith("question-")
    assert len(found.ids[5]) <= 64
    assert taken(*questions)[1] == found


def test_topics_come_out_of_categories() -> None:
    bank, _ = taken(
        replace(CHOICE, category=("T", "Trop v. Dulles")),
        replace(CHOICE, category=("T", "Trop v Dulles")),
        replace(CHOICE, category=("T", "Law", "Cases")),
        replace(CHOICE, category=()),
    )
    assert bank.topics == {
        "trop-v-dulles": "Trop v. Dulles",
        "trop-v-dulles-2": "Trop v Dulles",
        "law-cases": "Law / Cases",
    }
    assert bank.items[3].topic == "general"


def test_tags_of_a_bank_are_read_back_and_others_are_lost_by_name() -> None:
    tags = ("stance:opinion", "holder:the_court", "accuracy:loose", "as-of:2025-02",
            "standard:C3_D2.Civ.1.9-12", "content:torture", "origin:written", "week 3")  # fmt: skip
    question = replace(CHOICE, tags=tags, stem=Text("By the court, who wrote it?"))
    found = item(question)
    assert (found.stance, found.holder.name, found.accuracy) == ("opinion", "the court", "loose")
    assert (found.as_of, found.standards, found.content) == (
        "2025-02",
        ("C3 D2.Civ.1.9-12",),
        ("torture",),
    )
    assert lost(question) == ["by-the-court-who-wrote-it: tags: “week 3” is left out"]


@pytest.mark.parametrize(
    ("name", "kept"),
    [("N1", "n1"), ("S1", "s1"), ("T1", "t1"), ("Q1", ""), ("No. 1", ""), ("N-1", ""), ("12", "")],
)
def test_a_name_is_kept_unless_it_only_counts(name: str, kept: str) -> None:
    assert item(replace(CHOICE, id="", name=name)).id == (kept or "who-wrote-it")


def test_what_is_said_of_right_answers_has_one_heading() -> None:
    answers = tuple(Answer(Text(one), Decimal("0.5"), Text(f"{one}!")) for one in "ab")
    found = item(
        replace(CHOICE, kind=Kind.MULTIPLE, answers=(*answers, Answer(Text("c"))), right=Text("a!"))
    )
    assert found.rationale.count("Said of the right answer:") == 1
    assert found.rationale.endswith("Said of the right answer: a!\n\nb!")


def test_a_claim_of_nobody_is_none() -> None:
    assert item(replace(CHOICE, tags=("stance:opinion",))).stance is Stance.FACT


def test_moodles_own_words_are_no_loss_and_others_are() -> None:
    stock = replace(CHOICE, right=Text("Your answer is correct."), wrong=Text("Read page 3."))
    assert lost(stock) == ["who-wrote-it: wrong: what is said of such answers is left out"]


def test_weights_that_differ_are_lost_once() -> None:
    two = [replace(CHOICE, points=Decimal(points)) for points in (1, 2)]
    assert lost(*two) == ["points: the questions had different weights; here each counts as much"]


def test_a_question_that_check_would_refuse_keeps_its_place_and_the_bank_says_so() -> None:
    other = replace(CHOICE, answers=(*CHOICE.answers, Answer(Text("None of the above"))))
    bank, found = taken(other)
    assert found.allowed == found.ids
    assert bank.items[0].allow == {"O9": "It is as it was imported."}


def test_texts_that_are_too_long_are_cut_or_refused() -> None:
    long = replace(CHOICE, general=Text("word " * 1000))
    assert len(item(long).rationale) <= 4000
    assert "is longer than 4,000 characters, and is cut" in lost(long)[0]
    assert "“stem” is longer" in refused(replace(CHOICE, stem=Text("word " * 1000)))


def test_a_file_without_any_use_is_refused_with_its_first_reason() -> None:
    essay = Portable(kind=Kind.ESSAY, stem=Text("x"), place="line 1")
    with pytest.raises(FileError, match=r"no question that a bank can hold \(line 1: an essay"):
        importing.bank(Collection((essay,)), "x", "T", "quiz.xml")


def test_a_bank_that_nobody_could_open_is_not_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("civicsquiz.source.files.LARGEST", 1000)
    with pytest.raises(FileError, match="split it"):
        importing.bank(Collection((CHOICE,) * 10), "x", "T")


def test_the_title_is_the_files_own() -> None:
    deep = [replace(CHOICE, category=("Quiz", "a")), replace(CHOICE, category=("Quiz", "b"))]
    assert importing.title_of(Collection(tuple(deep))) == "Quiz"
    assert importing.title_of(Collection(tuple(deep), title="Own")) == "Own"
    assert importing.title_of(Collection((CHOICE,))) == ""


@settings(max_examples=examples(60), suppress_health_check=[HealthCheck.too_slow])
@given(COLLECTIONS)
def test_no_file_makes_a_broken_bank_and_a_second_journey_changes_nothing(
    collection: Collection,
) -> None:
    try:
        found = importing.bank(collection, "x", "T")
    except FileError:
        return
    read = files.parse_text(found.text, "x.yaml")
    report = check.check([read], Shelf([]), datetime.date(2026, 1, 1))
    assert [one for one in report.findings if one.severity is Severity.ERROR] == []
    bank = files.usable(read)
    assert tuple(item.id for item in bank.items) == found.ids
    if all(len(item.rationale) < 3500 for item in bank.items):  # else the end of one may be cut
        first = exporting.collection(bank).collection
        again = files.parse_text(importing.bank(first, "x", "T").text, "x.yaml")
        assert exporting.collection(files.usable(again)).collection == first
