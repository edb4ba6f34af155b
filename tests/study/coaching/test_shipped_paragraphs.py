"""The paragraphs with blanks of every item that comes with the program, where the articles are at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from civicsquiz.bank import files, glossary
from civicsquiz.bank.items import Choice, FindEvidence, Order, TrueFalse
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.coaching import BLANK, Hint
from civicsquiz.study.coaching.coach import SourceCoach
from civicsquiz.study.coaching.words import words
from civicsquiz.study.question import Question
from civicsquiz.study.selection import question

Laddered = list[tuple[Question, tuple[Hint, ...]]]


@pytest.fixture(scope="module")
def laddered(checkout: Path, seeds: Path) -> Laddered:
    terms = glossary.load(checkout / "seeds" / "glossary.yaml")
    coach = SourceCoach(Shelf([seeds, checkout / "seeds"]), terms=terms)
    banks = [files.load(path) for path in sorted((checkout / "question_banks").glob("*.yaml"))]
    every = [question(bank, item, "1") for bank in banks for item in bank.asked]
    return [(one, coach.ladder(one)) for one in every]


def paragraphs(laddered: Laddered) -> list[tuple[Question, Hint]]:
    return [(one, hint) for one, hints in laddered for hint in hints if hint.kind == "paragraph"]


def test_all_have_one(laddered: Laddered) -> None:
    """All 85 in which a hint can be asked for: a true-false item has one try."""
    have = {one.ref for one, _ in paragraphs(laddered)}
    assert have == {one.ref for one, _ in laddered if not isinstance(one.item, TrueFalse)}
    assert len(have) >= 85


def test_no_entry_of_an_order_can_be_read(laddered: Laddered) -> None:
    """What an order is of is blank, and its paragraphs stand in the alphabet's order."""
    orders = [(one, hint) for one, hint in paragraphs(laddered) if isinstance(one.item, Order)]
    assert len(orders) == 4
    for one, hint in orders:
        assert all(option.text not in hint.text for option in one.options), one.ref
        parts = [part for part in hint.text.split("\n\n") if part]
        assert parts == sorted(parts, key=str.casefold), one.ref


def test_they_can_be_read(laddered: Laddered) -> None:
    """No blank stands by itself among blanks: there are words enough for each, and a few in a row."""
    for one, hint in paragraphs(laddered):
        blanks, read = hint.text.count(BLANK), len(words(hint.text.replace(BLANK, " ")))
        assert blanks >= 1, one.ref
        assert read >= 6 * blanks, (one.ref, hint.text)
        assert max(len(words(part)) for part in hint.text.split(BLANK)) >= 8, (one.ref, hint.text)
        assert hint.text.count("“") + 2 >= hint.text.count("”"), (one.ref, hint.text)


def test_somebody_says_them(laddered: Laddered) -> None:
    """Words of a source never stand without a name under them."""
    for one, hint in paragraphs(laddered):
        assert hint.citation or "\n— " in hint.text, (one.ref, hint.text)


def test_no_sentence_that_is_offered_can_be_read(laddered: Laddered) -> None:
    """Not a part of one either: four words in a row at most are in what stands around them."""
    looked = 0
    for one, hint in paragraphs(laddered):
        if not isinstance(one.item, FindEvidence):
            continue
        looked += 1
        shown = f" {' '.join(words(hint.text))} "
        for option in one.options:
            said = words(option.text)
            runs = {" ".join(said[at : at + 5]) for at in range(len(said) - 4)}
            assert not any(f" {run} " in shown for run in runs), (one.ref, option.text)
    assert looked >= 6


def test_the_key_is_not_what_is_left(laddered: Laddered) -> None:
    """Nowhere do all wrong options but one stand word for word, so that the blank is the other."""
    for one, hint in paragraphs(laddered):
        if isinstance(one.item, Choice):
            shown = f" {' '.join(words(hint.text))} "
            wrong = [" ".join(words(option.text)) for option in one.item.distractors]
            readable = sum(f" {text} " in shown for text in wrong)
            assert readable < max(2, len(wrong) - 1), (one.ref, hint.text)


def test_a_title_says_what_is_shown(laddered: Laddered) -> None:
    """Sentences from around the paragraph are not called the paragraph."""
    titles = {hint.title for _, hint in paragraphs(laddered)}
    assert titles == {"The paragraph, with blanks", "What stands around it, with blanks"}


def test_blanks_do_not_stand_side_by_side(laddered: Laddered) -> None:
    """Two blanks with nothing but a space between them would be one."""
    for one, hint in paragraphs(laddered):
        between = hint.text.split(BLANK)[1:-1]
        assert all(part.strip(" ") for part in between), (one.ref, hint.text)
