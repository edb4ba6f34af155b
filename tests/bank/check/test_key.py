"""What it takes for a key to be proven, and what gives one away."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest

from civicsquiz.bank.check.context import Proving
from civicsquiz.bank.check.proof import Standing, claim
from civicsquiz.bank.check.proof import proven as proven_by
from civicsquiz.bank.check.words import content_words
from civicsquiz.bank.items import Choice, Match, Multiple, Number, Order, Short, TrueFalse
from civicsquiz.bank.models import Evidence, Holder, Item, Option, Stance
from civicsquiz.source.card import Card
from civicsquiz.source.selector import Selector

NPR = Card("npr", "NPR on the legality of the offer", publisher="NPR")
ESSAY = Card("legal-essay", "Legal essay on sending citizens to El Salvador")
COMMON: dict[str, Any] = {
    "id": "x",
    "topic": "x",
    "stance": Stance.FACT,
    "rationale": "Because.",
    "evidence": (Evidence("npr", Selector("words")),),
}


def proven(item: Item, texts: Sequence[str | Proving], cards: Sequence[Card] = ()) -> Standing:
    """How a key stands by texts that prove all of it, but for those that name parts."""
    named = [text if isinstance(text, Proving) else Proving(text) for text in texts]
    return proven_by(item, named, cards)


def options(*texts: str) -> tuple[Option, ...]:
    return tuple(Option(text.lower(), text) for text in texts)


def choice(key: str, because: str | None = None) -> Choice:
    option = Option("a", key)
    return Choice(stem="Which?", key=option, distractors=(), because=because, **COMMON)


def true_false(
    stem: str, *, key: bool, because: str | None = None, holder: Holder | None = None
) -> TrueFalse:
    return TrueFalse(stem=stem, key=key, because=because, holder=holder, **COMMON)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Eighth Amendment", "8th amendment"),
        ("forty thousand", "40,000"),
        ("40000 arrests", "40,000 arrest"),
        ("two hundred and fifty miles", "250 miles"),
        ("3.5 million people", "3,500,000 people"),
        ("the twenty-first of May", "21st May"),
        ("citizens’ rights", "citizen's right"),
        ("40 percent", "40%"),
        ("the U.S. courts", "US courts"),
        ("cities", "city"),
        ("they cannot", "can't"),
    ],
)
def test_ways_of_writing_do_not_matter(one: str, other: str) -> None:
    """Ordinals, numbers, plurals, possessives and signs compare by what they mean."""
    assert content_words(one) == content_words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("8", "8th"),
        ("40", "40,000"),
        ("1950", "1950s"),
        ("It is enforceable", "It is not enforceable"),
        ("500 miles", "more than 500 miles"),
        ("one two", "three"),
        ("thousands", "1,000"),
        ("1958 two", "1960"),
    ],
)
def test_what_says_something_else_stays_apart(one: str, other: str) -> None:
    """A number is not its ordinal, and "not" and "more than" are never left out."""
    assert content_words(one) != content_words(other)


def test_a_key_in_the_quotation_is_literal() -> None:
    """All content words in one quotation, or spread over several, are literal proof."""
    text = "In the 1958 case of Trop v. Dulles, Chief Justice Earl Warren wrote"
    assert proven(choice("Earl Warren"), [text]) == "literal"
    assert proven(choice("Warren in 1958"), ["Earl Warren wrote", "in 1958"]) == "literal"


def test_a_key_beside_the_quotation_needs_a_bridge() -> None:
    """A word of the key that is not there makes it unproven, unless `because` bridges the two."""
    text = "nor cruel and unusual punishments inflicted"
    assert proven(choice("Torture"), [text]) == "unproven"
    assert proven(choice("Torture", "Torture is a cruel punishment."), [text]) == "bridged"


def test_a_part_of_a_number_or_word_proves_nothing() -> None:
    """Words compare whole: "40" does not stand in "40,000", nor "deport" in "deported"."""
    assert proven(choice("40 people"), ["40,000 people"]) == "unproven"
    assert proven(choice("To deport"), ["they were deported"]) == "unproven"


def test_without_a_quotation_nothing_is_proven() -> None:
    """`because` bridges a quotation and a key; without a quotation there is nothing to bridge."""
    assert proven(choice("Earl Warren", "He was the chief justice."), []) == "unproven"


def test_a_key_of_small_words_is_not_literal() -> None:
    """A key without a content word would be "in" any text."""
    assert proven(choice("It is so"), ["It is so"]) == "unproven"


@pytest.mark.parametrize(
    ("stem", "holder", "expected"),
    [
        ("As NPR reports it, torture is barred. True or false?", None, "torture is barred."),
        ("According to the legal essay, bail is limited. True or false?", None, "bail is limited."),
        ("NPR says that torture is barred. True or false?", None, "torture is barred."),
        ("In the words that the legal essay quotes, bail is limited. True or false?", None,
         "bail is limited."),
        ("According to Lee Gelernt, nobody may. True or false?", "Lee Gelernt", "nobody may."),
        ("According to Marco Rubio, nobody may. True or false?", "Lee Gelernt",
         "According to Marco Rubio, nobody may."),
        ("In 1958, the Court decided. True or false?", None, "In 1958, the Court decided."),
    ],
)  # fmt: skip
def test_the_claim_is_the_stem_without_whose_it_is(
    stem: str, holder: str | None, expected: str
) -> None:
    """The naming of a source or of the holder is not part of what has to be proven; anybody else's
    is."""
    item = true_false(stem, key=True, holder=Holder(holder) if holder else None)
    assert claim(item, [NPR, ESSAY]) == expected


def test_a_true_claim_is_literal_where_its_words_stand() -> None:
    """Key true: every content word of the claim has to stand in the quotation."""
    item = true_false("As NPR reports it, he opened the new prison. True or false?", key=True)
    assert proven(item, ["He opened the new prison in 2023."], [NPR]) == "literal"
    assert proven(item, ["He opened the prison in 2023."], [NPR]) == "unproven"


def test_a_false_claim_always_needs_a_bridge() -> None:
    """Key false: no quotation has the words of what is not so, however many words they share."""
    stem = "He opened the new prison. True or false?"
    text = "He opened the new prison."
    assert proven(true_false(stem, key=False), [text]) == "unproven"
    bridged = true_false(stem, key=False, because="He did not open it; he closed it.")
    assert proven(bridged, [text]) == "bridged"


def test_each_key_of_several_stands_in_its_own_quotations() -> None:
    """What proves one of two keys proves nothing of the other."""
    item = Multiple(
        stem="Which?", keys=options("Lower cost", "Deterrence"), distractors=(), **COMMON
    )
    cost = Proving("it has a lower cost", ("Lower cost",))
    assert proven(item, [cost, Proving("by deterrence", ("Deterrence",))]) == "literal"
    assert proven(item, [cost, Proving("a deterrent", ("Deterrence",))]) == "unproven"
    assert proven(item, [cost, Proving("deterrence", ("Lower cost",))]) == "unproven"
    assert proven(item, [cost, "by deterrence"]) == "literal"
    assert proven(item, ["lower cost, deterrence"]) == "literal"


def test_a_bridge_cannot_do_without_a_quotation_for_each_part() -> None:
    """`because` leads from a quotation to its part; where a part has none there is no way."""
    keys = options("Lower cost", "Deterrence")
    item = Multiple(stem="Which?", keys=keys, distractors=(), because="It deters.", **COMMON)
    cost = Proving("it has a lower cost", ("Lower cost",))
    assert proven(item, [cost, Proving("a deterrent", ("Deterrence",))]) == "bridged"
    assert proven(item, [cost]) == "unproven"


def test_both_sides_of_a_pair_stand_in_its_quotations() -> None:
    """A right side alone says nothing of what it belongs to."""
    pair = (Option("t", "Trop v. Dulles"), Option("d", "The dignity of man"))
    item = Match(stem="Which?", pairs=(pair,), **COMMON)
    assert proven(item, ["In Trop v. Dulles: the dignity of man"]) == "literal"
    assert proven(item, ["It spoke of the dignity of man"]) == "unproven"


def test_an_order_always_needs_a_bridge() -> None:
    """The words of the entries do not say which came first."""
    entries = options("Trop", "Estelle", "Brown")
    texts = [Proving(f"the case of {entry.text}", (entry.text,)) for entry in entries]
    assert proven(Order(stem="Which?", entries=entries, **COMMON), texts) == "unproven"
    bridged = Order(stem="Which?", entries=entries, because="1958, 1976, 2011.", **COMMON)
    assert proven(bridged, texts) == "bridged"
    assert proven(bridged, texts[:2]) == "unproven"


def test_one_form_of_a_typed_answer_is_enough() -> None:
    """The others say the same in other words."""
    item = Short(stem="Which?", key="banish", accept=("banishment",), **COMMON)
    assert proven(item, ["it was called banishment"]) == "literal"
    assert proven(item, ["they were banished"]) == "unproven"


@pytest.mark.parametrize(
    ("value", "text", "standing"),
    [
        ("80", "for eighty years", "literal"),
        ("40000", "it carried 40,000 people", "literal"),
        ("3500000", "3.5 million people", "literal"),
        ("3.50", "a fee of 3.5 dollars", "literal"),
        ("80", "from 1788 to 1868", "unproven"),
        ("8", "the Eighth Amendment", "unproven"),
    ],
)
def test_a_number_stands_there_by_its_value(value: str, text: str, standing: Standing) -> None:
    """In digits or in words; its unit is the stem's matter."""
    number = Decimal(value)
    item = Number(stem="How many?", value=number, least=number, most=number, unit="years", **COMMON)
    assert proven(item, [text]) == standing
