"""What is on the screen at 80x24 after an answer: the outcome, the key and the proving words."""

from __future__ import annotations

from pathlib import Path

import pytest

from civicsquiz.app import App
from civicsquiz.bank.models import Role
from civicsquiz.study.feedback import explain
from civicsquiz.study.selection import select
from civicsquiz.tui import answered, text

WIDTH, ROWS = 76, 19


def shipped(home: Path, articles: Path | None) -> App:
    env = {"CIVICSQUIZ_HOME": str(home)}
    if articles:
        env["CIVICSQUIZ_SOURCES"] = str(articles)
    return App(env=env)


def check_all(builder: App) -> int:
    """Every answer to every shipped item; returns how many there were."""
    seen = 0
    for entry in builder.library.shown:
        bank, shelf = builder.load(entry.id)
        for question in select([bank], seed="1"):
            for option in question.options:
                told = explain(question, (option.id,), shelf)
                lines = answered.page(question.item.stem, told, (), WIDTH, ROWS).lines
                shown = " ".join(" ".join(line.plain for line in lines[:ROWS]).split())
                where = f"{question.ref}, answered {option.text}"
                assert str(told.verdict) in shown, where
                assert question.item.key_text.split()[-1] in shown, where
                proving = next(one for one in told.passages if one.role is Role.PROVES)
                start, end = proving.marks[0]
                words = " ".join(proving.text[start:end].split())
                assert words in shown.replace("┃ ", ""), f"{where}: {words}"
                assert all(line.cell_length <= WIDTH for line in lines), where
                seen += 1
    return seen


def test_with_guides(home: Path) -> None:
    """With the guides that everybody has."""
    assert check_all(shipped(home, None)) > 150


def test_with_articles(home: Path, seeds: Path) -> None:
    """With the articles at hand, whose sentences around a quotation may be long."""
    assert check_all(shipped(home, seeds)) > 150


@pytest.mark.parametrize("width", [20, 36, 37, 38, 76])
def test_no_line_is_wider_than_the_column(home: Path, width: int) -> None:
    """Whatever the column, no line runs out of it and no words are lost on the way."""
    bank, shelf = shipped(home, None).load("five-articles")
    for question in select([bank], seed="1"):
        told = explain(question, question.item.key_ids, shelf)
        lines = answered.page(question.item.stem, told, (), width, 500).lines
        assert max(line.cell_length for line in lines) <= width
        words = " ".join(line.plain for line in lines).replace("┃ ", "").split()
        assert set(told.rationale.split()) <= set(words)


def test_hanging_lines_keep_their_words() -> None:
    """A hanging indent moves words and loses none, wide characters among them."""
    told = "Ein langer Satz 裁判所 with “wide” letters 法廷 and a verylongwordthatmustbebrokensomewhere."
    lines = text.hang("12  ", told, 20)
    assert "".join(line.plain for line in lines).replace(" ", "") == "12" + told.replace(" ", "")
    assert all(line.cell_length <= 20 for line in lines)
