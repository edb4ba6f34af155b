"""A bank to begin with: its sources with their cards, and one draft that shows what an item has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from civicsquiz.bank.editing import emit, forms
from civicsquiz.source.card import Card

SCHEMA = "bank.schema.json"
"""The name of the schema beside a bank, by which an editor completes and checks it."""

_HEAD = f"# yaml-language-server: $schema={SCHEMA}\n"

_ITEM: dict[str, Any] = {
    "id": "first-question",
    "type": "choice",
    "topic": "first-topic",
    "stance": "fact",
    "stem": "What does the article say about this?",
    "key": "The right answer",
    "distractors": [
        {"text": "A wrong answer", "why": "The article says otherwise."},
        {"text": "Another wrong answer", "why": "The article does not speak of it."},
    ],
    "rationale": "What somebody should take away from this, in your own words.",
}

_NOTES = {
    "  - id: ": "  # Copy this item for each question. It is a draft, which nobody is asked: when it is done,"
    "\n  # take the last line away. “civicsquiz check” tells what is missing, “civicsquiz preview” shows it.",
    "    type: ": "    # or: multiple true-false short number match order evidence",
    "    stance: ": "    # or attributed, opinion, disputed, with a `holder:` whom the question names",
    "    evidence:": "    # The article's own words that prove the key. Where they say it in other words than the key,"
    "\n    # `because:` bridges the two in one sentence.",
}
"""What is said before a line."""


def skeleton(
    bank_id: str, title: str, cards: Sequence[Card], quoted: Mapping[str, str] | None = None
) -> str:
    """The text of a bank of `cards`, one at least, with one draft that quotes the first of them:
    `quoted` has words for each, by the id of its card."""
    first = cards[0].id
    words = (quoted or {}).get(first) or "Words of the article"
    item = {**_ITEM, "evidence": [{"source": first, "exact": words}], "status": "draft"}
    values = {
        "civicsquiz": 1,
        "id": bank_id,
        "title": title,
        "language": "en",
        "topics": {"first-topic": "First topic"},
        "sources": {card.id: forms.card_values(card) for card in cards},
        "items": [item],
    }
    lines: list[str] = []
    inside = False
    for line in emit.bank(values).splitlines():
        inside = inside or line == "items:"
        note = next((said for start, said in _NOTES.items() if line.startswith(start)), "")
        lines += [*([note] if note and inside else []), line]
    return _HEAD + "\n".join(lines) + "\n"
