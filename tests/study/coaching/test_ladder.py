"""The ladder of a choice: its rungs, and what each says."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from tests.study.coaching.ferry import (
    coached,
    common,
    founder,
    kinds,
    ladder,
    option,
)

from civicsquiz.bank.items import (
    Number,
    Short,
    TrueFalse,
)
from civicsquiz.bank.models import Evidence
from civicsquiz.source.selector import Selector
from civicsquiz.source.shelf import Shelf


def test_the_ladder_of_a_choice(paper: Shelf) -> None:
    """Place, paragraph, an option ruled out, passage: nothing of it was written for the purpose."""
    place, paragraph, wrong, passage = ladder(founder(), paper)
    assert place.text == (
        "Look in “The ferry at Landing”, paragraph 3 of 6, in the middle, under the heading"
        " “The first boats”."
    )
    assert paragraph.text == (
        "____ founded the ferry in 1871 with two boats and a crew of nine. The town council paid for"
        " the landing, and the state paid for the lamps on both banks."
    )
    assert paragraph.citation == "“The ferry at Landing”, paragraph 3, date not stated"
    assert wrong.text == "It is not “Ben Ortiz”. He was mayor later."
    assert passage.text == "Ada Marsh founded the ferry"
    assert kinds((place, paragraph, wrong, passage)) == [
        "place", "paragraph", "rule-out", "quotation"
    ]  # fmt: skip


def test_an_authors_hints_come_first(paper: Shelf) -> None:
    """In their order; one that says the key, or the surname in it, is left out."""
    hints = ("Think of boats.", "It was Marsh.", "Ada Marsh!", "She had a crew.")
    found = ladder(founder(hints=hints), paper)
    assert [hint.text for hint in found[:2]] == ["Think of boats.", "She had a crew."]
    assert kinds(found)[:3] == ["author", "author", "place"]


def test_without_a_source_less_is_left(article: Callable[[str], Shelf]) -> None:
    """The name of the source, the option, and the quotation as the bank has it."""
    found = ladder(founder(), Shelf([]))
    assert kinds(found) == ["place", "rule-out", "quotation"]
    assert found[0].text == "Look in “The ferry at Landing”."
    assert kinds(ladder(founder(), article("Another article."))) == kinds(found)


def test_a_heading_that_gives_the_key_away(paper: Shelf) -> None:
    """It is not named; the paragraph is, as long as that is no key either."""
    item = founder(
        stem="Who founded it, and when?", key=option("Ada Marsh, with the first boats"),
        evidence=(Evidence("paper", Selector("Ada Marsh founded the ferry")),),
    )  # fmt: skip
    assert ladder(item, paper)[0].text == (
        "Look in “The ferry at Landing”, paragraph 3 of 6, in the middle."
    )
    numbered = Number(
        value=Decimal(3), least=Decimal(3), most=Decimal(3), **common("a crew of nine")
    )
    assert ladder(numbered, paper)[0].text == "Look in “The ferry at Landing”, in the middle."


def test_a_source_that_is_the_key_is_not_named(paper: Shelf) -> None:
    """Neither as the place nor in a citation, but with the passage itself."""
    item = founder(
        stem="Which source tells of a founder?", key=option("The Landing paper"),
        distractors=(option("The Harbor News", "It does not."), option("The law", "Nor does it.")),
    )  # fmt: skip
    found = ladder(item, paper, title=None)
    assert kinds(found) == ["paragraph", "rule-out", "quotation"]
    assert found[0].citation == ""
    assert "Landing paper" in found[-1].citation


def test_a_why_that_tells_too_much_is_no_hint(paper: Shelf) -> None:
    """The option is ruled out whose why says nothing of the key; none where each does."""
    wrong = (
        option("Ben Ortiz", "It is the other way round."),
        option("Nora Bell", "She wrote of Ada Marsh."),
        option("Ida Wells", "She lived elsewhere."),
    )
    told = next(
        hint for hint in ladder(founder(distractors=wrong), paper) if hint.kind == "rule-out"
    )
    assert told.text == "It is not “Ida Wells”. She lived elsewhere."
    told = next(
        hint for hint in ladder(founder(distractors=wrong[:2]), paper) if hint.kind == "rule-out"
    )
    assert told.text == "It is not “Nora Bell”. She wrote of ____."
    assert "rule-out" not in kinds(ladder(founder(distractors=wrong[:1]), paper))
    reckoned = (option("2 cents", "That is ten times too little."), option("Free", "It is not."))
    toll = founder(stem="What did it cost?", key=option("20 cents"), distractors=reckoned)
    told = next(hint for hint in ladder(toll, paper) if hint.kind == "rule-out")
    assert told.text == "It is not “Free”. It is not."


def test_a_quotation_that_is_the_key(paper: Shelf) -> None:
    """Then the sentence around it comes last, masked; not where the paragraph shows it already."""
    item = Short(key="bargain", **common("a bargain"))
    found = ladder(item, paper)
    assert kinds(found) == ["place", "paragraph"]
    assert "bargain" not in "".join(hint.text for hint in found)


def test_tries(paper: Shelf) -> None:
    """Once more than there are hints, and where there are options once less than there are of them."""
    judged = TrueFalse(key=True, why="No.", **common("Farmers called the toll unfair"))
    many = tuple(option(f"One {at}", "No.") for at in range(8))
    typed = Short(key="unfair", **common("Farmers called the toll unfair"))
    bare = founder(evidence=(), distractors=(option("x"), option("y"), option("z")))
    for item, tries in (
        (judged, 1), (founder(), 2), (founder(distractors=many), 5), (typed, 4), (bare, 1),
    ):  # fmt: skip
        coach, asked_so = coached(item, paper)
        assert coach.tries(asked_so) == tries


def test_a_why_while_the_question_is_open(paper: Shelf) -> None:
    """What is said of a wrong try is masked; nothing is said where that says as much as the key."""
    coach, asked_so = coached(founder(), paper)
    assert coach.mask(asked_so, "She worked for Ada Marsh later.") == "She worked for ____ later."
    assert coach.mask(asked_so, "Ada Marsh.") == ""
    assert coach.mask(asked_so, "It is the other way round.") == ""
