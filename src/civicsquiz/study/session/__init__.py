"""A session: one run through some questions, from the first to the results, in any mode.

session     the rules of a quiz: what a screen or a line of text may do, and what comes of it
standing    where a session stands, as a screen or a line of text may see it
course      where a session stands, as it follows from its events
log         how a session writes its events
tutoring    tries and hints
resuming    going on with a session that was left, or that was killed
outcome     what an answer led to
mode        the modes
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from civicsquiz.study.session.mode import Mode

if TYPE_CHECKING:
    from civicsquiz.study.session.outcome import Attempt, Outcome
    from civicsquiz.study.session.session import Session

__all__ = ["Attempt", "Mode", "Outcome", "Session"]

_FROM = {"Attempt": "outcome", "Outcome": "outcome", "Session": "session"}


def __getattr__(name: str) -> Any:
    """Whoever only names a mode does not wait for the rules of a quiz."""
    if name not in _FROM:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_FROM[name]}"), name)
