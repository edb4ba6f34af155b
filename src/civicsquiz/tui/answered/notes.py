"""What is said besides the outcome and its passages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from civicsquiz.bank.items import PAIR
from civicsquiz.bank.models import Option
from civicsquiz.study.answering.pairing import letter
from civicsquiz.study.feedback import Feedback
from civicsquiz.tui import text

if TYPE_CHECKING:
    from civicsquiz.study.session import Outcome


def because(feedback: Feedback, width: int) -> list[Content]:
    """The bridge from the passages to the key."""
    return _after("Why that settles it: ", feedback.because, width)


def background(feedback: Feedback, width: int) -> list[Content]:
    """What the sources leave out."""
    return _after("Not in the article: ", feedback.background, width)


def _after(lead: str, told: str, width: int) -> list[Content]:
    return text.wrapped(text.styled(lead, text.QUIET) + Content(told), width) if told else []


def others(outcome: Outcome, width: int) -> list[Content]:
    """The options that are neither right nor chosen, with why they are wrong."""
    left = list(_others(outcome))
    heading = "The other option" if len(left) == 1 else "The other options"
    lines = [text.styled(heading, text.QUIET)] if left else []
    for label, option in left:
        why = text.styled(f"  {option.why}" if option.why else "", text.QUIET)
        lines += text.hang(f" {label}  ", Content(option.text) + why, width)
    return lines


def _others(outcome: Outcome) -> Iterator[tuple[str, Option]]:
    """Each with what it was shown with: a number, or in a match a letter."""
    question, response = outcome.question, outcome.response
    matching = question.item.type == "match"
    chosen = {pair.split(PAIR)[1] for pair in response} if matching else set(response)
    for number, option in enumerate(question.options, 1):
        if option.id not in chosen and option.id not in question.item.key_ids:
            yield (letter(number) if matching else str(number)), option
