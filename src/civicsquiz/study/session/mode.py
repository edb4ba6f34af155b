"""The modes of a session."""

from __future__ import annotations

from enum import StrEnum


class Mode(StrEnum):
    """Practice and review give feedback after each answer, a test when it is handed in. A tutor gives
    several tries and hints."""

    PRACTICE = "practice"
    TEST = "test"
    TUTOR = "tutor"
    REVIEW = "review"
