"""What is masked, and what is left."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.banks.any_item import asked, items
from tests.study.coaching.ferry import founder, option

from civicsquiz.bank.models import Item
from civicsquiz.study.coaching.masking import mask, secret
from civicsquiz.study.coaching.secrets import answers, secrets_of
from civicsquiz.study.coaching.words import content, related
from civicsquiz.study.search.hidden import hidden_for


@pytest.mark.parametrize(
    ("phrase", "text", "left"),
    [
        ("Earl Warren", "In 1958 Chief Justice Earl Warren wrote it.", "In 1958 ____ wrote it."),
        ("deliberate indifference", "the “Deliberate\nindifference” standard", "the “____” standard"),
        ("non-citizens", "Non citizens and noncitizens alike", "____ and ____ alike"),
        ("The Eighth Amendment", "It violates the 8th Amendment.", "It violates the ____."),
        ("40,000", "a 40,000-capacity prison for forty thousand", "a ____-capacity prison for ____"),
        ("California", "in California’s prisons", "in ____’s prisons"),
        ("Trop v. Dulles", "In the case of Trop v. Dulles, they said", "In the case of ____, they said"),
        ("décision", "The DECISION stands.", "The ____ stands."),
    ],
)  # fmt: skip
def test_a_phrase_however_it_is_written(phrase: str, text: str, left: str) -> None:
    """Case, quotation marks, hyphens, accents and ways of writing a number do not matter; a name
    goes with its title."""
    assert mask(text, secret([phrase])).text == left


@pytest.mark.parametrize(
    ("word", "text", "left"),
    [
        ("banishment", "They banished him; banishing is old.", "They ____ him; ____ is old."),
        ("decency", "what is decent", "what is ____"),
        ("prison", "the prisoner’s prisons", "the ____’s ____"),
        ("cost", "It costs less; costume is another word.", "It ____ less; costume is another word."),
        ("200", "two hundred people, not 2,000", "____ people, not 2,000"),
    ],
)  # fmt: skip
def test_a_word_in_any_form(word: str, text: str, left: str) -> None:
    """A telling word is masked with its other forms, and no other word with it."""
    assert mask(text, secret((), [word])).text == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("between 79 and 82 years", "between 79 and 82 years"),
        ("for eighty years", "for ____ years"),
        ("about 80.5 of them", "about ____ of them"),
        ("one in 80,000", "one in ____"),
    ],
)
def test_numbers_that_would_be_right(text: str, left: str) -> None:
    """From least to most, in digits or words; a part of a longer number with the whole of it."""
    assert mask(text, secret((), (), [(Decimal(80), Decimal(81))])).text == left


def test_how_much_is_left() -> None:
    """The share of the words that can be read; a blank tells nothing of what stood there."""
    short = mask("It was bail.", secret(["bail"]))
    long = mask("It was an unusually long one.", secret(["an unusually long one"]))
    assert short.text == "It was ____."
    assert short.text == long.text.replace("an ____", "____")
    assert short.left == pytest.approx(2 / 3)
    assert mask("", secret(["bail"])).left == 0


def test_a_passage_keeps_its_full_stop() -> None:
    """What is masked as a whole still ends its sentence."""
    text = "First. He said “so it is.” Then more."
    assert mask(text, secret(), [(7, 26)]).text == "First. ____. Then more."


def test_what_a_blank_brings_together() -> None:
    """Words on both sides of a blank are no secret left over."""
    assert mask("grand old jury", secret(["old", "grand jury"])).text == "____"


def test_a_name_is_no_form_of_a_word() -> None:
    """“State” none of “stated”, unless the key has it as a name, or a sentence begins with it."""
    text = "Stated so: the State stated it."
    assert mask(text, secret((), ["stated"], (), ["stated"])).text == "____ so: the State ____ it."
    assert mask(text, secret((), ["stated"])).text == "____ so: the ____ it."
    both = secret((), ["acts"], (), ["acts"]) | secret((), ["acts"])
    assert mask("by the Act", both).text == "by the ____"
    assert content("It wouldn’t be") == ()


def test_forms_of_one_word() -> None:
    """Related are words with one beginning and endings that words have; numbers only if equal."""
    assert related("agreement", "agree")
    assert related("countries", "country")
    assert not related("state", "statute")
    assert not related("1958", "1959")
    assert content("One of the first 13 states") == ("1", "13", "states")
    assert content("one of them") == ()


@given(items(), st.data())
def test_no_key_is_left(item: Item, data: st.DataObject) -> None:
    """By the judgement of the search, which hides keys in its own way."""
    if item.type in ("order", "true-false"):
        return
    parts = [*item.key_parts, item.key_text, *(option.text for option in item.options), "and", "19"]
    said = data.draw(st.lists(st.sampled_from(parts), max_size=8))
    text = data.draw(st.sampled_from([" ", ", ", "-", ". "])).join(said)
    masked = mask(text, secrets_of(item))
    assert not hidden_for([asked(item)]).shows_key(masked.text)
    assert mask(masked.text, secrets_of(item)).text == masked.text


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("The council grants a way to challenge it.", True),
        ("The council pays for lamps.", False),
        ("Ada Marsh pays for lamps.", False),
    ],
)
def test_words_that_answer_another_item(text: str, tells: bool) -> None:
    """Half of the telling words of its key are enough; what the item itself shows is no secret."""
    item = founder()
    other = founder(stem="Which is it?", key=option("A way to challenge the move"))
    assert answers(text, other, item) is tells
