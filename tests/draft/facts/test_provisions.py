"""What amendments, clauses and laws do, by the article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.draft.charter import article

from civicsquiz.draft.facts import provisions, signs
from civicsquiz.draft.facts.fact import Fact


def found(text: str) -> list[Fact]:
    return list(provisions.extract(article(text)))


@pytest.mark.parametrize(
    ("text", "name", "shape", "predicate"),
    [
        (
            "The Seventh Amendment guarantees juries in most civil cases.",
            "Seventh Amendment", "main", "guarantees juries in most civil cases",
        ),
        (
            "Like the Fourteenth Amendment, the Fifth Amendment protects due process of law.",
            "Fifth Amendment", "clause", "protects due process of law",
        ),
        (
            "Much changed with the Civil Rights Act of 1964, which banned discrimination in employment.",
            "Civil Rights Act of 1964", "which", "banned discrimination in employment",
        ),
        (
            "After 1920, when the Nineteenth Amendment gave women the right to vote, more people voted.",
            "Nineteenth Amendment", "clause", "gave women the right to vote",
        ),
        (
            "The Court decided in 2008 that the Second Amendment protects an individual’s right to bear arms.",
            "Second Amendment", "clause", "protects an individual’s right to bear arms",
        ),
        ("Slavery was abolished by the Thirteenth Amendment.", "Thirteenth Amendment", "passive", "abolished slavery"),
        (
            "Medicare was created by the Social Security Amendments of 1965.",
            "Social Security Amendments of 1965", "passive", "created Medicare",
        ),
        (
            "The right to a jury in civil cases is guaranteed by the Seventh Amendment.",
            "Seventh Amendment", "passive", "guarantees the right to a jury in civil cases",
        ),
        (
            "Under the Sixth Amendment, defendants in criminal trials are guaranteed a speedy trial.",
            "Sixth Amendment", "under", "defendants in criminal trials are guaranteed a speedy trial",
        ),
        (
            "The equal protection clause bars states from treating people differently without good reason.",
            "Equal Protection Clause", "main", "bars states from treating people differently without good reason",
        ),
        (
            "The Articles of Confederation made no provision for an executive branch.",
            "Articles of Confederation", "main", "made no provision for an executive branch",
        ),
        (
            "The Radio Act of 1927 was the first attempt by Congress to regulate broadcasts.",
            "Radio Act of 1927", "main", "was the first attempt by Congress to regulate broadcasts",
        ),
        (
            "The Eighth Amendment prohibits cruel and unusual punishments, a limitation on the power of each branch.",
            "Eighth Amendment", "main", "prohibits cruel and unusual punishments",
        ),
        (
            "The First Amendment protects speech, a free press that prints what it likes, and assembly.",
            "First Amendment", "main", "protects speech, a free press that prints what it likes, and assembly",
        ),
    ],
)  # fmt: skip
def test_what_a_provision_does_is_found(text: str, name: str, shape: str, predicate: str) -> None:
    (fact,) = found(text)
    assert (fact["provision"], fact["shape"], fact["predicate"]) == (name, shape, predicate)


@pytest.mark.parametrize(
    "text",
    [
        "Supporters argue that the Second Amendment protects a right to carry guns anywhere.",
        "The Voting Rights Act might protect voters in many states.",
        "The Fourth Amendment guarantees juries in most civil cases.",
        "The Sixth Amendment does not guarantee juries in civil cases.",
        "The Fifth Amendment, he said, protects people from double jeopardy.",
        "Reportedly, the Eighth Amendment forbids excessive fines.",
        "If the Nineteenth Amendment gave women the right to vote, many would have noticed.",
        "The Fifth Amendment protects this right against double jeopardy.",
        "The Twelfth Amendment has worked fairly well.",
        "It is a commission created by the Communications Act of 1934, which regulates radio and television.",
        "The Sunshine and Rain Act of 1999 banned umbrellas in public places.",
        "The Constitution protects freedom of speech in all states.",
        "“The Fifth Amendment protects people from double jeopardy,” she said.",
        "The Second Amendment should protect the right to bear arms.",
        "Unlike the Fourth Amendment, which protects against unreasonable searches, it says nothing of homes.",
        "Articles were written before the Articles of Confederation were established by the delegates.",
        "Slavery was defended by friends of the Thirteenth Amendment.",
        "The Civil Rights Act of 1964 was passed.",
        "Under the Sixth Amendment, they are guaranteed a speedy trial.",
        "The First Amendment repealed the Eighteenth Amendment and ended prohibition.",
    ],
)
def test_look_alikes_give_nothing(text: str) -> None:
    assert found(text) == []


def test_signs_tell_amendments_apart() -> None:
    assert signs.holds(8, "forbids excessive fines")
    assert not signs.holds(5, "forbids excessive fines")
    assert not signs.holds(6, "makes government better")
    assert signs.may_hold("makes government better") is None
    held = signs.may_hold("guarantees a fair hand in criminal trials")
    assert held is not None
    assert {5, 6, 14} <= held


_WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=200)


@given(_WORDS)
def test_any_text_is_read(text: str) -> None:
    made = article(
        f"The Fifth Amendment {text} protects people from double jeopardy, which {text}."
    )
    for fact in provisions.extract(made):
        slot = fact.slot("provision")
        assert made.document.text[slot.start : slot.end].lower() == slot.text.lower()
