"""What letters stand for, where they really are the initials of a public body or a law."""

from __future__ import annotations

from pathlib import Path

import pytest

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts import acronyms
from civicsquiz.source.about import card_of
from civicsquiz.source.reading import read


def article(text: str) -> Article:
    path = Path("letters.txt")
    document = read(text.encode(), path)
    return Article(card_of(document, path), document)


@pytest.mark.parametrize(
    ("sentence", "letters", "name", "kind"),
    [
        (
            "Congress made the Federal Communications Commission (FCC) in 1934.",
            "FCC",
            "Federal Communications Commission",
            "body",
        ),
        (
            "Under the Freedom of Information Act (FOIA), people may ask for records.",
            "FOIA",
            "Freedom of Information Act",
            "law",
        ),
        (
            "Broadcasters answer to the FCC (Federal Communications Commission) for what they air.",
            "FCC",
            "Federal Communications Commission",
            "body",
        ),
    ],
)
def test_letters_and_name(sentence: str, letters: str, name: str, kind: str) -> None:
    made = article(f"Short names\n\n{sentence}\n")
    (fact,) = acronyms.extract(made)
    assert (fact["letters"], fact["name"], fact["kind"]) == (letters, name, kind)
    for slot in fact.slots[:2]:
        assert made.document.text[slot.start : slot.end] == slot.text


@pytest.mark.parametrize(
    "sentence",
    [
        "The Federal Communications Commission (FTC) was made in 1934.",
        "The Willow County Gardening Society (WCGS) met on the green.",
        "The Department of Imaginary Affairs (DIA) has no office.",
        "The representative (D-OH) voted for the bill in the end.",
        "The law (see Title II) took effect in the spring of 1990.",
        "The plan (called the New Deal) was to end the crisis.",
    ],
)
def test_other_letters_give_nothing(sentence: str) -> None:
    assert list(acronyms.extract(article(f"Short names\n\n{sentence}\n"))) == []


def test_initials() -> None:
    assert acronyms.initials("Federal Election Commission", "FEC")
    assert acronyms.initials("Department of Defense", "DOD")
    assert acronyms.initials("Department of Justice", "DoJ")
    assert not acronyms.initials("Federal Election Commission", "FCC")
