"""What is on the screen at 80x24 after an answer: the outcome, the key and the proving words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.often import in_ci
from tests.tui.outcomes import answers, outcome
from tests.tui.stage import Stage

from civicsquiz.app import App
from civicsquiz.study.selection import question, select
from civicsquiz.study.session import Outcome
from civicsquiz.tui import answered, text

WIDTH, ROWS = 76, 19
TODAY, DUE = date(2026, 1, 2), date(2026, 9, 30)


def shipped(home: Path, articles: Path | None) -> App:
    env = {"CIVICSQUIZ_HOME": str(home)}
    if articles:
        env["CIVICSQUIZ_SOURCES"] = str(articles)
    return App(env=env)


def check_all(builder: App) -> int:
    """Answers to every shipped item; returns how many there were."""
    seen = 0
    for entry in builder.library.shown:
        bank, shelf = builder.load(entry.id)
        for one in select([bank], seed="1"):
            for response in answers(one):
                check(outcome(one, response, shelf))
                seen += 1
    return seen


def check(outcome: Outcome) -> None:
    """The verdict, the key or every part, and the proving words of the passage that comes first; also
    where it is said how sure one was, and when it comes back."""
    outcome = replace(outcome, raw=outcome.mark, certainty=3, due=DUE)
    told, item = outcome.feedback, outcome.question.item
    lines = answered.page(outcome, WIDTH, ROWS, today=TODAY).lines
    assert all(line.cell_length <= WIDTH for line in lines), outcome.question.ref
    shown = " ".join(" ".join(line.plain for line in lines[:ROWS]).split())
    where = f"{outcome.question.ref}, answered {outcome.response}: {shown}"
    assert str(told.verdict) in shown, where
    if not told.parts:
        assert item.key_text.split()[-1].strip(".”") in shown or item.type == "evidence", where
    for part in told.parts:
        sign = ("✓ right " if part.right else "✗ ") if told.answered else ""
        at = shown.index(f"{part.number} {' '.join(part.text.split())[:20]}")
        assert sign in shown[max(0, at - 10) : at], where
    first = answered.in_order(told)[0]
    start, end = first.marks[0]
    words = " ".join(first.text[start:end].split())
    assert words in shown.replace("┃ ", ""), where


def test_with_guides(home: Path) -> None:
    """With the guides that everybody has."""
    assert check_all(shipped(home, None)) > 150


def test_with_articles(home: Path, seeds: Path) -> None:
    """With the articles at hand, whose sentences around a quotation may be long."""
    assert check_all(shipped(home, seeds)) > 150


def test_every_type(eight: Stage) -> None:
    """One item of each type, with its article, whatever was answered."""
    for item in eight.bank.asked:
        one = question(eight.bank, item, "7")
        for response in answers(one):
            check(outcome(one, response, eight.shelf))
            check(replace(outcome(one, response, eight.shelf), tries=3, hints=2))


@pytest.mark.parametrize("width", [20, 76, *in_ci(36, 37, 38, 56)])
def test_no_line_is_wider_than_the_column(home: Path, eight: Stage, width: int) -> None:
    """Whatever the column, no line runs out of it and no words are lost on the way."""
    bank, shelf = shipped(home, None).load("five-articles")
    every = [(one, shelf) for one in select([bank], seed="1")]
    every += [(question(eight.bank, item, "7"), eight.shelf) for item in eight.bank.asked]
    for asked, source in every:
        for response in answers(asked):
            told = outcome(asked, response, source)
            lines = answered.page(told, width, 500, plain=True).lines
            folded = answered.page(told, width, 12, plain=True).lines
            assert max(line.cell_length for line in (*lines, *folded)) <= width
            words = " ".join(line.plain for line in lines).replace("┃ ", "").split()
            assert set(told.feedback.rationale.split()) <= set(words)


def test_hanging_lines_keep_their_words() -> None:
    """A hanging indent moves words and loses none, wide characters among them."""
    told = "Ein langer Satz 裁判所 with “wide” letters 法廷 and a verylongwordthatmustbebrokensomewhere."
    lines = text.hang("12  ", told, 20)
    assert "".join(line.plain for line in lines).replace(" ", "") == "12" + told.replace(" ", "")
    assert all(line.cell_length <= 20 for line in lines)
