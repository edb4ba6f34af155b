"""A bank as portable questions, and the whole way there and back."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from civicsquiz import paths
from civicsquiz.bank import files
from civicsquiz.bank.models import Bank
from civicsquiz.formats import exporting, importing, labels, markup, registry
from civicsquiz.formats.exporting import citing
from civicsquiz.formats.portable import Answer, Kind, Pair, Portable, Text
from civicsquiz.source.shelf import Shelf

BANK = """\
civicsquiz: 1
id: lamp
title: The lamp
licence: CC-BY-4.0
topics: {lamps: Lamps of the town}
sources:
  report: {label: Report on the lamp, genre: newspaper, date: 2025-03-04}
  statute: {label: The statute, rights: public domain}
items:
  - id: who-wrote
    type: choice
    topic: judges
    stance: opinion
    holder: {name: the report, also: [it]}
    accuracy: loose
    as_of: 2025-03
    stem: According to the report, who wrote for all nine?
    key: Ada Park
    distractors:
      - {text: Ben Carr, why: He is not named.}
      - {text: Cleo Dunn, why: She is not named.}
    rationale: Judge Park wrote for all nine.
    because: The judge is named.
    evidence:
      - {source: report, exact: "said Judge Ada Park", plain: "It says so."}
      - {source: report, exact: "“Nobody may.”", role: context}
      - {source: statute, exact: "No person shall", role: law}
    background: The nine sit for life.
    hints: [Think of the nine.]
    standards: [C3 D2.Civ.1.9-12]
    content: [torture]
    allow: {O6: It has to be long.}
    origin: written
  - id: two-things
    type: multiple
    topic: lamps
    stance: fact
    stem: Which three are so?
    key: [It burns, It was lit, It is kept]
    distractors: [{text: It is out, why: It burns.}]
    rationale: So it is.
    evidence: [{source: report, exact: burns, for: It burns}, {source: report, exact: lit, for: [It was lit, It is kept]}]
  - id: since-when
    type: true-false
    topic: lamps
    stance: fact
    stem: It burns. True or false?
    key: true
    distractors: [{text: false, why: It does.}]
    rationale: So it is.
    evidence: [{source: report, exact: burns}]
  - id: what-name
    type: short
    topic: lamps
    stance: fact
    stem: What is it called?
    key: lantern
    accept: [the old lantern]
    misses: [{answer: candle, why: It is glass.}]
    rationale: So it is.
    evidence: [{source: report, exact: burns}]
  - id: how-long
    type: number
    topic: lamps
    stance: fact
    stem: How many years does it burn?
    key: {value: 80, unit: years, min: 80, max: 81}
    misses: [{answer: "1,000", why: Too many.}]
    rationale: So it is.
    evidence: [{source: report, exact: burns}]
  - id: which-is-which
    type: match
    topic: lamps
    stance: fact
    stem: Match them.
    key: [{left: {id: one, text: Old}, right: Lamp}, {left: New, right: Bulb}]
    distractors: [{text: Candle, why: It is neither.}]
    rationale: So it is.
    evidence: [{source: report, exact: burns}]
  - id: what-first
    type: order
    topic: lamps
    stance: fact
    stem: Order them.
    key: [Lit, Kept, Voted]
    rationale: So it is.
    because: The report says when.
    evidence: [{source: report, exact: burns}]
  - id: which-sentence
    type: evidence
    topic: lamps
    stance: fact
    stem: Which sentence says it?
    key: {source: report, exact: The lamp has burned.}
    distractors: [{source: report, exact: It was lit., why: That is another.}, {source: report, exact: The council met., why: No.}]
    rationale: So it is.
  - id: no-passage
    type: short
    topic: lamps
    stance: fact
    stem: Who asks?
    key: nobody
    rationale: So it is.
    status: unproven
  - id: a-draft
    type: short
    topic: lamps
    stance: fact
    stem: Who drafts?
    key: nobody
    rationale: So it is.
    evidence: [{source: report, exact: burns}]
    status: draft
"""


@pytest.fixture(scope="module")
def bank() -> Bank:
    return files.usable(files.parse_text(BANK, "lamp.yaml"))


def question(bank: Bank, name: str) -> Portable:
    found = exporting.collection(bank).collection.questions
    return next(one for one in found if one.id == name)


def test_the_general_feedback_has_what_is_shown_after_an_answer(bank: Bank) -> None:
    assert question(bank, "who-wrote").general.value == (
        "Judge Park wrote for all nine.\n\n"
        "Why that settles it: The judge is named.\n\n"
        "The passage that proves it: “said Judge Ada Park”\n"
        "[Report on the lamp], March 4, 2025 · newspaper\n"
        "In plain words: It says so.\n\n"
        "For context: “Nobody may.”\n"
        "[Report on the lamp], March 4, 2025 · newspaper\n\n"
        "An opinion of the report. The source puts this loosely. As of March 2025.\n\n"
        "Not in the article: The nine sit for life.\n\n"
        "The law itself: “No person shall”\n"
        "[The statute], date not stated"
    )


def test_passages_that_prove_a_part_say_which(bank: Bank) -> None:
    said = question(bank, "two-things").general.value
    assert "For It was lit; It is kept: “lit”" in said
    assert "Stated as fact." in said


def test_what_the_law_alone_proves_is_the_law_s() -> None:
    """It is no fact that somebody states; and its date is that of the law."""
    lamps = BANK.replace(
        "label: The statute,", "label: The statute, genre: primary sources of law,"
    )
    of_law = lamps.replace(
        "evidence: [{source: report, exact: burns}]\n    status: draft",
        "as_of: 2026-07\n    evidence: [{source: statute, exact: burns}]",
    )
    said = question(files.usable(files.parse_text(of_law, "lamp.yaml")), "a-draft").general.value
    assert said.endswith("A primary source of law. The law as of July 2026.")


def test_what_no_passage_proves_is_not_stated_by_a_source(bank: Bank) -> None:
    assert question(bank, "no-passage").general.value == "So it is."


def test_drafts_are_left_out_and_unproven_items_are_listed(bank: Bank) -> None:
    found = exporting.collection(bank)
    assert (found.left_out, found.unproven) == (("a-draft",), ("no-passage",))
    assert len(found.collection.questions) == 9
    assert found.collection.topics == ("Judges", "Lamps of the town")


def test_a_choice_with_its_tags_and_hints(bank: Bank) -> None:
    found = question(bank, "who-wrote")
    assert found.kind is Kind.CHOICE
    assert {one.text.value: (one.fraction, one.feedback.value) for one in found.answers} == {
        "Ada Park": (Decimal(1), ""),
        "Ben Carr": (Decimal(0), "He is not named."),
        "Cleo Dunn": (Decimal(0), "She is not named."),
    }
    assert found.category == ("The lamp", "Judges")
    assert found.hints == (Text("Think of the nine."),)
    assert found.tags == (
        "topic:judges", "stance:opinion", "holder:the_report", "holder-also:it", "accuracy:loose",
        "as-of:2025-03", "content:torture", "standard:C3_D2.Civ.1.9-12", "origin:written",
    )  # fmt: skip


def test_all_other_types(bank: Bank) -> None:
    shares = {one.text.value: one.fraction for one in question(bank, "two-things").answers}
    third = Decimal("0.3333333")
    assert shares == {"It burns": third, "It was lit": third, "It is kept": third, "It is out": -third}  # fmt: skip
    assert question(bank, "since-when").answers == (
        Answer(Text("true"), Decimal(1)),
        Answer(Text("false"), Decimal(0), Text("It does.")),
    )
    typed = [(one.text.value, int(one.fraction)) for one in question(bank, "what-name").answers]
    assert typed == [("lantern", 1), ("the old lantern", 1), ("candle", 0)]
    eighty, thousand = Decimal(80), Decimal(1000)
    number = question(bank, "how-long")
    assert number.answers == (
        Answer(Text("80"), Decimal(1), least=eighty, most=eighty + 1),
        Answer(Text("1000"), Decimal(0), Text("Too many."), thousand, thousand),
    )
    assert {"unit:years", "shown:80"} <= set(number.tags)
    pairs = question(bank, "which-is-which").pairs
    assert pairs[0] == Pair(Text("Old"), Text("Lamp"), "one", pairs[0].right_id)
    assert pairs[-1].left == Text()
    order = [one.text.value for one in question(bank, "what-first").answers]
    assert order == ["Lit", "Kept", "Voted"]
    sentences = question(bank, "which-sentence")
    assert sentences.kind is Kind.CHOICE
    assert {one.text.value for one in sentences.answers} == {
        "The lamp has burned.", "It was lit.", "The council met.",
    }  # fmt: skip


def test_what_no_format_has_a_place_for_is_lost_by_name(bank: Bank) -> None:
    assert [str(loss) for loss in exporting.collection(bank).losses] == [
        "licence: the licence is not said",
        "sources: the cards of the sources stay behind",
        "who-wrote: allow: the rules that are silenced here are not said",
        "which-is-which: distractors: why what is left over is wrong is not said",
        "which-sentence: type: the sentence to be found is chosen from a list",
    ]


def test_options_stand_in_no_telling_order(bank: Bank) -> None:
    shipped = [files.load(path) for path in sorted(paths.shipped_banks().glob("*.yaml"))]
    choices = [
        one
        for each in shipped
        for one in exporting.collection(each).collection.questions
        if one.kind is Kind.CHOICE
    ]
    first = [bool(one.answers[0].fraction) for one in choices]
    assert 0.1 < sum(first) / len(first) < 0.5
    assert question(bank, "who-wrote") == question(bank, "who-wrote")


def test_citations_have_the_place_where_the_source_is_at_hand(checkout: Path) -> None:
    shipped = files.load(checkout / "question_banks" / "eighth-amendment.yaml")
    cite = citing.by_shelf(shipped, Shelf([checkout / "seeds"]))
    found = exporting.collection(shipped, cite).collection.questions
    said = next(one for one in found if one.id == "trop-who").general.value
    assert "paragraph 11, date not stated · essay that argues a case" in said


@pytest.mark.parametrize(
    "value", ["the court", "a_b", "50% [x], y; z", "\u202eé", "“quoted”", "\n", "C3 D2.Civ.1"]
)
def test_labels_have_no_spaces_and_read_back(value: str) -> None:
    tag = labels.label("holder", value)
    assert not set(tag) & set(' []{},;<>"\n')
    assert labels.parted(tag) == ("holder", value)


@pytest.mark.parametrize("name", registry.FORMATS)
@pytest.mark.parametrize("path", sorted(paths.shipped_banks().glob("*.yaml")), ids=lambda p: p.stem)
def test_a_shipped_bank_that_went_there_and_back_is_written_the_same(name: str, path: Path) -> None:
    form = registry.load(name)
    bank = files.load(path)
    written, _ = form.write(exporting.collection(bank).collection)
    back, unread = form.read(written, path.name)
    assert unread == ()
    found = importing.bank(back, bank.id, bank.title)
    assert [loss for loss in found.losses if loss.field not in ("type", "rationale")] == []
    again = files.usable(files.parse_text(found.text, "again.yaml"))
    assert form.write(exporting.collection(again).collection)[0] == written


@pytest.mark.parametrize("name", registry.FORMATS)
def test_the_passages_of_a_bank_travel_word_for_word(name: str, checkout: Path) -> None:
    if name == "aiken":
        pytest.skip("Aiken has choices alone, and nothing that explains them")
    form = registry.load(name)
    bank = files.load(checkout / "question_banks" / "who-decides.yaml")
    back, _ = form.read(form.write(exporting.collection(bank).collection)[0], "quiz")
    said = {
        question.id: markup.plain(question.general)[0] or markup.plain(question.stem)[0]
        for question in back.questions
    }
    for item in bank.judged:
        for evidence in item.evidence:
            if evidence.role != "candidate":
                assert evidence.selector.exact in said[item.id]
