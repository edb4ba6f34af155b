"""A draft as a student will see it, with what a student does not see: the key, and why the rest is
wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.content import Content

from civicsquiz.bank.items import Match, Number, Order, Short, digits
from civicsquiz.bank.models import Miss, Option
from civicsquiz.study.answering.pairing import letter
from civicsquiz.study.question import Question
from civicsquiz.tui import text

RIGHT = "bold $success"
_NONE = "   "


def answers(question: Question, width: int) -> list[Content]:
    """What can be answered, the key marked, and why the rest is wrong."""
    match question.item:
        case Match() as item:
            lines = _pairs(question, item, width)
            spare = [one for one in question.options if one in item.distractors]
            labels = {one.id: letter(at) for at, one in enumerate(question.options, 1)}
            for option in spare:
                told = Content(option.text) + text.styled("  (belongs to none)", text.QUIET)
                lines += text.hang(f"{_NONE}{labels[option.id]}  ", told, width)
                lines += _why(option.why, width)
            return lines
        case Order() as item:
            told = text.styled("✓ The right order", RIGHT)
            return [told, *_numbered(item.entries, width)]
        case Short() as item:
            lines = _key(Content(""), item.key, "the key", width)
            for accepted in item.accept:
                lines += _key(Content(""), accepted, "right too", width)
            return [*lines, *_misses(item.misses, width)]
        case Number() as item:
            between = f"the key; right from {digits(item.least)} to {digits(item.most)}"
            word = "the key" if item.least == item.most else between
            lines = _key(Content(""), item.key_text, word, width)
            return [*lines, *_misses(item.misses, width)]
        case _:
            return list(_options(question, width))


def _options(question: Question, width: int) -> Iterator[Content]:
    keys = question.item.key_ids
    for number, option in enumerate(question.options, 1):
        label = text.styled(f"{number}  ", text.QUIET)
        if option.id in keys:
            yield from _key(label, option.text, "the key" if len(keys) == 1 else "right", width)
        else:
            yield from text.hang(Content(_NONE) + label, option.text, width)
            yield from _why(option.why, width)


def _key(label: Content, told: str, word: str, width: int) -> list[Content]:
    """What is right, with a sign and a word."""
    lead = text.styled(" ✓ ", RIGHT) + label
    return text.hang(lead, text.styled(told, text.BOLD) + text.styled(f"  ({word})", RIGHT), width)


def _why(why: str, width: int) -> list[Content]:
    if not why:
        return []
    return text.hang(" " * 6, text.styled(why, text.QUIET), width)


def _misses(misses: Iterable[Miss], width: int) -> Iterator[Content]:
    for miss in misses:
        told = Content(miss.answer) + text.styled("  (known to be wrong)", text.QUIET)
        yield from text.hang(_NONE, told, width)
        yield from _why(miss.why, width)


def _pairs(question: Question, item: Match, width: int) -> list[Content]:
    belongs = {left.id: right for left, right in item.pairs}
    labels = {option.id: letter(at) for at, option in enumerate(question.options, 1)}
    lines: list[Content] = []
    for number, prompt in enumerate(question.prompts, 1):
        right = belongs[prompt.id]
        lead = text.styled(" ✓ ", RIGHT) + text.styled(f"{number}  ", text.QUIET)
        told = text.styled(f"{prompt.text}: ", text.BOLD)
        label = text.styled(f"{labels[right.id]}  ", text.QUIET)
        lines += text.hang(lead, told + label + Content(right.text), width)
    return lines


def _numbered(options: Iterable[Option], width: int) -> Iterator[Content]:
    for number, option in enumerate(options, 1):
        yield from text.hang(text.styled(f"   {number}  ", text.QUIET), option.text, width)
