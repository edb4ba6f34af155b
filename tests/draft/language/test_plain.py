"""Sentences of news without the weekday, the aside and “also”."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.draft.language.names import Names
from civicsquiz.draft.language.plain import Plain, plain


def of(text: str) -> Plain | None:
    return plain(text, Names([text]).of(0))


def said(text: str) -> str:
    found = of(text)
    assert found
    return found.text


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("On Friday, the House passed the bill.", "the House passed the bill."),
        ("Late on Sunday, the Senate adjourned.", "the Senate adjourned."),
        ("However, Congress approved the budget.", "Congress approved the budget."),
        ("The Senate on Friday confirmed the judge.", "The Senate confirmed the judge."),
        ("The House also passed two articles.", "The House passed two articles."),
        ("On December 18, the House passed two articles.", "the House passed two articles."),
        ("The Court (see below) ruled against the state.", "The Court ruled against the state."),
        (
            "Abraham Lincoln, the president of the Union, signed the act.",
            "Abraham Lincoln signed the act.",
        ),
        (
            "Abraham Lincoln, who had opposed it, signed the act on Friday.",
            "Abraham Lincoln signed the act.",
        ),
        (
            "The act was signed by Abraham Lincoln, the sixteenth president.",
            "The act was signed by Abraham Lincoln.",
        ),
    ],
)
def test_what_is_left_out(sentence: str, left: str) -> None:
    assert said(sentence) == left


@pytest.mark.parametrize(
    "sentence",
    [
        "On June 26, 2015, the Court decided the case.",
        "Congress passed it in Nashville, Tennessee, in 1920.",
        "The act of 1862 gave land to settlers, miners and farmers.",
        "The law bars fines, and the Court upheld it.",
    ],
)
def test_what_is_left_in(sentence: str) -> None:
    assert said(sentence) == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "The Senate has until Friday to vote on the bill.",
        "The Senate voted on it two weeks ago.",
        "The House passed the bill this past December.",
        "The Court opened (and then closed the case.",
    ],
)
def test_what_hangs_on_the_day_is_left_alone(sentence: str) -> None:
    assert of(sentence) is None


@given(st.text(st.sampled_from("aA .,()“”’0On Friday, thewho"), max_size=60))
def test_every_place_is_one_of_the_sentence(text: str) -> None:
    found = of(text)
    if found:
        assert "".join(text[at] for at in found.places) == found.text
        for name in found.names:
            assert found.text[name.start : name.end] == name.text
