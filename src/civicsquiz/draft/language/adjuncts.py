"""What stands before the subject: kept, dropped, or a reason to leave the sentence alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from civicsquiz.draft.language import stance
from civicsquiz.draft.language.dangling import dangling


class Adjunct(StrEnum):
    """What to do with a phrase before the subject."""

    NONE = "none"
    KEPT = "kept"
    DROPPED = "dropped"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class Leading:
    """A phrase before the subject, and what becomes of it."""

    kind: Adjunct
    text: str = ""


_IDLE = re.compile(
    r"(?:however|moreover|furthermore|also|meanwhile|additionally|similarly|indeed|finally|eventually|later|ultimately"
    r"|for (?:example|instance)|as a result|in (?:addition|contrast|comparison|fact|short|general|particular|other words|response|turn|return|the end|effect|essence|practice|reality|reply)|by contrast|on the other hand|initially|originally|subsequently|yesterday|today"
    r"|(?:on |last |late |early )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|night))?"
    r"|(?:earlier |late |early )?(?:this|last) (?:week|month|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
    r"|in recent years|over time|recently)",
    re.IGNORECASE,
)
"""Phrases without which the sentence says the same."""

_YEAR = re.compile(r"\b(?:1[4-9]|20)\d\d\b")


def adjunct_of(text: str) -> Leading:
    """What becomes of the phrase `text` before a subject."""
    if not text:
        return Leading(Adjunct.NONE)
    if _IDLE.fullmatch(text):
        return Leading(Adjunct.DROPPED, text)
    if dangling(text) or stance.judging(text) or stance.doubting(text):
        return Leading(Adjunct.UNSAFE, text)
    if _YEAR.search(text) or text.split(maxsplit=1)[0].lower() in (
        "under",
        "in",
        "during",
        "after",
        "since",
        "until",
        "by",
    ):
        return Leading(Adjunct.KEPT, text)
    return Leading(Adjunct.UNSAFE, text)
