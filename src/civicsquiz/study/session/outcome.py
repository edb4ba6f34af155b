"""What an answer led to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from civicsquiz.study.grading import Verdict
from civicsquiz.study.question import Question

if TYPE_CHECKING:
    from civicsquiz.study.feedback import Feedback


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an answer led to. `response` is as the log has it, empty where nothing was answered.

    `raw` is how much of the response was right, from 0 to 1, and `mark` what is left of that after
    `tries` and `hints` (look-ups among them); in most modes they are the same. `certainty` is 1 to 3,
    None where it was not said. `due` is the day of the next review, None where the answer moved none.
    """

    question: Question
    response: tuple[str, ...]
    mark: float
    verdict: Verdict
    feedback: Feedback
    raw: float = 0.0
    tries: int = 1
    hints: int = 0
    certainty: int | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """A try that was not right and is not the last. `whys` are pairs of what was chosen and why it is
    wrong, neither of which names the answer; `share` says how much was right where there are parts."""

    response: tuple[str, ...]
    mark: float
    whys: tuple[tuple[str, str], ...]
    share: str = ""
