"""Subject, verb and rest of a sentence of any subject."""

from __future__ import annotations

import pytest

from civicsquiz.draft.language.statements import statement_of


@pytest.mark.parametrize(
    ("sentence", "subject", "auxiliary", "verb", "rest"),
    [
        ("The lawsuit was filed in the District Court.", "The lawsuit", "was", "file", "filed in the District Court"),
        ("Voters in Maine approved the measure in 2016.", "Voters in Maine", "", "approve", "the measure in 2016"),
        ("In 1862, Abraham Lincoln signed the Homestead Act.", "Abraham Lincoln", "", "sign", "the Homestead Act"),
        ("Women hold a quarter of all seats.", "Women", "", "hold", "a quarter of all seats"),
        ("President Andrew Johnson issued a series of pardons.", "President Andrew Johnson", "", "issue", "a series of pardons"),
        ("The mayor signed the bill and left the city.", "The mayor", "", "sign", "the bill"),
        ("Attorneys general from sixteen states filed a lawsuit.", "Attorneys general from sixteen states", "", "file", "a lawsuit"),
        ("Only two presidents have been impeached.", "Only two presidents", "have", "impeach", "been impeached"),
    ],
)  # fmt: skip
def test_what_is_what(sentence: str, subject: str, auxiliary: str, verb: str, rest: str) -> None:
    found = statement_of(sentence)
    assert found
    assert sentence[slice(*found.subject)] == subject
    assert (found.auxiliary, found.verb.base) == (auxiliary, verb)
    assert sentence[slice(*found.rest)].strip() == rest


@pytest.mark.parametrize(
    "sentence",
    [
        "The House did not pass the bill.",
        "The law signed by the mayor forbids it.",
        "The court is lead by the president.",
        "When the House met, the Senate had left.",
        "He mentioned the House will appoint managers.",
        "What the Court held is the law.",
        "The Senate could reject the treaty.",
        "Lincoln mentioned the House will meet.",
        "Friday.",
        "",
    ],
)
def test_what_is_no_plain_statement(sentence: str) -> None:
    assert statement_of(sentence) is None
