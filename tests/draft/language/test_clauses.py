"""Subject, verb and rest, told by form."""

from __future__ import annotations

import pytest

from civicsquiz.draft.language.clauses import Clause, clause_of
from civicsquiz.draft.language.names import Names


def clause(text: str) -> Clause | None:
    return clause_of(text, Names([text]).of(0))


@pytest.mark.parametrize(
    ("text", "subject", "verb", "predicate"),
    [
        (
            "In 1964, President Lyndon Johnson signed the Civil Rights Act.",
            "Lyndon B. Johnson", "sign", "signed the Civil Rights Act",
        ),
        (
            "Judge Anna Miller, who sits in Texas, dismissed the suit against the county.",
            "Anna Miller", "dismiss", "dismissed the suit against the county",
        ),
        (
            "The Supreme Court has since overturned two of those statutes.",
            "Supreme Court", "overturn", "has since overturned two of those statutes",
        ),
        (
            "Senator Paul Weaver opposed the treaty, which later failed.",
            "Paul Weaver", "oppose", "opposed the treaty",
        ),
    ],
)  # fmt: skip
def test_a_plain_clause_is_read(text: str, subject: str, verb: str, predicate: str) -> None:
    found = clause(text)
    assert found is not None
    assert found.main.base == verb
    assert text[slice(*found.predicate)] == predicate
    assert found.subject.key in (subject, subject.replace(" B.", ""))


@pytest.mark.parametrize(
    "text",
    [
        "Because Anna Miller signed late, nothing was done.",
        "The lawyer of Anna Miller signed the letter.",
        "Anna Miller and Paul Weaver signed the letter.",
        "“Anna Miller signed the letter,” he said.",
        "Anna Miller’s lawyer signed the letter.",
        "Nobody signed the letter.",
        "If Congress passes the bill, Anna Miller signs it.",
    ],
)
def test_where_the_subject_is_not_certain_there_is_no_clause(text: str) -> None:
    found = clause(text)
    assert found is None or found.subject.key != "Anna Miller"


@pytest.mark.parametrize(
    "text", ["Anna Miller did not sign the letter.", "Congress has never declared it."]
)
def test_a_denial_is_told(text: str) -> None:
    found = clause(text)
    assert found is None or found.negative
