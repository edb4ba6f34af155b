"""Tries: what is left of a mark after several, by Moodle's rule for "interactive with multiple tries".

Pure. In Moodle a hint comes after each wrong try; here it can be asked for, and costs the same.
"""

from __future__ import annotations

PENALTY = 1 / 3
"""What each try that was used takes off, as a share of the whole mark. Moodle's own default."""


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


def left(raw: float, tries_used: int, penalty: float = PENALTY) -> float:
    """What is awarded for a response whose mark by itself is `raw`, from 0 to 1."""
    return max(0.0, raw - penalty * tries_used)
