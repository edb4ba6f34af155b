"""Whether a definition tells its term apart, and from which others."""

from __future__ import annotations

from pathlib import Path

import pytest

from civicsquiz.draft.article import Article
from civicsquiz.draft.facts.fact import Fact, Frame, Slot
from civicsquiz.draft.items.definition_articles import with_article
from civicsquiz.draft.items.definition_kinds import as_many, entry_of
from civicsquiz.draft.items.definition_telling import tells, told
from civicsquiz.draft.items.meanings import others
from civicsquiz.draft.table import table
from civicsquiz.source.about import card_of
from civicsquiz.source.reading import read


def fact(term: str, definition: str, way: str = "apposed,") -> Fact:
    slots = (Slot("term", term), Slot("definition", definition), Slot("way", way))
    return Fact(Frame.DEFINITION, "words", slots, 0, 10, 0)


def plain() -> Article:
    path = Path("words.txt")
    document = read(b"Words\n\nNothing is said here of any of the terms.\n", path)
    return Article(card_of(document, path), document)


@pytest.mark.parametrize(
    ("term", "definition", "enough"),
    [
        ("dissenting opinion", "a statement of disagreement with the result of the court", True),
        ("majority opinion", "explanation of the justices’ decision", False),
        ("safe seat", "a seat that is filled every two years", False),
        ("spoils system", "the power to practice patronage in government jobs", False),
        ("republic", "a state without a king", False),
    ],
)
def test_a_definition_tells_its_term_apart(term: str, definition: str, enough: bool) -> None:
    made = fact(term, definition)
    entry = table().term(term)
    assert entry is not None
    assert tells(made, entry) is enough


def test_distractors_are_of_one_family_and_none_that_the_definition_fits() -> None:
    made = fact("material incentives", "tangible benefits of joining a group", "which-is")
    wrong = others(made, [made], plain(), entry_of(made))
    assert {one.term for one in wrong} == {"solidary incentives", "purposive incentives"}
    assert not told(made, wrong)


def test_without_kin_there_are_no_distractors_of_another_kind() -> None:
    made = fact("lobbyist", "a person paid to influence officials")
    people = {"social movement", "defendant"}
    assert people.isdisjoint(one.term for one in others(made, [made], plain(), entry_of(made)))


@pytest.mark.parametrize(
    ("term", "name", "said"),
    [
        ("enumerated power", "implied powers", "implied power"),
        ("enumerated powers", "implied powers", "implied powers"),
        ("diplomacy", "sanctions", "sanctions"),
        ("tariffs", "poll tax", "poll taxes"),
    ],
)
def test_terms_stand_in_the_number_of_the_key(term: str, name: str, said: str) -> None:
    entry = table().term(name)
    assert entry is not None
    assert as_many(term, entry) == said


@pytest.mark.parametrize(
    ("definition", "said"),
    [
        ("explanation of a decision by a court", "the explanation of a decision by a court"),
        ("official who runs an agency of the state", "an official who runs an agency of the state"),
        ("officials who run an agency", "officials who run an agency"),
        ("cooperation between the parties", "cooperation between the parties"),
        ("a law that binds all", "a law that binds all"),
        ("choosing one party only", "choosing one party only"),
    ],
)
def test_a_definition_has_the_article_that_it_needs(definition: str, said: str) -> None:
    assert with_article(definition) == said
