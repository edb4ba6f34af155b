"""What a stem may not lean on."""

from __future__ import annotations

import pytest

from civicsquiz.draft.language.dangling import dangling


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Who signed it?", "it"),
        ("Which court upheld this ruling?", "this"),
        ("Who vetoed the bill?", "the bill"),
        ("Who resigned on Friday?", "on Friday"),
        ("Who was elected last year?", "last year"),
        ("Who opposed the latter?", "the latter"),
        ("Which body rejected such a plan?", "such"),
        ("Which court heard the appeal and affirmed?", "the appeal"),
        ("Who gave his word?", "his"),
    ],
)
def test_what_leans_outside_is_found(text: str, found: str) -> None:
    assert dangling(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Which chamber has the power to impeach?",
        "Who heads the executive branch?",
        "Which court struck down the law that barred leaflets?",
        "Who was the first woman to serve in the Senate?",
        "Which amendment forbids cruel and unusual punishments?",
        "Who protects those who are accused of crimes?",
        "In 1787, who proposed the Virginia Plan?",
        "Which right do people have under the Constitution?",
    ],
)
def test_what_a_reader_knows_by_themselves_is_let_pass(text: str) -> None:
    assert dangling(text) == ""


def test_a_possessive_may_be_of_whoever_is_asked_for() -> None:
    assert dangling("Who delivered his farewell address in 1796?", own=True) == ""
