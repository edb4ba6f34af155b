"""Words in texts, and entries that must not be read yet."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from civicsquiz.bank.items import Number, Short
from civicsquiz.bank.models import Stance, Term
from civicsquiz.study.glossary import Glossary, asked_texts, readable, shown_texts
from civicsquiz.study.selection import question as asked

if TYPE_CHECKING:
    from tests.study.conftest import Make

PROCESS = Term("process", ("processes",), "Steps in order.")
DUE = Term("due process", (), "Fair rules.")
CITIZEN = Term("citizen", ("citizens",), "A member of a country.")
SECOND = Term("Article II", (), "The part on the presidency.")
WORDS = Glossary([PROCESS, DUE, CITIZEN, SECOND])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Process was slow.", [PROCESS]),
        ("Many processes", [PROCESS]),
        ("They had DUE\nPROCESS of law.", [DUE]),
        ("due process, and one process more", [DUE, PROCESS]),
        ("a non-citizen or a citizenship", []),
        ("the citizen’s and the citizens’ rights", [CITIZEN]),
        ("Article III and Article I", []),
        ("under “Article II”", [SECOND]),
        ("unprocessed", []),
        ("", []),
    ],
)
def test_terms_stand_as_whole_words(text: str, found: list[Term]) -> None:
    """Whole words in any form and case; of forms that overlap, the longest."""
    assert list(WORDS.found_in([text])) == found


def test_terms_come_in_the_order_of_the_texts() -> None:
    """And each once."""
    texts = ["A citizen had due process.", "Due process for each citizen, by Article II."]
    assert WORDS.found_in(texts) == (CITIZEN, DUE, SECOND)


@given(st.text(alphabet="aAbB -'’.\n", max_size=40))
def test_what_is_found_stands_there(text: str) -> None:
    """No text makes the search for words fail, and nothing is found that is not there."""
    terms = [Term("ab"), Term("a b"), Term("b-a"), Term("a"), Term("a.b", ("b'a",))]
    for term in Glossary(terms).found_in([text]):
        forms = (term.term, *term.also)
        assert any(form in text.lower().replace("’", "'").replace("\n", " ") for form in forms) or (
            term.term == "a b"
        )


def test_a_banks_own_words_count_first() -> None:
    """An entry of the bank takes the place of the shared one; a name alone points to the shared."""
    own = Term("Citizen", ("citizenry",), "Here: somebody with a vote.")
    glossary = Glossary([CITIZEN, DUE], [own, Term("due process")])
    assert glossary.terms == (own, DUE)
    assert glossary.named("CITIZEN") is own
    assert glossary.named("unknown") is None
    assert glossary.found_in(["the citizenry"]) == (own,)


def test_an_entry_with_the_key_is_withheld(make: Make) -> None:
    """While a question is open; the key stands in the term, another form, or the entry."""
    item = make.choice(key="A hearing", others=("A recall", "A ballot"))
    held = [
        Term("hearing", (), "A meeting."),
        Term("session", ("hearings", "hearing"), "Something."),
        Term("council", (), "It holds a hearing now and then."),
    ]
    harmless = Term("clerk", (), "Somebody who writes; not hard of hearings-aids.")
    assert readable([*held, harmless], [make.question(item)]) == (harmless,)
    assert readable([*held, harmless], []) == (*held, harmless)


def test_what_is_withheld_does_not_point_to_the_key(make: Make) -> None:
    """Of the question that is asked, entries of the wrong options are withheld as well."""
    item = make.choice(key="Banishment", others=("Extradition", "Deportation"))
    question = make.question(item)
    terms = [
        Term("banishment", (), "Being sent away."),
        Term("extradition", (), "Being handed over."),
        Term("court", (), "Where judges sit."),
    ]
    assert readable(terms, [question], question) == (terms[2],)
    assert readable(terms, [question]) == (terms[1], terms[2])


def test_typed_keys_are_withheld(make: Make) -> None:
    """Every accepted form of a word, and a number however it is written."""
    common: dict[str, Any] = {
        "topic": "t", "stance": Stance.FACT, "stem": "S?", "rationale": "R.",
        "evidence": (make.evidence("x"),),
    }  # fmt: skip
    short = Short(id="s", key="the town clerk", accept=("recorder",), **common)
    value = Decimal(4000)
    number = Number(id="n", value=value, least=value, most=value, unit="dollars", **common)
    bank = make.bank()
    open_ = [asked(bank, short, "1"), asked(bank, number, "1")]
    held = ("A town clerk", "the Recorder of a town", "It costs 4,000 now", "four thousand")
    terms = [Term(str(at), (), text) for at, text in enumerate(held)]
    harmless = Term("mayor", (), "The head of a town.")
    assert readable([*terms, harmless], open_) == (harmless,)


def test_true_and_false_give_nothing_away(make: Make) -> None:
    """The key of a judgement is in many an entry, and says nothing there."""
    question = make.question(make.judgement(key=True))
    term = Term("oath", (), "A promise to say what is true and not what is false.")
    assert readable([term], [question], question) == (term,)


def test_texts(make: Make) -> None:
    """Before an answer only what is asked; after it whatever explains it."""
    session = make.session(1)
    asked = asked_texts(session.question)
    assert asked[0] == session.question.item.stem
    assert set(asked[1:]) == {option.text for option in session.question.options}
    outcome = session.answer("1")
    assert outcome is not None
    shown = shown_texts(outcome)
    assert {*asked, session.question.item.rationale} <= set(shown)
    assert not set(asked) & {session.question.item.rationale}
