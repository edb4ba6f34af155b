"""Tries: what is left of a mark after several, by Moodle's rule for "interactive with multiple tries".

Pure. In Moodle a hint comes after each wrong try; here it can be asked for, and costs the same.
"""

from __future__ import annotations

PENALTY = 1 / 3
"""What each try that was used takes off, as a share of the whole mark. Moodle's own default."""


_NOTHING = 1e-9
"""Less than this is left where three thirds are taken off."""


def most(hints: int, options: int | None = None) -> int:
    """How many tries there are: one more than there are hints, but of a choice between `options`
    none that only the key would be left for; at least one.

    `options` is None where the answer is not chosen from some.
    """
    tries = hints + 1
    return max(1, tries if options is None else min(tries, options - 1))


def used(attempt: int, hints: int) -> int:
    """How many tries were used before the one numbered `attempt`, from 1, with `hints` hints and
    look-ups before it."""
    return attempt - 1 + hints


def in_marks(share: float) -> str:
    """A share of the whole mark, of three: "2 of 3 marks"."""
    return f"{round(3 * share, 1):g} of 3 marks"


def price_in_marks(share: float) -> str:
    """The same of what help takes off: "no marks" where none are left."""
    return in_marks(share) if share > _NOTHING else "no marks"


def left(raw: float, tries_used: int, penalty: float = PENALTY) -> float:
    """What is awarded for a response whose mark by itself is `raw`, from 0 to 1."""
    return max(0.0, raw - penalty * tries_used)
