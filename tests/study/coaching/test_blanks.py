"""What is blanked in a paragraph around a passage, and what can still be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.study.coaching.ferry import coached, founder, ladder, of_kind, option

from civicsquiz.bank.models import Evidence, Holder, Item, Term
from civicsquiz.source.selector import Selector
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.coaching.words import related


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


def around(article: Callable[[str], Shelf], said: str, item: Item) -> str:
    """What is shown of a paragraph that begins with the passage `said`."""
    text = f"{said} The town clerk wrote all of it down in the book of the ferry on the same day."
    quoted = replace(item, evidence=(Evidence("paper", Selector(said)),))
    return of_kind(ladder(quoted, article(text)), "paragraph").partition(" The town clerk")[0]


def test_the_words_of_the_question_stay(article: Callable[[str], Shelf]) -> None:
    """Of a passage that says the key in other words: what the question prints is no secret, and all
    between that is more than a little word is."""
    item = founder(
        stem="What did the mayor say of the ferry charter in other towns?",
        key=option("It is void there"), distractors=(option("It holds"), option("It binds some")),
    )  # fmt: skip
    said = "The ferry charter does not apply in other towns, the mayor said."
    assert around(article, said, item) == "The ferry charter ____ towns, the mayor said."


def test_what_denies_does_not_stay(article: Callable[[str], Shelf]) -> None:
    """Not between two words of the question either: it makes of a sentence its contrary."""
    item = founder(
        stem="What did the mayor say of the ferry and the charter of the town?",
        key=option("That they clash"), distractors=(option("That they agree"), option("Little")),
    )  # fmt: skip
    said = "The mayor said that the ferry was not of the charter, nor was it of the town."
    shown = around(article, said, item)
    assert "not" not in shown.split()
    assert "nor" not in shown.split()


def test_what_any_option_says(article: Callable[[str], Shelf]) -> None:
    """Where the key has no word of its own, all that the options say is blank, and what
    denies; the rest stays."""
    item = founder(
        stem="On which day was the notice put up, as the two papers have it?",
        key=option("Monday in one, Tuesday in two"),
        distractors=(option("Tuesday in one, Monday in two"), option("Monday in one and in two")),
    )  # fmt: skip
    said = "“There is no price on everything now,” Ben Ortiz said on Monday."
    shown = around(article, said, item)
    assert shown == "“There is ____ price on everything now,” Ben Ortiz said on ____."


def test_what_leads_to_a_passage(article: Callable[[str], Shelf]) -> None:
    """“No matter how” before it tells how it goes on."""
    said = "No matter how they count it, the far landing lies beyond the limit of the charter."
    item = founder(
        stem="What does the paper say of the far landing and the limit in the charter?",
        key=option("Outside it"), distractors=(option("Inside it by water"), option("Free of it")),
        evidence=(Evidence("paper", Selector("the far landing lies beyond the limit of the charter")),),
    )  # fmt: skip
    text = f"The town clerk wrote all of it down in the book of the ferry. {said}"
    shown = of_kind(ladder(item, article(text)), "paragraph")
    assert shown
    assert "No matter" not in shown


@pytest.mark.parametrize(("one", "other", "same"), [
    ("make", "making", True), ("make", "made", False), ("use", "using", False), ("rule", "ruling", True),
])  # fmt: skip
def test_forms_that_share_few_letters(one: str, other: str, same: bool) -> None:
    assert related(one, other) is related(other, one) is same
