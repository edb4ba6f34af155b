"""What comes before the first question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from civicsquiz.bank.models import Content, Term
from civicsquiz.errors import UsageError
from civicsquiz.study import beginning
from civicsquiz.study.glossary import Glossary
from civicsquiz.study.selection import select

if TYPE_CHECKING:
    from tests.study.conftest import Make

D, F, T = Content.DEATHS, Content.FAMILY_TIES, Content.TORTURE


def test_whether_there_is_anything(make: Make) -> None:
    """A summary, words to know or a content note; else the questions come at once."""
    plain, noted = make.choice("a"), make.choice("b", content=(D,))
    for bank, wanted in (
        (make.bank(plain), False),
        (make.bank(plain, read_first="Read."), True),
        (make.bank(plain, vocabulary=(Term("x"),)), True),
        (make.bank(noted), True),
    ):
        assert beginning.has_beginning(bank, select([bank], seed="1")) is wanted


@pytest.mark.parametrize(
    ("contents", "told"),
    [
        ([], ""),
        ([()], ""),
        ([(F,)], "1 question speaks of families kept apart."),
        ([(D,), (), (D,)], "2 questions speak of deaths."),
        ([(D, T), (D,)], "1 question speaks of torture and 2 of deaths."),
        (
            [(D, T), (T, F)],
            "2 questions speak of torture, 1 of deaths and 1 of families kept apart.",
        ),
    ],
)
def test_content_note(make: Make, contents: list[tuple[Content, ...]], told: str) -> None:
    """How many questions speak of what, in a sentence."""
    items = [make.choice(f"c{at}", content=each) for at, each in enumerate(contents)]
    questions = [make.question(item) for item in items]
    assert beginning.content_note(questions) == told


def test_paragraphs_and_words(make: Make) -> None:
    """Line ends inside a paragraph are spaces; a word without an entry takes the shared one."""
    shared = Term("bail", (), "Money.")
    own = Term("readout", (), "A report.")
    bank = make.bank(
        read_first="One\nline.\n\n\n\nTwo. \n", vocabulary=(Term("Bail"), own, Term("unknown"))
    )
    assert beginning.paragraphs(bank) == ("One line.", "Two.")
    words = beginning.words_to_know(bank, Glossary([shared], bank.vocabulary))
    assert words == (shared, own, Term("unknown"))


def test_leaving_out(make: Make) -> None:
    """What a content note names is not selected, whatever else narrows the quiz down."""
    items = [
        make.choice("a", content=(D,)), make.choice("b", content=(D, T)), make.choice("c"),
    ]  # fmt: skip
    bank = make.bank(*items)

    def names(*without: Content) -> set[str]:
        return {one.item.id for one in select([bank], seed="1", without=without)}

    assert names() == {"a", "b", "c"}
    assert names(T) == {"a", "c"}
    assert names(D, F) == {"c"}
    assert len(select([bank], seed="1", without=[T], count=2)) == 2
    with pytest.raises(UsageError, match="Without the questions that are left out"):
        select([bank], seed="1", items=["a"], without=[D])
