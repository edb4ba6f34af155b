"""What is said quietly after an outcome: how sure one was, and when the question comes back."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from textual.content import Content

from civicsquiz.bank.items import Number
from civicsquiz.study.grading import Verdict
from civicsquiz.tui import text

if TYPE_CHECKING:
    from civicsquiz.study.question import Question
    from civicsquiz.study.session import Outcome

_IN_SHORT = 48
"""Characters of an answer that is spoken of."""

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_RIGHT, _WRONG, _PARTLY = Verdict.RIGHT, Verdict.WRONG, Verdict.PARTLY
_SURE = {
    (1, _RIGHT): "You called it a guess: it was a good one.",
    (1, _PARTLY): "You called it a guess, and part of it holds.",
    (1, _WRONG): "You called it a guess, and you judged that well.",
    (2, _RIGHT): "You were fairly sure, and you were right.",
    (2, _PARTLY): "You were fairly sure, and part of it holds.",
    (2, _WRONG): "You were fairly sure. Now you know.",
    (3, _RIGHT): "You were certain, and you were right to be.",
    (3, _PARTLY): "You were certain, and part of it holds.",
    (3, _WRONG): "You were certain. A surprise like this is easily remembered.",
}


def quietly(outcome: Outcome, width: int, today: date | None) -> list[Content]:
    """Both in one paragraph; no lines where there is nothing to say. Without `today` no day is said."""
    told = [_SURE[outcome.certainty, outcome.verdict]] if outcome.certainty else []
    if outcome.due is not None and today is not None:
        told.append(comes_back(outcome.due, today))
    return text.wrapped(text.styled(" ".join(told), text.QUIET), width) if told else []


def comes_back(due: date, today: date) -> str:
    """When a question is asked again, in a sentence."""
    if due <= today:
        return "It comes back today."
    if due == today + timedelta(days=1):
        return "It comes back tomorrow."
    year = f" {due.year}" if due.year != today.year and (due - today).days > 180 else ""
    return f"It comes back on {due.day} {_MONTHS[due.month - 1]}{year}."


def tries_taken(outcome: Outcome) -> str:
    """How a tutor's question was settled, after the verdict: "on the 2nd try, with help"."""
    from civicsquiz.study.marking import ordinal

    told = []
    if outcome.tries > 1:
        right = outcome.verdict is _RIGHT
        told.append(
            f"on the {ordinal(outcome.tries)} try" if right else f"after {outcome.tries} tries"
        )
    if outcome.hints:
        told.append("with help")
    return ", ".join(told)


def marks_left(outcome: Outcome) -> str:
    """What is left of the mark, of three: "2 of 3 marks"."""
    from civicsquiz.study.tries import in_marks

    return in_marks(outcome.mark)


def in_short(question: Question, response: tuple[str, ...]) -> str:
    """An answer as it is spoken of: what was chosen or typed, or how it is written."""
    item = question.item
    if not response:
        return ""
    if item.type in ("multiple", "match", "order"):
        return question.write(response)
    told = question.option(response[0]).text if item.options else response[0]
    if isinstance(item, Number):
        told = item.measured(Decimal(told))
    return Content(told).truncate(_IN_SHORT, ellipsis=True).plain.rstrip(".")
