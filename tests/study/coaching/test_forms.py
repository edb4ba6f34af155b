"""What may be shown by the form of what is asked: places, paragraphs, questions on passages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.study.coaching.ferry import (
    coached,
    common,
    founder,
    kinds,
    ladder,
    of_kind,
    option,
)
from tests.study.coaching.test_detour import after

from civicsquiz.bank.items import FindEvidence, Order, Short
from civicsquiz.bank.models import Bank, Evidence, Item, Miss, Role
from civicsquiz.source.card import Card
from civicsquiz.source.selector import Selector
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.coaching.coach import SourceCoach
from civicsquiz.study.selection import question


def three(**values: object) -> Item:
    wrong = tuple(option(name, "He did not.") for name in ("Ben Ortiz", "Nora Bell", "Ida Wells"))
    return founder(distractors=wrong, **values)


def test_two_options_stay_open(paper: Shelf) -> None:
    """Nothing is ruled out where only the key would be left; what was typed is not ruled out again."""
    item = three()
    coach, asked = coached(item, paper)
    first, second, _ = (one.id for one in item.options if one.id not in item.key_ids)
    assert "Nora Bell" in of_kind(coach.ladder(asked, {first}), "rule-out")
    assert "rule-out" not in kinds(coach.ladder(asked, {first, second}))
    typed = Short(
        key="unfair", misses=(Miss("dear", "It says nothing of that."), Miss("slow", "Nor this.")),
        **common("Farmers called the toll unfair"),
    )  # fmt: skip
    coach, asked = coached(typed, paper)
    assert "“dear”" in of_kind(coach.ladder(asked), "rule-out")
    assert "“slow”" in of_kind(coach.ladder(asked, {"dear"}), "rule-out")


def test_an_option_ruled_out_early_costs_a_try() -> None:
    """Where it comes before the last two tries, the last would have the key alone."""
    item = three(key=option("The Landing paper"))
    coach, asked = coached(item, Shelf([]), title=None)
    assert kinds(coach.ladder(asked)) == ["rule-out", "quotation"]
    assert coach.tries(asked) == 2


def test_options_that_are_quotations(article: Callable[[str], Shelf]) -> None:
    """All that stand in the paragraph are masked alike; where only the key does, there is none."""
    said = "They kept each boat “in good repair” and each landing “under one roof” for all comers. "
    item = founder(
        stem="Which words are on boats?", key=option("“in good repair”"),
        distractors=(option("“under one roof”", "It is not."), option("“no toll”", "It is not.")),
        evidence=(Evidence("paper", Selector("in good repair")),),
    )  # fmt: skip
    text = of_kind(ladder(item, article(said)), "paragraph")
    assert text.startswith("They kept each boat “____” and each landing “____” for all comers.")
    alone = said.replace("under one roof", "by the river")
    assert "paragraph" not in kinds(ladder(item, article(alone)))


@pytest.mark.parametrize(
    ("key", "said", "left"),
    [
        ("An order of the mayor", "by an order that came from the mayor alone", "by ____ alone"),
        ("Jon Ossoff", "when Jon Ossoff (D-GA) wrote a letter", "when ____ wrote a letter"),
        ("An agreement", "There was an agreement here", "There was ____ here"),
        ("Get visitors", "where people get no visitors today", "where people ____ today"),
    ],
)
def test_what_stands_around_a_blank(
    article: Callable[[str], Shelf], key: str, said: str, left: str
) -> None:
    """Little words between two blanks, an article before one and a bracket behind do not tell."""
    text = f"In the first year of the ferry, {said}, as the town clerk wrote down for everybody."
    item = founder(key=option(key), stem="Which?", evidence=(Evidence("paper", Selector(said)),))
    assert left in of_kind(ladder(item, article(text)), "paragraph")


def test_how_it_is_put(paper: Shelf) -> None:
    """The passage is blank in what stands around it; and no question on it can be made."""
    for stem in ("How does the paper put it?", "They founded it. What kind of statement is that?"):
        item = founder(stem=stem)
        around = next(hint for hint in ladder(item, paper) if hint.kind == "paragraph")
        assert item.evidence[0].selector.exact not in around.text
        detour = after(item, paper)
        assert detour
        assert detour.question is None


def test_a_citation_that_tells_is_cut(paper: Shelf) -> None:
    """To the label of the source: somebody said it."""
    item = founder(key=option("Ada Marsh of the ferry"), stem="Who?")
    found = next(hint for hint in ladder(item, paper) if hint.kind == "paragraph")
    assert found.citation == "[The Landing paper]"


def test_a_paragraph_without_its_proof(paper: Shelf) -> None:
    """Where nothing is left of the proving sentence; where one of two sources is missing."""
    whole = "The toll was five cents for a person and 20 cents for a horse."
    item = founder(
        key=option("Little"), stem="How much?", evidence=(Evidence("paper", Selector(whole)),)
    )
    assert "paragraph" not in kinds(ladder(item, paper))
    other = Evidence("other", Selector("This stands nowhere"))
    item = founder(evidence=(*founder().evidence, other))
    card = Card("paper", "The Landing paper")
    cards = {"paper": card, "other": replace(card, id="other")}
    bank = Bank(id="bank", title="Bank", cards=cards, items=(item,))
    assert "paragraph" not in kinds(SourceCoach(paper).ladder(question(bank, item, "1")))


def test_where_only_the_key_stands(paper: Shelf) -> None:
    """No paragraph is named in which there is no other passage that is offered."""
    texts = (
        "The ice of 1888 destroyed the landing.",
        "The toll was five cents",
        "Ada Marsh founded",
    )
    roles = (Role.PROVES, Role.CANDIDATE, Role.CANDIDATE)

    def place(*texts: str) -> str:
        quoted = tuple(
            Evidence("paper", Selector(text), role) for text, role in zip(texts, roles, strict=True)
        )
        item = FindEvidence(
            key=option(texts[0]), distractors=tuple(option(text, "No.") for text in texts[1:]),
            **{**common(""), "evidence": quoted},
        )  # fmt: skip
        return of_kind(ladder(item, paper), "place")

    assert place(*texts) == "Look in “The ferry at Landing”."
    assert place(texts[1], texts[2], texts[0]) == "Look in “The ferry at Landing”, in the middle."
    shared = place(texts[0], "The council bought the ferry", texts[1])
    assert shared.startswith("Look in “The ferry at Landing”, paragraph 6")


def test_an_order_rules_out_no_place(paper: Shelf) -> None:
    """Which entry does not come first depends on the item: not always the last."""
    entries = tuple(map(option, ("The founding", "The toll", "The ice", "The purchase")))
    told = {
        of_kind(ladder(replace(Order(entries=entries, **common("1888")), id=f"item-{at}"), paper), "rule-out")
        for at in range(20)
    }  # fmt: skip
    assert told == {f"“{entry.text}” does not come first." for entry in entries[1:]}


def test_where_no_question_is_made(paper: Shelf) -> None:
    """Of options that are passages, and of a stem that needs its options."""
    passage = "Ada Marsh founded the ferry in 1871"
    quoted = (Evidence("paper", Selector(passage)),)
    items = (
        founder(stem="Which sentence is it?", key=option(passage), evidence=quoted),
        founder(stem="Of these, who founded the ferry?"),
    )
    for item in items:
        detour = after(item, paper)
        assert detour
        assert detour.question is None


def test_what_proves_an_item_of_another_bank(paper: Shelf) -> None:
    """It is no wrong sentence, where the coach knows that bank."""
    proof = Evidence("paper", Selector("The toll was five cents for a person"))
    other = Bank(
        id="other", title="Other", cards={}, items=(replace(founder(), id="x", evidence=(proof,)),)
    )
    shown = []
    for banks in ((), (other,)):
        coach, asked = coached(founder(), paper, banks=banks)
        detour = coach.after(asked, 2)
        made = detour.question if detour else None
        shown.append(any("five cents" in one.text for one in made.options) if made else None)
    assert shown[0] is True
    assert not shown[1]


def test_wrong_options_beside_the_blank(article: Callable[[str], Shelf]) -> None:
    """Where all but one of them stand there, the blank would be known to be the key or that one: then
    they are blank too."""
    said = "A letter to Ben Ortiz and to Nora Bell was written by Ada Marsh"
    quoted = (Evidence("paper", Selector(said)),)
    shelf = article(f"{said} in the year of the great ice on the river, as all the papers had it.")
    text = of_kind(ladder(three(evidence=quoted), shelf), "paragraph")
    assert text.startswith("A letter to ____ and to ____ was written by ____ in the year")
    far = said.replace("Ben Ortiz", "the mayor")
    shelf = article(f"{far} in the year of the great ice on the river, as all the papers had it.")
    quoted = (Evidence("paper", Selector(far)),)
    assert "to Nora Bell" in of_kind(ladder(three(evidence=quoted), shelf), "paragraph")
