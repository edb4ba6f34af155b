"""How an item came into its bank: drafted or written, and what became of a draft that was rejected."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Origin(StrEnum):
    """How an item came to be; a draft that its teacher has changed is edited."""

    DRAFTED = "drafted"
    EDITED = "edited"
    WRITTEN = "written"


class Reason(StrEnum):
    """Why a draft was rejected."""

    WRONG_KEY = "wrong-key"
    NOT_IMPORTANT = "not-important"
    UNCLEAR = "unclear"
    OTHER_ANSWER_RIGHT = "other-answer-right"
    OUT_OF_CONTEXT = "out-of-context"
    UNFAIR = "unfair"
    REPEATS = "repeats"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Drafted:
    """What a draft was made of, for life: the hash of its fact (16 hexadecimal digits) and the rule
    that made it (`name@version`)."""

    fact: str
    rule: str


@dataclass(frozen=True, slots=True)
class Rejected:
    """A draft that was rejected, so that its fact does not come back. `id` is that of the item."""

    fact: str
    reason: Reason
    id: str | None = None
