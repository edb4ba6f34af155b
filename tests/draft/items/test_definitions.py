"""Questions about terms: their words, their key, and others that surely mean something else."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from civicsquiz.bank.items import Choice, FindEvidence, Match, Short
from civicsquiz.draft.article import Article
from civicsquiz.draft.drafting import facts_of
from civicsquiz.draft.gate.rule import Ground
from civicsquiz.draft.gate.run import Gate
from civicsquiz.draft.items import definitions, find_line
from civicsquiz.draft.items.candidate import Candidate
from civicsquiz.source.about import card_of
from civicsquiz.source.reading import read

TEXT = """Rights and wrongs of the law

A bill of attainder is a law that punishes somebody for a crime without a trial. Congress may pass no such law. Presidents have claimed executive privilege, the right to withhold information from Congress, the courts, or the public.

An indictment does not settle guilt, and a bill of attainder would settle guilt at once. The colonies had known more than one bill of attainder before independence, and none came back.
"""


def article(text: str = TEXT) -> Article:
    path = Path("law.txt")
    document = read(text.encode(), path)
    return Article(card_of(document, path), document)


def candidates(text: str = TEXT) -> list[Candidate]:
    made = article(text)
    facts = facts_of(made)
    return [*definitions.gather(facts, made), *find_line.gather(facts, made)]


def of(kind: str, text: str = TEXT) -> list[Candidate]:
    return [candidate for candidate in candidates(text) if candidate.kind == kind]


def test_a_choice_among_terms() -> None:
    first = of("define")[0].item
    assert isinstance(first, Choice)
    assert first.stem == (
        "What is the term for a law that punishes somebody for a crime without a trial?"
    )
    assert first.key.text == "Bill of attainder"
    assert "Ex post facto law" in [option.text for option in first.distractors]
    assert all(option.why for option in first.distractors)


def test_every_choice_passes_the_gate() -> None:
    made = article()
    gate = Gate(Ground({made.card.id: made}, facts_of(made)), datetime.date(2026, 1, 1))
    chosen = of("define")
    assert len(chosen) == 2
    assert [gate.refusal(candidate) for candidate in chosen] == [None, None]


def test_no_distractor_stands_in_the_defining_sentence() -> None:
    text = TEXT.replace("without a trial.", "without a trial, as an ex post facto law does not.")
    for candidate in of("define", text):
        assert isinstance(candidate.item, Choice)
        assert "Ex post facto law" not in [option.text for option in candidate.item.distractors]


def test_a_typed_term_takes_the_forms_that_the_table_knows() -> None:
    item = of("define-typed")[0].item
    assert isinstance(item, Short)
    assert item.key == "Bill of attainder"
    assert "bills of attainder" in item.accept


def test_a_term_that_is_explained_twice_is_asked_once() -> None:
    twice = TEXT + "\nA bill of attainder is an act that convicts people without any trial.\n"
    assert [one.item.key_text for one in of("define", twice)].count("Bill of attainder") == 1


def test_a_definition_that_has_a_word_of_its_term_is_not_asked_for_it() -> None:
    text = "On bills\n\nA bill of attainder is a bill that convicts people of a crime without any trial.\n"
    assert of("define", text) == []
    assert of("define-typed", text) == []


def test_terms_that_the_table_lacks_are_matched() -> None:
    text = (
        "Words of the county\n\nThe term boosterism refers to the practice of praising a town to investors. "
        "A sortition is a method of choosing officials by lot among all citizens. The practice of giving "
        "public land to settlers is called homesteading. The term usufruct refers to the right to use "
        "common fields and woods.\n"
    )
    (candidate,) = of("define-match", text)
    item = candidate.item
    assert isinstance(item, Match)
    assert len(item.pairs) == 3
    assert len(item.distractors) == 1
    named = {part for evidence in item.evidence for part in evidence.parts}
    assert named == {left.text for left, _ in item.pairs}


def test_the_line_that_defines_is_to_be_found() -> None:
    (candidate,) = of("find-definition")
    item = candidate.item
    assert isinstance(item, FindEvidence)
    assert item.key.text.startswith("A bill of attainder is a law")
    assert len(item.distractors) == 2
    for option in item.options:
        assert item.quoted(option).selector.exact == option.text


def test_without_two_sentences_that_only_use_the_word_there_is_no_line_to_find() -> None:
    assert of("find-definition", TEXT.partition("An indictment")[0]) == []


@pytest.mark.parametrize(
    "line",
    [
        "For example, the colonies had known more than one bill of attainder, and none came back.",
        "The colonies had known more than one bill of attainder in the war, and none of them came back.",
        "Parliament used such a bill of attainder more than once against people in the colonies.",
        "A bill of attainder settles guilt at once, and leaves to the courts nothing that is theirs.",
    ],
)
def test_a_line_that_leans_or_tells_what_the_thing_does_is_none_to_choose(line: str) -> None:
    before, _, _ = TEXT.partition("The colonies had known")
    assert of("find-definition", f"{before}{line}\n") == []


def test_of_two_lines_that_say_nearly_the_same_one_is_enough() -> None:
    before, _, _ = TEXT.partition("The colonies had known")
    same = (
        "An indictment does not settle guilt, and no bill of attainder would settle guilt at once."
    )
    assert of("find-definition", f"{before}{same}\n") == []


def test_a_term_in_the_plural_does_not_stand_out_among_the_others() -> None:
    text = "Money\n\nContraction phases in which there is no economic growth, called recessions, brought unemployment.\n"
    (candidate,) = of("define", text)
    assert isinstance(candidate.item, Choice)
    assert candidate.item.key.text == "Recession"
    assert not any(option.text.endswith("s") for option in candidate.item.distractors)


def test_what_is_a_wrong_answer_belongs_to_the_matter_of_the_article() -> None:
    text = "Aid\n\nIn a welfare state, the government provides social benefits like education, housing, and pensions.\n"
    assert of("define", text) == []


def test_who_holds_an_office_is_told_from_others_that_the_article_names() -> None:
    text = (
        "Leaders of a house\n\nThe parties choose floor managers, people who keep members present for votes. "
        "The Speaker of the House is chosen by the members, and so is the clerk of the House. A committee chair "
        "is chosen by the party, as the floor managers are.\n"
    )
    (candidate,) = of("define-other", text)
    assert isinstance(candidate.item, Choice)
    assert candidate.item.key.text == "Floor managers"
    assert {option.text for option in candidate.item.distractors} == {
        "Speaker of the House",
        "Clerk of the House",
        "Committee chair",
    }


def test_a_word_in_another_sense_has_nothing_from_the_table() -> None:
    text = "Groups in Congress\n\nA caucus is a group of lawmakers who share interests and work together on them.\n"
    assert of("define", text) == []
    assert of("define-typed", text) == []


def test_one_practice_in_an_article_that_explains_nothing_else_is_not_asked() -> None:
    text = "Views\n\nDetention is a practice in which migrants are held for months.\n"
    assert candidates(text) == []
