"""How an answer is set: what is said once, what is folded, and what fills the rows."""

from __future__ import annotations

import sys
from pathlib import Path

from civicsquiz.app import App
from civicsquiz.study.feedback import Feedback, explain
from civicsquiz.study.selection import select
from civicsquiz.tui import answered

WIDTH = 76


def told(home: Path, bank_id: str, item: str) -> tuple[str, Feedback]:
    """The stem of a shipped item and the feedback on no answer at all."""
    bank, shelf = App(env={"CIVICSQUIZ_HOME": str(home)}).load(bank_id)
    (question,) = select([bank], seed="1", items=[item])
    return question.item.stem, explain(question, (), shelf)


def test_the_stance_is_said_once(home: Path) -> None:
    """It belongs to the first passage that proves; the next may be another's words."""
    stem, feedback = told(home, "el-salvador-prisons", "rate-and-number")
    assert len(feedback.passages) == 2
    page = answered.page(stem, feedback, (), WIDTH, sys.maxsize)
    shown = " ".join(" ".join(line.plain for line in page.lines).split())
    assert shown.count(feedback.stance) == 1
    assert shown.index(feedback.stance) < shown.index("Truthout,")


def test_folding_fills_the_rows_there_are(home: Path) -> None:
    """Background that does not fit whole is cut no shorter than it must be."""
    stem, feedback = told(home, "citizenship", "crime-and-citizenship")
    whole = answered.page(stem, feedback, (), WIDTH, sys.maxsize)
    assert not whole.folded
    for rows in range(len(whole.lines) - 1, 12, -1):
        page = answered.page(stem, feedback, (), WIDTH, rows)
        assert page.folded
        if len(page.lines) <= rows and page.lines[-1].plain.endswith("…"):
            assert len(page.lines) == rows
