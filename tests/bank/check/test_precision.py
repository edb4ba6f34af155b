"""What the rules on stems and options leave alone: a false alarm teaches people not to look."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from civicsquiz.bank.check import RULES
from civicsquiz.bank.check.balance import at_least, rank
from civicsquiz.bank.check.context import Context
from civicsquiz.bank.check.figures import figure
from civicsquiz.bank.check.law import months_since
from civicsquiz.bank.check.rule import ItemRule
from civicsquiz.bank.check.stem import unbalanced
from civicsquiz.bank.items import Choice
from civicsquiz.bank.models import Bank, Content, Evidence, Holder, Option, Role, Stance
from civicsquiz.source.card import Card
from civicsquiz.source.selector import Selector

CARDS = {
    "report": Card("report", "A report", genre="essay on law that argues a case"),
    "law": Card("law", "The law itself", rights="public domain"),
    "code": Card("code", "The code", genre="Primary sources of law"),
}
STEM = "Which of the answers below is the one that the report gives?"


def item(*options: str, stem: str = STEM, **changes: Any) -> Choice:
    values: dict[str, Any] = {
        "id": "telling-name",
        "topic": "t",
        "stance": Stance.FACT,
        "rationale": "It says so.",
        "evidence": (Evidence("report", Selector("words")),),
        **changes,
    }
    key, *wrong = options or ("a", "b", "c")
    return Choice(
        stem=stem,
        key=Option("k", key),
        distractors=tuple(Option(str(at), text, "No.") for at, text in enumerate(wrong)),
        **values,
    )


def says(code: str, asked: Choice) -> list[str]:
    """The messages of one rule about one item."""
    rule = RULES[code]
    assert isinstance(rule, ItemRule)
    bank = Bank(id="b", title="B", cards=CARDS, items=(asked,))
    context = Context({}, datetime.date(2026, 1, 15))
    return [remark.message for remark in rule.check(asked, bank, context)]


@pytest.mark.parametrize(
    "options",
    [
        ("The U.S. Supreme Court", "The U.S. Congress", "The state legislatures"),
        ("Lee Gelernt", "A lawyer for the ACLU", "The State Department"),
        ("One to Ossoff, one to Bondi", "Both to Ossoff", "Both to Bondi"),
        ("Earl Warren", "Brown", "William O. Douglas"),
        ("In 1958, when the war was over", "1967", "Sometime in 1976"),
        ("March 2022", "April 2022", "May 2022"),
        ("Treatment beds", "Prison guards", "Exercise yards"),
    ],
)
def test_options_of_one_kind_are_left_alone(options: tuple[str, ...]) -> None:
    """O2 speaks only of plain mixtures: a figure among words, a name among long phrases."""
    assert says("O2", item(*options)) == []


@pytest.mark.parametrize(
    "options",
    [
        ("1958", "After the war", "Under Nixon"),
        ("The courts", "40 percent", "The states"),
        ("Earl Warren", "they wanted to make the law clear", "he asked the others to join him"),
    ],
)
def test_options_of_mixed_kinds_are_named(options: tuple[str, ...]) -> None:
    """The odd one out draws the eye."""
    assert len(says("O2", item(*options))) == 1


@pytest.mark.parametrize(
    "options",
    [
        ("It is enforceable there", "It is not enforceable there"),
        ("Fourteenth Amendment", "Fourth Amendment"),
        ("1958", "1959"),
        ("8,400", "84,000"),
        ("William Brennan", "William Douglas"),
        ("Congress", "Congress and the president"),
        ("Rate: El Salvador. Number: the United States",
         "Rate: the United States. Number: El Salvador"),
        ("Chile sent it to Peru", "Peru sent it to Chile"),
        ("emigrants", "immigrants"),
    ],
)  # fmt: skip
def test_options_that_differ_in_one_word_are_two(options: tuple[str, ...]) -> None:
    """O5 compares words and their order, not letters: "not" makes another answer."""
    assert says("O5", item(*options)) == []


@pytest.mark.parametrize(
    "options",
    [
        ("the Supreme Court", "Supreme Court"),
        ("citizens’ rights", "Citizen's right"),
        ("forty thousand", "40,000"),
        ("Congress and the president", "The president and Congress"),
        ("Thurgood Marshal", "Thurgood Marshall"),
        ("Earl Warren", "Chief Justice Earl Warren"),
    ],
)
def test_options_that_say_the_same_are_one(options: tuple[str, ...]) -> None:
    """Other spellings, slips and name variants are the same answer."""
    assert len(says("O5", item(*options))) == 1


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("Sign it or veto it", "Sign it", "Send it to a court"), True),
        (("Life, liberty, or property", "Liberty", "A lawyer"), True),
        (("The House and the Senate", "The Senate", "The Supreme Court"), False),
        (("Sign it", "Sign it or veto it", "Send it to a court"), False),
        (("A state or a city", "A citizen", "The city council"), False),
    ],
)
def test_one_of_what_the_key_offers_is_right_too(options: tuple[str, ...], found: bool) -> None:
    """O5 of a key with “or”; of one with “and” its parts alone are wrong."""
    said = [f"“{options[1]}” is one part of the key “{options[0]}”"]
    assert says("O5", item(*options)) == (said if found else [])


@pytest.mark.parametrize(
    ("stem", "options"),
    [
        ("Whom does the essay name, Rubio or Bukele?", ("Rubio", "Bukele")),
        ("Within what limits must the State use its power?",
         ("The limits of civilized standards", "The limits of public safety")),
        ("What does the essay say of prisons abroad and the distance?",
         ("They are beyond it from any part of the U.S.", "They are exempt from it as foreign")),
    ],
)  # fmt: skip
def test_words_that_give_nothing_away_may_stand_in_the_stem(
    stem: str, options: tuple[str, ...]
) -> None:
    """S1 is about words that only the key has, in a stem that offers no choice by itself."""
    assert says("S1", item(*options, stem=stem)) == []


@pytest.mark.parametrize(
    ("stem", "key"),
    [
        ("Which of the cases was decided in the year 1958 and not later?", "1958"),
        ("Which act about the first step did Congress pass in those years?", "The First Step Act"),
        ("What did the Court call the evolving standards that mark decency?",
         "Evolving standards of decency that mark progress"),
        ("Who of the Warrens became the chief justice in that year?", "Earl Warren"),
    ],
)  # fmt: skip
def test_a_stem_that_has_the_key_is_named(stem: str, key: str) -> None:
    """The whole key, its head word, or most of its own words."""
    assert len(says("S1", item(key, "Something", "Nothing", stem=stem))) == 1


@pytest.mark.parametrize(
    ("stem", "negative"),
    [
        ("Which of these did he not say?", True),
        ("All of these are rights except which one?", True),
        ("Which of these didn’t he say?", True),
        ("Which outcome is least likely?", True),
        ("Who told NPR, “You may not deport a U.S. citizen, period”?", False),
        ("What is prohibited, whether they are incarcerated or not?", False),
        ("At least how many miles is it?", False),
        ("What did the notice say about nothing?", False),
        ("In which case did the Court rule that states may not deny counsel?", False),
        ("Which right did the Court say that citizens do not have?", True),
    ],
)
def test_only_the_question_itself_can_be_negative(stem: str, *, negative: bool) -> None:
    """S5 leaves quoted words and "at least" alone."""
    assert bool(says("S5", item(stem=stem))) is negative


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Who said “yes” (in 2025)?", ""),
        ("Who said “yes (in 2025)?", "“"),
        ("Who said yes” in 2025?", "”"),
        ('Who said "yes?', '"'),
        ("Who (said] yes?", "]"),
        ("The states’ rights and John’s house", ""),
    ],
)
def test_marks_need_their_partners(text: str, wrong: str) -> None:
    """Quotation marks and brackets close in the order they open; apostrophes are neither."""
    assert unbalanced(text) == wrong


def test_a_holder_may_be_the_answer() -> None:
    """A stem that asks who it was need not, and must not, name them."""
    holder = Holder("Leti Volpp")
    asked = item("Leti Volpp", "Adam Cohen", stance=Stance.ATTRIBUTED, holder=holder)
    assert says("S6", asked) == []
    assert len(says("S6", item("Adam Cohen", stance=Stance.ATTRIBUTED, holder=holder))) == 1


def test_a_holder_is_named_word_for_word() -> None:
    """Names compare whole, without their "the", in any case and with any apostrophe."""
    asked = item(
        stem="Why is it wrong, by The Legal Essay?", stance=Stance.OPINION,
        holder=Holder("the legal essay"),
    )  # fmt: skip
    assert says("S6", asked) == []
    part = item(stem="Why does the NPRs say so?", stance=Stance.OPINION, holder=Holder("NPR"))
    assert len(says("S6", part)) == 1


@pytest.mark.parametrize(
    ("background", "found"),
    [
        ("The Court held otherwise later.", True),
        ("The Court held otherwise: Reid v. Covert, 354 U.S. 1 (1957).", False),
        ("The statute was amended: 18 U.S.C. § 3621(b).", False),
        ("The Eighth Amendment forbids it, and the Court said so.", False),
        ("He held the office for two years and was well liked.", False),
        ("Bukele’s party has held the majority since 2021.", False),
        ("Federal crimes are made by statute: 11 U.S. (7 Cranch) 32 (1812).", False),
    ],
)
def test_law_needs_a_citation_and_other_facts_do_not(background: str, *, found: bool) -> None:
    """C2 looks for what a court did or a law says, and for anything a teacher could look up."""
    assert bool(says("C2", item(background=background))) is found


@pytest.mark.parametrize(
    ("date", "months"),
    [("2024-01-15", 24), ("2024-01-16", 23), ("2023-12", 25), ("2024", 13), ("2026-02", -1)],
)
def test_a_date_counts_from_its_end(date: str, months: int) -> None:
    """A month or a year is as old as its last day."""
    assert months_since(date, datetime.date(2026, 1, 15)) == months


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1958", 1958), ("40 percent", 40), ("forty thousand", 40_000), ("about 500 miles", 500),
        ("$6 million", 6_000_000), ("February 5, 2025", 20250205), ("March 2022", 20220300),
        ("Two justices joined it in the end", None), ("Eighth", None), ("The Court of 1958", None),
        ("Earl Warren", None), ("12 of the 50 states", None),
    ],
)  # fmt: skip
def test_a_figure_is_a_number_with_its_unit(text: str, value: int | None) -> None:
    """Numbers, years and dates are figures; sentences with a number in them are not."""
    found = figure(text)
    assert (found and int(found.value)) == value


def test_the_rank_of_a_key_is_its_place_by_size() -> None:
    """Ranks count among figures of one unit only."""
    assert rank(item("500", "250", "1,000")) == (1, 3)
    assert rank(item("forty", "50", "60")) == (0, 3)
    assert rank(item("5 miles", "6 days", "7 miles")) is None
    assert rank(item("1958", "Later", "Never")) is None


def test_the_chance_of_so_many_is_exact() -> None:
    """Four keys out of four at one of three places: one in 81."""
    assert at_least(4, [1 / 3] * 4) == pytest.approx(1 / 81)
    assert at_least(0, [0.5, 0.25]) == pytest.approx(1)
    assert at_least(1, [0.5, 0.25]) == pytest.approx(0.625)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("hundreds of people have died in prison", "deaths"),
        ("he was found dead", "deaths"),
        ("the police killed two men", "deaths"),
        ("its cells are known for torture", "torture"),
        ("they were visiting their families", "family-ties"),
        ("a mother was separated from her child", "family-ties"),
        ("the death penalty is reserved for murder", ""),
        ("the bill died in committee", ""),
        ("the amendment was killed by a filibuster", ""),
        ("a list of job-killing regulations", ""),
        ("he was killed on the job", "deaths"),
        ("the executive branch executes the law", ""),
        ("the Marsh family had two boats", ""),
        ("cruel and unusual punishments inflicted", ""),
        ("a deadline for soldiers and diets", ""),
    ],
)
def test_a_note_is_asked_for_where_plain_words_speak(text: str, content: str) -> None:
    """N1 reads stem, options and passages, and leaves figures of speech alone."""
    quoted = (Evidence("report", Selector(text)),)
    for asked in (item(stem=f"Is it so that {text}?"), item(text, "b"), item(evidence=quoted)):
        said = says("N1", asked)
        assert [message.endswith(f"no content note says “{content}”") for message in said] == (
            [True] if content else []
        )
    if content:
        assert says("N1", item(evidence=quoted, content=(Content(content),))) == []
        assert says("N2", item(evidence=quoted, content=(Content(content),))) == []


def test_a_note_may_rest_on_other_words() -> None:
    """N2 speaks only where nothing at all is of the kind."""
    asked = item(stem="How far from home may somebody be held?", content=(Content.FAMILY_TIES,))
    assert says("N2", asked) == []
    harsh = item(rationale="The conditions were harsh.", content=(Content.TORTURE,))
    assert says("N2", harsh) == []
    assert says("N2", item(content=(Content.TORTURE, Content.DEATHS))) == [
        "nothing here speaks of “torture”", "nothing here speaks of “deaths”"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("plain", "number"),
    [
        ("From 1788 to 1868, people were sent there.", ""),
        ("The dates are 1788 and eighteen hundred and sixty-eight.", ""),
        ("Two things are said: where, and when.", ""),
        ("That is a time of 80 years.", "80"),
        ("By 1868 it was forty thousand people.", "40000"),
    ],
)
def test_plain_words_add_no_figures(plain: str, number: str) -> None:
    """C4 leaves small numbers alone, which count what is said."""
    quoted = Evidence("report", Selector("sent to Australia between 1788 and 1868"), plain=plain)
    said = says("C4", item(evidence=(quoted,)))
    assert said == ([f"the passage does not have the number {number}"] if number else [])


@pytest.mark.parametrize(("source", "wrong"), [("report", True), ("law", False), ("code", False)])
def test_the_law_comes_from_the_law(source: str, *, wrong: bool) -> None:
    """C3 asks the card: public domain, or a primary source of law; an essay on law is neither."""
    quoted = Evidence(source, Selector("words"), Role.LAW)
    assert bool(says("C3", item(evidence=(quoted,)))) is wrong
    assert says("C3", item(evidence=(Evidence("report", Selector("words")),))) == []
