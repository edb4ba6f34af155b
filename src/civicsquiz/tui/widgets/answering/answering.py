"""What all widgets that a question is answered with have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.widget import Widget

from civicsquiz.study.question import Question


def _nobody(*_told: object) -> None:
    """Hears nothing."""


class Answering(Widget):
    """Takes an answer to a question and says it as a response text; what a text means, and whether
    it is complete, is for `Question.read` to judge.

    A screen puts a question with `show`, gives the keys to `target` and sends `response_text` on
    Enter. It sets `answered`, which is called with a response text where a pick is the whole
    answer, and `changed`, which is called where there is something else to send than before. They
    are no messages, which come late: the next key waits already, and has to find this one done.
    """

    answered: Callable[[str], None] = staticmethod(_nobody)
    changed: Callable[[], None] = staticmethod(_nobody)

    AT_ONCE: ClassVar[bool] = False
    """Whether a pick is the whole answer, so that nothing is ever half done."""

    TYPED: ClassVar[bool] = False
    """Whether it is typed into a field, which can be left for the other keys."""

    def show(self, question: Question, text: str) -> None:
        """Put a question; `text` is the response text that a former `response_text` gave, whole or
        half done, or empty."""
        raise NotImplementedError

    def tried(self, texts: Sequence[str]) -> None:
        """Say of these response texts that they have been tried and were not right."""

    @property
    def response_text(self) -> str:
        """What Enter would send now; it may be half an answer, or empty."""
        raise NotImplementedError

    @property
    def ready(self) -> bool:
        """Whether Enter is to send it. Half an answer is sent too, and refused in words."""
        return True

    @property
    def target(self) -> Widget:
        """What has to have the focus for keys to arrive."""
        return self

    @property
    def keys(self) -> str:
        """The keys that answer, for the key line: "1–4"."""
        return ""

    @property
    def letters(self) -> frozenset[str]:
        """The letters that mean options, and nothing else while this question is asked."""
        return frozenset()

    def settle(self) -> None:
        """What it says has been kept: the next change is to be told."""

    @property
    def can_pick(self) -> bool:
        """Whether `pick_here` would pick, or drop, what the arrows stand on."""
        return False

    def pick_here(self) -> None:
        """Pick what the arrows stand on, where more than that is to be picked."""

    @property
    def can_take_back(self) -> bool:
        """Whether there is a step that `take_back` would undo."""
        return False

    def take_back(self) -> None:
        """Undo the last step of an answer."""
