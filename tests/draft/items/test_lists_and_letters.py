"""Questions out of abbreviations, contrasts, lists and reasons."""

from __future__ import annotations

import datetime
from pathlib import Path

from civicsquiz.bank.items import Choice, Multiple, Short
from civicsquiz.draft.article import Article
from civicsquiz.draft.drafting import facts_of
from civicsquiz.draft.gate.rule import Ground
from civicsquiz.draft.gate.run import Gate
from civicsquiz.draft.items import acronyms, building, contrasts, lists, reasons
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.source.about import card_of
from civicsquiz.source.reading import read


def article(text: str) -> Article:
    path = Path("short.txt")
    document = read(f"Of many things\n\n{text}\n".encode(), path)
    return Article(card_of(document, path), document)


def passes(made: Article, candidate: Candidate) -> bool:
    gate = Gate(Ground({made.card.id: made}, facts_of(made)), datetime.date(2026, 1, 1))
    return gate.refusal(candidate) is None


def test_letters_are_to_be_spelt_out() -> None:
    made = article("Congress made the Federal Communications Commission (FCC) in 1934.")
    (fact,) = [fact for fact in facts_of(made) if fact["letters"]]
    (candidate,) = acronyms.realise(fact, made)
    assert isinstance(candidate.item, Short)
    assert candidate.item.key == "Federal Communications Commission"
    assert "FCC" in candidate.item.stem
    assert "FCC" not in candidate.item.accepted
    assert passes(made, candidate)


def test_a_long_name_is_not_to_be_typed() -> None:
    made = article(
        "The Personal Responsibility and Work Opportunity Reconciliation Act (PRWORA) passed in 1996."
    )
    (fact,) = [fact for fact in facts_of(made) if fact["letters"]]
    assert list(acronyms.realise(fact, made)) == []


def test_a_list_with_others_of_its_family_beside_it() -> None:
    made = article(
        "In two states, Nebraska and Maine, electoral votes are divided among districts."
    )
    (candidate,) = lists.gather(facts_of(made), made)
    item = candidate.item
    assert isinstance(item, Multiple)
    assert item.stem == "In two states, electoral votes are divided among districts. Which two?"
    assert [option.text for option in item.keys] == ["Nebraska", "Maine"]
    assert len(item.distractors) >= 2
    assert passes(made, candidate)


def test_a_list_of_what_nothing_is_known_of_gives_nothing() -> None:
    made = article(
        "The Constitution limits the power of Congress in three ways: prohibiting bills of attainder, "
        "prohibiting ex post facto laws, and protecting the writ of habeas corpus."
    )
    assert list(lists.gather(facts_of(made), made)) == []


REASONS = (
    "Federal judges are appointed for life because the framers sought courts free of elections. Senate seats are "
    "filled by state elections because the Seventeenth Amendment took that choice from legislatures. Budgets are "
    "written each year because agencies spend nothing without an appropriation."
)


def test_a_reason_among_those_of_other_things() -> None:
    made = article(REASONS)
    first = next(iter(reasons.gather(facts_of(made), made)))
    item = first.item
    assert isinstance(item, Choice)
    assert item.stem == "Why are federal judges appointed for life?"
    assert item.key.text == "Because the framers sought courts free of elections"
    assert len(item.distractors) == 2


def test_a_reason_alone_gives_nothing() -> None:
    made = article(REASONS.partition(". ")[0] + ".")
    assert list(reasons.gather(facts_of(made), made)) == []


def test_two_sides_without_a_third_give_nothing() -> None:
    made = article(
        "Judges are responsible for deciding questions of law while jurors are responsible for finding the facts."
    )
    facts = [fact for fact in facts_of(made) if fact["who"] and fact["other"]]
    assert facts
    assert [one for fact in facts for one in contrasts.realise(fact, made)] == []


def test_the_third_of_a_contrast_is_of_its_family() -> None:
    made = article(
        "Enumerated powers are written down in the Constitution, while implied powers are drawn from its words."
    )
    facts = [fact for fact in facts_of(made) if fact["who"] == "enumerated powers"]
    (candidate,) = [one for fact in facts for one in contrasts.realise(fact, made)]
    item = candidate.item
    assert isinstance(item, Choice)
    assert item.key.text == "Enumerated powers"
    assert item.distractors[0].text == "Implied powers"
    assert len(item.distractors) >= 2


def test_letters_with_dots_are_one_word_of_a_slug() -> None:
    assert building.slug("E.P.A. Chief to Step Down") == "epa-chief-to-step-down"
    assert building.slug("Is it legal in the U.S.?") == "is-it-legal-in-the-us"
