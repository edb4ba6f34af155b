"""Which learner a command is about, of those that there are; it makes none."""

from __future__ import annotations

from collections.abc import Sequence

from civicsquiz.app import App
from civicsquiz.errors import UsageError
from civicsquiz.record.store import Learner, called
from civicsquiz.source.visible import one_line


def named(app: App, known: Sequence[Learner]) -> Learner | None:
    """The learner that --learner names, by name or uuid; None where it names nobody in particular.

    Raises:
        UsageError: nobody is called that.
    """
    if not app.learner_name:
        return None
    learner = called(app.learner_name, known)
    if learner is not None:
        return learner
    raise UsageError(f"No learner “{one_line(app.learner_name)}”: {_those(known)}.")


def the_one(app: App, known: Sequence[Learner]) -> Learner:
    """The learner that is named, or the only one there is.

    Raises:
        UsageError: nobody is called that, or there are several.
    """
    learner = named(app, known)
    if learner is not None:
        return learner
    if len(known) != 1:
        raise UsageError(f"Say whose with --learner: {_those(known)}.")
    return known[0]


def _those(known: Sequence[Learner]) -> str:
    if not known:
        return "there is nobody yet"
    return "there is " + ", ".join(one_line(learner.name or learner.uuid) for learner in known)
