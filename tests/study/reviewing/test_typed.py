"""Choices asked as an answer to be typed: only where no right answer can be marked wrong."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from tests.study.reviewing.things import bank, card, choice

from civicsquiz.app import App
from civicsquiz.bank.items import Choice, Number, Short
from civicsquiz.bank.models import Evidence, Item
from civicsquiz.record.cards import AGAIN, GOOD, HARD
from civicsquiz.record.revisions import revision_of
from civicsquiz.source.selector import Selector
from civicsquiz.study.answering import Offer, manner_of
from civicsquiz.study.answering.typing import known_miss
from civicsquiz.study.grading import grade
from civicsquiz.study.reviewing.typed import TYPE_THE_NAME, is_known, typed, variants
from civicsquiz.study.selection import question

ALLOWED = {
    "eighth-amendment/brown-design-capacity": "number",
    "eighth-amendment/brown-which-state": "short",
    "eighth-amendment/medical-care-standard": "short",
    "eighth-amendment/trop-who": "short",
    "el-salvador-prisons/arrests-since-2022": "number",
    "el-salvador-prisons/cecot-capacity": "number",
    "who-decides/first-step-act-signer": "short",
    "who-said-what/constitution-remark": "short",
    "who-said-what/heartbeat": "short",
    "who-said-what/letter-to-reject": "short",
    "who-said-what/told-cnn-absolutely-prohibited": "short",
    "who-said-what/told-npr-period": "short",
}
"""Of the choices that are shipped those that are asked without options, each read by a person. What
comes on top of them has to be read before it is added here."""


def shipped() -> dict[str, tuple[Item, Item | None]]:
    app = App()
    return {
        f"{entry.id}/{item.id}": (item, typed(item, "en"))
        for entry in app.library.shown
        for item in app.library.load(entry).items
        if item.type == "choice"
    }


def test_of_the_shipped_choices_these_and_no_others() -> None:
    """All others are asked with their options, however well they are known."""
    allowed = {ref: variant.type for ref, (_, variant) in shipped().items() if variant}
    assert allowed == ALLOWED


def asked(item: Choice) -> Item:
    variant = typed(item, "en")
    assert variant is not None
    return variant


def marked(item: Item, text: str) -> float:
    return grade(item, manner_of(item).read(Offer(item, (), ()), text))


def item(stem: str, key: str, *others: str, proof: str = "", **more: Any) -> Choice:
    evidence = (Evidence("paper", Selector(proof or f"It was {key}, says the paper.")),)
    return choice("it", key, others, stem=stem, evidence=evidence, **more)


WHO = "According to the essay, who wrote “the dignity of man”?"
WARREN = item(WHO, "Earl Warren", "William O. Douglas", "Hugo Black")
CASE = item(
    "Which case does the essay credit?", "Estelle v. Gamble", "Trop v. Dulles", "Roe v. Wade"
)
BROWN = item(
    "Which case does the essay credit?", "Brown v. Plata", "Brown v. Mississippi", "Roe v. Wade"
)
AMENDMENT = item(
    "Which amendment does the essay quote?",
    "Eighth Amendment",
    "Fourth Amendment",
    "First Amendment",
)
ARTICLE = item("Which article does the essay quote?", "Article II", "Article I", "Article III")
STATE = item("Which state does the essay name?", "New York", "Texas", "Ohio")
ONE_WORD = item("Which state does the essay name?", "California", "Mississippi", "Ohio")
PEOPLE = item("How many people were there?", "40,000", "60,000", "400,000")
SHARE = item("At what share did it run?", "200 percent", "100 percent", "450 percent")
YEARS = item("How long was the sentence?", "3 years", "1 year", "10 years")


@pytest.mark.parametrize(
    ("of", "right"),
    [
        (
            WARREN,
            "Earl Warren; earl warren; Warren; E. Warren; Justice Warren; Chief Justice Earl Warren",
        ),
        (WARREN, "Mr. Warren; the Chief Justice Warren; Warren, Earl; EARL  WARREN."),
        (CASE, "Estelle v. Gamble; estelle v gamble; Estelle vs. Gamble; Estelle versus Gamble"),
        (CASE, "Estelle; Gamble; the Estelle case; Estelle and Gamble"),
        (BROWN, "Brown v. Plata; Plata"),
        (AMENDMENT, "Eighth Amendment; the Eighth Amendment; 8th amendment; eighth; 8th; 8"),
        (AMENDMENT, "Amendment VIII; Amendment 8; VIII; the 8th"),
        (ARTICLE, "Article II; article 2; Article Two; II; 2; two; the second article; second"),
        (STATE, "New York; NY; N.Y.; New York State; the State of New York; N. York"),
        (ONE_WORD, "California; CA; Calif.; Cali; State of California"),
        (PEOPLE, "40,000; 40000; 40 000; 40k; forty thousand; 40 thousand"),
        (SHARE, "200; 200%; 200 percent; 200 per cent; two hundred percent"),
        (YEARS, "3; three; 3 years; three years"),
    ],
)
def test_every_way_of_saying_it_is_right(of: Choice, right: str) -> None:
    """Whole or short, with or without article or title, in words or digits."""
    for text in right.split("; "):
        assert marked(asked(of), text) == 1, text


@pytest.mark.parametrize(
    ("of", "wrong"),
    [
        (WARREN, "Earl; Douglas; Hugo Black; Black; Justice Douglas; William Douglas; Burger; man"),
        (CASE, "Trop; Dulles; Trop v. Gamble; case; v; Roe"),
        (BROWN, "Brown; Brown case; Brown v. Mississippi; Mississippi"),
        (AMENDMENT, "Amendment; the Amendment; Fourth; 4th Amendment; IV; 18th; Seventh; 80"),
        (ARTICLE, "Article; Article I; 1; III; three; first"),
        (STATE, "York; Texas; TX; new; New Jersey"),
        (ONE_WORD, "Cal; C; Miss; Mississippi; Oh"),
        (PEOPLE, "60,000; 4,000; 40; 400k"),
        (SHARE, "100; 2; 20%"),
    ],
)
def test_what_is_wrong_stays_wrong(of: Choice, wrong: str) -> None:
    """A word that all options share says nothing; another option is another answer."""
    for text in wrong.split("; "):
        assert marked(asked(of), text) == 0, text


@pytest.mark.parametrize(
    ("of", "text", "told"),
    [
        (WARREN, "Douglas", "No William O. Douglas."),
        (WARREN, "Justice Black", "No Hugo Black."),
        (CASE, "Trop v Dulles", "No Trop v. Dulles."),
        (AMENDMENT, "4th", "No Fourth Amendment."),
        (STATE, "TX", "No Texas."),
        (PEOPLE, "60k", "No 60,000."),
    ],
)
def test_a_distractor_that_is_typed_is_told_why(of: Choice, text: str, told: str) -> None:
    """In any of its forms."""
    variant = asked(of)
    miss = known_miss(variant, manner_of(variant).read(Offer(variant, (), ()), text))
    assert miss
    assert miss.why == told


@pytest.mark.parametrize(
    ("why", "one"),
    [
        ("synonyms", item("According to the essay, an alternative to what?", "Capital punishment", "Fines", "Jail")),
        ("an institution", item("Who, says the essay, makes crimes?", "Congress", "The courts", "The states")),
        ("an institution of two words", item("Who, says the essay, decides?", "Supreme Court", "White House", "Some Body")),
        ("an idea of one word", item("What, says the essay, is it?", "Extradition", "Deportation", "Asylum")),
        ("a shared last name", item(WHO, "Donald Trump", "Eric Trump", "Hugo Black")),
        ("a double last name", item(WHO, "Aaron Reichlin-Melnick", "Hugo Black", "Adam Cohen")),
        ("a party of several words", item("Which case does the essay name?", "Brown v. Board of Education", "Roe v. Wade", "Trop v. Dulles")),
        ("a country", item("Which country does the essay name?", "El Salvador", "Costa Rica", "New Zealand")),
        ("options of several kinds", item("Which does the essay name?", "Eighth Amendment", "Article II", "Ohio")),
        ("a sum of money", item("What, says the essay, was the fee?", "$6 million", "$20 million", "$1 million")),
        ("about a number", item("How many were there?", "More than 8,400", "More than 84,000", "More than 9")),
        ("another unit", item("How long was it?", "3 years", "6 months", "2 weeks")),
        ("it points at the options", item("Who of these wrote it, says the essay?", "Earl Warren", "Hugo Black", "Adam Cohen")),
        ("one of several", item("Who, says the essay, was one of those who signed?", "Earl Warren", "Hugo Black", "Adam Cohen")),
        ("several may have", item("Which justice joined the opinion that the essay quotes?", "Earl Warren", "Hugo Black", "Adam Cohen")),
        ("turned round", item("Who, says the essay, did not sign?", "Earl Warren", "Hugo Black", "Adam Cohen")),
        ("the best of them", item("Who fits the essay best?", "Earl Warren", "Hugo Black", "Adam Cohen")),
        ("no source in the stem", item("Which state borders Mexico?", "Texas", "Ohio", "Iowa")),
        ("no question", item("According to the essay it was written by", "Earl Warren", "Hugo Black", "Adam Cohen")),
        ("the stem has it", item("Who, says the essay, led the Warren Court?", "Earl Warren", "Hugo Black", "Adam Cohen")),
        ("the passage does not name it", item(WHO, "Earl Warren", "Hugo Black", "Adam Cohen", proof="He wrote it.")),
        ("a number that is not there", item("How many were there?", "40,000", "60,000", "9", proof="Many.")),
        ("nobody is asked for", item("What does the essay name?", "Earl Warren", "Hugo Black", "Adam Cohen")),
    ],
)  # fmt: skip
def test_what_could_be_said_otherwise_keeps_its_options(why: str, one: Choice) -> None:
    """Each for its own reason."""
    assert typed(one, "en") is None, why


def test_words_within_a_quotation_do_not_count() -> None:
    """“You may not …” turns no question round."""
    one = item(
        "Who told the paper, “You may not vote, none of these”?",
        "Earl Warren",
        "Hugo Black",
        "Adam Cohen",
    )
    assert typed(one, "en")


def test_another_language_is_left_alone() -> None:
    """What is known here of forms is known of English."""
    assert typed(WARREN, "en-US")
    assert typed(WARREN, "es") is None


def test_what_it_keeps_and_what_it_changes() -> None:
    """All that is shown after the answer; another revision, a name asked for by that word."""
    variant = asked(WARREN)
    assert isinstance(variant, Short)
    assert (variant.key, variant.stem) == ("Earl Warren", f"{WHO} {TYPE_THE_NAME}")
    same = ("id", "topic", "stance", "evidence", "rationale", "status", "formerly")
    assert all(getattr(variant, name) == getattr(WARREN, name) for name in same)
    assert revision_of(variant, "en").hash != revision_of(WARREN, "en").hash
    number = asked(PEOPLE)
    assert isinstance(number, Number)
    assert (number.value, number.unit, number.stem) == (Decimal(40000), "", PEOPLE.stem)


def test_a_session_can_go_on_with_it() -> None:
    """It is found again by what was asked."""
    whole = bank(WARREN, name="whole")
    (other,) = variants(question(whole, WARREN, "1"))
    assert other.revision == question(whole, asked(WARREN), "1").revision
    assert list(variants(question(whole, asked(WARREN), "1"))) == []


@pytest.mark.parametrize(
    ("rating", "reps", "stability", "known"),
    [(GOOD, 2, 7.0, True), (HARD, 2, 7.0, False), (AGAIN, 9, 99.0, False), (GOOD, 1, 9.0, False), (GOOD, 5, 6.9, False)],
)  # fmt: skip
def test_what_is_known(rating: int, reps: int, stability: float, known: bool) -> None:
    """Right the last time, on two days, and held for a week."""
    assert is_known(card("a/b", rating=rating, reps=reps, stability=stability)) is known


def test_no_form_of_a_distractor_is_right() -> None:
    """In none of the items that are shipped."""
    for ref, (one, variant) in shipped().items():
        if variant is not None and isinstance(one, Choice):
            assert marked(variant, one.key.text) == 1, ref
            for wrong in one.distractors:
                assert marked(variant, wrong.text) == 0, (ref, wrong.text)
