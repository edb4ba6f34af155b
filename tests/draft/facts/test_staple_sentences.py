"""Every staple of the list, with a sentence of ours that proves it and one that does not."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from tests.draft.charter import TODAY, article

from civicsquiz.draft.drafting import draft
from civicsquiz.draft.facts import staples


@cache
def sentences() -> dict[str, tuple[str, str]]:
    """The name of each staple, with the two sentences of `staple_sentences.txt`."""
    text = Path(__file__).with_name("staple_sentences.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return {
        name: (proves.removeprefix("+ "), does_not.removeprefix("- "))
        for name, proves, does_not in zip(lines[::3], lines[1::3], lines[2::3], strict=True)
    }


def found(text: str) -> list[str]:
    return [fact["staple"] for fact in staples.extract(article(text))]


def test_every_staple_has_both_sentences() -> None:
    assert set(sentences()) == set(staples.staples())


@pytest.mark.parametrize("name", sorted(sentences()))
def test_the_one_proves_it_and_the_other_does_not(name: str) -> None:
    proves, does_not = sentences()[name]
    assert name in found(proves)
    assert name not in found(does_not)


@pytest.mark.parametrize("name", sorted(sentences()))
def test_it_passes_the_gate_unless_a_better_draft_takes_its_sentence(name: str) -> None:
    made = draft([article(sentences()[name][0])], TODAY)
    asked = [one for one in made.items if one.claims.get("staple") == name]
    left = [one.code for one in made.refused if one.candidate.claims.get("staple") == name]
    assert asked or left in (["B1"], ["B2"], ["B3"])


def test_no_two_staples_ask_the_same() -> None:
    asked = [staple.ask for staple in staples.staples().values()]
    assert len(asked) == len(set(asked))
    assert all(4 < len(ask.split()) <= 42 for ask in asked)
