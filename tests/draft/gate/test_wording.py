"""The rules on wording, each with what it objects to and what it lets pass."""

from __future__ import annotations

import datetime

import pytest
from tests.draft.gate.making import STEM, candidate, ground, with_stem

from civicsquiz.draft.gate import wording
from civicsquiz.draft.gate.run import RULES, Gate


def test_the_candidate_that_is_changed_below_passes_the_whole_gate() -> None:
    refused = Gate(ground(), datetime.date(2026, 1, 1)).refusal(candidate())
    assert refused is None


def test_every_rule_of_the_gate_has_a_code_a_name_and_words() -> None:
    assert all(rule.code and rule.name and rule.means.endswith(".") for rule in RULES)
    assert {"S1", "S2", "S4", "S7", "S12", "K2", "K5", "K6"} <= {rule.code for rule in RULES}


@pytest.mark.parametrize(
    "stem",
    [
        "Which is the case in which which banned guns near schools?",
        "Which is the case in which when the Court struck a law down?",
        "Which law set limits on how much presidential candidates?",
        "Which amendment banned the poll tax in elections to federal?",
        "Which law required all those who had received money to file?",
        "Which body has the power to confirm judges and the?",
        "Of these laws, which one created new means?",
        "Which amendment protects expression by organized groups via rallies, protests?",
    ],
)
def test_a_stem_that_breaks_off_is_refused(stem: str) -> None:
    assert wording.WHOLE.check(with_stem(stem), ground())


@pytest.mark.parametrize(
    "stem",
    [
        STEM,
        "In law and government, which public body do the letters “FEC” stand for?",
        "Which law set limits on how much candidates may spend?",
        "In which case did the Court rule that citizens have a right to vote?",
        "What is the term for the theory that many groups compete with each other?",
    ],
)
def test_a_whole_stem_is_let_pass(stem: str) -> None:
    assert wording.WHOLE.check(with_stem(stem), ground()) == ""


@pytest.mark.parametrize(
    ("rule", "stem", "refused"),
    [
        ("which-provision@1", "Which amendment bound one government, and some states went on as before?", True),
        ("which-provision@1", "Which amendment protects speech, and the right to assemble?", False),
        ("case-which@1", "In which case did the Supreme Court rule that a law may not treat as unequal, marriages of a state?", True),
        ("case-which@1", "Which Supreme Court case struck down a state’s law, extended the right of privacy?", True),
        ("case-which@1", "In which case did the Court rule that a law that “burdens a practice” without a need?", True),
        ("case-which@1", "In which case did the Court rule that a law that burdens a practice is void?", False),
        ("case-which@1", "In which case did the Court rule that states must provide lawyers, even for the poor?", False),
        ("case-which@1", "Which Supreme Court case determined that certain types of speech?", True),
        ("case-which@1", "Which Supreme Court case determined that certain types of speech may be banned?", False),
        ("which-provision@1", "Which law exempted unions, many of which had backed a campaign?", True),
        ("which-provision@1", "Which law exempted unions from the rules on monopolies?", False),
        ("staple@1", "What do the courts decide, and some states went on as before?", False),
    ],
)  # fmt: skip
def test_a_law_or_a_case_has_one_clause(rule: str, stem: str, *, refused: bool) -> None:
    assert bool(wording.ONE_CLAUSE.check(candidate(stem, rule=rule), ground())) == refused


def test_the_kind_that_is_asked_for_tells_nothing_of_the_key() -> None:
    asked = "Which plan or compromise of 1787 called for one house?"
    plan = candidate(asked, "New Jersey Plan", ("Virginia Plan", "Great Compromise"))
    assert wording.UNTOLD.check(plan, ground()) == ""
    told = candidate(
        "Which document called for a plan of one house?", "New Jersey Plan", ("Great Compromise", "Common Sense")
    )  # fmt: skip
    assert "plan" in wording.UNTOLD.check(told, ground())


def test_a_word_that_only_the_key_has_may_not_stand_in_the_stem() -> None:
    told = candidate(
        "Which law recognizes the rights of people with disabilities?",
        "Americans with Disabilities Act",
        ("Defense of Marriage Act", "Civil Liberties Act"),
    )
    assert "disabilities" in wording.UNTOLD.check(told, ground())


def test_a_word_of_civics_or_one_that_all_options_have_tells_nothing() -> None:
    assert wording.UNTOLD.check(candidate(), ground()) == ""
    shared = candidate(
        "Which primary is open to members of one party only?",
        "Closed primary",
        ("Open primary", "White primary"),
    )
    assert wording.UNTOLD.check(shared, ground()) == ""


def test_a_law_of_which_it_is_said_only_that_it_was_passed_is_refused() -> None:
    empty = candidate(claims={"predicate": "was passed by Congress and signed by President Obama"})
    full = candidate(claims={"predicate": "was passed to end the poll tax in federal elections"})
    assert wording.TELLS_ENOUGH.check(empty, ground())
    assert wording.TELLS_ENOUGH.check(full, ground()) == ""


@pytest.mark.parametrize(
    ("key", "refused"),
    [
        ("Moreover", True),
        ("Persuade", True),
        ("Reasonable", True),
        ("Gerrymandering", False),
        ("Bill of attainder", False),
        ("Veto", False),
    ],
)
def test_a_term_is_a_noun(key: str, refused: bool) -> None:
    one = candidate(key=key, others=("Quorum", "Caucus"), rule="define-other@1")
    assert bool(wording.IS_TERM.check(one, ground())) is refused
