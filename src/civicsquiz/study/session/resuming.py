"""Going on with a session that was left, or that was killed: its questions, out of the log."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from civicsquiz.bank.models import Bank, Item
from civicsquiz.errors import UsageError
from civicsquiz.record.events import Event, EventType
from civicsquiz.source.visible import one_line
from civicsquiz.study.question import Question
from civicsquiz.study.selection import question
from civicsquiz.study.session.mode import Mode
from civicsquiz.study.session.session import Session

Find = Callable[[str], "tuple[Bank, Item] | None"]
"""The item of a ref, under this or an earlier name; None where it is in no bank any more."""

Variants = Callable[[Question], Iterable[Question]]
"""Other ways in which a question can have been asked."""

_OF_AN_ANSWER = (EventType.ANSWERED, EventType.KEPT, EventType.HINTED, EventType.LOOKED_UP)


@dataclass(frozen=True, slots=True)
class Resumed:
    """What a session goes on with. `gone` counts the questions that are left out: their item is in no
    bank any more, or reads differently since it was answered. The log keeps them;
    of its events `past` are those that count, out of as many as `written`."""

    title: str
    mode: Mode
    seed: str
    certainty: bool
    leeches: tuple[str, ...]
    questions: tuple[Question, ...]
    past: tuple[Event, ...]
    written: int
    gone: int


def resumed(events: Sequence[Event], find: Find, variants: Variants | None = None) -> Resumed:
    """What the session of these events, in the order of the log, goes on with.

    A question that reads differently now and was not answered is asked as it reads now.

    Raises:
        UsageError: nothing is left of it, or it was written by something else.
    """
    try:
        started = next(event for event in events if event.type is EventType.STARTED)
        queue = [(str(ref), str(revision)) for ref, revision in started.detail["queue"]]
        mode = Mode(started.mode)
    except (StopIteration, KeyError, TypeError, ValueError):
        raise UsageError("That session cannot go on: its beginning is not in the record.") from None
    touched = {event.item for event in events if event.type in _OF_AN_ANSWER}
    questions: list[Question] = []
    out: set[str] = set()
    for ref, revision in queue:
        again = _as_asked(ref, revision, started.seed, find, variants)
        if again is None or (
            ref in touched and (again.revision.hash, again.ref) != (revision, ref)
        ):
            out.add(ref)
        else:
            questions.append(again)
    if not questions:
        raise UsageError("That session cannot go on: its questions are in no bank any more.")
    return Resumed(
        title=one_line(str(started.detail.get("title", ""))),
        mode=mode,
        seed=started.seed,
        certainty=started.detail.get("certainty") is True,
        leeches=tuple(map(str, started.detail.get("leeches", ()))),
        questions=tuple(questions),
        past=tuple(event for event in events if event.item not in out),
        written=len(events),
        gone=len(out),
    )


def going_on(session: Session, found: Resumed) -> str:
    """What is said of a session that goes on."""
    at, total, gone = session.position + 1, len(session.questions), found.gone
    told = f"Going on where you were, at question {at} of {total}."
    if gone == 1:
        return f"{told} One question has changed and is left out."
    return f"{told} {gone} questions have changed and are left out." if gone else told


def _as_asked(
    ref: str, revision: str, seed: str, find: Find, variants: Variants | None
) -> Question | None:
    """The question as it was asked, else as it reads now, else None."""
    found = find(ref)
    if found is None:
        return None
    now = question(*found, seed)
    if now.revision.hash != revision and variants is not None:
        for other in variants(now):
            if other.revision.hash == revision:
                return other
    return now
