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
        ("Which branch controls that money and can decide who gets how much?", "that"),
        ("Which branch spends that money?", "that"),
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


@pytest.mark.parametrize(
    "text",
    [
        "Which case ended a job because it was unlawful?",
        "Which amendment guarantees those engaged in civil disputes a jury?",
        "Which law cut the income tax rate paid by companies?",
        "Which amendment couples a candidate with that candidate’s running mate?",
        "Which body confirms or rejects the president’s nominees?",
        "What share of the Senate does it take to end a debate?",
        "Which law set limits on the use of the airwaves?",
        "Which court held that money is speech?",
        "Which court said that Congress, not the president, decides?",
    ],
)
def test_what_is_said_in_the_text_itself_leans_on_nothing(text: str) -> None:
    assert dangling(text) == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Which court said that it was unlawful?", "it"),
        ("Which law cut the rate?", "the rate"),
        ("Which body rejected the senator’s plan?", "the senator’s plan"),
        ("Which law helped those?", "those"),
        ("Which court agreed with that candidate’s view of that?", "that"),
    ],
)
def test_what_is_not_said_in_the_text_is_found(text: str, found: str) -> None:
    assert dangling(text) == found
