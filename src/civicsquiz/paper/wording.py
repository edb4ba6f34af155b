"""What is said on a worksheet and its key, whatever the form they are written in."""

from __future__ import annotations

from collections import defaultdict

from civicsquiz.bank.models import Content, Role
from civicsquiz.paper.versions import Sheet
from civicsquiz.source.visible import one_line
from civicsquiz.study.feedback import Feedback
from civicsquiz.study.passages import Quoted

WRITTEN = {"Name": 24, "Date": 10, "Class": 10}
"""What students fill in first, and how much room it takes."""
WORDS_TO_KNOW = "Words to know"
READ_FIRST = "Read first"
QUESTIONS = "Questions"
DISCUSSION = "Talk about it"
DISCUSSION_NOTE = "This has two sides and is not graded."
GLANCE = "At a glance"
WRONG = "Not right"
BECAUSE = "Why that settles it"
BACKGROUND = "Not in the article"
NO_PASSAGE = "No passage given."

_ABOUT = {
    Content.TORTURE: "Torture",
    Content.DEATHS: "Deaths",
    Content.FAMILY_TIES: "Families kept apart",
}
_ROLES = {
    Role.PROVES: "The passage that proves it",
    Role.DIFFERS: "Another passage says otherwise",
    Role.CONTEXT: "For context",
    Role.LAW: "The law itself",
}


def version(sheet: Sheet) -> str:
    """What a worksheet says of itself."""
    count = len(sheet.questions)
    return (
        f"Version {sheet.letter} · {count} question{'' if count == 1 else 's'} · sheet {sheet.code}"
    )


def key_version(sheet: Sheet) -> str:
    """What a key says of itself: that, and how the sheet can be made again."""
    return f"{version(sheet)} · seed {one_line(sheet.seed)}"


def content_note(sheet: Sheet) -> str:
    """Which questions speak of what may be hard to read; empty where none does."""
    found: defaultdict[Content, list[str]] = defaultdict(list)
    for number, question in enumerate(sheet.questions, 1):
        for about in question.item.content:
            found[about].append(str(number))
    told = [
        f"{_ABOUT[about]}: question{'s' if numbers[1:] else ''} {', '.join(numbers)}."
        for about, numbers in found.items()
    ]
    return " ".join(["Content note.", *told]) if told else ""


def passage_heading(quoted: Quoted) -> str:
    """What a passage is there for, and what is uncertain about it."""
    heading = _ROLES[quoted.role]
    if quoted.parts and quoted.role is Role.PROVES:
        heading = f"For {'; '.join(quoted.parts)}"
    return f"{heading} ({quoted.proof})" if quoted.proof else heading


def cited(quoted: Quoted, told: Feedback) -> str:
    """Who says it and where; the first passage also says how the source holds the claim."""
    notes = [told.stance, told.accuracy, told.as_of] if quoted is told.passages[0] else []
    return " · ".join([quoted.citation, *filter(None, notes)])


def parted(told: Feedback) -> tuple[list[Quoted], list[Quoted]]:
    """The passages out of articles, and the law's own words, which come after the background."""
    law = [quoted for quoted in told.passages if quoted.role is Role.LAW]
    return [quoted for quoted in told.passages if quoted.role is not Role.LAW], law


def marks(quoted: Quoted) -> tuple[tuple[int, int], ...]:
    """The words to be set off in a passage; none where that would be all of it."""
    return () if quoted.marks == ((0, len(quoted.text)),) else quoted.marks
