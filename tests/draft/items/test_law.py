"""Questions on the law: cases, provisions, offices, figures and dates."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.draft.charter import TODAY, article

from civicsquiz.bank.items import Match, Order, TrueFalse
from civicsquiz.draft.drafting import facts_of
from civicsquiz.draft.facts import signs
from civicsquiz.draft.gate.rule import Ground
from civicsquiz.draft.gate.run import Gate
from civicsquiz.draft.items import (
    actions,
    amendments,
    cases,
    figures,
    provisions,
    roles,
    timeline,
    true_false,
)
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.draft.table import Amendment, table

_REALISERS = (actions, cases, provisions, roles, figures, true_false)
_GATHERERS = (amendments, cases, timeline)


def drafted(text: str) -> list[Candidate]:
    """What rules on the law propose and the gate lets pass."""
    made = replace(article(text), alone=True)
    facts = facts_of(made)
    gate = Gate(Ground({made.card.id: made}, facts), TODAY)
    found = [one for fact in facts for module in _REALISERS for one in module.realise(fact, made)]
    found += [one for module in _GATHERERS for one in module.gather(facts, made)]
    return [one for one in found if gate.refusal(one) is None]


def asked(text: str) -> dict[str, str]:
    return {one.item.stem: one.item.key_text for one in drafted(text)}


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        (
            "In Mapp v. Ohio (1961), the Warren Court extended the exclusionary rule to the states.",
            "In which case did the Supreme Court extend the exclusionary rule to the states?",
            "Mapp v. Ohio",
        ),
        (
            "In Near v. Minnesota (1931), the Court sided with a newspaper and struck down a state law on public nuisances.",
            "Which is the case in which the Supreme Court sided with a newspaper and struck down a state law on public nuisances?",
            "Near v. Minnesota",
        ),
        (
            "That rule comes from Tinker v. Des Moines (1969), in which three students wore black armbands to school.",
            "Which is the Supreme Court case in which three students wore black armbands to school?",
            "Tinker v. Des Moines",
        ),
        (
            "Slavery was abolished by the Thirteenth Amendment.",
            "Of the amendments to the Constitution, which abolished slavery?",
            "Thirteenth Amendment",
        ),
        (
            "Under the Sixth Amendment, defendants in criminal trials are guaranteed a speedy trial.",
            "Under which amendment are defendants in criminal trials guaranteed a speedy trial?",
            "Sixth Amendment",
        ),
        (
            "The 8th Amendment also forbids excessive fines and very high bail.",
            "Which amendment forbids excessive fines and very high bail?",
            "8th Amendment",
        ),
        (
            "Congress was also given the power to levy taxes and to borrow money.",
            "Which body has the power to levy taxes and to borrow money?",
            "Congress",
        ),
        (
            "Federal judges are appointed by the president and confirmed by the Senate.",
            "In the government of the United States, which official appoints federal judges?",
            "The president",
        ),
        (
            "Congress can override a veto with a two-thirds vote of both houses.",
            "What share of each house of Congress does it take to override a president’s veto?",
            "Two-thirds",
        ),
    ],
)  # fmt: skip
def test_a_question_keeps_the_words_of_the_source(text: str, stem: str, key: str) -> None:
    assert asked(text).get(stem) == key


def test_wrong_amendments_are_surely_wrong_and_say_why() -> None:
    found = drafted("The Sixth Amendment guarantees the accused a lawyer in criminal trials.")
    choice = next(one.item for one in found if one.kind == "which-provision")
    for option in choice.options[1:]:
        other = table().amendment(option.text)
        assert isinstance(other, Amendment)
        assert other.number not in (signs.may_hold("a lawyer in criminal trials") or ())
        assert option.why.startswith(f"The {option.text} is about ")


@pytest.mark.parametrize(
    ("text", "others"),
    [
        (
            "The House of Representatives impeaches the president by bringing formal charges.",
            {"The Senate", "The Supreme Court", "The National Security Council"},
        ),
        (
            "The president negotiates treaties with other nations of the world.",
            {
                "The Speaker of the House",
                "The chief justice",
                "The president pro tempore of the Senate",
            },
        ),
    ],
)
def test_offices_stand_beside_those_of_their_rank(text: str, others: set[str]) -> None:
    (one,) = [one for one in drafted(text) if one.kind == "who-does"]
    assert {option.text for option in one.item.options[1:]} == others


@pytest.mark.parametrize(
    "text",
    [
        "The federal government requires that prices for airline tickets include all taxes.",
        "Local governments allocate funds to police protection and public utilities.",
        "The states pass election laws and regulations for voters.",
    ],
)
def test_bodies_without_peers_are_not_asked_about(text: str) -> None:
    assert [one for one in drafted(text) if one.kind == "who-does"] == []


def test_figures_are_all_in_words_or_all_in_digits() -> None:
    for text in (
        "The president must be at least 35 years old.",
        "The president must be at least thirty-five years old.",
    ):
        (one,) = [one for one in drafted(text) if one.kind == "figure"]
        assert len({option.text[0].isdigit() for option in one.item.options}) == 1


def test_amendments_are_matched_with_one_to_spare() -> None:
    found = drafted(
        "The First Amendment protects the free exercise of religion. The Second Amendment protects a right "
        "to keep and bear arms. The Eighth Amendment prohibits excessive fines and bails."
    )
    match = next(one.item for one in found if isinstance(one.item, Match))
    assert len(match.pairs) == 3
    assert len(match.distractors) == 1


def test_laws_are_put_into_the_order_of_time_without_their_years() -> None:
    found = drafted(
        "The Social Security Act of 1935 came first. The Voting Rights Act of 1965 came later. Congress passed "
        "the Radio Act of 1927 before both."
    )
    order = next(one.item for one in found if isinstance(one.item, Order))
    assert [entry.text for entry in order.entries] == [
        "Radio Act",
        "Social Security Act",
        "Voting Rights Act",
    ]


def test_a_president_stands_against_presidents_of_other_years() -> None:
    found = drafted(
        "In 1981, President Ronald Reagan appointed the first woman to the Supreme Court. Later, Reagan signed laws on taxes."
    )
    (one,) = [one for one in found if one.kind == "who-did"][:1]
    assert one.item.key_text == "Ronald Reagan"
    for option in one.item.options[1:]:
        assert "was president in other years" in option.why


def test_true_false_changes_one_thing_that_the_table_knows() -> None:
    texts = [
        f"The Seventh Amendment {verb} juries in most civil cases heard by federal judges."
        for verb in ("guarantees", "requires", "protects", "ensures", "provides", "establishes")
    ]
    found = [one.item for text in texts for one in drafted(text) if isinstance(one.item, TrueFalse)]
    assert {item.key for item in found} == {True, False}
    for item in found:
        assert item.stem.endswith("True or false?")
        assert ("Seventh Amendment" in item.stem) is item.key


@pytest.mark.parametrize(
    ("stem", "several"),
    [
        ("Which law was passed to punish a province?", "Which laws were passed to punish a province?"),
        ("Which law allowed the president to expel people?", "Which laws allowed the president to expel people?"),
        ("Which law allows the president to expel people?", ""),
        ("Under which law were people expelled?", "Under which law were people expelled?"),
    ],
)  # fmt: skip
def test_laws_that_are_spoken_of_together(stem: str, several: str) -> None:
    assert provisions._of_several(stem) == several


def test_no_law_of_another_age_is_offered() -> None:
    """A student would see at once that it cannot be meant."""
    found = table().statute("Sherman Act")
    assert found is not None
    for other in table().siblings(found, 12):
        year = getattr(other, "year", None)
        assert provisions._of_an_age(found, other) == (not year or abs(year - 1890) <= 60)


def test_a_law_that_is_older_than_the_table_s_is_another() -> None:
    said = "In {}, the Hatch Act banned federal employees from taking part in political campaigns."
    for year, asked in ((1887, 0), (1939, 1)):
        made = article(f"Rights in short\n\n{said.format(year)} Congress makes the federal laws.\n")
        found = [one for fact in facts_of(made) for one in provisions.realise(fact, made)]
        assert len(found) == asked, year
