"""Outcomes without a session: what an answer would lead to."""

from __future__ import annotations

from collections.abc import Iterator

from civicsquiz.source.shelf import Shelf
from civicsquiz.study.feedback import explain
from civicsquiz.study.grading import grade, verdict
from civicsquiz.study.question import Question
from civicsquiz.study.session import Outcome


def outcome(question: Question, response: tuple[str, ...], shelf: Shelf) -> Outcome:
    """What a response leads to."""
    mark = grade(question.item, response)
    told = explain(question, response, shelf)
    return Outcome(question, response, mark, verdict(mark), told)


def answers(question: Question) -> Iterator[tuple[str, ...]]:
    """Responses to a question, the right one and none among them: with options every one, with
    parts right, partly right and all wrong."""
    item = question.item
    yield ()
    yield item.key_response
    match item.type:
        case "short":
            yield ("something else",)
        case "number":
            yield ("987654321",)
        case "multiple":
            yield from ((option.id,) for option in question.options)
            yield tuple(sorted(option.id for option in question.options))
        case "match":
            count, rights = len(question.prompts), [option.id for option in question.options]
            for shift in range(count):
                pairs = (
                    (one.id, rights[(n + shift) % len(rights)])
                    for n, one in enumerate(question.prompts)
                )
                yield question.read(" ".join(
                    f"{n}{chr(96 + question.number(right))}" for n, (_, right) in enumerate(pairs, 1)
                ))  # fmt: skip
        case "order":
            key = item.key_response
            yield from (key[at:] + key[:at] for at in range(1, len(key)))
            yield key[::-1]
        case _:
            yield from ((option.id,) for option in question.options)
