"""Further ways of saying what was decided in a case."""

from __future__ import annotations

import pytest
from tests.draft.charter import article

from civicsquiz.draft.facts import cases


def decided(text: str) -> list[tuple[str, str, str]]:
    return [
        (fact["case"], fact["verb"], fact["decided"])
        for fact in cases.extract(article(text))
        if fact["decided"]
    ]


@pytest.mark.parametrize(
    ("text", "case", "verb", "said"),
    [
        (
            "However, the Supreme Court in Shelley v. Kraemer (1948) ruled that courts could not enforce covenants based on race.",
            "Shelley v. Kraemer", "rule", "that courts could not enforce covenants based on race",
        ),
        (
            "In a 1969 case involving a hate group, Brandenburg v. Ohio, the Supreme Court held that speech may be free.",
            "Brandenburg v. Ohio", "hold", "that speech may be free",
        ),
        (
            "People knew Griswold v. Connecticut, a case that struck down a ban on the use of contraception.",
            "Griswold v. Connecticut", "strike", "struck down a ban on the use of contraception",
        ),
        (
            "Moreover, the 1966 decision in Miranda v. Arizona required a warning for suspects.",
            "Miranda v. Arizona", "require", "required a warning for suspects",
        ),
        (
            "States had banned it until the Supreme Court decided, in Obergefell v. Hodges (2015), that couples of the same sex may marry.",
            "Obergefell v. Hodges", "decide", "that couples of the same sex may marry",
        ),
        (
            "In United States v. Windsor, the Court changed much by ruling that the federal government had no authority to define marriage.",
            "United States v. Windsor", "rule", "that the federal government had no authority to define marriage",
        ),
        (
            "In Town of Greece v. Galloway (2014), a majority of the justices decided that prayer before a meeting was lawful.",
            "Town of Greece v. Galloway", "decide", "that prayer before a meeting was lawful",
        ),
    ],
)  # fmt: skip
def test_a_shape_is_found(text: str, case: str, verb: str, said: str) -> None:
    assert (case, verb, said) in decided(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Court in Shelley v. Kraemer ruled that the 1993 law applied to the federal government.",
        "In New York Times v. Sullivan, the Court held not only that a statement was untrue.",
        "In King v. Burwell, the Court upheld tax credits on an exchange created by the law.",
    ],
)
def test_what_leans_on_the_article_is_left_alone(text: str) -> None:
    assert decided(text) == []


def test_what_follows_a_second_verb_is_cut_off() -> None:
    text = "The Dobbs v. Jackson Women’s Health Organization decision, in which the Court ruled that abortion is not a right, did not stop it."
    assert [said for _, _, said in decided(text)] == ["that abortion is not a right"]
