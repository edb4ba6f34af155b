"""Questions on the rule behind an act in the news, and on how an office is filled."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from tests.draft.news import news, refusal

from civicsquiz.draft.drafting import draft, facts_of
from civicsquiz.draft.facts.acts import acts
from civicsquiz.draft.facts.acts_seats import SEATS
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.items import acts as act_items
from civicsquiz.draft.items import acts_offices
from civicsquiz.draft.items.candidate import Candidate

TEXT = (
    "On Friday, President Donald Trump vetoed the farm bill in Washington. "
    "The Senate passed the Water Resources Development Act by 95 to 3. "
    "U.S. District Judge Gray Miller ruled on the draft."
)
TITLE = "Lawmakers meet in Washington"


def asked(text: str = TEXT) -> dict[str, Candidate]:
    article = news(text, TITLE)
    facts = facts_of(article)
    found = [*act_items.gather(facts, article), *acts_offices.gather(facts, article)]
    return {one.claims.get("rule") or one.claims["seat"]: one for one in found}


def test_the_questions_pass_the_gate() -> None:
    article = news(TEXT, TITLE)
    drafts = draft([article], datetime.date(2026, 1, 1))
    kinds = {one.kind for one in (*drafts.items, *drafts.tray)}
    assert {"news-act", "office-filled"} <= kinds


def test_the_news_is_quoted_with_its_month() -> None:
    item = asked()["senate-passes"].item
    assert item.stem.startswith(
        "A news report of February 2019 says: “The Senate passed the Water Resources Development Act"
    )
    assert item.key_text == "The House’s vote and the president’s signature"
    assert item.because


def test_an_office_is_asked_for_with_its_holder() -> None:
    item = asked()["U.S. District Judge"].item
    assert item.stem == (
        "In February 2019, Gray Miller was a United States district judge. "
        "How is that office ordinarily filled?"
    )
    assert item.key_text == "By the president, with the Senate’s consent"


def test_what_the_letters_do_not_say_is_refused() -> None:
    article = news(TEXT, TITLE)
    found = asked()
    veto, judge = found["veto"], found["U.S. District Judge"]
    assert refusal(article, veto) == ""
    assert refusal(article, judge) == ""
    swapped = replace(veto, claims={"rule": "pardon", "told": veto.claims["told"]})
    assert refusal(article, swapped).startswith("K2")
    other = replace(judge, claims={"seat": "Judge", "holder": "Donald Trump"})
    assert refusal(article, other).startswith("K2")


@pytest.mark.parametrize("name", sorted(acts()))
def test_every_rule_is_well_worded(name: str) -> None:
    """The gate finds nothing against the words of the list; where they were found is another thing."""
    article = news(TEXT, TITLE)
    sentence = article.sentences[0]
    slots = (Slot("rule", name), Slot("told", "vetoed"))
    span = (sentence.start, sentence.end, sentence.number)
    fact = Fact(Frame.KNOWN, article.card.id, slots, *span)
    (candidate,) = act_items.gather([fact], article)
    assert refusal(article, replace(candidate, claims={})) == ""


@pytest.mark.parametrize(
    "seat", {seat.way: seat for seat in SEATS}.values(), ids=lambda one: one.way
)
def test_every_way_is_well_worded(seat: object) -> None:
    article = news(TEXT, TITLE)
    sentence = article.sentences[2]
    at = sentence.start + sentence.text.index("Gray Miller")
    name = getattr(seat, "name", "")
    slots = (
        Slot("seat", name),
        Slot("office", name.format("Maryland")),
        Slot("holder", "Gray Miller", at, at + 11),
        Slot("title", "U.S. District Judge"),
    )
    span = (sentence.start, sentence.end, sentence.number)
    fact = Fact(Frame.KNOWN, article.card.id, slots, *span)
    (candidate,) = acts_offices.gather([fact], article)
    assert refusal(article, candidate) == ""
