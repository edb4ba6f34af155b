"""Questions on the rule of the Constitution behind the news."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from tests.draft.news import made, news, refusal
from tests.draft.some_acts import NAMES, only_some

from civicsquiz.bank.models import Role
from civicsquiz.draft import law
from civicsquiz.draft.article import Article
from civicsquiz.draft.drafting import draft, facts_of
from civicsquiz.draft.facts import acts as act_facts
from civicsquiz.draft.facts.acts_list import Act, acts
from civicsquiz.draft.facts.acts_needs import Need
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.facts.lazy_pattern import LazyPattern
from civicsquiz.draft.gate import rederive
from civicsquiz.draft.items import acts as act_items
from civicsquiz.draft.items import answers
from civicsquiz.draft.items.candidate import Candidate

TEXT = (
    "On Friday, President Donald Trump vetoed the farm bill in Washington. "
    "The Senate passed the Water Resources Development Act by 95 to 3. "
    "U.S. District Judge Gray Miller ruled on the draft."
)
FILLER = "\n\n".join(
    ["The lawmakers met, and spoke of many other things, for some days more."] * 30
)
TITLE = "President vetoes a bill, and the Senate passes an act"


@pytest.fixture(autouse=True)
def _some_acts(monkeypatch: pytest.MonkeyPatch) -> None:
    only_some(monkeypatch)


def some_acts() -> dict[str, Act]:
    return {name: acts()[name] for name in NAMES}


def asked(text: str = TEXT, title: str = TITLE, *, alone: bool = True) -> dict[str, Candidate]:
    article = replace(news(f"{text}\n\n{FILLER}", title), alone=alone)
    facts = facts_of(article)
    made = act_items.gather(facts, article)
    return {one.claims["rule"]: one for one in made if one.rule == act_items.RULE}


def touched(text: str, title: str = TITLE, *, rule: str = act_items.TOUCHED) -> list[str]:
    """What an article does no more than touch on, in the order in which it is asked."""
    article = news(f"{text}\n\n{FILLER}", title)
    made = act_items.gather(facts_of(article), article)
    return [one.claims["rule"] for one in made if one.rule == rule]


def test_the_questions_pass_the_gate() -> None:
    article = news(f"{TEXT}\n\n{FILLER}", TITLE)
    drafts = draft([article], datetime.date(2026, 1, 1))
    made = [one for one in (*drafts.items, *drafts.tray) if one.kind == "law-at-work"]
    assert len(made) >= 2


def test_the_law_proves_and_the_news_stands_beside_it() -> None:
    item = asked()["veto"].item
    assert item.stem == (
        "The article mentions a president’s veto. What can Congress do about a president’s veto of a bill?"
    )
    first, beside = item.evidence
    assert (first.source, first.role) == (law.CONSTITUTION, Role.PROVES)
    assert first.selector.exact.startswith("If after such Reconsideration two thirds")
    assert first.plain
    assert beside.role is Role.CONTEXT
    assert beside.selector.exact.startswith("On Friday, President Donald Trump vetoed")
    assert item.rationale
    assert item.because


@pytest.mark.parametrize(
    ("kind", "keys", "shown", "options"),
    [
        ("true-false", ("False",), "False", ["False", "True"]),
        ("number", ("3 days",), "3 days", []),
        ("short", ("Override it",), "Override it", []),
        ("multiple", ("Pass it", "Drop it"), "Pass it, Drop it", 4),
        ("match", ("Veto = A president", "Law = Congress"), "Veto: A president; Law: Congress", 4),
        ("order", ("Bill", "Veto"), "Bill; Veto", ["Bill", "Veto"]),
    ],
)
def test_an_item_is_of_the_type_of_its_block(
    kind: str, keys: tuple[str, ...], shown: str, options: list[str] | int
) -> None:
    veto = acts()["veto"]
    values = {**asked()["veto"].item.__dict__}
    for name in ("key", "distractors"):
        del values[name]
    item = answers.answered(replace(veto, type=kind, keys=keys), values)
    assert (item.type, item.key_text) == (kind, shown)
    texts = [option.text for option in item.options]
    assert texts == options if isinstance(options, list) else len(texts) == options
    if kind in ("number", "short"):
        assert [(miss.answer, miss.why) for miss in item.misses] == list(veto.wrong)


def test_a_match_rests_on_all_its_words() -> None:
    """So that no other question of the article gives a part of it away."""
    veto = acts()["veto"]
    opening = law.Law("Article I, section 7", "Every Bill")
    choice = replace(veto, proof=replace(veto.proof, laws=(opening, *veto.proof.laws)))
    assert choice.resting == veto.proof.laws[-1:]
    pairs = replace(choice, type="match", keys=("A = B", "C = D"))
    assert pairs.resting == (opening, *veto.proof.laws)


def test_of_several_articles_the_one_is_named() -> None:
    assert asked(alone=False)["veto"].item.stem.startswith(
        "Example News mentions a president’s veto."
    )


def test_no_two_questions_rest_on_the_same_words() -> None:
    text = "The Senate passed the Flood Act by 95 to 3. The House passed the Water Act by 400 to 3."
    assert len(asked(text)) == 1


def test_what_the_article_only_touches_on_is_not_asked() -> None:
    """Its title has to name it, or five sentences to tell of it; what nearly all news mentions, only the
    title."""
    pardon = "\n\nPresident Donald Trump issued seven pardons on Tuesday."
    assert "pardon" not in asked(f"{TEXT}\n\n{FILLER}{pardon * 4}")
    assert "pardon" in asked(f"{TEXT}\n\n{FILLER}{pardon * 5}")
    assert next(iter(asked(f"{TEXT}{pardon}", "President Trump pardons seven"))) == "pardon"
    assert "veto" not in asked(f"{TEXT}{pardon}", "President Trump pardons seven")


def test_what_it_touches_on_is_a_kind_of_its_own() -> None:
    """If three sentences tell of it, or two with one of the first; never what is asked already."""
    pardon = "\n\nPresident Donald Trump issued seven pardons on Tuesday."
    assert "pardon" in touched(f"{pardon * 2}\n\n{TEXT}")
    assert "pardon" not in touched(f"{pardon}\n\n{TEXT}")
    assert "pardon" not in touched(f"{TEXT}\n\n{FILLER}{pardon * 2}")
    assert "pardon" in touched(f"{TEXT}\n\n{FILLER}{pardon * 3}")
    assert "pardon" not in touched(f"{TEXT}\n\n{FILLER}{pardon * 5}")
    once = f"{TEXT}\n\n{FILLER}{pardon}"
    assert "pardon" in touched(once, rule=act_items.MENTIONED)
    twice = f"{TEXT}{pardon * 2}"
    assert not {*asked(twice)} & {*touched(twice)}


def test_of_what_it_touches_on_often_two_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    pardon, told = acts()["pardon"], "\n\nPresident Donald Trump issued seven pardons on Tuesday."
    alike = {"pardon": pardon, "also": replace(pardon, name="also", proof=acts()["veto"].proof)}
    for module in (act_facts, rederive, act_items):
        monkeypatch.setattr(module, "acts", lambda: alike)
    assert len(touched(told * 3, "A week in Washington")) == 1
    assert len(touched(told * 4, "A week in Washington")) == 2


def test_what_it_touches_on_never_repeats_a_better_draft() -> None:
    pardon = "President Donald Trump issued seven pardons on Tuesday."
    again = "President Donald Trump pardoned two more on Friday."
    article = news(f"{TEXT}\n\n{pardon}\n\n{again}\n\n{FILLER}", TITLE)
    drafts = draft([article], datetime.date(2026, 1, 1))
    kinds = [one.kind for one in drafts.items]
    assert set(kinds) == {"law-at-work", "law-touched"}
    assert kinds == sorted(kinds)  # what it is about comes first
    once = news(f"{TEXT}\n\n{FILLER}\n\n{pardon}", TITLE)
    assert "law-mentioned" in {one.kind for one in draft([once], datetime.date(2026, 1, 1)).tray}
    stems = [one.item.stem for one in drafts.items]
    assert len(stems) == len(set(stems))


def test_what_nearly_all_news_mentions_the_title_has_to_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wide = {"pardon": replace(acts()["pardon"], wide=True)}
    for module in (rederive, act_items):
        monkeypatch.setattr(module, "acts", lambda: {**some_acts(), **wide})
    told = f"{TEXT}\n\n{FILLER}" + "\n\nPresident Donald Trump issued seven pardons on Tuesday." * 5
    assert "pardon" not in asked(told, "Pardons in Washington")
    assert "pardon" in asked(told, "President Trump pardons seven")


def test_news_need_not_be_dated() -> None:
    """What is made of what people say is news too; of a textbook only the title counts."""
    pardon = "President Donald Trump issued seven pardons on Tuesday."
    said = "\n\n".join(["The lawmakers met, and one of them said that they would meet again."] * 30)
    for filler, found in ((said, {"pardon"}), (FILLER, set())):
        article = made(f"A week in Washington\n\n{pardon}\n\n{pardon}\n\n{filler}\n")
        assert article.card.date is None
        drafted = act_items.gather(facts_of(article), article)
        assert {one.claims["rule"] for one in drafted} == found


def test_a_short_article_gets_one() -> None:
    article = news(TEXT, TITLE)
    made = act_items.gather(facts_of(article), article)
    assert [one.rule for one in made].count(act_items.RULE) == 1


def test_what_the_letters_do_not_say_is_refused() -> None:
    article = news(f"{TEXT}\n\n{FILLER}", TITLE)
    found = asked()
    veto = found["veto"]
    assert refusal(article, veto) == ""
    swapped = replace(veto, claims={"rule": "pardon", "told": veto.claims["told"]})
    assert refusal(article, swapped).startswith("K2")


def _of_list(name: str, article: Article) -> Candidate:
    sentence = article.sentences[0]
    slots = (Slot("rule", name), Slot("told", "vetoed"))
    fact = Fact(Frame.KNOWN, article.card.id, slots, sentence.start, sentence.end, sentence.number)
    (candidate,) = act_items.gather([fact], article)
    return candidate


@pytest.mark.parametrize("name", sorted(acts()))
def test_every_rule_is_well_worded(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The gate finds nothing against the words of the list, nor against its law; where they were found
    is another thing."""
    found = replace(
        acts()[name],
        show=LazyPattern("vetoe"),
        again=LazyPattern("vetoed"),
        level="any",
        wide=False,
        without=(),
        needs=(),
    )
    for module in (rederive, act_items):
        monkeypatch.setattr(module, "acts", lambda: {name: found})
    article = news(TEXT, TITLE)
    assert refusal(article, _of_list(name, article)) == ""


def test_of_what_is_not_known_to_be_news_only_the_title_counts() -> None:
    """A chapter speaks often of what it is not about."""
    told = "President Donald Trump issued seven pardons on Tuesday, an aide said.\n\n" * 6
    for date, asked_for in (("2019-02-21", {"pardon"}), ("2019", set())):
        article = news(told + FILLER, "What happened in the week", date)
        found = act_items.gather(facts_of(article), article)
        assert {one.claims["rule"] for one in found} == asked_for


def test_a_detail_needs_to_be_spoken_of(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somewhere in the article."""
    needing = replace(acts()["veto"], needs=(Need(LazyPattern(r"\boverrid")),))
    for module in (rederive, act_items):
        monkeypatch.setattr(module, "acts", lambda: {**some_acts(), "veto": needing})
    assert "veto" not in asked()
    assert "veto" in asked(f"{TEXT}\n\nCongress did not override it.")


def test_a_title_that_names_something_else_too_is_not_what_it_is_about(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    without = replace(acts()["veto"], without=(LazyPattern("an act"),))
    for module in (rederive, act_items):
        monkeypatch.setattr(module, "acts", lambda: {**some_acts(), "veto": without})
    assert asked()["veto"].relevance < asked(title="President vetoes a bill")["veto"].relevance
