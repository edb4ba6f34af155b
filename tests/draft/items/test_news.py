"""Questions out of news: their grammar, their context, and what else is offered."""

from __future__ import annotations

from tests.draft.news import TITLE, news, refusal

from civicsquiz.bank.items import Match
from civicsquiz.draft.article import Article
from civicsquiz.draft.drafting import facts_of
from civicsquiz.draft.items import counts, deeds, events
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.items.context import anchored, in_context, titled, without

PEOPLE = " President James Buchanan met the senators. President Ulysses S. Grant saw the soldiers."


def drafted(article: Article) -> list[Candidate]:
    facts = facts_of(article)
    found = list(events.gather(facts, article))
    return found + [one for fact in facts for one in counts.realise(fact, article)]


def test_who_did_it_keeps_the_words_and_their_order() -> None:
    article = news(f"On Monday, Abraham Lincoln signed the Homestead Act into law.{PEOPLE}")
    (candidate,) = [one for one in drafted(article) if one.item.key_text == "Abraham Lincoln"]
    assert without(candidate.item.stem) == "who signed the Homestead Act into law?"
    assert {"James Buchanan", "Ulysses S. Grant"} <= {one.text for one in candidate.item.options}
    assert refusal(article, candidate) == ""


def test_a_lawsuit_is_told_by_the_title() -> None:
    article = news("The lawsuit was filed in the U.S. Court of International Trade on Friday.")
    (candidate,) = drafted(article)
    assert (
        candidate.item.stem
        == f"In the news “{TITLE}” (2019): the lawsuit was filed in which court?"
    )
    assert refusal(article, candidate) == ""


def test_how_many_takes_the_place_of_the_figure() -> None:
    article = news(
        "On Friday, members chose the Speaker of the House with 220 votes. He received 192 votes."
    )
    (candidate,) = [one for one in drafted(article) if one.item.key_text == "220"]
    assert (
        without(candidate.item.stem)
        == "members chose the Speaker of the House with how many votes?"
    )
    assert "“He received 192 votes”" in next(
        one.why for one in candidate.item.options if one.text == "192"
    )
    assert refusal(article, candidate) == ""


def test_a_tally_has_as_many_votes_in_each_option() -> None:
    article = news("The Senate approved the treaty with Panama by a vote of 68-32.")
    (candidate,) = [one for one in drafted(article) if one.kind == "how-many"]
    assert (
        without(candidate.item.stem) == "the Senate approved the treaty with Panama by what vote?"
    )
    assert all(sum(map(int, one.text.split("-"))) == 100 for one in candidate.item.options)


def test_nobody_is_offered_of_whom_the_like_is_told() -> None:
    like = " President James Buchanan signed a bill like the Homestead Act into law."
    article = news(f"On Monday, Abraham Lincoln signed the Homestead Act into law.{like}{PEOPLE}")
    asked = [one for one in drafted(article) if one.item.key_text == "Abraham Lincoln"]
    assert asked
    assert all(one.text != "James Buchanan" for each in asked for one in each.item.options)


def test_the_title_names_only_what_it_tells() -> None:
    article = news("The Senate met. The Senate of Maine met.")
    assert anchored("the lawsuit", article)
    assert anchored("the census", article)
    assert not anchored("the treaty", article)
    assert not anchored("a lawsuit", article)
    assert in_context("Who signed the treaty?", article) == "Who signed the treaty?"
    assert titled(in_context("Who filed the lawsuit?", article))
    assert not titled(in_context("Who signed the Homestead Act?", article))


def test_a_title_that_cannot_be_quoted_is_not() -> None:
    article = news("The Senate met.", title="“No lawsuit” for sixteen states")
    assert in_context("Who filed the lawsuit?", article) == "Who filed the lawsuit?"


def test_what_they_did_is_told_of_each_alone() -> None:
    article = news(
        "On Monday, Abraham Lincoln signed the Homestead Act into law.\n\n"
        "James Buchanan vetoed a bill on land for new colleges.\n\n"
        "Andrew Johnson pardoned the officers of the Confederate army.\n\n"
        "President Ulysses S. Grant met with reporters in the evening."
    )
    found = list(deeds.gather(facts_of(article), article))
    match = next(one.item for one in found if isinstance(one.item, Match))
    assert {(left.text, right.text) for left, right in match.pairs} == {
        ("Signed the Homestead Act into law", "Abraham Lincoln"),
        ("Vetoed a bill on land for new colleges", "James Buchanan"),
        ("Pardoned the officers of the Confederate army", "Andrew Johnson"),
    }
    assert [one.text for one in match.distractors] == ["Ulysses S. Grant"]
    what = next(one for one in found if one.item.key_text.startswith("Vetoed"))
    assert without(what.item.stem) == "what did James Buchanan do?"
    assert [refusal(article, one) for one in found if one.kind == "did-what"] == ["", "", ""]
    assert refusal(article, next(one for one in found if one.kind == "match-did")) == ""


def test_nobody_of_today_is_offered_for_somebody_long_dead() -> None:
    article = news(
        "In 1868, Andrew Johnson faced a trial of impeachment in the Senate over his removal of a secretary.\n\n"
        "Speaker Nancy Pelosi met the press. Senator Mitt Romney saw the governor. President Donald Trump left."
    )
    (candidate,) = [one for one in drafted(article) if one.item.key_text == "Andrew Johnson"]
    options = {one.text for one in candidate.item.options}
    assert not options & {"Nancy Pelosi", "Mitt Romney", "Donald Trump"}
    assert len(options) == 4
