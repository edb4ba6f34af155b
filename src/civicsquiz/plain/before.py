"""What comes before the questions, and what after them: summary, words, content note, discussion."""

from __future__ import annotations

from collections import Counter

from civicsquiz.bank.models import Bank, Content
from civicsquiz.plain.layout import wrapped
from civicsquiz.study.session import Mode, Session

_ABOUT = {
    Content.TORTURE: "torture",
    Content.DEATHS: "deaths",
    Content.FAMILY_TIES: "families kept apart",
}


def banks_of(session: Session) -> tuple[Bank, ...]:
    """The banks that the questions are from, each once."""
    return tuple({question.bank.id: question.bank for question in session.questions}.values())


def before_all(session: Session) -> bool:
    """Whether no question has been answered or tried yet: what is to be read first is closed after
    that."""
    begun = session.answered or session.attempts or session.hints or session.ended
    return not (session.position or begun)


def noted(session: Session) -> tuple[int, ...]:
    """The positions of the questions that a content note is about."""
    return tuple(at for at, one in enumerate(session.questions) if one.item.content)


def has_summary(session: Session) -> bool:
    """Whether there is something to read first: before practice or a test of one bank."""
    bank = session.question.bank
    one = session.mode in (Mode.PRACTICE, Mode.TEST) and len(banks_of(session)) == 1
    return one and bool(bank.read_first or bank.vocabulary)


def notes(session: Session, *, leaves_out: bool) -> list[str]:
    """What can be read first, and what some questions speak of; each part with an empty line."""
    lines: list[str] = []
    if not before_all(session):
        return lines
    if has_summary(session):
        lines += [*wrapped("Type r before your first answer for a two-minute summary."), ""]
    left = noted(session)
    if left:
        counted = Counter(about for at in left for about in session.questions[at].item.content)
        one = len(left) == 1
        told = ", ".join(
            _ABOUT[about] + ("" if one else f" ({count})") for about, count in counted.items()
        )
        lines += wrapped(
            f"Content note: {'1 question speaks' if one else f'{len(left)} questions speak'} of {told}."
            + (f" Type x now to leave {'it' if one else 'them'} out." if leaves_out else "")
        )
        lines.append("")
    return lines


def summary(bank: Bank, words: list[tuple[str, str]]) -> list[str]:
    """The summary and the words to know, `words` with their entries."""
    lines = [""]
    for paragraph in (bank.read_first or "").split("\n\n"):
        lines += [*wrapped(" ".join(paragraph.split())), ""]
    if words:
        lines += ["Words to know:", *entries(words), ""]
    return [*lines, *wrapped("This is ours, and closed as soon as you answer."), ""]


def entries(words: list[tuple[str, str]]) -> list[str]:
    return [line for term, entry in words for line in wrapped(f"{term}: {entry}", "  ", "    ")]


def discussion(bank: Bank) -> list[str]:
    """The question to talk about, both sides alike."""
    talk = bank.discussion
    if talk is None:
        return ["This bank has no question to talk about."]
    lines = ["", *wrapped(talk.question), ""]
    for side in talk.sides:
        lines += [*wrapped(side.view, "  - ")]
        for starter in side.starters:
            lines += wrapped(starter, "      ")
        lines.append("")
    return [*lines, *wrapped("Nobody grades this, and nothing you say about it is kept."), ""]
