"""What is shown around a paragraph that is hardly more than the passage in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from tests.banks.any_item import asked, items
from tests.study.coaching.conftest import OneArticle
from tests.study.coaching.ferry import common, founder, kinds, ladder, of_kind, option

from civicsquiz.bank.items import FindEvidence
from civicsquiz.bank.models import Evidence, Item, Role
from civicsquiz.source.selector import Selector
from civicsquiz.source.shelf import Shelf
from civicsquiz.study.coaching.coach import SourceCoach
from civicsquiz.study.search.hidden import hidden_for

BEFORE = "The winter had been long and hard for everybody. Nobody in the whole valley had seen the river so high."
PASSAGE = "They objected to it with one voice."
AFTER = (
    "The council met on the next market day to hear the company. It was a loud evening in the hall."
)
LATER = "A new bridge was built ten years after that."


def on_passage(**values: Any) -> Item:
    made = common(
        PASSAGE, stem="What did the farmers on the river do about the toll of the company?"
    )
    wrong = tuple(option(text, "They did not.") for text in ("They paid", "They left", "They sang"))
    return founder(**{**made, "key": option("Complained"), "distractors": wrong, **values})


def article_of(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def test_sentences_on_either_side(article: Callable[[str], Shelf]) -> None:
    """One on either side is enough here, and what is cut off is said to be."""
    found = ladder(on_passage(), article(article_of(BEFORE, PASSAGE, AFTER, LATER)))
    hint = next(hint for hint in found if hint.kind == "paragraph")
    assert hint.text == (
        "… Nobody in the whole valley had seen the river so high.\n\n____.\n\n"
        "The council met on the next market day to hear the company. …"
    )
    assert hint.title == "What stands around it, with blanks"
    assert "paragraph 2" in hint.citation


def test_nothing_from_beyond_a_heading(article: Callable[[str], Shelf]) -> None:
    """Another section is about something else."""
    text = article_of("# The river", BEFORE, "## The protest", PASSAGE, AFTER, LATER)
    said = of_kind(ladder(on_passage(), article(text)), "paragraph")
    assert said.startswith("____.\n\nThe council met")
    assert "valley" not in said


def test_nothing_that_is_not_about_it(article: Callable[[str], Shelf]) -> None:
    """Where what stands around has no word of the question, it helps nobody."""
    text = article_of(LATER, PASSAGE, "It was painted green and had five arches of local stone.")
    assert "paragraph" not in kinds(ladder(on_passage(), article(text)))


OFFERED = (PASSAGE, "It was a loud evening in the hall.", LATER)


def to_be_found(*texts: str) -> Item:
    roles = (Role.PROVES, *[Role.CANDIDATE] * (len(texts) - 1))
    quoted = tuple(
        Evidence("paper", Selector(text), role) for text, role in zip(texts, roles, strict=True)
    )
    return FindEvidence(
        key=option(texts[0]), distractors=tuple(option(text, "No.") for text in texts[1:]),
        **{**common(""), "evidence": quoted},
    )  # fmt: skip


def test_a_sentence_to_be_found_by_what_is_around_it(article: Callable[[str], Shelf]) -> None:
    """No paragraph with another that is offered is entered, if there is enough without."""
    found = ladder(to_be_found(*OFFERED), article(article_of(BEFORE, PASSAGE, AFTER, LATER)))
    text = of_kind(found, "paragraph")
    assert text.endswith("seen the river so high.\n\n____.")
    assert "loud evening" not in text


def test_sentences_side_by_side(article: Callable[[str], Shelf]) -> None:
    """Where a paragraph is nothing but what is offered, what is around it tells none apart."""
    text = article_of(BEFORE, " ".join(OFFERED), AFTER.partition(". ")[0] + ".")
    assert "paragraph" not in kinds(ladder(to_be_found(*OFFERED), article(text)))
    more = article_of(
        BEFORE, " ".join((*OFFERED, "The old ferry lay on the bank for years after."))
    )
    assert "paragraph" in kinds(ladder(to_be_found(*OFFERED), article(f"{more} Nobody burned it.")))


@pytest.mark.parametrize("at", range(3))
def test_each_paragraph_counts(at: int, article: Callable[[str], Shelf]) -> None:
    """Whatever is offered is blank wherever it stands in what is shown."""
    texts = (*OFFERED[at:], *OFFERED[:at])
    found = ladder(to_be_found(*texts), article(article_of(BEFORE, PASSAGE, AFTER, LATER)))
    for hint in found:
        if hint.kind == "paragraph":
            assert not any(text.rstrip(".") in hint.text for text in texts)


@given(items())
def test_no_key_in_what_stands_around(item: Item) -> None:
    """Of any item of which the passage says the key in other words, while the key itself is all
    around it."""
    keys = [one.text for one in item.options if one.id in item.key_ids] or [item.key_text]
    said = "The hall of the town was open to everybody on that day, and {} was seen there by many."
    around = " ".join(said.format(key) for key in keys)
    text = article_of(around, PASSAGE, around)
    if item.type != "evidence":
        item = replace(item, evidence=(Evidence("paper", Selector(PASSAGE)),))
    item = replace(item, stem=f"{item.stem} Who was in the hall of the town?")
    one = asked(item)
    hidden = hidden_for([one])
    for hint in SourceCoach(OneArticle(text)).ladder(one):
        # the entries of an order are no secret: they stand in the question
        if hint.kind in ("paragraph", "sentence") and item.type != "order":
            assert not hidden.shows_key(hint.text, hint.citation), hint
