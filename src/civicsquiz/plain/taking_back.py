"""Taking answers back, and letting them stand again."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from civicsquiz.errors import ResponseError
from civicsquiz.plain.layout import shortened
from civicsquiz.study.session import Mode, Session

if TYPE_CHECKING:
    from civicsquiz.plain.desk import Desk

_SHOWN = 30
"""So much of an answer is repeated."""


def take_back(desk: Desk, *, again: bool) -> None:
    """Take the latest answer back, or with `again` let the one that was taken back stand again; say
    which it was, and show its question."""
    session = desk.session
    if session.mode is Mode.TEST and not session.ended:
        told = "Nothing is taken back in a test: go back and answer again, until you submit."
        desk.talk.say([told])
        return
    before = _given(session)
    try:
        with desk.recording():
            position = session.redo() if again else session.undo()
            after = _given(session)
            which = _one(after - before if again else before - after)
            if again:
                told = f"{which} stands again at question {position + 1}."
            else:
                told = f"Taken back: {which} at question {position + 1}, which is asked again."
            desk.talk.say([f"{told[0].upper()}{told[1:]}"])
            desk.show()
    except ResponseError as error:
        desk.talk.say([str(error)])


def _given(session: Session) -> Counter[tuple[str, str]]:
    """The answers that stand, and the tries of the current question, each with its item."""
    given: Counter[tuple[str, str]] = Counter()
    for at, question in enumerate(session.questions):
        if response := session.response(at):
            given[question.ref, question.write(response)] += 1
    current = session.question
    for attempt in session.attempts:
        given[current.ref, current.write(attempt.response)] += 1
    return given


def _one(changed: Counter[tuple[str, str]]) -> str:
    """The answer that made the difference, in words."""
    written = [text for _, text in changed]
    return f"your answer “{shortened(written[0], _SHOWN)}”" if len(written) == 1 else "your answer"
