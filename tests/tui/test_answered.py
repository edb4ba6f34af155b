"""How an answer is set: what is said once, what is folded, and what fills the rows."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.tui.outcomes import answers, outcome
from tests.tui.stage import Stage

from civicsquiz.app import App
from civicsquiz.bank.models import Role
from civicsquiz.study.passages import Quoted
from civicsquiz.study.question import Question
from civicsquiz.study.selection import question, select
from civicsquiz.study.session import Outcome
from civicsquiz.tui import answered

WIDTH = 76


def told(home: Path, bank_id: str, item: str) -> Outcome:
    """What no answer at all to a shipped item leads to."""
    bank, shelf = App(env={"CIVICSQUIZ_HOME": str(home)}).load(bank_id)
    (one,) = select([bank], seed="1", items=[item])
    return outcome(one, (), shelf)


def asked(stage: Stage, item_id: str) -> Question:
    item = next(item for item in stage.bank.items if item.id == item_id)
    return question(stage.bank, item, "7")


def lines(outcome: Outcome, rows: int = sys.maxsize, *, plain: bool = False) -> list[str]:
    return [line.plain for line in answered.page(outcome, WIDTH, rows, plain=plain).lines]


def test_the_stance_is_said_once(home: Path) -> None:
    """It belongs to the first passage that proves; the next may be another's words."""
    one = told(home, "el-salvador-prisons", "rate-and-number")
    assert len(one.feedback.passages) == 2
    shown = " ".join(" ".join(lines(one)).split())
    assert shown.count(one.feedback.stance) == 1
    assert shown.index(one.feedback.stance) < shown.index("Truthout,")


def test_folding_fills_the_rows_there_are(home: Path) -> None:
    """Background that does not fit whole is cut no shorter than it must be."""
    one = told(home, "citizenship", "crime-and-citizenship")
    whole = answered.page(one, WIDTH, sys.maxsize)
    assert not whole.folded
    for rows in range(len(whole.lines) - 1, 12, -1):
        page = answered.page(one, WIDTH, rows)
        assert page.folded
        if len(page.lines) <= rows and page.lines[-1].plain.endswith("…"):
            assert len(page.lines) == rows


def test_parts_are_marked_one_by_one(eight: Stage) -> None:
    """Each part says with a sign and a word whether it is right, and what was answered instead."""
    pairs = asked(eight, "numbers-of-the-town")
    shown = lines(outcome(pairs, pairs.read("1b 2d 3a"), eight.shelf))
    assert shown[2:9] == [
        "◐ Partly   1 of 3 pairs",
        "✗ wrong    1  Seven:  c  Members of the council under the old charter",
        "              You chose b  Hearings held last year.",
        "✓ right    2  Nine:  d  Members of the council under the new charter",
        "✗ wrong    3  Twelve:  b  Hearings held last year",
        "              You chose a  Schools in the town.",
        "              The article does not count them.",
    ]
    several = asked(eight, "said-by-the-mayor")
    assert lines(outcome(several, several.read("1 2"), eight.shelf))[3:8] == [
        "✗ Wrong   1 of 2, less 1 wrong",
        "✗ wrong    1  It costs too much",
        "              The price comes from the town clerk.",
        "✓ right    2  No later council could repeal it",
        "✗ missed   3  It is the heart of the charter",
    ]
    order = asked(eight, "what-came-first")
    assert lines(outcome(order, order.read("1 3 2"), eight.shelf))[2:7] == [
        "◐ Partly   1 of 2 steps from one to the next",
        "The right order. What counts is which comes straight after which.",
        "✗ wrong    1  The old charter  You put it 3rd.",
        "✗ wrong    2  The voters’ approval of the new charter  You put it 1st.",
        "✗ wrong    3  The reading of the new charter  You put it 2nd.",
    ]


def test_each_part_has_its_passage(eight: Stage) -> None:
    """Passages are headed by the part they prove; those of wrong parts come first."""
    pairs = asked(eight, "numbers-of-the-town")
    one = outcome(pairs, pairs.read("1c 2d 3a"), eight.shelf)
    headings = [line for line in lines(one) if line.startswith("For ")]
    assert headings == ["For 3  Twelve:", "For 1  Seven:", "For 2  Nine:"]
    assert [quoted.parts for quoted in answered.in_order(one.feedback)] == [
        ("Twelve",), ("Seven",), ("Nine",),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("item", "typed", "said"),
    [
        ("who-keeps-minutes", "Town  Clerk", "✓ Right   You typed   Town Clerk"),
        ("who-keeps-minutes", "the mayor", "✗ Wrong   You typed   the mayor"),
        ("price", "40k", "✗ Wrong   You typed   40,000 dollars"),
    ],
)
def test_what_was_typed_has_no_number(eight: Stage, item: str, typed: str, said: str) -> None:
    """It is shown as it was typed, a number with its unit."""
    one = asked(eight, item)
    assert said in lines(outcome(one, one.read(typed), eight.shelf))


def test_another_right_form_is_shown_beside_the_answer(eight: Stage) -> None:
    """Who typed an accepted form learns the one that is meant."""
    one = asked(eight, "who-keeps-minutes")
    assert "          The answer  the town clerk" in lines(outcome(one, ("clerk",), eight.shelf))
    assert not any(
        "The answer" in line for line in lines(outcome(one, ("the town clerk",), eight.shelf))
    )


def test_plain_words_are_said_to_be_ours(eight: Stage) -> None:
    """They stand under the passage that has them, and only where they are asked for."""
    seats = asked(eight, "seats")
    one = outcome(seats, seats.read("1"), eight.shelf)
    ours = "  In plain words (ours): Under the new charter the council has nine members."
    assert ours in lines(one, plain=True)
    assert not any("plain words" in line for line in lines(one))


def test_other_options_of_a_match_have_letters(eight: Stage) -> None:
    """A spare option that nobody chose is told with why it belongs to none."""
    pairs = asked(eight, "numbers-of-the-town")
    shown = lines(outcome(pairs, pairs.item.key_response, eight.shelf))
    assert " a  Schools in the town  The article does not count them." in shown
    chosen = lines(outcome(pairs, pairs.read("1b 2d 3a"), eight.shelf))
    assert not any(line.startswith(" a  ") for line in chosen)


def test_the_law_itself_comes_last(eight: Stage) -> None:
    """After the background, under its own heading, cited by its citation alone; where rows are short
    it is one of those that o opens."""
    price = asked(eight, "price")
    one = outcome(price, price.read("40k"), eight.shelf)
    words = "Excessive bail shall not be required."
    law = Quoted(
        words, ((0, 15),), "U.S. Constitution, Amendment VIII", Role.LAW, "", "law", -1, -1
    )
    passages = (*one.feedback.passages, law)
    one = replace(one, feedback=replace(one.feedback, passages=passages))
    shown = lines(one)
    at = shown.index("The law itself:")
    assert shown[at + 1 : at + 3] == [f"┃ {words}", "  U.S. Constitution, Amendment VIII"]
    assert at > next(n for n, line in enumerate(shown) if line.startswith("Not in the article"))
    assert answered.in_order(one.feedback)[-1] is law
    short = lines(one, 10)
    assert "The law itself:" not in short
    assert "  … o opens 1 more" in short


@pytest.mark.parametrize(
    ("mark", "tries", "hints", "said"),
    [
        (1, 1, 0, "✓ Right   You chose   2  Nine"),
        (2 / 3, 2, 0, "✓ Right, on the 2nd try   2 of 3 marks"),
        (1 / 3, 3, 0, "✓ Right, on the 3rd try   1 of 3 marks"),
        (1 / 3, 2, 1, "✓ Right, on the 2nd try, with help   1 of 3 marks"),
        (0, 2, 2, "✓ Right, on the 2nd try, with help   0 of 3 marks"),
    ],
)
def test_how_many_tries_it_took(
    eight: Stage, mark: float, tries: int, hints: int, said: str
) -> None:
    """The verdict says so, with the marks that are left."""
    seats = asked(eight, "seats")
    one = outcome(seats, seats.read("2"), eight.shelf)
    one = replace(one, raw=1.0, mark=mark, tries=tries, hints=hints)
    assert said in lines(one)


def test_a_wrong_answer_after_several_tries(eight: Stage) -> None:
    seats = asked(eight, "seats")
    one = replace(outcome(seats, seats.read("1"), eight.shelf), tries=2, hints=1)
    assert "✗ Wrong, after 2 tries, with help" in lines(one)


def test_how_sure_one_was_is_said_kindly(eight: Stage) -> None:
    """After every verdict, and nothing where nothing was said; the day only where it is known which
    day it is."""
    pairs = asked(eight, "numbers-of-the-town")
    for text in ("1c 2d 3b", "1b 2d 3a", "1b 2c 3a"):
        one = outcome(pairs, pairs.read(text), eight.shelf)
        assert not any(line.startswith("You ") for line in lines(one))
        for certainty, words in ((1, "a guess"), (2, "fairly sure"), (3, "certain")):
            said = [
                line for line in lines(replace(one, certainty=certainty)) if line.startswith("You ")
            ]
            assert len(said) == 1
            assert words in said[0]
        assert not any("comes back" in line for line in lines(replace(one, due=date(2026, 1, 3))))


def test_nothing_is_folded_for_good(eight: Stage) -> None:
    """For every type and answer: fewer rows never show more, and where anything is left out the page
    says that it is folded."""
    for item in eight.bank.asked:
        one = question(eight.bank, item, "7")
        for response in answers(one):
            explained = outcome(one, response, eight.shelf)
            whole = lines(explained)
            before = len(whole)
            for rows in range(len(whole), 5, -1):
                page = answered.page(explained, WIDTH, rows)
                assert len(page.lines) <= max(before, rows)
                assert page.folded or [line.plain for line in page.lines] == whole
                before = len(page.lines)
