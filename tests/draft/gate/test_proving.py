"""Whether the passage says what is asked: each rule with what it refuses, and what it lets pass."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.draft.charter import article
from tests.draft.gate.making import candidate, ground

from civicsquiz.bank.items import Choice, FindEvidence
from civicsquiz.bank.models import Evidence, Stance
from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.definition_needs import TERMS, lacking
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.gate import proving
from civicsquiz.draft.items.building import option
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.table import table
from civicsquiz.source.selector import Selector


@pytest.mark.parametrize(
    ("passage", "refused"),
    [
        ("NATO is one example of an institution.", True),
        ("By NATO’s treaty an attack on one is an attack on all.", False),
    ],
)
def test_a_question_of_a_list(passage: str, *, refused: bool) -> None:
    """The passage has to have a word of what is asked, besides the key."""
    one = candidate("In which alliance is an attack on one member an attack on the others?", "NATO")
    assert isinstance(one.item, Choice)
    quoted = replace(one.item, evidence=(Evidence("rights", Selector(passage)),))
    of_list = replace(one, item=quoted, rule="staple@1")
    assert bool(proving.HARDLY_SAID.check(of_list, ground())) is refused
    assert not proving.HARDLY_SAID.check(replace(of_list, rule="which-provision@1"), ground())


def defined(sentence: str, term: str, definition: str, way: str) -> tuple[Candidate, Article]:
    made = article(f"Rights in short\n\n{sentence} Congress makes the federal laws.\n")
    slots = (Slot("term", term), Slot("definition", definition), Slot("way", way))
    fact = Fact(Frame.DEFINITION, made.card.id, slots, 0, 10, 0)
    return candidate(rule="define@2", fact=fact), made


@pytest.mark.parametrize(
    ("sentence", "term", "definition", "way"),
    [
        ("Using judicial review, the courts check the acts of government.", "judicial review",
         "the courts check the acts of government", "apposed,"),
        ("They see in it the cornerstone of their own legitimacy—the preservation of rights.", "legitimacy",
         "the preservation of rights", "apposed—"),
        ("Conflict is a natural part of a system of many groups.", "conflict",
         "a natural part of a system of many groups", "is"),
        ("Trial courts are courts of original jurisdiction, the first courts with authority to hear a case.",
         "original jurisdiction", "the first courts with authority to hear a case", "apposed,"),
    ],
)  # fmt: skip
def test_what_is_no_definition(sentence: str, term: str, definition: str, way: str) -> None:
    one, made = defined(sentence, term, definition, way)
    assert proving.DEFINED_ELSEWHERE.check(one, ground(of=made))


@pytest.mark.parametrize(
    ("sentence", "term", "definition", "way"),
    [
        ("Suffrage, the right to vote, was won late.", "suffrage", "the right to vote", "apposed,"),
        ("The amendments widened suffrage—the right to vote.", "suffrage", "the right to vote", "apposed—"),
        ("The theory of nullification, or the voiding of unwelcome federal laws, was old.", "nullification",
         "the voiding of unwelcome federal laws", "apposed—"),
        ("A caucus is a meeting of the members of a party.", "caucus", "a meeting of the members of a party", "is"),
    ],
)  # fmt: skip
def test_what_is_a_definition(sentence: str, term: str, definition: str, way: str) -> None:
    one, made = defined(sentence, term, definition, way)
    assert proving.DEFINED_ELSEWHERE.check(one, ground(of=made)) == ""


@pytest.mark.parametrize(
    ("term", "definition", "refused"),
    [
        ("impeachment", "a legal process for removing elected officials for misconduct", True),
        ("impeachment", "the act of charging a government official with serious wrongdoing", False),
        ("deficit", "a gap between expenditures and revenues", True),
        ("deficit", "the amount by which spending exceeds revenue in a year", False),
        ("patronage", "the awarding of government jobs", True),
        ("patronage", "the awarding of government jobs to supporters of a party", False),
    ],
)
def test_a_definition_has_what_makes_the_term(term: str, definition: str, *, refused: bool) -> None:
    one, made = defined(f"In law {term} is {definition}.", term, definition, "is")
    assert bool(proving.NOT_WHOLE.check(one, ground(of=made))) is refused
    assert proving.NOT_WHOLE.check(replace(one, rule="staple@1"), ground(of=made)) == ""


def test_every_term_that_needs_words_is_one_of_the_table() -> None:
    assert {name for name in TERMS if table().term(name) is None} == set()
    assert not any(lacking(name, table().term(name).about) for name in TERMS)  # type: ignore[union-attr]


def test_what_some_see_is_no_fact() -> None:
    made = article(
        "Rights in short\n\nSocial conservatives see the decision in Roth v. United States as one that let much pass."
        " Congress makes the federal laws.\n"
    )
    fact = Fact(Frame.CASE, made.card.id, (Slot("case", "Roth v. United States"),), 0, 10, 0)
    one = candidate(rule="case-which@3", fact=fact)
    assert proving.SEEN_BY_SOME.check(one, ground(of=made))
    told = replace(one, item=replace(one.item, stance=Stance.ATTRIBUTED))
    assert proving.SEEN_BY_SOME.check(told, ground(of=made)) == ""
    assert proving.SEEN_BY_SOME.check(candidate(), ground()) == ""


@pytest.mark.parametrize(
    ("line", "refused"),
    [
        ("Compare this to the system of the states.", True),
        ("The section that follows looks at elections.", True),
        ("For example, a vote is held on a Tuesday.", True),
        ("A vote is also held in the states.", True),
        ("None of these elections was held on a Tuesday.", True),
        ("A vote is held on the first Tuesday of the month.", False),
    ],
)
def test_a_line_that_leans(line: str, *, refused: bool) -> None:
    one = candidate()
    common = {
        name: value for name, value in vars(one.item).items() if name not in ("key", "distractors")
    }
    item = FindEvidence(
        **common, key=option("An election is a choice."), distractors=(option(line),)
    )
    assert bool(proving.LEANING_LINE.check(replace(one, item=item), ground())) is refused


@pytest.mark.parametrize(
    ("sentence", "refused"),
    [
        ("Originally, the First Amendment applied only to the federal government.", True),
        ("Before the war, the First Amendment applied only to the federal government.", True),
        ("The First Amendment originally applied only to the federal government.", False),
    ],
)
def test_what_was_so_for_a_time(sentence: str, *, refused: bool) -> None:
    made = article(f"Rights in short\n\n{sentence} Congress makes the federal laws.\n")
    slots = (Slot("provision", "First Amendment"),)
    one = candidate(fact=Fact(Frame.PROVISION, made.card.id, slots, 0, 10, 0))
    assert bool(proving.ONCE_SO.check(one, ground(of=made))) == refused


def test_one_way_to_read_it_is_no_fact() -> None:
    read = candidate("Which document can be read as a promise that was kept?")
    assert "one way to see it" in proving.SEEN_BY_SOME.check(read, ground())
