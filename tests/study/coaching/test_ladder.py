"""The ladder, type by type, over an article of which everything can be seen here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.banks.any_item import asked, items
from tests.study.coaching.conftest import OneArticle

from civicsquiz.bank.items import (
    PAIR,
    Choice,
    FindEvidence,
    Match,
    Multiple,
    Number,
    Order,
    Short,
    TrueFalse,
)
from civicsquiz.bank.models import (
    Bank,
    Evidence,
    Holder,
    Item,
    Miss,
    Option,
    Role,
    Stance,
    Term,
    option_id,
)
from civicsquiz.source.card import Card
from civicsquiz.source.selector import Selector
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.coaching import Hint
from civicsquiz.study.coaching.coach import SourceCoach
from civicsquiz.study.question import Question
from civicsquiz.study.search.hidden import hidden_for
from civicsquiz.study.selection import question

PAPER = """\
# The ferry at Landing

Landing is a town on a river, and people there have crossed it in many ways. Nobody wrote much of it down before the newspaper came.

## The first boats

Ada Marsh founded the ferry in 1871 with two boats and a crew of nine. The town council paid for the landing, and the state paid for the lamps on both banks.

The toll was five cents for a person and 20 cents for a horse. Farmers called the toll unfair, while the company called it a bargain for everybody.

## Later years

The ice of 1888 destroyed the landing. The mayor of that year, Ben Ortiz, argued that a town should own its crossings. The council bought the ferry for $6,000 in the year after.
"""

Ladders = Callable[..., tuple[Hint, ...]]


@pytest.fixture
def paper(article: Callable[[str], Shelf]) -> Shelf:
    return article(PAPER)


def option(text: str, why: str = "") -> Option:
    return Option(option_id(text), text, why)


def common(exact: str, *more: str, **values: Any) -> dict[str, Any]:
    quoted = tuple(Evidence("paper", Selector(text)) for text in (exact, *more))
    return {
        "id": "item", "topic": "topic", "stance": Stance.FACT, "stem": "Which is it?",
        "rationale": "So.", "evidence": quoted, **values,
    }  # fmt: skip


def founder(**values: Any) -> Choice:
    wrong = option("Ben Ortiz", "He was mayor later."), option("Nora Bell", "She wrote of it.")
    made = common("Ada Marsh founded the ferry", stem="Who founded the ferry?")
    return Choice(**{**made, "key": option("Ada Marsh"), "distractors": wrong, **values})


def ladder(item: Item, shelf: Shelf, *others: Item, **more: Any) -> tuple[Hint, ...]:
    return coached(item, shelf, *others, **more)[0].ladder(coached(item, shelf, *others, **more)[1])


def coached(
    item: Item, shelf: Shelf, *others: Item, title: str | None = "The ferry at Landing", **more: Any
) -> tuple[SourceCoach, Question]:
    card = Card("paper", "The Landing paper", title=title)
    bank = Bank(id="bank", title="Bank", cards={"paper": card}, items=(item, *others))
    return SourceCoach(shelf, **more), question(bank, item, "1")


def kinds(hints: tuple[Hint, ...]) -> list[str]:
    return [hint.kind for hint in hints]


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


def test_a_passage_in_other_words_is_masked_whole(paper: Shelf) -> None:
    """Where the words of the key are not in it, there is nothing to mask but all of it."""
    item = founder(
        stem="How did farmers see the price?", key=option("They objected to it"),
        evidence=(Evidence("paper", Selector("Farmers called the toll unfair")),),
    )  # fmt: skip
    paragraph = next(hint for hint in ladder(item, paper) if hint.kind == "paragraph")
    assert "____, while the company called it a bargain for everybody." in paragraph.text
    assert "unfair" not in paragraph.text


def test_a_key_that_says_no_more_than_its_options(paper: Shelf) -> None:
    """All its words are in other options too, so that masking none of them would show the key."""
    item = founder(
        stem="How did farmers see the toll?", key=option("As unfair, not a bargain"),
        distractors=(option("As a bargain", "The company did."), option("As unfair to it", "No.")),
        evidence=(Evidence("paper", Selector("Farmers called the toll unfair")),),
    )  # fmt: skip
    paragraph = next(hint for hint in ladder(item, paper) if hint.kind == "paragraph")
    assert "unfair" not in paragraph.text


def test_other_names_count_as_the_key(article: Callable[[str], Shelf]) -> None:
    """Of a holder, of a term, an acronym that the text explains, initials."""
    text = (
        "The Bureau of River Traffic (BORT) took it over in that year, as everybody here knows well."
        " The bureau, or BRT for some, had its seat in the old harbor office for many long years."
        " People called it the Water Board and paid what it asked for each boat and for each horse."
    )
    item = founder(
        stem="Who took it over?", key=option("Bureau of River Traffic"), distractors=(
            option("The mayor", "No."), option("The state", "No."),
        ),
        evidence=(Evidence("paper", Selector("took it over in that year")),),
        holder=Holder("Water Board", ("Bureau of River Traffic",)),
    )  # fmt: skip
    found = ladder(item, article(text), terms=[Term("river traffic", ("harbor office",))])
    paragraph = next(hint.text for hint in found if hint.kind == "paragraph")
    for name in ("Bureau", "bureau", "BORT", "BRT", "Water Board", "harbor office"):
        assert name not in paragraph
    assert "paid what it asked" in paragraph


def test_what_answers_a_neighbour_is_masked_too(paper: Shelf) -> None:
    """Another item on the same paragraph, of the bank or of the session, is not given away."""
    neighbour = replace(
        founder(), id="crew", stem="How big was the crew?", key=option("A crew of nine people"),
        distractors=(option("Two", "No."), option("Five", "No.")),
        evidence=(Evidence("paper", Selector("and a crew of nine")),),
    )  # fmt: skip
    alone = ladder(founder(), paper)[1].text
    assert "a crew of nine" in alone
    assert "nine" not in ladder(founder(), paper, neighbour)[1].text
    elsewhere = coached(neighbour, paper)[1]
    assert "nine" not in ladder(founder(), paper, questions=[elsewhere])[1].text
    draft = replace(neighbour, evidence=(Evidence("paper", Selector("The ice of 1888")),))
    assert ladder(founder(), paper, draft)[1].text == alone


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


def test_a_sentence_to_be_found(paper: Shelf) -> None:
    """The key is the passage, and is never shown; nor are the other sentences in the paragraph."""
    texts = (
        "The ice of 1888 destroyed the landing.",
        "The toll was five cents for a person and 20 cents for a horse.",
        "Ada Marsh founded the ferry in 1871",
    )
    roles = (Role.PROVES, Role.CANDIDATE, Role.CANDIDATE)
    quoted = tuple(
        Evidence("paper", Selector(text), role) for text, role in zip(texts, roles, strict=True)
    )
    item = FindEvidence(
        key=option(texts[0]), distractors=tuple(option(text, "It says nothing of a loss.") for text in texts[1:]),
        **{**common(""), "evidence": quoted},
    )  # fmt: skip
    found = ladder(item, paper)
    assert kinds(found) == ["place", "paragraph", "rule-out"]
    assert found[1].text.startswith("____. The mayor of that year")
    elsewhere = tuple(
        replace(one, source="other") if at else one for at, one in enumerate(item.evidence)
    )
    card = Card("paper", "The Landing paper")
    bank = Bank(
        id="bank", title="Bank", cards={"paper": card, "other": replace(card, id="other")},
        items=(replace(item, evidence=elsewhere),),
    )  # fmt: skip
    told = SourceCoach(paper).ladder(question(bank, bank.items[0], "1"))
    assert "place" not in kinds(told)  # only the key is from this source


def test_true_false_has_place_and_passage(paper: Shelf) -> None:
    """What stands around the passage would settle it, and nothing can be ruled out."""
    item = TrueFalse(key=True, why="No.", **common("Farmers called the toll unfair"))
    assert kinds(ladder(item, paper)) == ["place", "quotation"]


def test_an_order_does_not_show_its_order(paper: Shelf) -> None:
    """Places and passages stand in the alphabet's order; one entry is ruled out as the first."""
    entries = tuple(map(option, ("The founding", "The ice", "The purchase")))
    texts = ("founded the ferry in 1871", "The ice of 1888", "The council bought the ferry")
    found = ladder(Order(entries=entries, **common(*texts)), paper)
    assert kinds(found) == ["place", "rule-out", "quotation"]
    assert found[1].text == "“The ice” does not come first."
    assert found[2].text.index("The council") < found[2].text.index("The ice")


def test_all_parts_of_a_key_of_several(paper: Shelf) -> None:
    """Each is masked wherever it stands, and each passage is named."""
    item = Multiple(
        keys=(option("The town council"), option("The state")),
        distractors=(option("The farmers", "They paid tolls."), option("The crew", "It was paid.")),
        **{**common(""), "evidence": (
            Evidence("paper", Selector("The town council paid"), parts=("The town council",)),
            Evidence("paper", Selector("the state paid for the lamps"), parts=("The state",)),
        )},
    )  # fmt: skip
    found = ladder(item, paper)
    assert kinds(found) == ["place", "paragraph", "rule-out", "quotation"]
    assert "The ____ paid for the landing, and the ____ paid for the lamps" in found[1].text
    assert found[2].text == "“The farmers” is not among them. They paid tolls."
    pairs = (option("Landing"), option("The town council")), (option("Lamps"), option("The state"))
    quoted = {**common(""), "evidence": tuple(replace(one, parts=()) for one in item.evidence)}
    match = Match(pairs=pairs, distractors=(option("The crew", "It was paid."),), **quoted)
    found = ladder(match, paper)
    assert found[2].text == "“The crew” belongs to none of them. It was paid."
    assert "council" not in found[1].text


def test_a_typed_answer(paper: Shelf) -> None:
    """A known wrong answer is ruled out; accepted forms are masked as the key is."""
    item = Short(
        key="unfair", accept=("not fair",), misses=(Miss("dear", "That is about its size."),),
        **common("Farmers called the toll unfair", stem="What did they call it?"),
    )  # fmt: skip
    found = ladder(item, paper)
    assert kinds(found) == ["place", "paragraph", "rule-out", "quotation"]
    assert found[2].text == "It is not “dear”. That is about its size."


def test_tries(paper: Shelf) -> None:
    """Once more than there are hints, once less than there are options; typed, three at most."""
    judged = TrueFalse(key=True, why="No.", **common("Farmers called the toll unfair"))
    many = tuple(option(f"One {at}", "No.") for at in range(8))
    typed = Short(key="unfair", **common("Farmers called the toll unfair"))
    bare = founder(evidence=(), distractors=(option("x"), option("y"), option("z")))
    for item, tries in (
        (judged, 1), (founder(), 2), (founder(distractors=many), 5), (typed, 3), (bare, 1),
    ):  # fmt: skip
        coach, asked_so = coached(item, paper)
        assert coach.tries(asked_so) == tries


def test_a_why_while_the_question_is_open(paper: Shelf) -> None:
    """What is said of a wrong try is masked; nothing is said where that says as much as the key."""
    coach, asked_so = coached(founder(), paper)
    assert coach.mask(asked_so, "She worked for Ada Marsh later.") == "She worked for ____ later."
    assert coach.mask(asked_so, "Ada Marsh.") == ""
    assert coach.mask(asked_so, "It is the other way round.") == ""


SENTENCES = "The old hall was empty. {} stood there with a flag in the evening. Nobody else came."


@given(items(), st.booleans())
def test_no_rung_before_the_last_shows_a_key(item: Item, quoted: bool) -> None:
    """Of any item, over an article that says its keys: nothing that the search would hide."""
    keys = [one.text for one in item.options if one.id in item.key_ids] or [item.key_text]
    text = "\n\n".join(SENTENCES.format(key) for key in keys)
    if quoted and item.type != "evidence":
        exact = f"{keys[0]} stood there with a flag"
        item = replace(item, evidence=(Evidence("paper", Selector(exact)),))
    one = asked(item)
    found = SourceCoach(OneArticle(text)).ladder(one)
    assert found == SourceCoach(OneArticle(text)).ladder(one)
    hidden = hidden_for([one])
    for hint in found:
        assert hint.text.strip()
        assert hint.text.isprintable() or "\n" in hint.text
        if hint.kind == "quotation" or item.type == "order":
            continue
        if item.type == "match" and hint.kind == "rule-out":
            texts = {one.id: one.text for one in (*item.prompts, *item.options)}
            pairs = (pair.split(PAIR) for pair in item.key_response)
            told = [
                f"“{texts[right]}” does not belong to “{texts[left]}”." for left, right in pairs
            ]
            assert hint.text not in told
            continue
        assert not hidden.shows_key(hint.text, hint.citation), hint
    assert [hint.kind for hint in found if hint.kind == "quotation"] in ([], ["quotation"])
    if any(hint.kind == "quotation" for hint in found):
        assert found[-1].kind == "quotation"
        assert item.type != "evidence"
