"""What a coach gives: hints, passages to read, ways round by way of the source."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Literal, Protocol

from civicsquiz.bank.models import Evidence
from civicsquiz.study.question import Question

BLANK = "____"
"""Stands for what is masked in a text, however long it is."""

HintKind = Literal["author", "place", "paragraph", "rule-out", "sentence", "quotation"]
"""Where a hint comes from: the item's author, the place in the source, the paragraph around the
passage, an option ruled out, the sentence around the passage, the passage itself."""


@dataclass(frozen=True, slots=True)
class Hint:
    """One rung of a ladder. `title` says in a few words what it is ("Where it stands"), `text` is
    plain text, paragraphs parted by an empty line; neither is ever empty. `citation` says where
    words of a source come from; it is empty where the words are ours."""

    kind: HintKind
    title: str
    text: str
    citation: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A passage to be read before going on: `evidence` of `question`, the one that was missed, to be
    opened in its surroundings."""

    question: Question
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Detour:
    """What comes after two misses on a topic: something to read, then a question that asks for the
    passage; None where no fair one can be made. The question is made and not of any bank file: it
    counts for nothing that is kept of the student."""

    reading: Reading
    question: Question | None = None


class Coach(Protocol):
    """What a session asks of whoever knows how to help."""

    misses: int
    """After so many misses on a topic there is something to read."""

    def ladder(self, question: Question, tried: Collection[str] = ()) -> tuple[Hint, ...]:
        """The hints to a question, from the weakest to the strongest; there may be none. Nothing is
        ruled out that is in `tried`, ids of options and what was typed, nor so much that only the key
        is left."""
        ...

    def tries(self, question: Question) -> int:
        """How often a question may be tried in all, hints not yet taken off; at least once."""
        ...

    def mask(self, question: Question, text: str) -> str:
        """What a text of ours, such as why an answer is wrong, denies, fit to be read while `question`
        is still open: what would answer it is dropped or blanked. Empty where too little is left."""
        ...

    def after(self, question: Question, missed_on_topic: int) -> Detour | None:
        """Where to go once `question` is settled and was not right. `missed_on_topic` counts the
        questions on its topic, this one with it, that were missed in this session."""
        ...
