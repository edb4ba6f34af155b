"""The ladder, type by type, and of any item at all."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.banks.any_item import asked, items
from tests.study.coaching.conftest import OneArticle
from tests.study.coaching.ferry import (
    common,
    kinds,
    ladder,
    option,
)

from civicsquiz.bank.items import (
    PAIR,
    FindEvidence,
    Match,
    Multiple,
    Order,
    Short,
    TrueFalse,
)
from civicsquiz.bank.models import Bank, Evidence, Item, Miss, Role
from civicsquiz.source.card import Card
from civicsquiz.source.selector import Selector
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.coaching.coach import SourceCoach
from civicsquiz.study.search.hidden import hidden_for
from civicsquiz.study.selection import question


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
    assert kinds(found) == ["place", "paragraph", "rule-out", "quotation"]
    assert "Ada Marsh ____ with two boats" in found[1].text
    assert "The ____ of 1888 destroyed the landing" in found[1].text
    assert "____ for $6,000" in found[1].text
    assert found[2].text == "“The ice” does not come first."
    assert found[3].text.index("The council") < found[3].text.index("The ice")


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
