"""Looser forms, for terms that the civics table knows."""

from __future__ import annotations

import pytest

from civicsquiz.draft.article import Sentence
from civicsquiz.draft.facts.known_terms import said_of_known
from civicsquiz.draft.facts.phrases import Found


def said(text: str) -> list[Found]:
    return list(said_of_known(Sentence(text, 0, len(text), 1, 0, 0)))


@pytest.mark.parametrize(
    ("sentence", "term", "words", "form"),
    [
        (
            (
                "Courts seldom allow prior restraint on the media, meaning the government can prevent the "
                "publication of news."
            ),
            "prior restraint",
            "the government can prevent the publication of news",
            "when",
        ),
        (
            "Sunshine laws require agencies to make meeting documents public.",
            "sunshine laws",
            "require agencies to make meeting documents public",
            "does",
        ),
        (
            "Another form of government is oligarchy, in which a handful of people hold all power.",
            "oligarchy",
            "a form of government in which a handful of people hold all power",
            "",
        ),
    ],
)
def test_what_is_said_of_a_known_term(sentence: str, term: str, words: str, form: str) -> None:
    (found,) = said(sentence)
    assert (found.term, found.definition, found.form) == (term, words, form)
    start, end = found.span
    assert start < 0 or sentence[start:end] == words


@pytest.mark.parametrize(
    "sentence",
    [
        "Garden laws require agencies to make meeting documents public.",
        "Sunshine laws please reporters who work in the capital.",
        "Sunshine laws do not open the records of families to the public.",
        "Critics of sunshine laws require officials to make records public.",
        "Courts seldom allow prior restraint, meaning it can be stopped by them.",
        "Another form of government is oligarchy, in which these hold power.",
        "Prior restraint, when he saw it, was over.",
    ],
)
def test_what_the_table_does_not_bear_out(sentence: str) -> None:
    assert said(sentence) == []
