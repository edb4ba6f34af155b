"""A session: one run through some questions, from the first to the results, in any mode.

session     the rules of a quiz: what a screen or a line of text may do, and what comes of it
course      where a session stands, as it follows from its events
log         how a session writes its events
tutoring    tries and hints
resuming    going on with a session that was left, or that was killed
outcome     what an answer led to
mode        the modes
"""

from civicsquiz.study.session.mode import Mode
from civicsquiz.study.session.outcome import Attempt, Outcome
from civicsquiz.study.session.session import Session

__all__ = ["Attempt", "Mode", "Outcome", "Session"]
