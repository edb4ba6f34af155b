"""Hypothesis strategies: items of all eight types, and responses to them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from civicsquiz.bank.items import (
    Choice,
    FindEvidence,
    Match,
    Multiple,
    Number,
    Order,
    Short,
    TrueFalse,
)
from civicsquiz.bank.models import Bank, Evidence, Item, Miss, Option, Role, Stance, option_id
from civicsquiz.bank.origin import Drafted, Origin
from civicsquiz.source.card import Card
from civicsquiz.source.selector import Selector
from civicsquiz.study.question import Question
from civicsquiz.study.selection import question

_TEXT = st.text("abcdefg éßŁ’.-19", min_size=1, max_size=12).filter(lambda text: text.strip(" ’.-"))


def _options(least: int, most: int) -> st.SearchStrategy[tuple[Option, ...]]:
    texts = st.lists(_TEXT, min_size=least, max_size=most, unique=True)
    return texts.map(lambda found: tuple(Option(option_id(text), text, "why") for text in found))


@st.composite
def items(draw: st.DrawFn, types: str = "") -> Item:
    """An item of any type, or of one of `types`."""
    known = "choice true-false multiple short number match order evidence"
    type_ = draw(st.sampled_from((types or known).split()))
    common: dict[str, Any] = {
        "id": "item", "topic": "topic", "stance": Stance.FACT, "stem": "Which?",
        "rationale": "So.", "evidence": (Evidence("paper", Selector("Words")),),
        "hints": tuple(draw(st.lists(_TEXT, max_size=2))),
        "origin": draw(st.sampled_from([None, *Origin])),
        "draft": draw(st.sampled_from([None, Drafted("0123456789abcdef", "quantity@1")])),
    }  # fmt: skip
    if type_ == "true-false":
        return TrueFalse(key=draw(st.booleans()), why="why", **common)
    if type_ == "short":
        forms = draw(st.lists(_TEXT, min_size=1, max_size=3))
        misses = tuple(Miss(text, "why") for text in draw(st.lists(_TEXT, max_size=2)))
        return Short(key=forms[0], accept=tuple(forms[1:]), misses=misses, **common)
    if type_ == "number":
        value = draw(st.decimals(-1_000_000, 1_000_000, places=draw(st.integers(0, 3))))
        slack = draw(st.decimals(0, 10, places=1))
        unit = draw(st.sampled_from(["", "miles", "percent"]))
        return Number(value=value, least=value - slack, most=value + slack, unit=unit, **common)
    options = draw(_options(3, 8))
    if type_ == "choice":
        return Choice(key=options[0], distractors=options[1:], **common)
    if type_ == "evidence":
        quoted = tuple(
            Evidence("paper", Selector(option.text), Role.CANDIDATE if at else Role.PROVES)
            for at, option in enumerate(options)
        )
        common["evidence"] = quoted
        return FindEvidence(key=options[0], distractors=options[1:], **common)
    if type_ == "order":
        return Order(entries=options, **common)
    keys = draw(st.integers(2, len(options) - 1))
    if type_ == "multiple":
        return Multiple(keys=options[:keys], distractors=options[keys:], **common)
    prompts = draw(_options(2, 5))
    pairs = tuple((prompt, draw(st.sampled_from(options[:keys]))) for prompt in prompts)
    spare = tuple(option for option in options if option not in {right for _, right in pairs})
    return Match(pairs=pairs, distractors=spare, **common)


def asked(item: Item, seed: str = "1", language: str = "en") -> Question:
    """An item as a question of a bank of its own."""
    cards = {"paper": Card("paper", "A paper")}
    bank = Bank(id="bank", title="Bank", cards=cards, items=(item,), language=language)
    return question(bank, item, seed)


@st.composite
def responses(draw: st.DrawFn, one: Question) -> tuple[str, ...]:
    """A complete response to a question, in the log's form, right or wrong."""
    item, ids = one.item, [option.id for option in one.options]
    if item.type == "multiple":
        return tuple(sorted(draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))))
    if item.type == "order":
        return tuple(draw(st.permutations(ids)))
    if item.type == "match":
        pairs = (f"{prompt.id}={draw(st.sampled_from(ids))}" for prompt in one.prompts)
        return tuple(sorted(pairs))
    if item.type == "short":
        return (" ".join(draw(_TEXT).split()),)
    if item.type == "number":
        number = draw(st.decimals(-1_000_000, 1_000_000, places=2))
        return (format(Decimal(number).normalize(), "f").replace("-0", "0", number == 0),)
    return (draw(st.sampled_from(ids)),)
