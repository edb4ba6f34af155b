"""Which of the learners of a record is meant: nobody by accident."""

from __future__ import annotations

import shlex
from collections.abc import Sequence

from civicsquiz.errors import UsageError
from civicsquiz.record.store import Learner, called
from civicsquiz.source.visible import one_line


def named(name: str, known: Sequence[Learner]) -> Learner:
    """The learner of a name, however it is typed, or of a uuid.

    Raises:
        UsageError: nobody is called that; the sentence says who there is.
    """
    if found := called(name, known):
        return found
    told = one_line(name)
    raise UsageError(
        f"No learner “{told}”: {_listed(known)}."
        f" “civicsquiz progress learners add {shlex.quote(told)}” makes one."
    )


def unnamed(known: Sequence[Learner]) -> Learner:
    """Who is meant where nobody is named: the only learner, else the only one without a name.

    Raises:
        UsageError: several could be meant.
    """
    nameless = [learner for learner in known if learner.name is None]
    for candidates in (known, nameless):
        if len(candidates) == 1:
            return candidates[0]
    raise UsageError(
        f"Several learners are kept here: say whose with --learner NAME ({_listed(known)})."
    )


def _listed(known: Sequence[Learner]) -> str:
    names = [one_line(learner.name) for learner in known if learner.name]
    return f"there is {', '.join(names)}" if names else "nobody has a name yet"
