"""What is said of an outcome: its feedback, what is left of its mark, when it comes back."""

from __future__ import annotations

from datetime import date

from civicsquiz.plain import pages
from civicsquiz.plain.layout import INDENT, wrapped
from civicsquiz.record.certainty import Certainty
from civicsquiz.source.dates import in_words
from civicsquiz.study.certainty import UNSAID, points
from civicsquiz.study.marking import ordinal
from civicsquiz.study.session import Mode, Outcome, Session
from civicsquiz.study.tries import in_marks

_LONG = 180
"""So many days ahead a year that is not this one is said."""


def told(session: Session, outcome: Outcome, today: date | None = None) -> list[str]:
    """All that is said after an answer. `today` is the learner's day."""
    below = [*_tried(session, outcome), *_sure(session, outcome)]
    last = ["", f"Comes back {_when(outcome.due, today)}."] if outcome.due else []
    return pages.feedback(outcome.feedback, below, last)


def _tried(session: Session, outcome: Outcome) -> list[str]:
    """What tries and hints have left of the mark."""
    helped = outcome.tries > 1 or outcome.hints
    if session.mode is not Mode.TUTOR or not helped or not outcome.raw:
        return []
    helps = f", after {counted(outcome.hints, 'hint or look-up', 'hints or look-ups')}"
    when = f"On the {ordinal(outcome.tries)} try{helps if outcome.hints else ''}"
    return wrapped(f"{when}: {in_marks(outcome.mark)}", INDENT)


def _sure(session: Session, outcome: Outcome) -> list[str]:
    """How sure somebody said to be, and in a test the points for it."""
    if not session.asks_certainty or not outcome.response:
        return []
    words = Certainty(outcome.certainty).words if outcome.certainty else ""
    if session.mode is not Mode.TEST:
        return wrapped(f"You said: {words}", INDENT) if words else []
    said = f"You said: {words}" if words else f"You said nothing: a {UNSAID.words}"
    gained = points(outcome.raw, outcome.certainty)
    many = "point" if abs(gained) == 1 else "points"
    return wrapped(f"{said}; {figure(gained)} {many}", INDENT)


def figure(number: float) -> str:
    """A number with at most two digits after the point."""
    return f"{round(number, 2) + 0:g}"


def counted(number: int, one: str, more: str) -> str:
    """A number with what it counts: "1 hint", "2 hints"."""
    return f"{number} {one if number == 1 else more}"


def _when(due: date, today: date | None) -> str:
    """A day in words, with the year unless it is this one or near."""
    days = (due - today).days if today else None
    if days is not None and days < 2:
        return "tomorrow" if days == 1 else "today"
    month = in_words(due.isoformat()).partition(" ")[0]
    near = today is not None and (due.year == today.year or (due - today).days <= _LONG)
    return f"on {due.day} {month}{'' if near else f' {due.year}'}"
