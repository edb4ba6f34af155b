"""One item gives another's key away only where a student could connect the two."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from civicsquiz.bank.check import Report
from civicsquiz.bank.check.context import Context
from civicsquiz.bank.check.leaks import IN_FEEDBACK, IN_STEM
from civicsquiz.bank.check.reading import TELLS
from civicsquiz.bank.items import Choice, FindEvidence, Match, Multiple, Number, Short, TrueFalse
from civicsquiz.bank.models import Bank, Evidence, Item, Miss, Option, Role, Stance, Term
from civicsquiz.source.card import Card
from civicsquiz.source.selector import Selector
from civicsquiz.source.shelf import Source

CARD = Card("essay", "Legal essay on punishment")
MEDICAL = "Which case does the legal essay credit with the standard for prisoners’ medical care?"


def choice(name: str, stem: str, key: str, wrong: str = "Somebody Else", **changes: Any) -> Choice:
    values: dict[str, Any] = {
        "topic": "law",
        "stance": Stance.FACT,
        "rationale": "The passage says so.",
        "evidence": (Evidence("essay", Selector(f"the words that prove {name}")),),
        **changes,
    }
    return Choice(
        id=name, stem=stem, key=Option("k", key), distractors=(Option("d", wrong),), **values
    )


def bank(*items: Item) -> Bank:
    return Bank(id="b", title="B", cards={"essay": CARD}, items=items)


def found(rule: Any, *items: Item) -> list[str]:
    """What a rule says of a bank whose sources are not at hand."""
    context = Context({"essay": Source(CARD)}, datetime.date(2026, 1, 1))
    return [remark.message for remark in rule.check(bank(*items), context)]


def test_a_stem_that_says_the_key_and_the_question_is_a_leak() -> None:
    """The key of one item and rare words of its stem in another's stem: one need only read on."""
    asked = choice("care", MEDICAL, "Estelle v. Gamble")
    leaking = choice(
        "year", "In which year did Estelle v. Gamble decide on medical care for prisoners?", "1976"
    )
    assert found(IN_STEM, asked, leaking) == [
        "the stem of “year” gives away the key of “care”, “Estelle v. Gamble”"
    ]


@pytest.mark.parametrize(
    "stem",
    [
        "In which year was Estelle v. Gamble decided, according to the legal essay?",
        "What does the legal essay quote from Estelle v. Gamble, which case it calls a landmark?",
        "Which Estelle ran the prisons that the prisoners said gave no medical care?",
    ],
)
def test_a_shared_case_name_alone_is_no_leak(stem: str) -> None:
    """A stem that names the case, or half of its name, says nothing of what the other item asks."""
    asked = choice("care", MEDICAL, "Estelle v. Gamble")
    assert found(IN_STEM, asked, choice("other", stem, "1976")) == []


def test_a_surname_is_enough_of_a_person() -> None:
    """ "Warren wrote for four" tells who wrote; so does the full name."""
    who = choice("who", "Which justice wrote of dignity in Trop v. Dulles?", "Earl Warren")
    vote = choice("vote", "How many justices joined what Warren wrote of dignity in Trop?", "Four")
    assert len(found(IN_STEM, who, vote)) == 1


def test_a_surname_that_two_people_have_is_not_enough() -> None:
    """Where options name two Warrens, the surname does not say which."""
    who = choice(
        "who", "Which justice wrote of dignity in Trop v. Dulles?", "Earl Warren", "Charles Warren"
    )
    vote = choice("vote", "How many justices joined what Warren wrote of dignity in Trop?", "Four")
    assert found(IN_STEM, who, vote) == []


def test_a_text_that_names_a_distractor_too_leaves_the_choice_open() -> None:
    """Key and distractor in one sentence: the student still has to know which."""
    who = choice("who", "Which justice wrote of dignity in Trop?", "Earl Warren", "Hugo Black")
    vote = choice(
        "vote", "Did Earl Warren or Hugo Black write of dignity in Trop first?", "Neither"
    )
    assert found(IN_STEM, who, vote) == []


def test_a_small_number_in_passing_is_no_leak() -> None:
    """ "Four" stands in many sentences; alone it answers nothing."""
    vote = choice("vote", "How many justices joined the opinion on dignity in Trop?", "Four")
    text = choice("text", "Which of the four justices wrote the opinion on dignity in Trop?", "X Y")
    assert found(IN_STEM, vote, text) == []


def test_feedback_that_answers_another_item_is_named() -> None:
    """A `why` is read before the next question is asked."""
    who = choice(
        "who", "Which justice wrote of prisoners’ medical care in Estelle?", "Thurgood Marshall"
    )
    other = choice(
        "year", "In which year was Trop decided?", "1958",
        rationale="Marshall wrote of medical care in Estelle much later.",
    )  # fmt: skip
    assert found(IN_FEEDBACK, who, other) == [
        "the rationale of “year” gives away the key of “who”, “Thurgood Marshall”"
    ]
    assert found(IN_STEM, who, other) == []


def test_a_passage_that_both_items_quote_is_no_finding() -> None:
    """The proving passage has the key by its nature; items that share it are kept apart."""
    text = "In the 1958 case of Trop v. Dulles, Earl Warren wrote of dignity"
    shared = (Evidence("essay", Selector(text)),)
    who = choice(
        "who", "Which justice wrote of dignity in Trop v. Dulles?", "Earl Warren", evidence=shared
    )
    part = (Evidence("essay", Selector("In the 1958 case of Trop v. Dulles")),)
    year = choice(
        "year", "In which year did dignity come up in Trop v. Dulles?", "1958", evidence=part
    )
    assert found(IN_FEEDBACK, who, year) == []


def test_another_passage_with_the_key_is_a_finding() -> None:
    """A passage that only the one item quotes gives the other's key away."""
    quoted = (Evidence("essay", Selector("Earl Warren wrote of dignity in Trop v. Dulles")),)
    who = choice("who", "Which justice wrote of dignity in Trop v. Dulles?", "Earl Warren")
    vote = choice("vote", "How many votes did the judgment have in all?", "Five", evidence=quoted)
    assert found(IN_FEEDBACK, who, vote) == [
        "the passage of “vote” gives away the key of “who”, “Earl Warren”"
    ]


def test_true_false_items_have_no_key_to_give_away() -> None:
    """ "True" stands in no text as an answer; their stems can still give another's key away."""
    who = choice("who", "Which justice wrote of dignity in Trop v. Dulles?", "Earl Warren")
    stem = "Earl Warren wrote of dignity in Trop. True or false?"
    said = TrueFalse(
        id="said", topic="law", stance=Stance.FACT, stem=stem, key=True, rationale="It is true.",
        evidence=(Evidence("essay", Selector("words")),),
    )  # fmt: skip
    assert found(IN_STEM, who, said) == [
        "the stem of “said” gives away the key of “who”, “Earl Warren”"
    ]


def common(name: str, stem: str) -> dict[str, Any]:
    """What an item of any type has, with a passage of its own."""
    return {
        "id": name, "topic": "law", "stance": Stance.FACT, "stem": stem,
        "rationale": "The passage says so.",
        "evidence": (Evidence("essay", Selector(f"the words that prove {name}")),),
    }  # fmt: skip


def telling(rationale: str) -> Choice:
    """An item that has something to say after its answer."""
    return choice("year", "In which year was it all over?", "1976", rationale=rationale)


def options(*texts: str) -> tuple[Option, ...]:
    return tuple(Option(text, text) for text in texts)


def test_each_of_several_keys_can_be_given_away() -> None:
    """One of them is a part of the answer."""
    stem = "Which two advantages did the president claim for prisons abroad?"
    item = Multiple(
        keys=options("Lower cost", "Deterrence of crime"), distractors=options("Fewer appeals"),
        **common("claims", stem),
    )  # fmt: skip
    told = telling("The president had lower cost among their advantages.")
    assert found(IN_FEEDBACK, item, told) == [
        "the rationale of “year” gives away the key of “claims”, “Lower cost”"
    ]
    assert found(IN_FEEDBACK, item, telling("They have a lower cost.")) == []


def test_each_form_of_a_typed_answer_can_be_given_away() -> None:
    """Unless a known wrong answer stands beside it."""
    item = Short(
        key="banishment", accept=("banish",), misses=(Miss("exile", "No."),),
        **common("word", "Which older word does the essay give for sending convicts overseas?"),
    )  # fmt: skip
    told = telling("To banish convicts overseas was the older way.")
    assert found(IN_FEEDBACK, item, told) == [
        "the rationale of “year” gives away the key of “word”, “banish”"
    ]
    both = "To banish or exile convicts overseas was the older way."
    assert found(IN_FEEDBACK, item, telling(both)) == []


def test_a_number_is_given_away_with_its_unit() -> None:
    """The value alone, or the value of something else, answers nothing."""
    item = Number(
        value=Decimal(500), least=Decimal(500), most=Decimal(500), unit="driving miles",
        **common("miles", "Within how many driving miles of home are prisoners to be held?"),
    )  # fmt: skip
    told = telling("Prisoners stay within 500 driving miles of their home.")
    assert found(IN_FEEDBACK, item, told) == [
        "the rationale of “year” gives away the key of “miles”, “500 driving miles”"
    ]
    for other in ("Prisoners get 500 dollars at home.", "It is 500 driving miles long."):
        assert found(IN_FEEDBACK, item, telling(other)) == []


def test_a_small_number_with_a_unit_can_be_given_away() -> None:
    """“Four” alone is no leak; four votes, of what was asked, are."""
    item = Number(
        value=Decimal(4), least=Decimal(4), most=Decimal(4), unit="votes",
        **common("votes", "How many votes did the plurality opinion on dignity have?"),
    )  # fmt: skip
    assert len(found(IN_FEEDBACK, item, telling("On dignity the plurality had four votes."))) == 1
    assert found(IN_FEEDBACK, item, telling("On dignity the plurality was of four.")) == []


def test_a_pair_is_given_away_by_both_its_sides() -> None:
    """No other word of the stem is needed: the left side is the question."""
    pairs = (
        (Option("t", "Trop v. Dulles"), Option("d", "The dignity of man")),
        (Option("s", "Michael Shifter"), Option("f", "A senior fellow")),
    )
    item = Match(pairs=pairs, **common("pairs", "What goes with each of these?"))
    for rationale, key in (
        (
            "In Trop v. Dulles the dignity of man is spoken of.",
            "Trop v. Dulles: The dignity of man",
        ),
        ("Shifter is a senior fellow.", "Michael Shifter: A senior fellow"),
    ):
        assert found(IN_FEEDBACK, item, telling(rationale)) == [
            f"the rationale of “year” gives away the key of “pairs”, “{key}”"
        ]
    for rationale in ("The dignity of man is spoken of.", "Trop is about dignity."):
        assert found(IN_FEEDBACK, item, telling(rationale)) == []


def test_a_sentence_to_find_is_given_away_word_for_word() -> None:
    """Another item that quotes it elsewhere shows it; one that speaks of it does not."""
    words = "The courts have not allowed that"
    values = common("courts", "Which sentence is a lawyer’s forecast for the judges?")
    values["evidence"] = (
        Evidence("essay", Selector(words)),
        Evidence("essay", Selector("It costs less"), Role.CANDIDATE),
    )
    key, *wrong = options(words, "It costs less")
    item = FindEvidence(key=key, distractors=tuple(wrong), **values)
    told = telling(f"His forecast was: “{words}.”")
    assert found(IN_FEEDBACK, item, told) == [
        f"the rationale of “year” gives away the key of “courts”, “{words}”"
    ]
    assert found(IN_FEEDBACK, item, telling("His forecast was that courts would not.")) == []
    assert found(IN_FEEDBACK, item, telling("It costs less.")) == []


def test_what_is_wrong_with_a_typed_answer_can_give_another_away() -> None:
    """A miss has a `why` like a distractor, and a passage has plain words."""
    who = choice("who", "Which justice wrote of dignity in Trop v. Dulles?", "Earl Warren")
    why = "Earl Warren wrote that of dignity in Trop."
    typed = common("typed", "What is the word?")
    item = Short(key="x", misses=(Miss("y", why),), **typed)
    assert len(found(IN_FEEDBACK, who, item)) == 1
    plain = {**typed, "evidence": (Evidence("essay", Selector("some words"), plain=why),)}
    assert found(IN_FEEDBACK, who, Short(key="x", **plain)) == [
        "the plain words of “typed” gives away the key of “who”, “Earl Warren”"
    ]


def test_plain_words_of_a_shared_passage_are_no_finding() -> None:
    """They say what the passage says, and that proves both."""
    words = "In the 1958 case of Trop v. Dulles, Earl Warren wrote of dignity"
    plain = Evidence("essay", Selector(words), plain="Warren wrote of dignity in Trop v. Dulles.")
    who = choice(
        "who", "Which justice wrote of dignity in Trop v. Dulles?", "Earl Warren", evidence=(plain,)
    )
    year = choice("year", "When was it written?", "1958", evidence=(plain,))
    assert found(IN_FEEDBACK, who, year) == []


@pytest.mark.parametrize(
    ("summary", "entry", "told"),
    [
        ("In Trop v. Dulles, Earl Warren wrote of dignity.", "Worth.", "the summary"),
        ("In Trop v. Dulles the Court spoke of dignity.", "Worth.", ""),
        ("Earl Warren led the Court.", "What Warren wrote of in Trop.", "the entry of “dignity”"),
    ],
)
def test_what_is_read_first_must_not_answer(summary: str, entry: str, told: str) -> None:
    """The summary and the words to know are judged as a stem is, sentence by sentence."""
    who = choice("who", "Which justice wrote of dignity in Trop v. Dulles?", "Earl Warren")
    before = Bank(
        id="b", title="B", cards={"essay": CARD}, items=(who,), read_first=summary,
        vocabulary=(Term("dignity", entry=entry),),
    )  # fmt: skip
    context = Context({"essay": Source(CARD)}, datetime.date(2026, 1, 1))
    said = [remark.message for remark in TELLS.check(before, context)]
    expected = [f"{told} gives away the key of “who”, “Earl Warren”"] if told else []
    assert said == expected


def test_an_item_may_allow_what_the_summary_says_of_it(
    town: Path, checked: Callable[..., Report]
) -> None:
    """The finding is the bank's, and the item that it concerns can bear it."""
    path = town / "town.yaml"
    values = yaml.safe_load(path.read_text("utf-8"))
    values["vocabulary"] = [{"term": "ferry", "entry": "Ada Marsh had two boats on the river."}]
    path.write_text(yaml.safe_dump(values, allow_unicode=True), "utf-8")
    assert [finding.code for finding in checked().findings] == ["B7"]
    values["items"][0]["allow"] = {"B7": "It is a test."}
    path.write_text(yaml.safe_dump(values, allow_unicode=True), "utf-8")
    report = checked()
    assert report.findings == ()
    assert [reason for _, reason in report.allowed] == ["It is a test."]
