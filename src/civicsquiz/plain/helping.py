"""Help: what can be typed at each place."""

from __future__ import annotations

from enum import Enum

from civicsquiz.plain.before import before_all, has_summary, noted
from civicsquiz.plain.commands import colon_for, how_to_answer
from civicsquiz.study.session import Mode, Session
from civicsquiz.study.tries import price_in_marks

_Lines = list[tuple[str, str]]


class Place(Enum):
    """Where the reader is, which decides what a number means."""

    QUESTION = "a question to be answered"
    READING = "a passage to be read before a question"
    ANSWERED = "a question with its feedback"
    OVERVIEW = "the overview of a test"
    RESULTS = "the results"


def help_for(session: Session, place: Place, *, can_look: bool = False) -> _Lines:
    """What can be typed at a place, each with its meaning; `can_look` where sources can be searched."""
    colon = colon_for(session.question) if place is Place.QUESTION else ""
    lines = _first(session, place)
    if place is Place.QUESTION:
        lines += _while_asked(session, colon, can_look=can_look)
    if place in (Place.ANSWERED, Place.RESULTS):
        lines.append(("o", "opens the passage in its source; o 2 the second, if there are two"))
        lines.append(("p", "says in plain words what the passages say, where we have such words"))
    if place in (Place.QUESTION, Place.ANSWERED):
        lines.append((f"{colon}w", "explains the words of civics that stand here"))
    if place not in (Place.OVERVIEW, Place.READING):
        judged = session.question.item.type == "true-false" and place is Place.QUESTION
        flag = "flag" if judged else f"{colon}f"
        lines.append((flag, "says that something is wrong with this question"))
    if session.can_undo and place is not Place.OVERVIEW:
        lines.append((f"{colon}u", "takes your last answer back; its question is asked again"))
    if session.can_redo and place is not Place.OVERVIEW:
        lines.append((f"{colon}redo", "lets the answer stand again that was taken back last"))
    if place in (Place.QUESTION, Place.ANSWERED, Place.READING):
        lines.append((f"{colon}b", "goes back one question"))
    if session.mode is Mode.TEST and place is Place.QUESTION:
        lines.append((f"{colon}m", "marks this question for later, or takes the mark away"))
        lines.append((f"{colon}overview", "lists the questions with your answers"))
    if session.mode is Mode.TEST and place in (Place.QUESTION, Place.OVERVIEW):
        lines.append((f"{colon}submit", "hands the test in"))
    if place is not Place.RESULTS and session.mode is not Mode.TEST and session.answered:
        lines.append((f"{colon}give up", "ends for good, with the results so far"))
    lines.append((f"{colon}q", "leaves"))
    if place is not Place.QUESTION or session.mode is Mode.TEST:
        lines.append(("Enter", _ENTER[place]))
    return lines


def _first(session: Session, place: Place) -> _Lines:
    """How to answer, or what a number does."""
    question = session.question
    type_ = question.item.type
    if place is Place.OVERVIEW:
        return [("1, 2, 3 …", "goes to that question")]
    if place is Place.RESULTS:
        lines = [
            ("1, 2, 3 …", "shows that question with its answer and its passage"),
            ("all", "shows all of them"),
            ("again", "asks the questions again that you missed"),
        ]
        talk = question.bank.discussion is not None
        return [*lines, ("d", "a question to talk about, with two sides")] if talk else lines
    if place is not Place.QUESTION:
        return []
    if type_ == "true-false":
        return [("1 or 2", "answers; t and f do too")]
    if type_ == "short":
        return [("a word", "answers; commands have a colon in front")]
    if type_ in ("choice", "evidence"):
        return [(f"1 to {len(question.options)}", "answers")]
    return [("an answer", how_to_answer(question))]


def _while_asked(session: Session, colon: str, *, can_look: bool) -> _Lines:
    """What there is only before the answer."""
    lines: _Lines = []
    if session.asks_certainty:
        said = "says how sure you are: guess, fairly sure, certain; also after the answer"
        lines.append((f"{colon}c1 to {colon}c3", f"{said}, as in … {colon}c2"))
        lines.append((f"{colon}c0", "takes back how sure you are"))
    if session.can_hint:
        lines.append((f"{colon}hint, {colon}h", f"shows a hint; {_costs(session)}"))
    if session.can_look_up and can_look:
        meaning = f"searches the sources for words, as in look council; {_costs(session)}, once"
        lines.append((f"{colon}look", meaning))
    if before_all(session):
        if has_summary(session):
            lines.append((f"{colon}r", "a summary to read first"))
        if noted(session):
            lines.append((f"{colon}x", "leaves out the questions that the content note is about"))
    return lines


def _costs(session: Session) -> str:
    """What help costs now."""
    a_try = "a try and " if session.tries_left > 1 else ""
    return f"this costs {a_try}{price_in_marks(session.price)}"


_ENTER = {
    Place.QUESTION: "goes on without an answer",
    Place.READING: "goes on, when you have read it",
    Place.ANSWERED: "goes on",
    Place.OVERVIEW: "goes back to the question",
    Place.RESULTS: "ends",
}
